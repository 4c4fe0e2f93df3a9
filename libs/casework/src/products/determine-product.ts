// Records what the law asks of a version of a product, in the view of who asks, and replays a record against the law it was made with.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { determine, type Determination } from '#regulation';
import { caseReach, type Actor } from '../actor';
import { CaseworkSettings } from '../ports/settings';
import { FileStore } from '../ports/file-store.port';
import { LoadedLaw } from '../ports/loaded-law';
import { Store } from '../ports/store.port';
import { readingsFor, readingsUsed } from '../readings/standing-readings';
import { KeepLaw } from './keep-law';
import { recordView } from './record-view';
import { productFaults } from './product-facts';
import type { ProductDeterminationRecord } from './product-records';
import { judge, type ProductQuestion } from './read-product';

export interface Replay {
  readonly record: ProductDeterminationRecord;
  /** The answer made again with the law of the record. */
  readonly again: Determination;
  readonly same: boolean;
}

@Injectable()
export class DetermineProduct {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly laws: KeepLaw,
    private readonly settings: CaseworkSettings,
  ) {}

  /**
   * The id of the new record; its paper is rendered by a job. Throws Refusal `product-not-found` (missing), `product-invalid` (invalid: kept facts that
   * the law of today cannot judge), `determination.day-before-law` (invalid).
   */
  async execute(actor: Actor, productId: string, version: number, asked: ProductQuestion = {}): Promise<{ id: string }> {
    await this.laws.ensure();
    const { rulebook } = this.law;
    const at = this.clock.now();
    const point = { on: asked.on ?? this.clock.today(), knownOn: asked.knownOn ?? null };
    return this.store.run(caseReach(actor), async (tx) => {
      const product = await tx.products.findVersion(productId, version);
      if (!product) throw new Refusal('missing', 'product-not-found', { id: productId });
      const faults = productFaults(rulebook, product.facts);
      if (faults.length > 0) throw new Refusal('invalid', 'product-invalid', { count: faults.length }, faults);
      const [last] = await tx.products.determinations(productId, 1);
      const readings = await readingsFor(tx, actor, this.clock);
      const judged = judge(rulebook, product.facts, point, {
        destination: asked.destination ?? '',
        ...(asked.beside && { beside: asked.beside }),
        decided: last?.controlCodes ?? [],
        readings,
      });
      const organisation = await tx.people.organisation(actor.organisationId);
      const owner = await tx.people.organisation(product.organisationId);
      const id = randomUUID();
      const view = actor.organisationKind === 'authority' ? 'reviewer' : 'exporter';
      await tx.products.addDetermination({
        id,
        productId,
        version,
        organisationId: product.organisationId,
        view,
        ...point,
        lawHash: rulebook.hash,
        rows: [...new Set(judged.answer.findings.flatMap(({ rows }) => rows))],
        ...judged,
        readings: readingsUsed(judged.answer, readings),
        madeBy: actor.personId,
        madeAt: at,
        documentId: randomUUID(),
        documentView: recordView({
          id,
          product,
          judged,
          view,
          point,
          at,
          today: this.clock.dayOf(at),
          rulebook,
          specimen: this.settings.specimen,
          owner,
          madeBy: { name: actor.name, organisation },
        }),
      });
      await tx.jobs.add({ name: 'render-record', payload: { determinationId: id } }, at);
      return { id };
    });
  }
}

@Injectable()
export class ReadDetermination {
  constructor(
    private readonly store: Store,
    private readonly laws: KeepLaw,
    private readonly files: FileStore,
  ) {}

  /** Throws Refusal `product-determination-not-found` (missing). */
  one(actor: Actor, productId: string, id: string): Promise<ProductDeterminationRecord> {
    return this.store.run(caseReach(actor), async (tx) => {
      const record = await tx.products.findDetermination(id);
      if (!record || record.productId !== productId) throw new Refusal('missing', 'product-determination-not-found', { id });
      return record;
    });
  }

  /** Makes the answer again from the recorded facts and readings and the law of the recorded hash. Throws as `one`, and `law-not-kept` (missing). */
  async replay(actor: Actor, productId: string, id: string): Promise<Replay> {
    const record = await this.one(actor, productId, id);
    const rulebook = await this.laws.rulebookOf(record.lawHash);
    const again = determine(rulebook, record.facts, record.on, record.knownOn ?? undefined, record.readings);
    return { record, again, same: isDeepStrictEqual(JSON.parse(JSON.stringify(again)), record.answer) };
  }

  /** The paper. Throws Refusal as `one`, and `document-not-ready` (conflict: it is being rendered, or rendering failed). */
  async paper(actor: Actor, productId: string, id: string): Promise<{ fileName: string; sha256: string; bytes: Buffer }> {
    const { document, version, on } = await this.one(actor, productId, id);
    if (!document.fileKey || !document.sha256) throw new Refusal('conflict', 'document-not-ready', { state: document.state });
    return {
      fileName: `determination-v${version}-${on}.pdf`,
      sha256: document.sha256,
      bytes: await this.files.get(document.fileKey),
    };
  }
}
