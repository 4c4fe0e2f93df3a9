// Tells the applicant's side that the stage of a case changed: reference, stage and link, nothing of the content.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { ApplicationStatus } from '#licensing';
import type { Reach } from '../actor';
import { toldOfCase } from '../agencies/told-of-case';
import { Mailer, MailWriter } from '../ports/mailer.port';
import { CaseworkSettings } from '../ports/settings';
import { Store } from '../ports/store.port';
import { effectKey, type JobPayload } from './catalogue';
import { JobHandler } from './job-handler';
import { MAIL_LANGUAGES } from './send-token-mail';

const SYSTEM: Reach = { kind: 'system' };

@Injectable()
export class NotifyCaseMovedHandler extends JobHandler<'notify-case-moved'> {
  readonly name = 'notify-case-moved';

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly settings: CaseworkSettings,
    private readonly mailer: Mailer,
    private readonly writer: MailWriter,
  ) {
    super();
  }

  async handle(payload: JobPayload<'notify-case-moved'>): Promise<void> {
    const key = effectKey({ name: this.name, payload });
    const told = await this.store.run(SYSTEM, async (tx) => {
      if (await tx.jobs.hasReceipt(key)) return null;
      const application = await tx.applications.find(payload.applicationId);
      const entry = (await tx.log.ofApplication(payload.applicationId)).find((row) => row.id === payload.logId);
      if (!application || !entry) return null;
      const people = await toldOfCase(tx, application, this.clock.today());
      return { application, people, stage: entry.payload['to'] as ApplicationStatus };
    });
    if (!told) return;
    const { application, people, stage } = told;
    const link = `${this.settings.publicUrl}/applications/${application.id}`;
    const parts = MAIL_LANGUAGES.map((language) =>
      this.writer.write('case-moved', language, { reference: application.reference, stage, link }),
    );
    const subject = parts.map((part) => part.subject).join(' / ');
    const text = parts.map((part) => part.text).join('\n\n');
    for (const { email: to } of people) await this.mailer.send({ to, subject, text });
    await this.store.run(SYSTEM, (tx) => tx.jobs.receipt(key, this.clock.now()));
  }
}
