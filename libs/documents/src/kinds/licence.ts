// The licence paper: what stands on it (Decree 792 Art. 15 and 18: scope, conditions, validity) and what the template prints.
import { z } from 'zod';
import { decimal, isDecimalText } from '#kernel';
import { dayInWords, groupDigits } from '../paper/paper-words';
import { qrSvg } from '../paper/qr-svg';
import type { DocumentKind } from './document-kind';
import {
  aboveZero,
  amount,
  bilingual,
  day,
  decidedBy,
  DECISION_PAPER_LIMITS,
  destination,
  itemFields,
  itemList,
  mayFlowOn,
  numbered,
  paperFields,
  secondsOf,
  text,
} from './view-parts';

/** Most lines and longest texts (characters) that a licence takes. */
export const LICENCE_LIMITS = {
  ...DECISION_PAPER_LIMITS,
  conditions: 2000,
  /** With the numbers of the lines that it holds for. */
  condition: 2400,
  url: 300,
} as const;

const L = LICENCE_LIMITS;
const currency = z.string().regex(/^[A-Z]{3}$/, 'must be a three-letter currency code');
const country = bilingual(L.country);

const party = z
  .strictObject({ nameZh: text(L.name).optional(), nameEn: text(L.name).optional(), country, address: text(L.address) })
  .refine((value) => value.nameZh ?? value.nameEn, 'must have a name in Chinese or English');

const item = z.strictObject({
  ...itemFields,
  /** Control code as the authority's list writes it. */
  code: text(L.code),
  hsCode: z
    .string()
    .regex(/^\d{6,13}$/, 'must be 6 to 13 digits')
    .optional(),
  /** Year of the catalogue in which the customs code was read. */
  hsYear: z
    .string()
    .regex(/^\d{4}$/, 'must be a year of four digits')
    .optional(),
  /** The quantity in kilograms, where the unit is another. */
  kgQuantity: aboveZero.optional(),
  unitPrice: amount.optional(),
  value: amount,
  currency,
  /** Country of origin. */
  origin: country,
});

const view = z.strictObject({
  ...paperFields,
  kind: bilingual(L.code),
  consignee: party.optional(),
  importer: party.optional(),
  endUser: party,
  destination,
  contractNumber: text(L.name),
  /** Customs supervision mode. */
  tradeMode: z
    .string()
    .regex(/^\d{4}$/, 'must be four digits')
    .optional(),
  endUse: bilingual(L.text),
  items: itemList(item),
  totalValue: amount,
  currency,
  conditions: z.array(bilingual(L.condition)).max(L.conditions),
  /** First and last day of validity, both inclusive. */
  validFrom: day,
  validTo: day,
  remarks: bilingual(L.text).optional(),
  /** Who granted it, when the paper is to name the person. */
  decidedBy: decidedBy.optional(),
  /** The code by which anyone may verify the paper, and the address that answers it; the address stands in the QR code as well. */
  verification: z
    .strictObject({
      code: text(L.code),
      url: z
        .string()
        .max(L.url)
        .regex(/^https?:\/\/[\x21-\x7e]+$/, 'must be a web address'),
    })
    .refine(({ code, url }) => url.endsWith(`/${code}`), 'must have an address that ends in the code'),
});

export type LicenceView = z.infer<typeof view>;

/** The licence view with its cross-checks: days in order, one currency, the total the exact sum of the lines. */
export const licenceViewSchema: z.ZodType<LicenceView> = view.superRefine((licence, context) => {
  const fault = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (licence.validTo < licence.validFrom) fault(['validTo'], 'must not lie before validFrom');
  licence.items.forEach((each, i) => {
    if (each.currency !== licence.currency) fault(['items', i, 'currency'], 'must be the currency of the licence');
  });
  if (![licence.totalValue, ...licence.items.map(({ value }) => value)].every(isDecimalText)) return;
  const sum = licence.items.reduce((total, { value }) => total.plus(decimal(value)), decimal(0));
  if (!sum.eq(decimal(licence.totalValue))) fault(['totalValue'], 'must be the exact sum of the items');
});

type Party = z.infer<typeof party>;

function partyModel({ nameZh, nameEn, country, address }: Party) {
  return { nameZh: nameZh ?? null, nameEn: nameEn ?? null, country, address };
}

function verificationModel({ code, url }: LicenceView['verification']) {
  return { code, site: url.slice(0, -code.length - 1), qr: qrSvg(url) };
}

function model(licence: LicenceView): object {
  return {
    ...licence,
    exporter: { ...licence.exporter, nameEn: licence.exporter.nameEn ?? null },
    consignee: licence.consignee ? partyModel(licence.consignee) : null,
    importer: licence.importer ? partyModel(licence.importer) : null,
    endUser: partyModel(licence.endUser),
    tradeMode: licence.tradeMode ?? null,
    items: licence.items.map((each) => ({
      ...each,
      hsCode: each.hsCode ?? null,
      hsYear: each.hsYear ?? null,
      kgQuantity: each.kgQuantity === undefined ? null : groupDigits(each.kgQuantity),
      quantity: groupDigits(each.quantity),
      unitPrice: each.unitPrice === undefined ? null : groupDigits(each.unitPrice),
      value: groupDigits(each.value),
      breakable: mayFlowOn(each),
    })),
    conditions: licence.conditions.map(numbered),
    legalBasis: licence.legalBasis.map(numbered),
    itemCount: licence.items.length,
    totalValue: groupDigits(licence.totalValue),
    validFrom: dayInWords(licence.validFrom),
    validTo: dayInWords(licence.validTo),
    issuedOn: dayInWords(licence.issuedOn),
    remarks: licence.remarks ?? null,
    decidedBy: licence.decidedBy ?? null,
    verification: verificationModel(licence.verification),
  };
}

export const licenceKind: DocumentKind<LicenceView> = {
  version: 1,
  schema: licenceViewSchema,
  model,
  timestamp: ({ issuedOn }) => secondsOf(issuedOn),
};
