// Countersignature: a second person signs the standing advice or sends it back. Going back begins a new round, in which the old advice no longer stands.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { CountersignatureRecord } from '../../records';
import { standingAdvice } from '../case-file';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';

@Injectable()
export class Countersign extends MoveEffect {
  constructor(private readonly clock: Clock) {
    super();
  }

  async apply(scene: MoveScene): Promise<MoveOutcome> {
    await sign(scene, this.clock, 'signed');
    return {};
  }
}

@Injectable()
export class SendBack extends MoveEffect {
  constructor(private readonly clock: Clock) {
    super();
  }

  async apply(scene: MoveScene): Promise<MoveOutcome> {
    await sign(scene, this.clock, 'sent-back');
    return nextRound(scene);
  }
}

/** The manager's way back; needs nothing of the house, so nobody injects it. */
export class Reconsider extends MoveEffect {
  apply(scene: MoveScene): Promise<MoveOutcome> {
    return nextRound(scene);
  }
}

/** The adviser holds the case again, unless that person has left meanwhile. */
async function nextRound({ tx, file }: MoveScene): Promise<MoveOutcome> {
  const advice = standingAdvice(file);
  const adviser = advice && (await tx.people.find(advice.adviserId));
  return { change: { round: file.application.round + 1, holderId: adviser?.state === 'active' ? adviser.id : null } };
}

async function sign(
  { tx, actor, file, command }: MoveScene,
  clock: Clock,
  outcome: CountersignatureRecord['outcome'],
): Promise<void> {
  const advice = standingAdvice(file);
  if (!advice)
    throw new Error(`Application ${file.application.id} is advised but has no advice of round ${file.application.round}`);
  await tx.reviews.addCountersignature({
    id: randomUUID(),
    adviceId: advice.id,
    applicationId: advice.applicationId,
    organisationId: advice.organisationId,
    adviserId: advice.adviserId,
    signerId: actor.personId,
    outcome,
    reason: command.reason ?? '',
    at: clock.now(),
  });
}
