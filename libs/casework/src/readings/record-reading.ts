// An organisation records how it reads a measure that the texts leave unsettled: one person proposes, another confirms, either may withdraw.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import type { ReadingWord } from '#regulation';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import type { ReadingAct, ReadingRecord } from '../ports/reading-shelf.port';
import { Store, type Transaction } from '../ports/store.port';
import { readingView, unsettledFrom, type ReadingView } from './reading-view';

/** Characters of the reason of a reading or of its withdrawal, both inclusive. */
export const READING_REASON = { min: 10, max: 4_000 } as const;
/** Characters of the id of a measure, inclusive. */
export const LONGEST_MEASURE_ID = 120;

export interface ProposedReading {
  readonly measure: string;
  readonly reading: ReadingWord;
  readonly reason: string;
}

@Injectable()
export class RecordReading {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /**
   * Throws Refusal `measure-unknown` (missing), `reading-not-needed` (conflict: the measure is settled today and on every later day that is known) or
   * `reading-stands` (conflict: one that is not withdrawn is there).
   */
  async propose(actor: Actor, { measure, reading, reason }: ProposedReading): Promise<ReadingView> {
    const { rulebook } = this.law;
    if (!rulebook.instrumentOf(measure)?.measures.some(({ id }) => id === measure))
      throw new Refusal('missing', 'measure-unknown', { measure });
    if (unsettledFrom(rulebook, measure, this.clock.today()) === null)
      throw new Refusal('conflict', 'reading-not-needed', { measure });
    const id = randomUUID();
    return this.store.run(caseReach(actor), async (tx) => {
      const row = { id, organisationId: actor.organisationId, measure, reading, reason };
      const added = await tx.readings.propose({ ...row, proposedBy: actor.personId, proposedAt: this.clock.now() });
      if (!added) throw new Refusal('conflict', 'reading-stands', { measure });
      return this.view(await required(tx, id));
    });
  }

  /**
   * Throws Refusal `reading-not-found` (missing), `proposer-cannot-confirm` (forbidden), `reading-acted-before` or `reading-not-needed` (conflict).
   */
  confirm(actor: Actor, id: string): Promise<ReadingView> {
    return this.act(actor, id, 'confirm', '');
  }

  /** Throws Refusal `reading-not-found` (missing) or `reading-acted-before` (conflict). */
  withdraw(actor: Actor, id: string, reason: string): Promise<ReadingView> {
    return this.act(actor, id, 'withdraw', reason);
  }

  private act(actor: Actor, id: string, act: ReadingAct['act'], reason: string): Promise<ReadingView> {
    return this.store.run(caseReach(actor), async (tx) => {
      const reading = await required(tx, id);
      this.check(reading, actor, act);
      await tx.readings.act(reading, { id: randomUUID(), act, personId: actor.personId, reason, at: this.clock.now() });
      return this.view(await required(tx, id));
    });
  }

  private check(reading: ReadingRecord, actor: Actor, act: ReadingAct['act']): void {
    const { measure } = reading;
    if (reading.withdrawnAt || (act === 'confirm' && reading.confirmedAt)) throw new Refusal('conflict', 'reading-acted-before');
    if (act === 'withdraw') return;
    if (reading.proposedBy === actor.personId) throw new Refusal('forbidden', 'proposer-cannot-confirm');
    if (unsettledFrom(this.law.rulebook, measure, this.clock.today()) === null)
      throw new Refusal('conflict', 'reading-not-needed', { measure });
  }

  private view(record: ReadingRecord): ReadingView {
    return readingView(record, this.law.rulebook, this.clock.today());
  }
}

async function required(tx: Transaction, id: string): Promise<ReadingRecord> {
  const reading = await tx.readings.find(id);
  if (!reading) throw new Refusal('missing', 'reading-not-found', { id });
  return reading;
}
