// Countersignature: another person signs the standing final advice or sends it back. A newer advice leaves the signatures under the older one, where they can be read.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { CountersignatureRecord } from '../../records';
import { AskSignatures, askedFacts } from '../ask-signatures';
import { finalAdvice, signaturesOf } from '../case-file';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';

@Injectable()
export class Countersign extends MoveEffect {
  constructor(
    private readonly clock: Clock,
    private readonly signatures: AskSignatures,
  ) {
    super();
  }

  async apply(scene: MoveScene): Promise<MoveOutcome> {
    const asked = await this.signatures.of(scene.tx, scene.file, finalAdvice(scene.file)?.lines ?? []);
    return { facts: { place: await sign(scene, this.clock, 'signed'), ...askedFacts(asked) } };
  }
}

@Injectable()
export class SendBack extends MoveEffect {
  constructor(private readonly clock: Clock) {
    super();
  }

  async apply(scene: MoveScene): Promise<MoveOutcome> {
    await sign(scene, this.clock, 'sent-back');
    return {};
  }
}

/** A further round of review: advice of the one before no longer stands. Needs nothing of the house, so nobody injects it. */
export class ReopenReview extends MoveEffect {
  apply({ file }: MoveScene): Promise<MoveOutcome> {
    return Promise.resolve({ change: { round: file.application.round + 1 } });
  }
}

/** Adds the signature and tells which in order it is. */
async function sign(
  { tx, actor, file, command }: MoveScene,
  clock: Clock,
  outcome: CountersignatureRecord['outcome'],
): Promise<number> {
  const advice = finalAdvice(file);
  if (!advice)
    throw new Error(`Application ${file.application.id} is advised but has no final advice of round ${file.application.round}`);
  const place = signaturesOf(file, advice.id).length + 1;
  await tx.reviews.addCountersignature({
    id: randomUUID(),
    adviceId: advice.id,
    applicationId: advice.applicationId,
    organisationId: advice.organisationId,
    adviserId: advice.adviserId,
    signerId: actor.personId,
    place,
    outcome,
    reason: command.reason ?? '',
    at: clock.now(),
  });
  return place;
}
