// What is wrong with the routing rules as a whole: a rule that can never fire, that a lower tier shadows, that adds nothing, or that names what is not there.
import { addDays, isCountry, type Fault, type LocalDate } from '#kernel';
import type { ApplicationStatus } from '../lifecycle/transitions';
import { CRITERIA_LISTS, isEmptyRange } from './criteria';
import { implies } from './implies';
import type { RoutingRule, RuleEffect, SignatureBounds } from './rules';

export interface RoutingQueue {
  readonly id: string;
  /** The stages at which the queue takes cases. */
  readonly stages: readonly ApplicationStatus[];
  readonly retired: boolean;
}

/** A problem of one version of a rule; `at` is a path within the rule. */
export interface RuleProblem extends Fault {
  readonly ruleId: string;
  readonly version: number;
  /** Certain: from the day of the check on, the rule adds no queue to any case and asks no countersignature that the procedure does not ask anyway. */
  readonly never: boolean;
}

/** What the caller knows; without it, nothing is said about such names. */
export interface KnownNames {
  /** Whether some entry of the control lists bears the code or one below it. */
  readonly code?: (code: string) => boolean;
  readonly procedures?: readonly { readonly id: string; readonly countersignatures: SignatureBounds }[];
}

/** The days on which a rule decides, both inclusive. */
interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

/**
 * The problems of the rules from `day` on, in the order of the rules; versions that have ended or were replaced by then are history and left out, as are retirements.
 * Each rule is compared with one other at a time: a rule that only several others together shadow is not named.
 */
export function ruleProblems(
  rules: readonly RoutingRule[],
  queues: readonly RoutingQueue[],
  day: LocalDate,
  known: KnownNames = {},
): RuleProblem[] {
  const periods = new Map(rules.map((rule) => [rule, periodOf(rule, rules, day)]));
  return rules.flatMap((rule) => {
    if (isHistory(rule, rules, day) || rule.effect.kind === 'retirement') return [];
    const dead = [...deadEnds(rule, periods.get(rule) ?? null, rules), ...askedAnyway(rule, known)];
    const beaten = dead.length > 0 ? [] : besideOthers(rule, periods);
    const names = [...unknownNames(rule, known), ...queueFaults(rule, queues)];
    const problem = (never: boolean) => (fault: Fault) => ({ ruleId: rule.id, version: rule.version, never, ...fault });
    return [
      ...dead.map(problem(true)),
      ...beaten.map((fault) => problem(fault.code === 'rule-shadowed')(fault)),
      ...names.map(problem(false)),
    ];
  });
}

function newerOf(rule: RoutingRule, rules: readonly RoutingRule[]): RoutingRule[] {
  return rules.filter(({ id, version }) => id === rule.id && version > rule.version);
}

function isHistory(rule: RoutingRule, rules: readonly RoutingRule[], day: LocalDate): boolean {
  const ended = rule.to !== null && rule.to >= rule.from && rule.to < day;
  return ended || newerOf(rule, rules).some(({ from }) => from <= day);
}

/** The days from `day` on, up to the first of a newer version; null when there is none. */
function periodOf(rule: RoutingRule, rules: readonly RoutingRule[], day: LocalDate): Period | null {
  if (isHistory(rule, rules, day)) return null;
  const from = rule.from > day ? rule.from : day;
  const ends = [...newerOf(rule, rules).map((newer) => addDays(newer.from, -1)), ...(rule.to === null ? [] : [rule.to])].sort();
  const to = ends[0] ?? null;
  return to !== null && to < from ? null : { from, to };
}

function deadEnds(rule: RoutingRule, period: Period | null, rules: readonly RoutingRule[]): Fault[] {
  const { stages, criteria, effect, from, to } = rule;
  const emptyLists = [
    ...(stages.length === 0 ? ['stages'] : []),
    ...CRITERIA_LISTS.filter((list) => criteria[list]?.length === 0).map((list) => `criteria.${list}`),
    ...(effect.kind === 'queues' && effect.queueIds.length === 0 ? ['effect.queueIds'] : []),
  ];
  const faults: Fault[] = emptyLists.map((at) => ({ code: 'rule-list-empty', at }));
  const { value } = criteria;
  if (value && isEmptyRange(value)) faults.push({ code: 'value-range-empty', at: 'criteria.value', facts: { ...value } });
  if (to !== null && to < from) faults.push({ code: 'end-before-start', at: 'to', facts: { from, to } });
  else if (period === null) {
    const versions = newerOf(rule, rules).flatMap((newer) => (newer.from <= from ? [newer.version] : []));
    faults.push({ code: 'rule-replaced', at: 'from', facts: { from, by: Math.max(...versions) } });
  }
  return faults;
}

/** The procedures of the rule ask as many signatures without it. */
function askedAnyway({ criteria, effect }: RoutingRule, { procedures = [] }: KnownNames): Fault[] {
  if (effect.kind !== 'countersignatures') return [];
  const { count } = effect;
  const bearing = procedures.filter(({ id }) => criteria.procedures?.includes(id) ?? true);
  const anyway = bearing.every(({ countersignatures: { least, most } }) => Math.min(count, most) <= least);
  return bearing.length > 0 && anyway ? [{ code: 'signatures-asked-anyway', at: 'effect.count', facts: { count } }] : [];
}

/** The first rule, by tier and id, that shadows this one; else the first, by id, that leaves it nothing to add. */
function besideOthers(rule: RoutingRule, periods: ReadonlyMap<RoutingRule, Period | null>): Fault[] {
  const covering = [...periods.keys()].filter((other) => other !== rule && covers(other, rule, periods)).sort(inOrder);
  const shadow = covering.find((other) => isAbove(other, rule));
  if (shadow)
    return [{ code: 'rule-shadowed', at: 'tier', facts: { by: shadow.id, byVersion: shadow.version, tier: shadow.tier } }];
  const twin = covering.find(
    (other) => doesAll(other, rule) && (inOrder(other, rule) < 0 || !doesAll(rule, other) || !covers(rule, other, periods)),
  );
  return twin ? [{ code: 'rule-duplicated', at: 'effect', facts: { by: twin.id, byVersion: twin.version } }] : [];
}

function inOrder(one: RoutingRule, other: RoutingRule): number {
  return one.tier - other.tier || (one.id < other.id ? -1 : one.id > other.id ? 1 : one.version - other.version);
}

/** Whenever the one rule matches from the day of the check on, the wide one does. */
function covers(wide: RoutingRule, rule: RoutingRule, periods: ReadonlyMap<RoutingRule, Period | null>): boolean {
  const inner = periods.get(rule);
  const outer = periods.get(wide);
  if (!inner || !outer) return false;
  return (
    outer.from <= inner.from &&
    (outer.to === null || (inner.to !== null && inner.to <= outer.to)) &&
    rule.stages.every((stage) => wide.stages.includes(stage)) &&
    implies(rule.criteria, wide.criteria)
  );
}

/** Where both match, the tier of the one decides before that of the other. */
function isAbove(one: RoutingRule, rule: RoutingRule): boolean {
  return one.effect.kind === 'queues' && one.effect.queueIds.length > 0 && rule.effect.kind === 'queues' && one.tier < rule.tier;
}

/** Where both match, the other rule adds nothing to this one. Tiers do not weigh among countersignatures. */
function doesAll(one: RoutingRule, other: RoutingRule): boolean {
  return asksAll(one.effect, other.effect) && (one.effect.kind === 'countersignatures' || one.tier === other.tier);
}

function asksAll(one: RuleEffect, other: RuleEffect): boolean {
  if (one.kind === 'queues') return other.kind === 'queues' && other.queueIds.every((queueId) => one.queueIds.includes(queueId));
  return one.kind === 'countersignatures' && other.kind === 'countersignatures' && one.count >= other.count;
}

function unknownNames({ criteria }: RoutingRule, { code: isCode, procedures: loaded }: KnownNames): Fault[] {
  const { procedures = [], codes = [], destinations = [] } = criteria;
  return [
    ...procedures.flatMap((value, index): Fault[] =>
      loaded && !loaded.some(({ id }) => id === value)
        ? [{ code: 'unknown-procedure', at: `criteria.procedures.${index}`, facts: { value } }]
        : [],
    ),
    ...codes.flatMap((value, index): Fault[] =>
      isCode && !isCode(value) ? [{ code: 'unknown-control-code', at: `criteria.codes.${index}`, facts: { value } }] : [],
    ),
    ...destinations.flatMap((value, index): Fault[] =>
      isCountry(value) ? [] : [{ code: 'unknown-country', at: `criteria.destinations.${index}`, facts: { value } }],
    ),
  ];
}

function queueFaults({ effect, stages }: RoutingRule, queues: readonly RoutingQueue[]): Fault[] {
  if (effect.kind !== 'queues') return [];
  return effect.queueIds.flatMap((value, index): Fault[] => {
    const at = `effect.queueIds.${index}`;
    const queue = queues.find(({ id }) => id === value);
    if (!queue) return [{ code: 'unknown-queue', at, facts: { value } }];
    const closed = stages.filter((stage) => !queue.stages.includes(stage));
    return [
      ...(queue.retired ? [{ code: 'queue-retired', at, facts: { value } }] : []),
      ...(closed.length > 0 ? [{ code: 'queue-without-stage', at, facts: { value, stages: closed } }] : []),
    ];
  });
}
