// Who tries what separation of duties forbids leaves a line in the case's log, although the case stays as it is.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { SEPARATION } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import { requireApplication } from './case-file';
import { writeLog } from './write-log';

@Injectable()
export class LogRefusedMove {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Appends `refused-move` where the move was refused by a code of SEPARATION; a transaction of its own, after the one of the move was rolled back. */
  async note(actor: Actor, applicationId: string, move: string, why: unknown): Promise<void> {
    if (!(why instanceof Refusal) || !SEPARATION.includes(why.code)) return;
    await this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplication(tx, applicationId);
      await writeLog(tx, this.clock, actor, { application, verb: 'refused-move', facts: { move, code: why.code } });
    });
  }
}
