// The frozen view that a licence paper is rendered from: what was granted, in the authority's codes, in both languages. Decree 792 Articles 15 and 18.
import { countryName, decimal, type Bilingual, type LocalDate } from '#kernel';
import {
  isQuantityUnit,
  quantityInKg,
  QUANTITY_UNITS,
  type ApplicationContent,
  type ApplicationItem,
  type Party,
  type PartyRole,
  type Validity,
} from '#licensing';
import { instrumentTitle, statedCode, type Rulebook } from '#regulation';
import type { AdviceRecord, ApplicationRecord } from '../records';

interface LicenceFacts {
  readonly application: ApplicationRecord;
  readonly advice: AdviceRecord;
  readonly number: string;
  readonly validity: Validity;
  readonly today: LocalDate;
  readonly authority: Bilingual;
  readonly specimen: boolean;
  readonly rulebook: Rulebook;
  readonly decidedBy: string;
  /** The code by which anyone may verify the licence, and the address that answers it. */
  readonly verification: { readonly code: string; readonly url: string };
}

/** The two texts that every dual-use licence rests on. */
const GENERAL_BASIS: readonly Bilingual[] = [
  { zh: '《中华人民共和国出口管制法》第十二条、第十三条', en: 'Export Control Law of the PRC, Articles 12 and 13' },
  {
    zh: '《中华人民共和国两用物项出口管制条例》（国务院令第792号）第十五条至第十八条',
    en: 'Regulations on Export Control of Dual-Use Items (State Council Decree 792), Articles 15 to 18',
  },
];

export function licenceView(facts: LicenceFacts): unknown {
  const { application, advice, validity, today } = facts;
  const { content } = application;
  const codes = new Map(advice.items.map((item) => [item.itemId, item.controlCode]));
  const items = content.items.map((item, index) => itemView(item, index + 1, codes.get(item.id) ?? item.controlCode));
  return {
    specimen: facts.specimen,
    number: facts.number,
    authority: facts.authority,
    kind: { zh: '单项许可', en: 'Single licence' },
    exporter: {
      nameZh: content.applicant.nameZh,
      ...(content.applicant.nameEn && { nameEn: content.applicant.nameEn }),
      creditCode: content.applicant.creditCode,
      address: content.applicant.address,
    },
    ...parties(content),
    destination: { ...place(content.shipment.destination), iso: content.shipment.destination },
    contractNumber: content.contract.number,
    ...(content.shipment.tradeMode && { tradeMode: content.shipment.tradeMode }),
    endUse: { zh: content.endUse.zh, en: content.endUse.en },
    items,
    totalValue: totalOf(items.map((item) => item.value)),
    currency: items[0]?.currency,
    conditions: advice.conditions,
    validFrom: validity.from,
    validTo: validity.to,
    issuedOn: today,
    legalBasis: [
      ...GENERAL_BASIS,
      ...listBasis(
        facts.rulebook,
        items.map((item) => item.code),
        today,
      ),
    ],
    decidedBy: { name: facts.decidedBy, title: { zh: '许可决定人', en: 'Deciding officer' } },
    verification: facts.verification,
  };
}

function place(code: string): Bilingual {
  return { zh: countryName(code, 'zh'), en: countryName(code, 'en') };
}

function itemView(item: ApplicationItem, line: number, code: string) {
  const kilograms = item.unit === 'kg' ? '' : quantityInKg(item);
  return {
    line,
    code,
    ...(item.hsCode && { hsCode: item.hsCode, ...(item.hsYear && { hsYear: item.hsYear }) }),
    nameZh: item.nameZh,
    nameEn: item.nameEn,
    specification: item.specification,
    quantity: item.quantity,
    unit: isQuantityUnit(item.unit) ? QUANTITY_UNITS[item.unit] : { zh: item.unit, en: item.unit },
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

/** The instruments that hold the granted codes on the day, each once. */
function listBasis(rulebook: Rulebook, codes: readonly string[], today: LocalDate): Bilingual[] {
  const instruments = new Map(
    codes.flatMap((code) => statedCode(rulebook, code, today).map(({ instrument }) => [instrument.id, instrument] as const)),
  );
  return [...instruments.values()].map(instrumentTitle);
}
