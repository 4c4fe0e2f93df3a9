// Looks names up on the loaded party lists.
import type { Entry } from '../rulebook/law';
import type { EntryRow, MeasureOnDay, Rulebook } from '../rulebook/rulebook';
import type { ListType } from '../rulebook/words';
import { looseNameKey, nameKey } from './party-names';
import type { Situation } from './situation';

export interface ListHit {
  readonly place: MeasureOnDay;
  readonly row: EntryRow;
  /** exact: the same name after normalisation · close: the same but for the legal form; a person decides. */
  readonly match: 'exact' | 'close';
  readonly name: string;
}

/** Fewest characters of a name without legal form that are compared. */
const LEAST_LOOSE = 4;

/** Measures that list parties and are published on the day, ended ones left out. */
export function partyLists({ law }: Situation): MeasureOnDay[] {
  return law.measures.filter(
    (place) => place.measure.kind === 'entity-list' && place.entries.length > 0 && place.state !== 'ended',
  );
}

/** Every listing of one of the names. */
export function screenNames(names: readonly (string | undefined)[], situation: Situation): ListHit[] {
  const hits: ListHit[] = [];
  const given = names.filter((name) => name !== undefined && nameKey(name) !== '') as string[];
  if (given.length === 0) return hits;
  const keys = given.map((name) => ({ name, key: nameKey(name), loose: looseNameKey(name) }));
  for (const place of partyLists(situation))
    for (const row of place.entries) {
      const listed = keysOf(row.entry);
      const exact = keys.find(({ key }) => listed.keys.has(key));
      const close = exact ?? keys.find(({ loose }) => loose.length >= LEAST_LOOSE && listed.loose.has(loose));
      if (close) hits.push({ place, row, match: exact ? 'exact' : 'close', name: close.name });
    }
  return hits;
}

interface ListedNames {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly loose: ReadonlyMap<string, readonly string[]>;
}

const namesByRulebook = new WeakMap<Rulebook, ListedNames>();

/** Ids of the listings, of whatever day, that the name hits: exactly, or but for its legal form. */
export function listedRows(rulebook: Rulebook, name: string): readonly string[] {
  const { exact, loose } = listedNames(rulebook);
  const looseKey = looseNameKey(name);
  return [...(exact.get(nameKey(name)) ?? []), ...(looseKey.length >= LEAST_LOOSE ? (loose.get(looseKey) ?? []) : [])];
}

function listedNames(rulebook: Rulebook): ListedNames {
  const known = namesByRulebook.get(rulebook);
  if (known) return known;
  const exact = new Map<string, string[]>();
  const loose = new Map<string, string[]>();
  const put = (map: Map<string, string[]>, key: string, id: string) => map.set(key, [...(map.get(key) ?? []), id]);
  for (const measure of rulebook.instruments.flatMap(({ measures }) => measures))
    if (measure.kind === 'entity-list')
      for (const { id, entry } of rulebook.rowsOf(measure.id)) {
        const keys = keysOf(entry);
        for (const key of keys.keys) put(exact, key, id);
        for (const key of keys.loose) put(loose, key, id);
      }
  const made = { exact, loose };
  namesByRulebook.set(rulebook, made);
  return made;
}

const keysByEntry = new WeakMap<Entry, { keys: ReadonlySet<string>; loose: ReadonlySet<string> }>();

function keysOf(entry: Entry): { keys: ReadonlySet<string>; loose: ReadonlySet<string> } {
  const kept = keysByEntry.get(entry);
  if (kept) return kept;
  const names = namesOf(entry);
  const made = { keys: new Set(names.map(nameKey)), loose: new Set(names.map(looseNameKey).filter(Boolean)) };
  keysByEntry.set(entry, made);
  return made;
}

/** True when the name stands on a list of one of the types whose listing is in force. */
export function isOnList(name: string, types: readonly ListType[], situation: Situation): boolean {
  return screenNames([name], situation).some(
    (hit) =>
      hit.match === 'exact' &&
      hit.place.state === 'in-force' &&
      hit.place.measure.listType !== undefined &&
      types.includes(hit.place.measure.listType),
  );
}

function namesOf(entry: Entry): string[] {
  return [entry.nameZh, entry.nameEn, ...(entry.aliases ?? []), ...(entry.branches ?? []).map((branch) => branch.nameEn)];
}
