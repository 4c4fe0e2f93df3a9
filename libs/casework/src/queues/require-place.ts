// Acts on a case other than moves keep to the same rule as moves: one's own queue, and nobody else at it.
import { Refusal } from '#kernel';
import { guards, type GuardFacts } from '#licensing';

/** Throws Refusal `not-on-your-queue` or `held-by-another` (conflict). */
export function requirePlace(facts: GuardFacts): void {
  const fault = guards['on-your-queue'](facts) ?? guards['not-held-by-another'](facts);
  if (fault) throw new Refusal('conflict', fault.code, fault.facts);
}
