// How an issued paper is made from its frozen view: rendered, stored by content, and marked ready with its receipt in one transaction; a failure is counted, the last one marked.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { Reach } from '../actor';
import { writeLog } from '../applications/write-log';
import { DocumentRenderer } from '../ports/document-renderer.port';
import { FileStore } from '../ports/file-store.port';
import { Store, type Transaction } from '../ports/store.port';
import type { IssuedDocumentRecord } from '../records';
import { effectKey, type JobName, type JobPayload } from './catalogue';
import { JobHandler, type JobRun } from './job-handler';

const SYSTEM: Reach = { kind: 'system' };

/** A paper to be rendered, and the case in whose log that is written; null for a paper of no case. */
export interface PaperToRender {
  readonly document: IssuedDocumentRecord;
  readonly told: {
    readonly application: { readonly id: string; readonly organisationId: string };
    readonly verb: 'render-licence' | 'render-letter';
    readonly number: string;
  } | null;
}

@Injectable()
export abstract class RenderPaper<N extends JobName> extends JobHandler<N> {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
  ) {
    super();
  }

  /** The paper that the job names; null where there is none. */
  protected abstract find(tx: Transaction, payload: JobPayload<N>): Promise<PaperToRender | null>;

  async handle(payload: JobPayload<N>, run: JobRun): Promise<void> {
    const paper = await this.store.run(SYSTEM, (tx) => this.find(tx, payload));
    if (!paper || paper.document.state === 'ready') return;
    const { document, told } = paper;
    try {
      await run.progress(10);
      const { pdf, sha256, template } = await this.renderer.render(document.kind, document.view);
      await run.progress(70);
      const { key } = await this.files.put(pdf);
      await this.store.run(SYSTEM, async (tx) => {
        if (!(await tx.jobs.receipt(effectKey({ name: this.name, payload }), this.clock.now()))) return;
        await tx.licences.documentReady(document.id, { template, sha256, fileKey: key, at: this.clock.now() });
        if (!told) return;
        const { application, verb, number } = told;
        await writeLog(tx, this.clock, null, { application, verb, facts: { number, template, sha256 } });
      });
    } catch (fault) {
      await this.store.run(SYSTEM, async (tx) => {
        await tx.licences.documentFailed(document.id, run.lastAttempt);
        if (!told || !run.lastAttempt) return;
        const { application, number } = told;
        await writeLog(tx, this.clock, null, { application, verb: 'render-failed', facts: { number } });
      });
      throw fault;
    }
    await run.progress(100);
  }
}
