// Looks names up on the loaded party lists.
import type { Entry } from '../rulebook/law';
import type { EntryRow, MeasureOnDay } from '../rulebook/rulebook';
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
      const close = exact ?? keys.find(({ loose }) => loose.length >= 4 && listed.loose.has(loose));
      if (close) hits.push({ place, row, match: exact ? 'exact' : 'close', name: close.name });
    }
  return hits;
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
