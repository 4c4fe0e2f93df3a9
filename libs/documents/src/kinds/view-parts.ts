// What the views of several papers are made of: texts with a limit, both languages, days, amounts, lines numbered once.
import { z } from 'zod';
import { decimal, isDecimalText, isLocalDate, type Bilingual, type LocalDate } from '#kernel';

/** Most lines and longest texts (characters) of a paper that a decision is told by. */
export const DECISION_PAPER_LIMITS = {
  items: 200,
  legalBasis: 100,
  name: 300,
  country: 100,
  address: 500,
  text: 2000,
  code: 60,
} as const;

const L = DECISION_PAPER_LIMITS;

/** Text of at most `max` characters (not UTF-16 units: a rare character counts once), not blank. */
export const text = (max: number) => upTo(max).regex(/\S/, 'must not be blank');

/** As `text`, and may be blank. */
export const upTo = (max: number) =>
  z.string().refine((value) => value.length <= max || [...value].length <= max, `must be at most ${max} characters`);

export const bilingual = (max: number) => z.strictObject({ zh: text(max), en: text(max) });

export const day = z.custom<LocalDate>(isLocalDate, 'must be a day, YYYY-MM-DD');

export const amount = z
  .string()
  .refine((value) => isDecimalText(value) && !value.startsWith('-'), 'must be a plain decimal of zero or more');

export const aboveZero = amount.refine((value) => !isDecimalText(value) || decimal(value).gt(0), 'must be more than zero');

export const destination = z.strictObject({
  zh: text(L.country),
  en: text(L.country),
  iso: z.string().regex(/^[A-Z]{2}$/, 'must be two letters'),
});

/** The person that a paper names as deciding. */
export const decidedBy = z.strictObject({ name: text(L.name), title: bilingual(L.name) });

/** What every paper of a decision bears. */
export const paperFields = {
  /** True for papers of a fictional or test authority: watermark on each page and a line at its foot. */
  specimen: z.boolean(),
  number: text(L.code),
  authority: bilingual(L.name),
  exporter: z.strictObject({
    nameZh: text(L.name),
    nameEn: text(L.name).optional(),
    creditCode: text(L.code),
    address: text(L.address),
  }),
  legalBasis: z.array(bilingual(L.text)).min(1).max(L.legalBasis),
  issuedOn: day,
};

/** What each paper of a decision says of an item. */
export const itemFields = {
  /** Place of the item in the application, from 1. */
  line: z.int().min(1).max(L.items),
  nameZh: text(L.name),
  nameEn: text(L.name),
  specification: text(L.text),
  quantity: aboveZero,
  unit: bilingual(L.code),
};

/** At least one item, each with a line number of its own. */
export const itemList = <Item extends z.ZodType<{ readonly line: number }>>(item: Item) =>
  z
    .array(item)
    .min(1)
    .max(L.items)
    .refine((items) => new Set(items.map(({ line }) => line)).size === items.length, 'must not number two lines alike');

/** The clause with its number in a list, `1.`. */
export const numbered = (clause: Bilingual, i: number) => ({ number: `${i + 1}.`, ...clause });

// A row of the item table up to this many characters of name and specification stays on one page; a longer one may flow on.
const UNBROKEN_ITEM = 500;

export const mayFlowOn = (item: { readonly nameZh: string; readonly nameEn: string; readonly specification: string }) =>
  item.nameZh.length + item.nameEn.length + item.specification.length > UNBROKEN_ITEM;

/** Midnight UTC of the day in seconds since 1970, for the file's creation time. */
export const secondsOf = (issuedOn: LocalDate) => Date.parse(`${issuedOn}T00:00:00Z`) / 1000;
