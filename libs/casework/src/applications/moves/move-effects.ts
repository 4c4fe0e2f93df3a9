// Which move has which effect.
import { Injectable } from '@nestjs/common';
import type { ApplicationMoveName } from '#licensing';
import { Advise } from './advise';
import { Amend } from './amend';
import { Countersign, ReopenReview, SendBack } from './countersign';
import type { MoveEffect } from './move-effect';
import { Publish } from './publish';
import { Submit } from './submit';

/** The classes that an app provides for MoveEffects. */
export const MOVE_EFFECTS = [Submit, Advise, Countersign, SendBack, Publish, Amend] as const;

@Injectable()
export class MoveEffects {
  private readonly table: Partial<Record<ApplicationMoveName, MoveEffect>>;

  constructor(submit: Submit, advise: Advise, countersign: Countersign, sendBack: SendBack, publish: Publish, amend: Amend) {
    this.table = {
      submit,
      resubmit: submit,
      advise,
      countersign,
      'countersign-first': countersign,
      'countersign-second': countersign,
      'send-back': sendBack,
      'reopen-review': new ReopenReview(),
      publish,
      amend,
    };
  }

  of(move: ApplicationMoveName): MoveEffect | undefined {
    return this.table[move];
  }
}
