// Renders the paper of a recorded determination from its frozen view, stores it by content, and marks it ready with its receipt in one transaction.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { Reach } from '../actor';
import { DocumentRenderer } from '../ports/document-renderer.port';
import { FileStore } from '../ports/file-store.port';
import { Store } from '../ports/store.port';
import { effectKey, type JobPayload } from './catalogue';
import { JobHandler, type JobRun } from './job-handler';

const SYSTEM: Reach = { kind: 'system' };

@Injectable()
export class RenderRecordHandler extends JobHandler<'render-record'> {
  readonly name = 'render-record';

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
  ) {
    super();
  }

  async handle(payload: JobPayload<'render-record'>, run: JobRun): Promise<void> {
    const record = await this.store.run(SYSTEM, (tx) => tx.products.findDetermination(payload.determinationId));
    if (!record || record.document.state === 'ready') return;
    const { document } = record;
    try {
      await run.progress(10);
      const { pdf, sha256, template } = await this.renderer.render('determination', document.view);
      await run.progress(70);
      const { key } = await this.files.put(pdf);
      await this.store.run(SYSTEM, async (tx) => {
        if (!(await tx.jobs.receipt(effectKey({ name: this.name, payload }), this.clock.now()))) return;
        await tx.licences.documentReady(document.id, { template, sha256, fileKey: key, at: this.clock.now() });
      });
    } catch (fault) {
      await this.store.run(SYSTEM, (tx) => tx.licences.documentFailed(document.id, run.lastAttempt));
      throw fault;
    }
    await run.progress(100);
  }
}
