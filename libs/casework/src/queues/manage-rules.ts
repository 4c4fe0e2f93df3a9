// Routing rules: an administrator proposes a version, or the end of a rule, and another person approves it; every version and act is kept.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type LocalDate } from '#kernel';
import { textMissing, type RuleProblem } from '#licensing';
import { officeReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store } from '../ports/store.port';
import { draftFaults, nextVersion, problemsOf, refuseRule, type RuleDraft } from './check-rule';
import type { RuleRecord } from './queue-records';
import { requireRule, ruleOf } from './standing-rules';

export interface NewRule extends RuleDraft {
  /** Why the rule is wanted. */
  readonly reason: string;
}

export interface RuleVersionKey {
  readonly id: string;
  readonly version: number;
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
    return this.store.run(officeReach(actor), async (tx) => {
      const rules = await tx.rules.list();
      // An end that nobody has approved yet hides nothing of the rule.
      const relevant = rules.filter(
        ({ state, effect }) => state === 'approved' || (state === 'proposed' && effect.kind !== 'retirement'),
      );
      const today = this.clock.today();
      return { rules, problems: await problemsOf(tx, relevant.map(ruleOf), this.law.rulebook, this.procedures.list(), today) };
    });
  }

  /** A first version, or the next one of `id`. Throws Refusal: `rule-invalid` (invalid), `rule-not-found` (missing), `rule-version-taken` (conflict). */
  propose(actor: Actor, rule: NewRule, id?: string): Promise<RuleVersionKey> {
    return this.store.run(officeReach(actor), async (tx) => {
      const key = await nextVersion(tx, id);
      refuseRule([...draftFaults(rule, await tx.teams.queues()), ...textMissing(rule.reason, 'reason')]);
      await tx.rules.propose({ ...key, ...rule, proposedBy: actor.personId, proposedAt: this.clock.now() });
      return key;
    });
  }

  /**
   * The end of a rule with all its versions, itself a version that counts from its day on once another person has approved it: no older one is revived.
   * Throws Refusal: `rule-not-found` (missing), `rule-not-standing` (conflict), `rule-invalid` (invalid), `rule-version-taken` (conflict).
   */
  proposeRetirement(actor: Actor, id: string, from: LocalDate, reason: string): Promise<RuleVersionKey> {
    return this.store.run(officeReach(actor), async (tx) => {
      const key = await nextVersion(tx, id);
      const newest = (await tx.rules.standing()).findLast((rule) => rule.id === id);
      if (!newest || newest.effect.kind === 'retirement') throw new Refusal('conflict', 'rule-not-standing', { id });
      refuseRule(textMissing(reason, 'reason'));
      const { name, tier, stages, criteria } = newest;
      const rule = { name, tier, stages, criteria, effect: { kind: 'retirement' } as const, from, to: null, reason };
      await tx.rules.propose({ ...key, ...rule, proposedBy: actor.personId, proposedAt: this.clock.now() });
      return key;
    });
  }

  /** Another person approves; anyone rejects, who proposed it too. Throws Refusal: `rule-not-found` (missing), `proposer-cannot-approve` (forbidden), `rule-acted-before` (conflict), `reason-missing` (invalid). */
  act(actor: Actor, id: string, version: number, act: 'approve' | 'reject', reason: string): Promise<void> {
    return this.store.run(officeReach(actor), async (tx) => {
      const rule = await requireRule(tx, id, version);
      if (act === 'approve' && rule.proposedBy === actor.personId) throw new Refusal('forbidden', 'proposer-cannot-approve');
      if (rule.state !== 'proposed') throw new Refusal('conflict', 'rule-acted-before', { state: rule.state });
      const missing = act === 'reject' ? textMissing(reason, 'reason') : [];
      if (missing.length > 0) throw new Refusal('invalid', 'reason-missing', {}, missing);
      await tx.rules.act(rule, { act, personId: actor.personId, reason: reason.trim(), at: this.clock.now() });
    });
  }
}
