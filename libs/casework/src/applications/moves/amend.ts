// Amendment: the filed application becomes read-only and a draft with all it holds takes its place.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { draftFrom } from '../draft-from';
import { MoveEffect, type MoveOutcome, type MoveScene } from './move-effect';

@Injectable()
export class Amend extends MoveEffect {
  constructor(private readonly clock: Clock) {
    super();
  }

  async apply({ tx, actor, file }: MoveScene): Promise<MoveOutcome> {
    const { reference } = await draftFrom(tx, this.clock, actor, file.application, 'amend');
    return { facts: { by: reference } };
  }
}
