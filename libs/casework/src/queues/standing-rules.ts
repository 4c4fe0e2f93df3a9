// The routing rules that count: approved by a second person. Which version is in force on a day is for `rulesOn` to read.
import { Refusal } from '#kernel';
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

/** Throws Refusal `rule-not-found` (missing). */
export async function requireRule(tx: Transaction, id: string, version: number): Promise<RuleRecord> {
  const rule = await tx.rules.find(id, version);
  if (!rule) throw new Refusal('missing', 'rule-not-found', { id, version });
  return rule;
}
