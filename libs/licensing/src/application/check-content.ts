// Whether what is stated can be right at all. An empty field is no fault here (completeness asks for it); a wrong one is refused when it is saved.
import { decimal, isDecimalText, isLocalDate, type Fault } from '#kernel';
import { kgContradiction, minorPlaces } from './amounts';
import {
  HS_YEARS,
  type ApplicationContent,
  type ApplicationItem,
  type Contract,
  type Party,
  type PartyRole,
  type Shipment,
} from './content';
import { isQuantityUnit, QUANTITY_UNITS } from './units';

/** Largest quantity and value that one line may state, inclusive. */
export const LARGEST_QUANTITY = '1000000000';
export const LARGEST_VALUE = '100000000000';
/** Largest quantity in kilograms, inclusive: that of LARGEST_QUANTITY tonnes. */
export const LARGEST_KG = '1000000000000';

/** Countries and codes the caller knows; the lists live outside this room. */
export interface KnownCodes {
  country(code: string): boolean;
  currency(code: string): boolean;
  /** Whether the code is an entry of the control lists on the day of the act. */
  controlCode(code: string): boolean;
}

/** Everything in the content that cannot be right, each with the dotted path of its field. */
export function checkContent(content: ApplicationContent, known: KnownCodes): Fault[] {
  return [
    ...repeatedIds(content.items, 'items'),
    ...repeatedIds(content.parties, 'parties'),
    ...content.items.flatMap((item, index) => checkItem(item, `items.${index}`, known)),
    ...content.parties.flatMap((party, index) =>
      unknownCode(party.country, `parties.${index}.country`, 'unknown-country', known.country),
    ),
    ...repeatedRoles(content.parties),
    ...unknownCode(content.shipment.destination, 'shipment.destination', 'unknown-country', known.country),
    ...insideChina(content.shipment),
    ...(content.shipment.tradeMode && !/^\d{4}$/.test(content.shipment.tradeMode)
      ? [{ code: 'trade-mode-wrong', at: 'shipment.tradeMode', facts: { value: content.shipment.tradeMode } }]
      : []),
    ...checkContract(content.contract),
    ...(content.applicant.creditCode && !isCreditCode(content.applicant.creditCode)
      ? [{ code: 'credit-code-wrong', at: 'applicant.creditCode', facts: { value: content.applicant.creditCode } }]
      : []),
  ];
}

/** Advice and determinations name a row by its id, so each stands once. */
function repeatedIds(rows: readonly { readonly id: string }[], at: string): Fault[] {
  return rows.flatMap(({ id }, index) =>
    rows.findIndex((row) => row.id === id) < index
      ? [{ code: 'repeated-id', at: `${at}.${index}.id`, facts: { value: id } }]
      : [],
  );
}

/** A single licence names one end user, and one importer and consignee beside it. Decree 792 Art. 15. */
const ROLES_HELD_ONCE: readonly PartyRole[] = ['importer', 'consignee', 'end-user'];

function repeatedRoles(parties: readonly Party[]): Fault[] {
  return parties.flatMap(({ role }, index) =>
    ROLES_HELD_ONCE.includes(role) && parties.findIndex((party) => party.role === role) < index
      ? [{ code: 'role-held-twice', at: `parties.${index}.role`, facts: { role } }]
      : [],
  );
}

/** An export leaves the mainland; only supply to a foreign person may stay inside it. Decree 792 Art. 2. */
function insideChina({ destination, deliveryForm }: Shipment): Fault[] {
  return destination === 'CN' && deliveryForm !== 'deemed'
    ? [{ code: 'destination-inside-china', at: 'shipment.destination', facts: { value: destination } }]
    : [];
}

function checkItem(item: ApplicationItem, at: string, known: KnownCodes): Fault[] {
  const faults: Fault[] = [
    ...amount(item.quantity, `${at}.quantity`, LARGEST_QUANTITY, QUANTITY_PLACES),
    ...amount(
      item.value,
      `${at}.value`,
      LARGEST_VALUE,
      known.currency(item.currency) ? minorPlaces(item.currency) : QUANTITY_PLACES,
    ),
    ...amount(item.kgQuantity, `${at}.kgQuantity`, LARGEST_KG, KG_PLACES),
    ...amount(item.unitPrice, `${at}.unitPrice`, LARGEST_VALUE, UNIT_PRICE_PLACES),
    ...kgContradiction(item, at),
    ...unknownCode(item.origin, `${at}.origin`, 'unknown-country', known.country),
    ...unknownCode(item.currency, `${at}.currency`, 'unknown-currency', known.currency),
    ...checkCode(item, `${at}.controlCode`, known),
  ];
  if (
    UNITS_OF_WHOLES.includes(item.unit) &&
    isDecimalText(item.quantity) &&
    !decimal(item.quantity).eq(decimal(item.quantity).round(0))
  ) {
    faults.push({ code: 'not-a-whole-number', at: `${at}.quantity`, facts: { value: item.quantity, unit: item.unit } });
  }
  if (item.unit && !isQuantityUnit(item.unit)) {
    faults.push({ code: 'unknown-unit', at: `${at}.unit`, facts: { value: item.unit, known: Object.keys(QUANTITY_UNITS) } });
  }
  if (item.hsCode && !/^\d{6,10}$/.test(item.hsCode))
    faults.push({ code: 'hs-code-wrong', at: `${at}.hsCode`, facts: { value: item.hsCode } });
  if (item.hsYear && !isHsYear(item.hsYear))
    faults.push({ code: 'hs-year-wrong', at: `${at}.hsYear`, facts: { value: item.hsYear, ...HS_YEARS } });
  let sum = decimal(0);
  item.composition.forEach((row, index) => {
    if (!row.massPercent) return;
    const path = `${at}.composition.${index}.massPercent`;
    if (!isDecimalText(row.massPercent) || decimal(row.massPercent).lt(0) || decimal(row.massPercent).gt(100)) {
      faults.push({ code: 'percent-out-of-range', at: path, facts: { value: row.massPercent } });
    } else sum = sum.plus(row.massPercent);
  });
  if (sum.gt(100)) faults.push({ code: 'composition-over-100', at: `${at}.composition`, facts: { sum: sum.toFixed() } });
  item.parameters.forEach((parameter, index) => {
    if (isDecimalText(parameter.value) && !parameter.unit) {
      faults.push({
        code: 'parameter-without-unit',
        at: `${at}.parameters.${index}.unit`,
        facts: { property: parameter.property },
      });
    }
  });
  return faults;
}

/** Units that count wholes. */
const UNITS_OF_WHOLES: readonly string[] = ['pcs', 'set', 'licence'];
/** Most decimal places of a quantity. */
const QUANTITY_PLACES = 6;
/** Most decimal places of a quantity in kilograms: grams with those of a quantity. */
const KG_PLACES = 9;
/** Most decimal places of a unit price, which may be finer than the currency's smallest unit. */
const UNIT_PRICE_PLACES = 6;

function isHsYear(text: string): boolean {
  return /^\d{4}$/.test(text) && Number(text) >= HS_YEARS.first && Number(text) <= HS_YEARS.last;
}

/** Grammar of a control code: announcement 51 of 2024, part on the numbering of the list. */
const CONTROL_CODE = /^[0-9][A-E][0-9]{3}(\.[a-z](\.[0-9]+(\.[a-z](\.[0-9]+)?)?)?)?$/;

/** True for a well-formed code, whether or not a list holds it. */
export function isControlCode(text: string): boolean {
  return CONTROL_CODE.test(text);
}

/** A malformed code is wrong; a code that the loaded law does not hold needs the edition in which it was read, for the loaded law is not the whole list. */
function checkCode({ controlCode, codeEdition }: ApplicationItem, at: string, known: KnownCodes): Fault[] {
  if (!controlCode) return [];
  if (!isControlCode(controlCode)) return [{ code: 'control-code-malformed', at, facts: { value: controlCode } }];
  return known.controlCode(controlCode) || codeEdition
    ? []
    : [{ code: 'unknown-control-code', at, facts: { value: controlCode } }];
}

function amount(text: string, at: string, largest: string, places: number): Fault[] {
  if (!text) return [];
  if (!isDecimalText(text)) return [{ code: 'not-a-number', at, facts: { value: text } }];
  if (decimal(text).lte(0)) return [{ code: 'not-above-zero', at, facts: { value: text } }];
  if (decimal(text).gt(largest)) return [{ code: 'absurdly-large', at, facts: { value: text, largest } }];
  return decimal(text).eq(decimal(text).round(places)) ? [] : [{ code: 'too-many-places', at, facts: { value: text, places } }];
}

function unknownCode(value: string, at: string, code: string, isKnown: (value: string) => boolean): Fault[] {
  return value && !isKnown(value) ? [{ code, at, facts: { value } }] : [];
}

function checkContract(contract: Contract): Fault[] {
  const faults: Fault[] = [];
  for (const key of ['date', 'deliveryFrom', 'deliveryTo'] as const) {
    if (contract[key] && !isLocalDate(contract[key]))
      faults.push({ code: 'not-a-day', at: `contract.${key}`, facts: { value: contract[key] } });
  }
  const { deliveryFrom, deliveryTo } = contract;
  if (faults.length === 0 && deliveryFrom && deliveryTo && deliveryTo < deliveryFrom) {
    faults.push({ code: 'end-before-start', at: 'contract.deliveryTo', facts: { from: deliveryFrom, to: deliveryTo } });
  }
  return faults;
}

const CREDIT_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Unified social credit code: 18 characters with the check character of GB 32100-2015. */
export function isCreditCode(text: string): boolean {
  if (text.length !== 18) return false;
  const values = [...text].map((character) => CREDIT_ALPHABET.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = CREDIT_WEIGHTS.reduce((total, weight, index) => total + weight * (values[index] ?? 0), 0);
  return values[17] === (31 - (sum % 31)) % 31;
}
