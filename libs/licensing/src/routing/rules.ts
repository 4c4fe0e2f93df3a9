// Which queues a case goes to and how many countersignatures are asked, by the routing rules in force on a day.
import type { Bilingual, LocalDate } from '#kernel';
import type { ApplicationStatus } from '../lifecycle/transitions';
import { meets, type RoutingCriteria, type RoutingFacts } from './criteria';

export type RuleEffect =
  | { readonly kind: 'queues'; readonly queueIds: readonly string[] }
  | { readonly kind: 'countersignatures'; readonly count: 1 | 2 }
  /** The end of the rule with all its versions: from its first day on the version does nothing, and no older one is revived. */
  | { readonly kind: 'retirement' };

/** One version of a rule; id and version together stand once. A newer version replaces the older ones from its first day on, for good. */
export interface RoutingRule {
  readonly id: string;
  /** 1 or above, growing. */
  readonly version: number;
  /** 1 to 9; the lowest tier in which a rule matches decides. */
  readonly tier: number;
  readonly stages: readonly ApplicationStatus[];
  readonly criteria: RoutingCriteria;
  readonly effect: RuleEffect;
  /** First day in force. */
  readonly from: LocalDate;
  /** Last day in force; null while no end is set. */
  readonly to: LocalDate | null;
  readonly name: Bilingual;
}

/** Where rules are asked for countersignatures, whatever stage the case has reached: what they ask stays asked until the decision is told. Such a rule states this stage alone. */
export const SIGNING_STAGE = 'advised' satisfies ApplicationStatus;

/** How many countersignatures a procedure asks, both inclusive. */
export interface SignatureBounds {
  readonly least: number;
  readonly most: number;
}

export interface RuleVersion {
  readonly ruleId: string;
  readonly version: number;
}

/** A queue with the rule that put the case there. */
export interface RoutedQueue extends RuleVersion {
  readonly queueId: string;
}

export interface CountersignaturesAsked {
  readonly count: number;
  /** Every matching rule, by id, each with the count that it asks. */
  readonly rules: readonly (RuleVersion & { readonly count: 1 | 2 })[];
}

/** The rules in force on the day, by id. */
export function rulesOn(rules: readonly RoutingRule[], day: LocalDate): RoutingRule[] {
  const begun = rules.filter(({ from }) => from <= day);
  const newest = new Map<string, number>();
  for (const { id, version } of begun) newest.set(id, Math.max(version, newest.get(id) ?? version));
  return begun
    .filter(({ id, version, to }) => version === newest.get(id) && (to === null || to >= day))
    .sort((one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0));
}

/**
 * The queues of the case: of the lowest tier in which a rule for queues matches, the queues of all its matching rules, by rule id.
 * A queue that several rules name bears the first of them. Empty when no rule matches.
 */
export function routeTo(rules: readonly RoutingRule[], facts: RoutingFacts, day: LocalDate): RoutedQueue[] {
  return routeAmong(rulesOn(rules, day), facts);
}

/** `routeTo` among rules that `rulesOn` gave. A rule that names no queue decides no tier. */
export function routeAmong(inForce: readonly RoutingRule[], facts: RoutingFacts): RoutedQueue[] {
  let deciding = Infinity;
  let routed = new Map<string, RoutedQueue>();
  for (const { id, version, tier, stages, criteria, effect } of inForce) {
    if (effect.kind !== 'queues' || effect.queueIds.length === 0 || tier > deciding) continue;
    if (!stages.includes(facts.stage) || !meets(facts, criteria)) continue;
    if (tier < deciding) routed = new Map();
    deciding = tier;
    for (const queueId of effect.queueIds) if (!routed.has(queueId)) routed.set(queueId, { queueId, ruleId: id, version });
  }
  return [...routed.values()];
}

/** The highest count that a matching rule of any tier asks at SIGNING_STAGE, within the bounds; the stage of the facts is not looked at. */
export function countersignaturesAsked(
  rules: readonly RoutingRule[],
  facts: RoutingFacts,
  day: LocalDate,
  bounds: SignatureBounds,
): CountersignaturesAsked {
  return countersignaturesAmong(rulesOn(rules, day), facts, bounds);
}

/** `countersignaturesAsked` among rules that `rulesOn` gave. */
export function countersignaturesAmong(
  inForce: readonly RoutingRule[],
  facts: RoutingFacts,
  { least, most }: SignatureBounds,
): CountersignaturesAsked {
  const rules = inForce.flatMap(({ id, version, stages, criteria, effect }) => {
    if (effect.kind !== 'countersignatures' || !stages.includes(SIGNING_STAGE)) return [];
    return meets(facts, criteria) ? [{ ruleId: id, version, count: effect.count }] : [];
  });
  return { count: Math.min(most, Math.max(least, ...rules.map(({ count }) => count))), rules };
}
