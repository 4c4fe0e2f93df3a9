// A person records that an item was compared with the official list: without a comparison by the authority no final advice finds an item not controlled.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { publicStage, takesListChecks } from '#licensing';
import { caseReach, sideOf, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import { requireApplicationToChange } from './case-file';
import { writeLog } from './write-log';

export interface ListCheck {
  readonly itemId: string;
  /** The edition that was read, in the person's words. */
  readonly edition: string;
  readonly note: string;
}

@Injectable()
export class ConfirmListCheck {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal `application-not-found` or `item-not-found` (missing), `case-read-only` (conflict: published or ended). */
  execute(actor: Actor, applicationId: string, check: ListCheck): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const application = await requireApplicationToChange(tx, applicationId);
      if (!application.content.items.some((item) => item.id === check.itemId))
        throw new Refusal('missing', 'item-not-found', { itemId: check.itemId });
      const { status } = application;
      if (!takesListChecks(status)) throw new Refusal('conflict', 'case-read-only', { status: publicStage(status) });
      await tx.reviews.addListCheck({
        id: randomUUID(),
        applicationId,
        organisationId: application.organisationId,
        ...check,
        on: this.clock.today(),
        personId: actor.personId,
        side: sideOf(actor),
        at: this.clock.now(),
      });
      await writeLog(tx, this.clock, actor, {
        application,
        verb: 'confirm-list-check',
        facts: { itemId: check.itemId, edition: check.edition },
      });
    });
  }
}
