// Sends a link for a new password with a fresh token.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Mailer, MailWriter } from '../ports/mailer.port';
import { CaseworkSettings } from '../ports/settings';
import { Store } from '../ports/store.port';
import { effectKey, type JobPayload } from './catalogue';
import { JobHandler } from './job-handler';
import { sendTokenMail, type MailRoom } from './send-token-mail';

@Injectable()
export class SendPasswordResetHandler extends JobHandler<'send-password-reset'> {
  readonly name = 'send-password-reset';
  private readonly room: MailRoom;

  constructor(store: Store, clock: Clock, settings: CaseworkSettings, mailer: Mailer, writer: MailWriter) {
    super();
    this.room = { store, clock, settings, mailer, writer };
  }

  handle(payload: JobPayload<'send-password-reset'>): Promise<void> {
    return sendTokenMail(this.room, {
      personId: payload.personId,
      purpose: 'password-reset',
      path: '/password-resets/',
      effectKey: effectKey({ name: this.name, payload }),
    });
  }
}
