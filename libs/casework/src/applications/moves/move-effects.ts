// Which move has which effect.
import { Injectable } from '@nestjs/common';
import type { ApplicationMoveName } from '#licensing';
import { Advise } from './advise';
import { Countersign, Reconsider, SendBack } from './countersign';
import { Grant } from './grant';
import type { MoveEffect } from './move-effect';
import { Submit } from './submit';

/** The classes that an app provides for MoveEffects. */
export const MOVE_EFFECTS = [Submit, Advise, Countersign, SendBack, Grant] as const;

@Injectable()
export class MoveEffects {
  private readonly table: Partial<Record<ApplicationMoveName, MoveEffect>>;

  constructor(submit: Submit, advise: Advise, countersign: Countersign, sendBack: SendBack, grant: Grant) {
    this.table = { submit, resubmit: submit, advise, countersign, 'send-back': sendBack, reconsider: new Reconsider(), grant };
  }

  of(move: ApplicationMoveName): MoveEffect | undefined {
    return this.table[move];
  }
}
