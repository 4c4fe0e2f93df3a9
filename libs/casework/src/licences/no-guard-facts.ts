// The facts for the guards of a licence's moves: none of them looks at advice or completeness.
import type { GuardFacts } from '#licensing';
import type { Actor } from '../actor';

export function noGuardFacts(actor: Actor): GuardFacts {
  return { actorId: actor.personId, holderId: null, missing: [], advice: null, countersignerId: null };
}
