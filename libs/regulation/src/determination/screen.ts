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
  return law.measures.filter((place) => place.measure.kind === 'entity-list' && place.entries.length > 0 && place.state !== 'ended');
}

/** Every listing of one of the names. */
export function screenNames(names: readonly (string | undefined)[], situation: Situation): ListHit[] {
  const hits: ListHit[] = [];
  const given = names.filter((name) => name !== undefined && nameKey(name) !== '') as string[];
  for (const place of partyLists(situation))
    for (const row of place.entries) {
      const exact = given.find((name) => namesOf(row.entry).some((listed) => nameKey(listed) === nameKey(name)));
      if (exact !== undefined) {
        hits.push({ place, row, match: 'exact', name: exact });
        continue;
      }
      const close = given.find((name) => looseNameKey(name).length >= 4 && namesOf(row.entry).some((listed) => looseNameKey(listed) === looseNameKey(name)));
      if (close !== undefined) hits.push({ place, row, match: 'close', name: close });
    }
  return hits;
}

/** True when the name stands on a list of one of the types whose listing is in force. */
export function isOnList(name: string, types: readonly ListType[], situation: Situation): boolean {
  return screenNames([name], situation).some((hit) => hit.match === 'exact' && hit.place.state === 'in-force' && hit.place.measure.listType !== undefined && types.includes(hit.place.measure.listType));
}

function namesOf(entry: Entry): string[] {
  return [entry.nameZh, entry.nameEn, ...(entry.aliases ?? []), ...(entry.branches ?? []).map((branch) => branch.nameEn)];
}
