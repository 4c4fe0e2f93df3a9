// A day of the law together with the day of knowledge.
import { Refusal, type LocalDate } from '#kernel';
import type { Rulebook } from './rulebook';

export interface LawPoint {
  /** The legal day. */
  readonly on: LocalDate;
  /** The day of knowledge; null = everything loaded. */
  readonly knownOn: LocalDate | null;
}

/** The point. Throws Refusal `determination.day-before-law` (invalid) for a day before the first loaded measure: nothing is known of it. */
export function lawPoint(
  { firstDay }: Rulebook,
  { on, knownOn = null }: { readonly on: LocalDate; readonly knownOn?: LocalDate | null },
): LawPoint {
  for (const day of [on, knownOn ?? on])
    if (day < firstDay) throw new Refusal('invalid', 'determination.day-before-law', { on: day, firstDay });
  return { on, knownOn };
}
