// What an amendment changes, field by field. Items and parties are matched by id, rows of composition and parameters by name, never by place:
// the order of a list says nothing, so a mere new order is no difference.
import { decimal, isDecimalText } from '#kernel';
import {
  emptyContent,
  emptyItem,
  type ApplicationContent,
  type ApplicationItem,
  type ItemComposition,
  type ItemParameter,
  type PaperKind,
  type Party,
  type PartyRole,
} from './content';

/** A paper as a difference names it. */
export interface PaperFace {
  readonly kind: PaperKind;
  readonly fileName: string;
  readonly sha256: string;
}

/** A value as stated; the whole row where one was added or removed. */
export type DifferenceValue = string | boolean | null | ApplicationItem | Party | ItemComposition | ItemParameter | PaperFace;

/** The item, party or kind of paper that a row belongs to. */
export type DifferenceSubject =
  | { readonly section: 'items'; readonly id: string }
  /** The roles that the party holds before or after. */
  | { readonly section: 'parties'; readonly id: string; readonly roles: readonly PartyRole[] }
  | { readonly section: 'papers'; readonly id: PaperKind };

export interface DifferenceRow {
  /** Dotted path as faults name it (`items.2.quantity`), with places of the content after the change; of what was removed, with places before it. */
  readonly at: string;
  /** The path before the change, where places differ. */
  readonly was?: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Null for what was added. */
  readonly before: DifferenceValue;
  /** Null for what was removed. */
  readonly after: DifferenceValue;
  /** Absent for a field outside the lists. */
  readonly subject?: DifferenceSubject;
}

/** Fields whose text is a number; everywhere else `10` and `10.0` are two texts. A parameter's value may be a word, which is compared as text. */
const NUMERIC_FIELDS: readonly string[] = ['quantity', 'kgQuantity', 'unitPrice', 'value', 'massPercent'];

const ITEM_FIELDS = (Object.keys(emptyItem()) as (keyof ApplicationItem)[]).filter((key) => key !== 'id');
const PARTY_FIELDS = [
  'role',
  'nameZh',
  'nameEn',
  'country',
  'address',
  'registrationNumber',
] as const satisfies readonly (keyof Party)[];

/**
 * Every difference, in the order of the sections, of the rows after the change and of their fields; what was removed follows what stayed.
 * Numbers are compared as decimals, text without the spaces at its ends. Rows with the same id or name are matched in their order.
 */
export function differenceBetween(before: ApplicationContent, after: ApplicationContent): DifferenceRow[] {
  const fieldsOf = (section: 'applicant' | 'endUse' | 'contract' | 'shipment' | 'declaration') =>
    fieldDifferences(before[section], after[section], keysOf(emptyContent()[section]), { at: section, was: section });
  return [
    ...fieldsOf('applicant'),
    ...itemDifferences(before.items, after.items),
    ...partyDifferences(before.parties, after.parties),
    ...fieldsOf('endUse'),
    ...fieldsOf('contract'),
    ...fieldsOf('shipment'),
    ...fieldsOf('declaration'),
  ];
}

interface Place {
  readonly at: string;
  readonly was: string;
  readonly subject?: DifferenceSubject;
}

function itemDifferences(before: readonly ApplicationItem[], after: readonly ApplicationItem[]): DifferenceRow[] {
  return listDifferences(
    before,
    after,
    (item) => item.id,
    { at: 'items', was: 'items' },
    (was, is, place) => {
      const subject = { section: 'items', id: (is ?? was)?.id ?? '' } as const;
      if (!was || !is) return [wholeRow(was, is, { ...place, subject })];
      return ITEM_FIELDS.flatMap((key) => {
        const inside = { at: `${place.at}.${key}`, was: `${place.was}.${key}`, subject };
        if (key === 'composition') return namedDifferences(was[key], is[key], (row) => row.substance, ['massPercent'], inside);
        if (key === 'parameters') return namedDifferences(was[key], is[key], (row) => row.property, ['value', 'unit'], inside);
        return fieldDifferences(was, is, [key], { ...place, subject });
      });
    },
  );
}

function partyDifferences(before: readonly Party[], after: readonly Party[]): DifferenceRow[] {
  return listDifferences(
    before,
    after,
    (party) => party.id,
    { at: 'parties', was: 'parties' },
    (was, is, place) => {
      const roles = [...new Set([was, is].flatMap((party) => party?.role ?? []))];
      const subject = { section: 'parties', id: (is ?? was)?.id ?? '', roles } as const;
      return was && is
        ? fieldDifferences(was, is, PARTY_FIELDS, { ...place, subject })
        : [wholeRow(was, is, { ...place, subject })];
    },
  );
}

/** Rows that their name identifies; `fields` are the others. */
function namedDifferences<Row extends ItemComposition | ItemParameter>(
  before: readonly Row[],
  after: readonly Row[],
  nameOf: (row: Row) => string,
  fields: readonly (keyof Row & string)[],
  list: Place,
): DifferenceRow[] {
  return listDifferences(
    before,
    after,
    (row) => nameOf(row).trim(),
    list,
    (was, is, place) => (was && is ? fieldDifferences(was, is, fields, place) : [wholeRow(was, is, place)]),
  );
}

/** Pairs the rows of two lists by key, equal keys in their order, and asks what each pair differs in: first the rows after, then those removed. */
function listDifferences<Row>(
  before: readonly Row[],
  after: readonly Row[],
  keyOf: (row: Row) => string,
  list: Place,
  differencesOf: (was: Row | undefined, is: Row | undefined, place: Place) => DifferenceRow[],
): DifferenceRow[] {
  const placesBefore = new Map<string, number[]>();
  before.forEach((row, place) => {
    const places = placesBefore.get(keyOf(row));
    if (places) places.push(place);
    else placesBefore.set(keyOf(row), [place]);
  });
  const rows = after.flatMap((row, place) => {
    const at = `${list.at}.${place}`;
    const placeBefore = placesBefore.get(keyOf(row))?.shift();
    return placeBefore === undefined
      ? differencesOf(undefined, row, { ...list, at, was: at })
      : differencesOf(before[placeBefore], row, { ...list, at, was: `${list.was}.${placeBefore}` });
  });
  const gone = new Set([...placesBefore.values()].flat());
  const removed = before.flatMap((row, place) => {
    const at = `${list.was}.${place}`;
    return gone.has(place) ? differencesOf(row, undefined, { ...list, at, was: at }) : [];
  });
  return [...rows, ...removed];
}

function wholeRow<Row extends DifferenceValue>(was: Row | undefined, is: Row | undefined, { at, subject }: Place): DifferenceRow {
  return { at, kind: is ? 'added' : 'removed', before: was ?? null, after: is ?? null, ...(subject && { subject }) };
}

function fieldDifferences<Row extends object>(
  before: Row,
  after: Row,
  keys: readonly (keyof Row & string)[],
  { at, was, subject }: Place,
): DifferenceRow[] {
  return keys.flatMap((key) => {
    const [old, now] = [before[key], after[key]] as [DifferenceValue, DifferenceValue];
    if (isSame(key, old, now)) return [];
    return [
      {
        at: `${at}.${key}`,
        ...(was !== at && { was: `${was}.${key}` }),
        kind: 'changed' as const,
        before: old,
        after: now,
        ...(subject && { subject }),
      },
    ];
  });
}

function isSame(key: string, before: DifferenceValue, after: DifferenceValue): boolean {
  if (typeof before !== 'string' || typeof after !== 'string') return before === after;
  const [old, now] = [before.trim(), after.trim()];
  return old === now || (NUMERIC_FIELDS.includes(key) && isDecimalText(old) && isDecimalText(now) && decimal(old).eq(now));
}

function keysOf<Row extends object>(row: Row): (keyof Row & string)[] {
  return Object.keys(row) as (keyof Row & string)[];
}
