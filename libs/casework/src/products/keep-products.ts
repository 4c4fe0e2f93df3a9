// The product library of an organisation: products and their versions, which only grow.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { LoadedLaw } from '../ports/loaded-law';
import { Store, type PageOf, type PageRequest, type Transaction } from '../ports/store.port';
import { productFaults, type ProductFacts } from './product-facts';
import type { ProductRecord } from './product-records';

@Injectable()
export class KeepProducts {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** Newest change first. Throws Refusal `bad-limit`, `bad-cursor` (invalid). */
  list(actor: Actor, page: PageRequest): Promise<PageOf<ProductRecord>> {
    return this.store.run(caseReach(actor), (tx) => tx.products.list(page));
  }

  /** The id of the new product. Throws Refusal `product-invalid` (invalid, a fault per field). */
  async create(actor: Actor, facts: ProductFacts): Promise<{ id: string; version: number }> {
    this.check(facts);
    const id = randomUUID();
    return this.store.run(caseReach(actor), async (tx) => {
      await tx.products.create({
        id,
        organisationId: actor.organisationId,
        facts,
        by: actor.personId,
        at: this.clock.now(),
      });
      return { id, version: 1 };
    });
  }

  /**
   * Makes the version after `version`, or none when nothing differs; returns the latest. Throws Refusal `product-not-found` (missing),
   * `product-invalid` (invalid), `stale-version` (conflict).
   */
  async change(actor: Actor, id: string, version: number, facts: ProductFacts): Promise<{ version: number }> {
    this.check(facts);
    return this.store.run(caseReach(actor), async (tx) => {
      const product = await requireProduct(tx, id);
      if (product.version !== version) throw stale(product, version);
      if (isDeepStrictEqual(JSON.parse(JSON.stringify(facts)), product.facts)) return { version };
      const added = await tx.products.addVersion({
        id,
        organisationId: product.organisationId,
        version,
        facts,
        by: actor.personId,
        at: this.clock.now(),
      });
      if (!added) throw stale(await requireProduct(tx, id), version);
      return { version: version + 1 };
    });
  }

  private check(facts: ProductFacts): void {
    const faults = productFaults(this.law.rulebook, facts);
    if (faults.length > 0) throw new Refusal('invalid', 'product-invalid', { count: faults.length }, faults);
  }
}

/** The product. Throws Refusal `product-not-found` (missing), also for somebody else's. */
export async function requireProduct(tx: Transaction, id: string): Promise<ProductRecord> {
  const product = await tx.products.find(id);
  if (!product) throw new Refusal('missing', 'product-not-found', { id });
  return product;
}

function stale(product: ProductRecord, yours: number): Refusal {
  return new Refusal('conflict', 'stale-version', { yours, current: product.version, changes: [] });
}
