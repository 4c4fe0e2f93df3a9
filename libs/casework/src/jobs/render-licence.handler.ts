// Renders the paper of a licence from its frozen view, stores it by content, and marks it ready with its receipt in one transaction.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { Reach } from '../actor';
import { writeLog } from '../applications/write-log';
import { DocumentRenderer } from '../ports/document-renderer.port';
import { FileStore } from '../ports/file-store.port';
import { Store } from '../ports/store.port';
import { effectKey, type JobPayload } from './catalogue';
import { JobHandler, type JobRun } from './job-handler';

const SYSTEM: Reach = { kind: 'system' };

@Injectable()
export class RenderLicenceHandler extends JobHandler<'render-licence'> {
  readonly name = 'render-licence';

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly renderer: DocumentRenderer,
    private readonly files: FileStore,
  ) {
    super();
  }

  async handle(payload: JobPayload<'render-licence'>, run: JobRun): Promise<void> {
    const licence = await this.store.run(SYSTEM, (tx) => tx.licences.find(payload.licenceId));
    if (!licence || licence.document.state === 'ready') return;
    const application = { id: licence.applicationId, organisationId: licence.organisationId };
    try {
      await run.progress(10);
      const { pdf, sha256, template } = await this.renderer.render('licence', licence.document.view);
      await run.progress(70);
      const { key } = await this.files.put(pdf);
      await this.store.run(SYSTEM, async (tx) => {
        if (!(await tx.jobs.receipt(effectKey({ name: this.name, payload }), this.clock.now()))) return;
        await tx.licences.documentReady(licence.document.id, { template, sha256, fileKey: key, at: this.clock.now() });
        await writeLog(tx, this.clock, null, {
          application,
          verb: 'render-licence',
          facts: { number: licence.number, template, sha256 },
        });
      });
    } catch (fault) {
      await this.store.run(SYSTEM, async (tx) => {
        await tx.licences.documentFailed(licence.document.id, run.lastAttempt);
        if (run.lastAttempt)
          await writeLog(tx, this.clock, null, { application, verb: 'render-failed', facts: { number: licence.number } });
      });
      throw fault;
    }
    await run.progress(100);
  }
}
