// Routing rules: an administrator proposes a version, sees what it would move, and another person approves it; every version and act is kept.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Bilingual, type Fault, type LocalDate } from '#kernel';
import {
  checkCriteria,
  codeCovers,
  LIMITS,
  ruleProblems,
  Simulation,
  isWithAuthority,
  type ApplicationStatus,
  type MovedCase,
  type RoutingCriteria,
  type RoutingRule,
  type RuleEffect,
  type RuleProblem,
} from '#licensing';
import { caseReach, type Actor, type Reach } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store, type Transaction } from '../ports/store.port';
import type { RuleRecord } from './queue-records';
import { routingFacts } from './routing-facts';
import { ruleOf, standingRules } from './standing-rules';

export interface NewRule {
  readonly name: Bilingual;
  /** 1 to 9; the lowest tier with a match decides. */
  readonly tier: number;
  readonly stages: readonly ApplicationStatus[];
  readonly criteria: RoutingCriteria;
  readonly effect: RuleEffect;
  /** First and last day, both inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** Why the rule is wanted. */
  readonly reason: string;
}

export const TIERS = { least: 1, most: 9 } as const;

/** Most cases that a simulation compares, the newest first. */
export const MOST_SIMULATED = 2_000;
const SLICE = 200;

export interface SimulatedChange {
  /** Cases compared, of `filed` ones in all where there are more than MOST_SIMULATED. */
  readonly compared: number;
  readonly filed: number;
  readonly open: { readonly moved: number; readonly cases: readonly (MovedCase & { readonly reference: string })[] };
  readonly past: { readonly moved: number; readonly cases: readonly (MovedCase & { readonly reference: string })[] };
  /** What is wrong with the rules as they then would be. */
  readonly problems: readonly RuleProblem[];
}

@Injectable()
export class ManageRules {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly procedures: LoadedProcedures,
  ) {}

  /** Every version of every rule, and what is wrong with those that count or are proposed. */
  list(actor: Actor): Promise<{ readonly rules: readonly RuleRecord[]; readonly problems: readonly RuleProblem[] }> {
    return this.store.run(reachOf(actor), async (tx) => {
      const rules = await tx.rules.list();
      const relevant = rules.filter(({ state }) => state === 'approved' || state === 'proposed').map(ruleOf);
      return { rules, problems: await this.problems(tx, relevant) };
    });
  }

  /** A first version, or the next one of `id`. Throws Refusal: `rule-invalid` (invalid), `rule-not-found` (missing), `rule-version-taken` (conflict). */
  propose(actor: Actor, rule: NewRule, id: string = randomUUID()): Promise<{ readonly id: string; readonly version: number }> {
    return this.store.run(reachOf(actor), async (tx) => {
      const version = await this.nextVersion(tx, id);
      await this.check(tx, { id, version, ...rule });
      await tx.rules.propose({ id, version, ...rule, proposedBy: actor.personId, proposedAt: this.clock.now() });
      return { id, version };
    });
  }

  /** What the rule would move, without writing anything. Throws Refusal `rule-invalid` (invalid). */
  simulate(actor: Actor, rule: NewRule, id: string = randomUUID()): Promise<SimulatedChange> {
    return this.store.run(reachOf(actor), async (tx) => {
      const proposed: RoutingRule = { id, version: await this.nextVersion(tx, id), ...rule };
      await this.check(tx, proposed);
      return this.moved(tx, proposed);
    });
  }

  /** As `simulate`, of a version that was proposed. Throws Refusal `rule-not-found` (missing). */
  simulateProposed(actor: Actor, id: string, version: number): Promise<SimulatedChange> {
    return this.store.run(reachOf(actor), async (tx) => this.moved(tx, ruleOf(await requireRule(tx, id, version))));
  }

  /** Throws Refusal: `rule-not-found` (missing), `proposer-cannot-approve` (forbidden), `rule-acted-before` (conflict). */
  act(actor: Actor, id: string, version: number, act: 'approve' | 'reject' | 'retire', reason: string): Promise<void> {
    return this.store.run(reachOf(actor), async (tx) => {
      const rule = await requireRule(tx, id, version);
      if (act !== 'retire' && rule.proposedBy === actor.personId) throw new Refusal('forbidden', 'proposer-cannot-approve');
      const open = act === 'retire' ? rule.state === 'approved' || rule.state === 'proposed' : rule.state === 'proposed';
      if (!open) throw new Refusal('conflict', 'rule-acted-before', { state: rule.state });
      if (act !== 'approve' && !reason.trim())
        throw new Refusal('invalid', 'reason-missing', {}, [{ code: 'field-missing', at: 'reason' }]);
      await tx.rules.act(rule, { act, personId: actor.personId, reason: reason.trim(), at: this.clock.now() });
    });
  }

  private async moved(tx: Transaction, proposed: RoutingRule): Promise<SimulatedChange> {
    const present = await standingRules(tx);
    const rules = [...present, proposed];
    const today = this.clock.today();
    const day = proposed.from > today ? proposed.from : today;
    const references = new Map<string, string>();
    const sides = { open: new Simulation(present, rules, { least: 1 }), past: new Simulation(present, rules, { least: 1 }) };
    let compared = 0;
    const filed = await tx.as({ kind: 'system' }, async (wide) => {
      for (let after: string | null = null; compared < MOST_SIMULATED;) {
        const slice = await wide.applications.filed(after, Math.min(SLICE, MOST_SIMULATED - compared));
        for (const application of slice) {
          references.set(application.id, application.reference);
          const side = isWithAuthority(application.status) ? sides.open : sides.past;
          // A case that moves at several stages is one case that moves.
          proposed.stages.some((status) =>
            side.compare({
              id: application.id,
              facts: routingFacts(this.law.rulebook, { ...application, status }, [], day),
              day,
            }),
          );
        }
        compared += slice.length;
        after = slice.at(-1)?.id ?? null;
        if (slice.length < SLICE) break;
      }
      return wide.applications.countFiled();
    });
    const told = (simulation: Simulation) => {
      const { movedCount, moved } = simulation.outcome();
      return { moved: movedCount, cases: moved.map((row) => ({ ...row, reference: references.get(row.id) ?? '' })) };
    };
    return { compared, filed, open: told(sides.open), past: told(sides.past), problems: await this.problems(tx, rules) };
  }

  private async problems(tx: Transaction, rules: readonly RoutingRule[]): Promise<readonly RuleProblem[]> {
    const today = this.clock.today();
    const listed = this.law.rulebook
      .on(today)
      .measures.flatMap(({ state, entries }) =>
        state === 'ended' ? [] : entries.flatMap(({ entry }) => entry.controlCode ?? []),
      );
    return ruleProblems(rules, await tx.teams.queues(), today, {
      code: (code) => listed.some((one) => codeCovers(code, one)),
      procedure: (procedure) => this.procedures.has(procedure),
    });
  }

  private async nextVersion(tx: Transaction, id: string): Promise<number> {
    const versions = (await tx.rules.list()).filter((rule) => rule.id === id).map(({ version }) => version);
    return Math.max(0, ...versions) + 1;
  }

  private async check(tx: Transaction, rule: RoutingRule & { readonly reason?: string }): Promise<void> {
    const faults: Fault[] = [...checkCriteria(rule.criteria)];
    for (const language of ['zh', 'en'] as const) {
      if (!rule.name[language].trim()) faults.push({ code: 'field-missing', at: `name.${language}` });
      else if (rule.name[language].length > LIMITS.name)
        faults.push({ code: 'text-too-long', at: `name.${language}`, facts: { max: LIMITS.name } });
    }
    if (!Number.isInteger(rule.tier) || rule.tier < TIERS.least || rule.tier > TIERS.most)
      faults.push({ code: 'tier-out-of-range', at: 'tier', facts: { ...TIERS } });
    if (rule.stages.length === 0) faults.push({ code: 'field-missing', at: 'stages' });
    for (const [place, stage] of rule.stages.entries())
      if (!isWithAuthority(stage)) faults.push({ code: 'stage-without-queue', at: `stages.${place}`, facts: { stage } });
    if (rule.to !== null && rule.to < rule.from) faults.push({ code: 'days-reversed', at: 'to' });
    if (!rule.reason?.trim()) faults.push({ code: 'field-missing', at: 'reason' });
    const { effect } = rule;
    if (effect.kind === 'queues') {
      if (effect.queueIds.length === 0) faults.push({ code: 'field-missing', at: 'effect.queueIds' });
      const queues = await tx.teams.queues();
      for (const [place, id] of effect.queueIds.entries())
        if (!queues.some((queue) => queue.id === id && !queue.retired))
          faults.push({ code: 'queue-not-found', at: `effect.queueIds.${place}` });
    }
    if (faults.length > 0) throw new Refusal('invalid', 'rule-invalid', { count: faults.length }, faults);
  }
}

function reachOf(actor: Actor): Reach {
  const { organisationId, personId } = actor;
  return actor.roles.includes('administrator') ? { kind: 'administrator', organisationId, personId } : caseReach(actor);
}

async function requireRule(tx: Transaction, id: string, version: number): Promise<RuleRecord> {
  const rule = await tx.rules.find(id, version);
  if (!rule) throw new Refusal('missing', 'rule-not-found', { id, version });
  return rule;
}
