// An item of an application starts from a version of a product; the use is recorded, so that the reviewer may read that version.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { LIMITS } from '#licensing';
import { caseReach, type Actor } from '../actor';
import { requireApplicationToChange } from '../applications/case-file';
import { SaveContent } from '../applications/save-content';
import { Store } from '../ports/store.port';
import { requireProduct } from './keep-products';
import { itemOfProduct } from './product-facts';

@Injectable()
export class TakeFromProduct {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly saving: SaveContent,
  ) {}

  /**
   * Adds an item with the facts of the product's latest version and records where it came from. Throws Refusal `application-not-found`,
   * `product-not-found` (missing), `application-not-editable`, `stale-version` (conflict), `content-invalid` (invalid).
   */
  execute(actor: Actor, applicationId: string, version: number, productId: string): Promise<{ itemId: string; version: number }> {
    const itemId = randomUUID();
    return this.store.run(caseReach(actor), async (tx) => {
      const { content, organisationId } = await requireApplicationToChange(tx, applicationId);
      const product = await requireProduct(tx, productId);
      if (content.items.length >= LIMITS.items) throw new Refusal('conflict', 'too-many-items', { limit: LIMITS.items });
      const items = [...content.items, itemOfProduct(product.facts, itemId)];
      const saved = await this.saving.save(tx, actor, applicationId, version, { items });
      await tx.products.addUse({
        applicationId,
        itemId,
        productId,
        version: product.version,
        organisationId,
        at: this.clock.now(),
      });
      return { itemId, version: saved.version };
    });
  }
}
