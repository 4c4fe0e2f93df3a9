// Whoever may record a determination has its paper rendered again after the tries of the job were used up; the frozen view stays as it is.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';

@Injectable()
export class RenderRecordAgain {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal `product-determination-not-found` (missing), `document-not-failed` (conflict: it is ready, or still being rendered). */
  execute(actor: Actor, productId: string, id: string): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const record = await tx.products.findDetermination(id);
      if (!record || record.productId !== productId) throw new Refusal('missing', 'product-determination-not-found', { id });
      const { state } = record.document;
      if (state !== 'failed') throw new Refusal('conflict', 'document-not-failed', { state });
      await tx.jobs.add({ name: 'render-record', payload: { determinationId: id } }, this.clock.now());
    });
  }
}
