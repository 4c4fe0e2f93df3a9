// Officers take a case and let it go; "take the next" hands each caller another one.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import { requireApplication, requireVersion, staleVersion } from './case-file';
import { queueFilters, statusesFor } from './list-applications';
import { writeLog } from './write-log';

@Injectable()
export class HoldCase {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal: `application-not-found`, `stale-version`, `held-by-another` (conflict), `case-not-for-you` (conflict: no move of yours leads on). */
  take(actor: Actor, id: string, version: number): Promise<{ version: number }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplication(tx, id);
      await requireVersion(tx, actor, application, version);
      if (application.holderId && application.holderId !== actor.personId) throw new Refusal('conflict', 'held-by-another');
      if (!statusesFor(actor.roles).includes(application.status))
        throw new Refusal('conflict', 'case-not-for-you', { status: application.status });
      if (!(await tx.applications.assign(id, version, actor.personId, this.clock.now())))
        throw await staleVersion(tx, actor, id, version);
      await writeLog(tx, this.clock, actor, { application, verb: 'take', version: version + 1 });
      return { version: version + 1 };
    });
  }

  /** Throws Refusal: `application-not-found`, `stale-version`, `not-held-by-you` (conflict). */
  release(actor: Actor, id: string, version: number): Promise<{ version: number }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplication(tx, id);
      await requireVersion(tx, actor, application, version);
      if (application.holderId !== actor.personId) throw new Refusal('conflict', 'not-held-by-you');
      if (!(await tx.applications.assign(id, version, null, this.clock.now()))) throw await staleVersion(tx, actor, id, version);
      await writeLog(tx, this.clock, actor, { application, verb: 'release', version: version + 1 });
      return { version: version + 1 };
    });
  }

  /** Takes the oldest free case on which the officer has a move; null when there is none. Two callers never get the same case. */
  takeNext(actor: Actor): Promise<{ id: string; version: number } | null> {
    return this.store.run(caseReach(actor), async (tx) => {
      const taken = await tx.applications.takeFree(queueFilters(actor).free, actor.personId, this.clock.now());
      if (taken) await writeLog(tx, this.clock, actor, { application: taken, verb: 'take', version: taken.version });
      return taken && { id: taken.id, version: taken.version };
    });
  }
}
