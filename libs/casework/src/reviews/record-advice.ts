// Writes one version of advice, of whatever level: checked as a whole, kept for good.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { checkAdvice, decisionOf, type AdviceLevel, type AdviceLine } from '#licensing';
import type { Actor } from '../actor';
import type { CaseFile } from '../applications/case-file';
import { knownCodes } from '../applications/known-codes';
import { LoadedLaw } from '../ports/loaded-law';
import type { Transaction } from '../ports/store.port';
import type { AdviceRecord } from '../records';

export interface NewAdvice {
  readonly level: AdviceLevel;
  readonly teamId: string | null;
  readonly lines: readonly AdviceLine[];
}

@Injectable()
export class RecordAdvice {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** The id of the advice, and the outcome where it is final. Throws Refusal `advice-invalid` (invalid), `advised-meanwhile` (conflict). */
  async record(
    tx: Transaction,
    actor: Actor,
    { application, advice: given }: Pick<CaseFile, 'application' | 'advice'>,
    advice: NewAdvice,
  ): Promise<{ readonly id: string; readonly outcome: ReturnType<typeof decisionOf>['outcome'] | null }> {
    const { items } = application.content;
    const known = knownCodes(this.law.rulebook, this.clock.today());
    const faults = checkAdvice(
      advice.lines,
      items.map(({ id }) => id),
      advice.level,
      (code, itemId) => known.controlCode(code) || Boolean(items.find(({ id }) => id === itemId)?.codeEdition),
    );
    if (faults.length > 0) throw new Refusal('invalid', 'advice-invalid', { count: faults.length }, faults);
    const id = randomUUID();
    const earlier = given.filter((row) => sameVoice(row, { ...advice, adviserId: actor.personId, round: application.round }));
    await tx.reviews.addAdvice({
      id,
      applicationId: application.id,
      organisationId: application.organisationId,
      round: application.round,
      adviserId: actor.personId,
      ...advice,
      version: Math.max(0, ...earlier.map(({ version }) => version)) + 1,
      at: this.clock.now(),
    });
    return { id, outcome: advice.level === 'final' ? decisionOf(advice.lines).outcome : null };
  }
}

/** Reviewers count their versions each for themselves; a team and the final advice have one count. */
function sameVoice(row: AdviceRecord, other: Pick<AdviceRecord, 'level' | 'teamId' | 'round' | 'adviserId'>): boolean {
  return (
    row.level === other.level &&
    row.teamId === other.teamId &&
    row.round === other.round &&
    (row.level !== 'reviewer' || row.adviserId === other.adviserId)
  );
}
