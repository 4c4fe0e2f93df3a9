// What differs between the law of two days: states of measures, entries that come, go or get their code, guidance.
import type { EntryRow, LawOnDay, MeasureOnDay, Rulebook } from './rulebook';

export interface LawChanges {
  /** Ids of measures that appear, vanish or change their state. */
  readonly measures: ReadonlySet<string>;
  /** Ids of entries that appear, vanish or get their code while their measure stays. */
  readonly rows: ReadonlySet<string>;
  readonly guidance: ReadonlySet<string>;
}

const known = new WeakMap<LawOnDay['measures'], { readonly before: LawOnDay; readonly changes: LawChanges }>();

/** The changes from one day to a later one; remembered for the last pair asked of the later day. */
export function changesBetween(rulebook: Rulebook, before: LawOnDay, after: LawOnDay): LawChanges {
  const kept = known.get(after.measures);
  if (kept?.before.measures === before.measures) return kept.changes;
  const changes = compare(rulebook, before, after);
  known.set(after.measures, { before, changes });
  return changes;
}

function compare({ guidance }: Rulebook, before: LawOnDay, after: LawOnDay): LawChanges {
  const measures = new Set<string>();
  const rows = new Set<string>();
  for (const { measure } of before.measures) if (!after.measure(measure.id)) measures.add(measure.id);
  for (const place of after.measures) {
    const old = before.measure(place.measure.id);
    if (old?.state !== place.state) measures.add(place.measure.id);
    else for (const id of changedRows(old, before, place, after)) rows.add(id);
  }
  const published = guidance.map(({ id }) => id).filter((id) => before.guidancePublished(id) !== after.guidancePublished(id));
  return { measures, rows, guidance: new Set(published) };
}

function changedRows(old: MeasureOnDay, before: LawOnDay, now: MeasureOnDay, after: LawOnDay): string[] {
  const hasCode = ({ entry }: EntryRow, { day }: LawOnDay) =>
    entry.controlCodeSince === undefined || entry.controlCodeSince <= day;
  const had = new Set(old.entries);
  const has = new Set(now.entries);
  return [
    ...old.entries.filter((row) => !has.has(row)),
    ...now.entries.filter((row) => !had.has(row) || hasCode(row, before) !== hasCode(row, after)),
  ].map(({ id }) => id);
}
