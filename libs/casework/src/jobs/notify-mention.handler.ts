// Tells a person that a note is meant for them, while they may still read it: reference and link, nothing of the note.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
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
export class NotifyMentionHandler extends JobHandler<'notify-mention'> {
  readonly name = 'notify-mention';

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly settings: CaseworkSettings,
    private readonly mailer: Mailer,
    private readonly writer: MailWriter,
  ) {
    super();
  }

  async handle(payload: JobPayload<'notify-mention'>): Promise<void> {
    const key = effectKey({ name: this.name, payload });
    const told = await this.store.run(SYSTEM, async (tx) => {
      if (await tx.jobs.hasReceipt(key)) return null;
      const note = await tx.notes.find(payload.noteId);
      const application = note && (await tx.applications.find(note.applicationId));
      const person = await tx.people.find(payload.personId);
      if (!application || person?.state !== 'active') return null;
      const reads =
        note.audience === 'internal' ||
        (await toldOfCase(tx, application, this.clock.today())).some(({ id }) => id === person.id);
      return reads ? { note, application, person } : null;
    });
    if (!told) return;
    const { note, application, person } = told;
    const room = note.audience === 'applicant' ? 'applications' : 'cases';
    const link = `${this.settings.publicUrl}/${room}/${application.id}`;
    const parts = MAIL_LANGUAGES.map((language) =>
      this.writer.write('note', language, { reference: application.reference, link }),
    );
    await this.mailer.send({
      to: person.email,
      subject: parts.map((part) => part.subject).join(' / '),
      text: parts.map((part) => part.text).join('\n\n'),
    });
    await this.store.run(SYSTEM, (tx) => tx.jobs.receipt(key, this.clock.now()));
  }
}
