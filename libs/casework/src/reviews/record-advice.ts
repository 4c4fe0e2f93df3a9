// Writes one version of advice, of whatever level: checked as a whole, kept for good.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault } from '#kernel';
import { checkAdvice, decisionOf, type AdviceLevel, type AdviceLine, type ApplicationItem } from '#licensing';
import type { Actor } from '../actor';
import type { CaseFile } from '../applications/case-file';
import { knownCodes } from '../applications/known-codes';
import { LoadedLaw } from '../ports/loaded-law';
import type { Transaction } from '../ports/store.port';
import type { AdviceRecord, ApplicationRecord } from '../records';

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
    const compared = await comparedItems(tx, actor, application);
    const faults = checkAdvice(
      advice.lines,
      items.map(({ id }) => id),
      advice.level,
      (code, itemId) => known.controlCode(code) || Boolean(items.find(({ id }) => id === itemId)?.codeEdition),
      (itemId) => compared.has(itemId),
    ).map((fault) => named(fault, items));
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

/** The items that somebody of the adviser's authority compared with the official list since the application was last filed. */
async function comparedItems(
  tx: Transaction,
  actor: Actor,
  { id, submittedAt }: ApplicationRecord,
): Promise<ReadonlySet<string>> {
  const checks = (await tx.reviews.listChecks(id)).filter(({ at }) => submittedAt !== null && at >= submittedAt);
  const people = checks.length > 0 ? await tx.people.list(actor.organisationId) : [];
  return new Set(checks.filter(({ personId }) => people.some((person) => person.id === personId)).map(({ itemId }) => itemId));
}

/** A fault on an item tells its number and names beside its id. */
function named(fault: Fault, items: readonly ApplicationItem[]): Fault {
  const place = items.findIndex(({ id }) => id === fault.facts?.['itemId']);
  const item = items[place];
  if (!item) return fault;
  const name = [item.nameZh, item.nameEn].filter(Boolean).join(' / ');
  return { ...fault, facts: { ...fault.facts, number: place + 1, item: name } };
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
