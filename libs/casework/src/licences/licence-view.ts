// The frozen view that a licence paper is rendered from: what was granted, in the authority's codes, in both languages. Decree 792 Articles 15 and 18.
import { decimal, type Bilingual } from '#kernel';
import { decisionOf, quantityInKg, type ApplicationContent, type Party, type PartyRole, type Validity } from '#licensing';
import {
  decidedItems,
  decree792,
  destinationOf,
  EXPORT_CONTROL_LAW,
  itemHead,
  listBasis,
  paperHead,
  place,
  type DecidedItem,
  type PaperFacts,
} from '../decisions/paper-parts';

interface LicenceFacts extends PaperFacts {
  readonly validity: Validity;
  /** The code by which anyone may verify the licence, and the address that answers it. */
  readonly verification: { readonly code: string; readonly url: string };
}

/** The two texts that every dual-use licence rests on. */
const GENERAL_BASIS: readonly Bilingual[] = [EXPORT_CONTROL_LAW, decree792('第十五条至第十八条', 'Articles 15 to 18')];

/** The licence of the approved lines, and of no other. */
export function licenceView(facts: LicenceFacts): object {
  const { application, validity } = facts;
  const { content } = application;
  const licensed = decidedItems(facts, decisionOf(facts.lines).licensed);
  const items = licensed.map(itemView);
  return {
    ...paperHead(facts),
    kind: { zh: '单项许可', en: 'Single licence' },
    ...parties(content),
    destination: destinationOf(application),
    contractNumber: content.contract.number,
    ...(content.shipment.tradeMode && { tradeMode: content.shipment.tradeMode }),
    endUse: { zh: content.endUse.zh, en: content.endUse.en },
    items,
    totalValue: totalOf(items.map((item) => item.value)),
    currency: items[0]?.currency,
    conditions: conditionsOf(licensed),
    validFrom: validity.from,
    validTo: validity.to,
    legalBasis: [...GENERAL_BASIS, ...listBasis(facts, licensed)],
    verification: facts.verification,
  };
}

/** Each condition once, in the order of the items; one that does not hold for all of them names the lines it holds for. */
function conditionsOf(licensed: readonly DecidedItem[]): Bilingual[] {
  const linesOf = new Map<string, { readonly condition: Bilingual; readonly lines: Set<number> }>();
  for (const { line, advice } of licensed)
    for (const { zh, en } of advice.conditions) {
      const condition = { zh: zh.trim(), en: en.trim() };
      const key = JSON.stringify([condition.zh, condition.en]);
      const found = linesOf.get(key) ?? { condition, lines: new Set() };
      linesOf.set(key, { ...found, lines: found.lines.add(line) });
    }
  return [...linesOf.values()].map(({ condition, lines }) =>
    lines.size === licensed.length
      ? condition
      : {
          zh: `仅适用于序号${[...lines].join('、')}：${condition.zh}`,
          en: `For ${lines.size === 1 ? 'line' : 'lines'} ${[...lines].join(', ')} only: ${condition.en}`,
        },
  );
}

function itemView(decided: DecidedItem) {
  const { item, advice } = decided;
  const kilograms = item.unit === 'kg' ? '' : quantityInKg(item);
  return {
    ...itemHead(decided),
    code: advice.controlCode,
    ...(item.hsCode && { hsCode: item.hsCode, ...(item.hsYear && { hsYear: item.hsYear }) }),
    ...(kilograms && { kgQuantity: kilograms }),
    ...(item.unitPrice && { unitPrice: item.unitPrice }),
    value: item.value,
    currency: item.currency,
    origin: place(item.origin),
  };
}

/** The exact sum, with as many decimal places as the finest of the values. */
function totalOf(values: readonly string[]): string {
  const places = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  return values.reduce((sum, value) => sum.plus(value), decimal(0)).toFixed(places);
}

function parties({ parties }: ApplicationContent) {
  const first = (role: PartyRole) => parties.find((party) => party.role === role);
  const importer = first('importer');
  const endUser = first('end-user');
  const consignee = first('consignee');
  return {
    ...(importer && { importer: partyView(importer) }),
    ...(consignee && { consignee: partyView(consignee) }),
    ...(endUser && { endUser: partyView(endUser) }),
  };
}

function partyView(party: Party) {
  return {
    ...(party.nameZh && { nameZh: party.nameZh }),
    ...(party.nameEn && { nameEn: party.nameEn }),
    country: place(party.country),
    address: party.address,
  };
}
