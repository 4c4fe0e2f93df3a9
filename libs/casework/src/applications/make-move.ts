// A person moves an application: the transition table decides, one guarded update writes, the log, the places and the outbox commit with it.
import { Injectable } from '@nestjs/common';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import { CarryMove, type MovedCase } from './carry-move';
import { requireApplicationToChange, requireVersion } from './case-file';
import type { MoveCommand } from './moves/move-input';
import { LogRefusedMove } from './refused-move';

@Injectable()
export class MakeMove {
  constructor(
    private readonly store: Store,
    private readonly moves: CarryMove,
    private readonly refusals: LogRefusedMove,
  ) {}

  /** Makes the move; returns the new status and version. Throws Refusal: `application-not-found`, `stale-version`, and those of `CarryMove.byPerson`. */
  async execute(actor: Actor, id: string, name: string, command: MoveCommand): Promise<MovedCase> {
    try {
      return await this.store.run(caseReach(actor), async (tx) => {
        const application = await requireApplicationToChange(tx, id);
        await requireVersion(tx, actor, application, command.version);
        return this.moves.byPerson(tx, actor, application, name, command);
      });
    } catch (error) {
      await this.refusals.note(actor, id, name, error);
      throw error;
    }
  }
}
