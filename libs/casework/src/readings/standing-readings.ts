// How the organisation of whoever asks reads what the law leaves open, as the engine takes it.
import type { Clock } from '#kernel';
import type { Determination, RecordedReading } from '#regulation';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import { recordedReadings } from './reading-view';

/** The readings of the actor's own organisation that are confirmed and not withdrawn. */
export async function readingsFor(tx: Transaction, actor: Actor, clock: Clock): Promise<readonly RecordedReading[]> {
  return recordedReadings(await tx.readings.standing(actor.organisationId), clock);
}

/** As `readingsFor`, for a case: its agent is given the principal's, whose case it is and which it does not see otherwise. */
export function readingsOnCase(tx: Transaction, actor: Actor, clock: Clock): Promise<readonly RecordedReading[]> {
  if (actor.agentId === undefined) return readingsFor(tx, actor, clock);
  const { organisationId, personId } = actor;
  return tx.as({ kind: 'organisation', organisationId, personId }, (own) => readingsFor(own, actor, clock));
}

/** Those that bear on the answer: with them alone the same answer is made again. */
export function readingsUsed({ findings }: Determination, readings: readonly RecordedReading[]): RecordedReading[] {
  const read = new Set(findings.filter(({ underReading }) => underReading !== null).map(({ measure }) => measure));
  return readings.filter(({ measure }) => read.has(measure));
}
