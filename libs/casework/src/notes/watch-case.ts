// An officer watches a case: it stands on the officer's list wherever its queues are.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { ApplicationStatus } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { requireApplication } from '../applications/case-file';
import { writeLog } from '../applications/write-log';
import type { PageOf, PageRequest } from '../ports/page';
import { Store } from '../ports/store.port';

@Injectable()
export class WatchCase {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Begins or ends the watch; asking for what is so already changes nothing. Throws Refusal `application-not-found` (missing). */
  set(actor: Actor, applicationId: string, watching: boolean): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplication(tx, applicationId);
      const before = (await tx.places.watchers(applicationId)).includes(actor.personId);
      if (before === watching) return;
      if (watching) await tx.places.watch(applicationId, actor.personId, this.clock.now());
      else await tx.places.unwatch(applicationId, actor.personId);
      await writeLog(tx, this.clock, actor, { application, verb: watching ? 'watch' : 'unwatch' });
    });
  }

  /** What the officer watches, latest change first. */
  list(
    actor: Actor,
    page: PageRequest,
  ): Promise<PageOf<{ readonly id: string; readonly reference: string; readonly status: ApplicationStatus }>> {
    return this.store.run(caseReach(actor), (tx) => tx.places.watched(actor.personId, page));
  }
}
