// What the frozen views of a decision's papers share: the head, the items in the application's own numbering, the law that they rest on.
import { countryName, type Bilingual, type LocalDate } from '#kernel';
import { isQuantityUnit, QUANTITY_UNITS, type AdviceLine, type ApplicationItem } from '#licensing';
import { instrumentTitle, statedCode, type Rulebook } from '#regulation';
import type { ApplicationRecord } from '../records';

/** What every paper of a decision is made from. */
export interface PaperFacts {
  readonly application: ApplicationRecord;
  /** Of the standing final advice. */
  readonly lines: readonly AdviceLine[];
  readonly number: string;
  /** The day of issue. */
  readonly today: LocalDate;
  readonly authority: Bilingual;
  readonly specimen: boolean;
  readonly rulebook: Rulebook;
  readonly decidedBy: string;
}

/** The article on permits and the one on the factors of review. */
export const EXPORT_CONTROL_LAW: Bilingual = {
  zh: '《中华人民共和国出口管制法》第十二条、第十三条',
  en: 'Export Control Law of the PRC, Articles 12 and 13',
};

/** A citation of Decree 792, with the articles in words of each language. */
export function decree792(zh: string, en: string): Bilingual {
  return {
    zh: `《中华人民共和国两用物项出口管制条例》（国务院令第792号）${zh}`,
    en: `Regulations on Export Control of Dual-Use Items (State Council Decree 792), ${en}`,
  };
}

/** The fields that every paper bears, but what it rests on. */
export function paperHead({ application, number, today, authority, specimen, decidedBy }: PaperFacts) {
  const { applicant } = application.content;
  return {
    specimen,
    number,
    authority,
    exporter: {
      nameZh: applicant.nameZh,
      ...(applicant.nameEn && { nameEn: applicant.nameEn }),
      creditCode: applicant.creditCode,
      address: applicant.address,
    },
    issuedOn: today,
    decidedBy: { name: decidedBy, title: { zh: '许可决定人', en: 'Deciding officer' } },
  };
}

/** An item that a paper names: its place in the application, from 1, and what was advised of it. */
export interface DecidedItem {
  readonly line: number;
  readonly item: ApplicationItem;
  readonly advice: AdviceLine;
}

/** The items with these ids, in the order of the application. Throws Error where the advice does not speak of an item, or of one that is not there. */
export function decidedItems({ application, lines }: PaperFacts, itemIds: readonly string[]): DecidedItem[] {
  const decided = application.content.items.flatMap((item, index): DecidedItem[] => {
    const advice = lines.find(({ itemId }) => itemId === item.id);
    if (!advice) throw new Error(`Application ${application.id} is decided without a line for item ${item.id}`);
    return itemIds.includes(item.id) ? [{ line: index + 1, item, advice }] : [];
  });
  if (decided.length !== itemIds.length)
    throw new Error(`Application ${application.id} is decided on items that it does not hold`);
  return decided;
}

/** What each paper says of an item. */
export function itemHead({ line, item }: DecidedItem) {
  return {
    line,
    nameZh: item.nameZh,
    nameEn: item.nameEn,
    specification: item.specification,
    quantity: item.quantity,
    unit: isQuantityUnit(item.unit) ? QUANTITY_UNITS[item.unit] : { zh: item.unit, en: item.unit },
  };
}

export function place(code: string): Bilingual {
  return { zh: countryName(code, 'zh'), en: countryName(code, 'en') };
}

/** Where the goods go, as papers name it. */
export function destinationOf({ content }: ApplicationRecord) {
  const iso = content.shipment.destination;
  return { ...place(iso), iso };
}

/** The instruments that hold the authority's codes of the items on the day of issue, each once. */
export function listBasis({ rulebook, today }: PaperFacts, items: readonly DecidedItem[]): Bilingual[] {
  const instruments = new Map(
    items.flatMap(({ advice }) =>
      statedCode(rulebook, advice.controlCode, today).map(({ instrument }) => [instrument.id, instrument] as const),
    ),
  );
  return [...instruments.values()].map(instrumentTitle);
}
