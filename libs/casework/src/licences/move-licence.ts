// A manager suspends, reinstates or revokes a licence; the act stands in the log of its application. For a revoked one nothing falls due any more; a suspended one keeps what is due. Decree 792 Article 18.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { licenceMoves, noGuardFacts, requireMove, type LicenceMove, type LicenceState } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { requireInput } from '../applications/moves/move-input';
import { writeLog } from '../applications/write-log';
import { Store } from '../ports/store.port';

@Injectable()
export class MoveLicence {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal: those of `requireMove`, `licence-not-found` (missing), `stale-version` (conflict), `move-input-missing` (invalid). */
  execute(
    actor: Actor,
    id: string,
    name: string,
    command: { version: number; reason?: string },
  ): Promise<{ state: LicenceState; version: number }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const licence = await tx.licences.find(id);
      if (!licence) throw new Refusal('missing', 'licence-not-found', { id });
      const stale = () =>
        new Refusal('conflict', 'stale-version', { yours: command.version, current: licence.version, changes: [] });
      if (command.version !== licence.version) throw stale();
      const move = requireMove<LicenceMove>(licenceMoves, name, licence.state, actor.roles, noGuardFacts(actor.personId));
      requireInput(move, command);
      if (!(await tx.licences.move(id, { state: licence.state, version: licence.version }, move.to))) throw stale();
      if (move.to === 'revoked') await tx.due.cancel(id);
      await writeLog(tx, this.clock, actor, {
        application: { id: licence.applicationId, organisationId: licence.organisationId },
        verb: move.name,
        facts: { number: licence.number, from: licence.state, to: move.to, reason: command.reason?.trim() },
      });
      return { state: move.to, version: licence.version + 1 };
    });
  }
}
