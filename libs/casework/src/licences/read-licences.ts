// Licences as read today: scheduled, active and expired come from the validity, never from a stored word.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Instant, type LocalDate } from '#kernel';
import {
  licenceLifeOn,
  licenceMoves,
  noGuardFacts,
  openMoves,
  type LicenceLife,
  type LicenceMove,
  type OpenMove,
} from '#licensing';
import { caseReach, type Actor } from '../actor';
import { FileStore } from '../ports/file-store.port';
import { Store, type PageOf, type PageRequest } from '../ports/store.port';
import type { DocumentState, LicenceRecord } from '../records';

export interface LicenceReading {
  readonly id: string;
  readonly number: string;
  readonly applicationId: string;
  readonly version: number;
  readonly life: LicenceLife;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly issuedAt: Instant;
  readonly openMoves: readonly OpenMove[];
  readonly document: {
    readonly state: DocumentState;
    readonly sha256: string | null;
    readonly template: string | null;
    readonly readyAt: Instant | null;
  };
  /** The frozen view that the paper shows. */
  readonly view: unknown;
}

@Injectable()
export class ReadLicences {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly files: FileStore,
  ) {}

  list(actor: Actor, page: PageRequest): Promise<PageOf<LicenceReading & { readonly reference: string }>> {
    return this.store.run(caseReach(actor), async (tx) => {
      const { rows, next } = await tx.licences.list(page);
      return { rows: rows.map((row) => ({ ...this.reading(row, actor), reference: row.reference })), next };
    });
  }

  /** Throws Refusal `licence-not-found` (missing). */
  async one(actor: Actor, id: string): Promise<LicenceReading> {
    return this.reading(await this.require(actor, id), actor);
  }

  /** The paper. Throws Refusal `licence-not-found` (missing), `document-not-ready` (conflict: it is being rendered, or rendering failed). */
  async document(actor: Actor, id: string): Promise<{ number: string; sha256: string; bytes: Buffer }> {
    const { number, document } = await this.require(actor, id);
    if (!document.fileKey || !document.sha256) throw new Refusal('conflict', 'document-not-ready', { state: document.state });
    return { number, sha256: document.sha256, bytes: await this.files.get(document.fileKey) };
  }

  private async require(actor: Actor, id: string): Promise<LicenceRecord> {
    const licence = await this.store.run(caseReach(actor), (tx) => tx.licences.find(id));
    if (!licence) throw new Refusal('missing', 'licence-not-found', { id });
    return licence;
  }

  private reading(licence: LicenceRecord, actor: Actor): LicenceReading {
    const { id, number, applicationId, version, state, validFrom, validTo, issuedAt, document } = licence;
    return {
      id,
      number,
      applicationId,
      version,
      life: licenceLifeOn(state, { from: validFrom, to: validTo }, this.clock.today()),
      validFrom,
      validTo,
      issuedAt,
      openMoves: openMoves<LicenceMove>(licenceMoves, state, actor.roles, noGuardFacts(actor.personId)),
      document: { state: document.state, sha256: document.sha256, template: document.template, readyAt: document.readyAt },
      view: document.view,
    };
  }
}
