// A manager has the paper of a licence rendered again after the tries of the job were used up; the frozen view stays as it is.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { writeLog } from '../applications/write-log';
import { Store } from '../ports/store.port';

@Injectable()
export class RenderAgain {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal `licence-not-found` (missing), `document-not-failed` (conflict: it is ready, or still being rendered). */
  execute(actor: Actor, id: string): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const licence = await tx.licences.find(id);
      if (!licence) throw new Refusal('missing', 'licence-not-found', { id });
      if (licence.document.state !== 'failed')
        throw new Refusal('conflict', 'document-not-failed', { state: licence.document.state });
      await tx.jobs.add({ name: 'render-licence', payload: { licenceId: id } }, this.clock.now());
      const application = { id: licence.applicationId, organisationId: licence.organisationId };
      await writeLog(tx, this.clock, actor, { application, verb: 'render-again', facts: { number: licence.number } });
    });
  }
}
