// Whether a control code that a person states exists on a day, and where it stands.
import type { LocalDate } from '#kernel';
import type { CodeOnDay, LawOnDay, MeasureState, Rulebook } from './rulebook';

const ORDER: readonly MeasureState[] = ['in-force', 'suspended', 'unsettled', 'not-yet-effective', 'ended'];

/** The listings of the law of a day by code, for as long as the rulebook keeps that day. */
const codesOf = new WeakMap<LawOnDay, ReadonlyMap<string, readonly CodeOnDay[]>>();

/**
 * Every listing of the code that is published on the day, in-force first; empty when the code is unknown on that day.
 * The code is compared exactly as printed (`1C905.b`). An empty answer says only that no loaded entry holds the code.
 */
export function statedCode(rulebook: Rulebook, code: string, on: LocalDate, knownOn?: LocalDate): readonly CodeOnDay[] {
  const law = rulebook.on(on, knownOn ?? null);
  const codes = codesOf.get(law) ?? listedCodes(law, on);
  codesOf.set(law, codes);
  return codes.get(code) ?? [];
}

function listedCodes(law: LawOnDay, on: LocalDate): ReadonlyMap<string, readonly CodeOnDay[]> {
  const codes = new Map<string, CodeOnDay[]>();
  for (const row of law.measures) {
    if (row.state === 'ended') continue;
    for (const { id, entry } of row.entries) {
      const { controlCode: code, controlCodeSince: since } = entry;
      if (code === undefined || (since !== undefined && since > on)) continue;
      const listings = codes.get(code) ?? [];
      codes.set(code, listings);
      listings.push({
        code,
        entry,
        entryId: id,
        instrument: row.instrument,
        measure: row.measure,
        state: row.state,
        from: since ?? row.measure.effectiveFrom,
        to: entry.effectiveTo ?? row.measure.effectiveTo,
      });
    }
  }
  for (const listings of codes.values()) listings.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return codes;
}

/** True when `code` is the stated code or lies below it. */
export function codeCovers(stated: string, code: string): boolean {
  return code === stated || code.startsWith(`${stated}.`);
}
