// What keeps a routing rule from being proposed, and what is wrong with the rules as a whole.
import { randomUUID } from 'node:crypto';
import { Refusal, type Bilingual, type Fault, type LocalDate } from '#kernel';
import {
  checkCriteria,
  codeCovers,
  isWithAuthority,
  nameFaults,
  ruleProblems,
  SIGNING_STAGE,
  type ApplicationStatus,
  type Procedure,
  type RoutingCriteria,
  type RoutingRule,
  type RuleEffect,
  type RuleProblem,
} from '#licensing';
import type { Rulebook } from '#regulation';
import type { Transaction } from '../ports/store.port';
import type { QueueRecord } from './queue-records';

/** A rule that may be simulated before anybody says why it is wanted. */
export interface RuleDraft {
  readonly name: Bilingual;
  /** 1 to 9; the lowest tier with a match decides. */
  readonly tier: number;
  /** SIGNING_STAGE alone where the rule asks countersignatures. */
  readonly stages: readonly ApplicationStatus[];
  readonly criteria: RoutingCriteria;
  readonly effect: Exclude<RuleEffect, { readonly kind: 'retirement' }>;
  /** First and last day, both inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export const TIERS = { least: 1, most: 9 } as const;

/** A new id and 1, or the version that comes next. Throws Refusal `rule-not-found` (missing) for an id that no rule has. */
export async function nextVersion(
  tx: Transaction,
  id: string | undefined,
): Promise<{ readonly id: string; readonly version: number }> {
  if (id === undefined) return { id: randomUUID(), version: 1 };
  const versions = (await tx.rules.list()).filter((rule) => rule.id === id).map(({ version }) => version);
  if (versions.length === 0) throw new Refusal('missing', 'rule-not-found', { id });
  return { id, version: Math.max(...versions) + 1 };
}

/** Everything that keeps the draft from being proposed, each at its place. */
export function draftFaults(draft: RuleDraft, queues: readonly QueueRecord[]): Fault[] {
  const { tier, from, to } = draft;
  return [
    ...checkCriteria(draft.criteria),
    ...nameFaults(draft.name),
    ...(Number.isInteger(tier) && tier >= TIERS.least && tier <= TIERS.most
      ? []
      : [{ code: 'tier-out-of-range', at: 'tier', facts: { ...TIERS } }]),
    ...stageFaults(draft),
    ...(to !== null && to < from ? [{ code: 'days-reversed', at: 'to' }] : []),
    ...queueFaults(draft, queues),
  ];
}

export function refuseRule(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal('invalid', 'rule-invalid', { count: faults.length }, faults);
}

function stageFaults({ stages, effect }: RuleDraft): Fault[] {
  if (stages.length === 0) return [{ code: 'field-missing', at: 'stages' }];
  if (effect.kind === 'countersignatures' && (stages.length > 1 || stages[0] !== SIGNING_STAGE))
    return [{ code: 'stages-not-for-signatures', at: 'stages', facts: { stage: SIGNING_STAGE } }];
  return stages.flatMap((stage, place) =>
    isWithAuthority(stage) ? [] : [{ code: 'stage-without-queue', at: `stages.${place}`, facts: { stage } }],
  );
}

function queueFaults({ effect }: RuleDraft, queues: readonly QueueRecord[]): Fault[] {
  if (effect.kind !== 'queues') return [];
  if (effect.queueIds.length === 0) return [{ code: 'field-missing', at: 'effect.queueIds' }];
  return effect.queueIds.flatMap((id, place) =>
    queues.some((queue) => queue.id === id && !queue.retired)
      ? []
      : [{ code: 'queue-not-found', at: `effect.queueIds.${place}` }],
  );
}

/** What is wrong with the rules from the day on, as queues, law and procedures stand. */
export async function problemsOf(
  tx: Transaction,
  rules: readonly RoutingRule[],
  rulebook: Rulebook,
  procedures: readonly Procedure[],
  day: LocalDate,
): Promise<readonly RuleProblem[]> {
  const listed = rulebook
    .on(day)
    .measures.flatMap(({ state, entries }) => (state === 'ended' ? [] : entries.flatMap(({ entry }) => entry.controlCode ?? [])));
  const code = (known: string) => listed.some((one) => codeCovers(known, one));
  return ruleProblems(rules, await tx.teams.queues(), day, { code, procedures });
}
