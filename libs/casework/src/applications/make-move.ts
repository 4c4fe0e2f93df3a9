// A person moves an application: the transition table decides, one guarded update writes, the log and the outbox commit with it.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { requireMove, type ApplicationMove, type ApplicationMoveName, type ApplicationStatus } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import { guardFacts, openCaseFileToChange, requireVersion, staleVersion } from './case-file';
import { requireInput, type MoveCommand } from './moves/move-input';
import { MoveEffects } from './moves/move-effects';
import { writeLog } from './write-log';

/** Moves of which the applicant is told by mail. */
const TOLD: readonly ApplicationMoveName[] = ['accept', 'return', 'grant', 'refuse'];

@Injectable()
export class MakeMove {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly effects: MoveEffects,
  ) {}

  /**
   * Makes the move; returns the new status and version. Throws Refusal: those of `requireMove`, `application-not-found`, `stale-version`,
   * `move-input-missing`, and those of the move's effect.
   */
  execute(actor: Actor, id: string, name: string, command: MoveCommand): Promise<{ status: ApplicationStatus; version: number }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const file = await openCaseFileToChange(tx, id, actor);
      const { application } = file;
      await requireVersion(tx, actor, application, command.version);
      const facts = guardFacts(file, actor, this.clock.today());
      const move = requireMove('application', name, application.status, actor.roles, facts) as ApplicationMove;
      requireInput(move, command);
      const outcome = await this.effects.of(move.name)?.apply({ tx, actor, file, command });
      const at = this.clock.now();
      const change = { status: move.to, ...stamps(move, at), holderId: holderAfter(move, actor), ...outcome?.change };
      if (!(await tx.applications.move(id, { status: application.status, version: application.version }, change, at))) {
        throw await staleVersion(tx, actor, id, command.version);
      }
      const version = application.version + 1;
      const reason = command.reason?.trim();
      const told = { from: application.status, to: move.to, ...(reason && { reason }), ...outcome?.facts };
      const logId = await writeLog(tx, this.clock, actor, { application, verb: move.name, version, facts: told });
      if (TOLD.includes(move.name)) await tx.jobs.add({ name: 'notify-case-moved', payload: { applicationId: id, logId } }, at);
      return { status: move.to, version };
    });
  }
}

/** Who holds the case next: nobody once it passes to other hands or is decided, else the officer who moved it. An effect may name another. */
function holderAfter(move: ApplicationMove, actor: Actor): string | null {
  const passesOn = move.clock === 'stops' || move.to === 'advised' || move.to === 'countersigned' || move.to === 'closed';
  return actor.organisationKind === 'authority' && !passesOn ? actor.personId : null;
}

/** The columns that lists and queues sort and count by. */
function stamps(move: ApplicationMove, at: ReturnType<Clock['now']>) {
  return {
    ...(move.to === 'submitted' && { submittedAt: at }),
    ...(move.clock === 'starts' && { acceptedAt: at }),
    ...(move.clock === 'stops' && { decidedAt: at }),
  };
}
