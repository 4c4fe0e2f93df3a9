// Whether a control code that a person states exists on a day, and where it stands.
import type { LocalDate } from '#kernel';
import type { CodeOnDay, MeasureState, Rulebook } from './rulebook';

const ORDER: readonly MeasureState[] = ['in-force', 'suspended', 'unsettled', 'not-yet-effective', 'ended'];

/**
 * Every listing of the code that is published on the day, in-force first; empty when the code is unknown on that day.
 * The code is compared exactly as printed (`1C905.b`). An empty answer says only that no loaded entry holds the code.
 */
export function statedCode(rulebook: Rulebook, code: string, on: LocalDate, knownOn?: LocalDate): readonly CodeOnDay[] {
  const found: CodeOnDay[] = [];
  for (const row of rulebook.on(on, knownOn ?? null).measures) {
    if (row.state === 'ended') continue;
    for (const { id, entry } of row.entries) {
      if (entry.controlCode !== code || (entry.controlCodeSince !== undefined && entry.controlCodeSince > on)) continue;
      found.push({
        code,
        entry,
        entryId: id,
        instrument: row.instrument,
        measure: row.measure,
        state: row.state,
        from: entry.controlCodeSince ?? row.measure.effectiveFrom,
        to: entry.effectiveTo ?? row.measure.effectiveTo,
      });
    }
  }
  return found.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}
