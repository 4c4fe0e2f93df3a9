// Sends an invitation with a fresh token.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Mailer, MailWriter } from '../ports/mailer.port';
import { CaseworkSettings } from '../ports/settings';
import { Store } from '../ports/store.port';
import { effectKey, type JobPayload } from './catalogue';
import { JobHandler } from './job-handler';
import { sendTokenMail, type MailRoom } from './send-token-mail';

@Injectable()
export class SendInvitationHandler extends JobHandler<'send-invitation'> {
  readonly name = 'send-invitation';
  private readonly room: MailRoom;

  constructor(store: Store, clock: Clock, settings: CaseworkSettings, mailer: Mailer, writer: MailWriter) {
    super();
    this.room = { store, clock, settings, mailer, writer };
  }

  handle(payload: JobPayload<'send-invitation'>): Promise<void> {
    return sendTokenMail(this.room, {
      personId: payload.personId,
      purpose: 'invitation',
      path: '/invitations/',
      effectKey: effectKey({ name: this.name, payload }),
    });
  }
}
