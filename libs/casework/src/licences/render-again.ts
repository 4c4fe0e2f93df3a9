// A manager has the paper of a licence or letter rendered again after the tries of the job were used up; the frozen view stays as it is.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { writeLog } from '../applications/write-log';
import type { LetterRecord } from '../decisions/decision-records';
import type { Job } from '../jobs/catalogue';
import { Store, type Transaction } from '../ports/store.port';
import type { LicenceRecord } from '../records';

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
      await this.again(tx, actor, licence, { name: 'render-licence', payload: { licenceId: id } });
    });
  }

  /** The application of the letter. Throws Refusal `letter-not-found` (missing), `document-not-failed` (conflict). */
  letter(actor: Actor, id: string): Promise<string> {
    return this.store.run(caseReach(actor), async (tx) => {
      const letter = await tx.decisions.findLetter(id);
      if (!letter) throw new Refusal('missing', 'letter-not-found', { id });
      await this.again(tx, actor, letter, { name: 'render-letter', payload: { letterId: id } });
      return letter.applicationId;
    });
  }

  private async again(tx: Transaction, actor: Actor, issued: LicenceRecord | LetterRecord, job: Job): Promise<void> {
    const { number, applicationId, organisationId, document } = issued;
    if (document.state !== 'failed') throw new Refusal('conflict', 'document-not-failed', { state: document.state });
    await tx.jobs.add(job, this.clock.now());
    await writeLog(tx, this.clock, actor, {
      application: { id: applicationId, organisationId },
      verb: 'render-again',
      facts: { number, kind: document.kind },
    });
  }
}
