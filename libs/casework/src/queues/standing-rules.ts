// The routing rules that count: approved by a second person and not retired. Their days are for `rulesOn` to read.
import type { RoutingRule } from '#licensing';
import type { Transaction } from '../ports/store.port';
import type { RuleRecord } from './queue-records';

export async function standingRules(tx: Transaction): Promise<RoutingRule[]> {
  return (await tx.rules.standing()).map(ruleOf);
}

/** The rule as floor 0 reads it. */
export function ruleOf({ id, version, name, tier, stages, criteria, effect, from, to }: RuleRecord): RoutingRule {
  return { id, version, name, tier, stages, criteria, effect, from, to };
}
