// Tells the holder of a licence that its validity ends soon: number, last day and link. Told is whoever is told of its case.
import { Injectable } from '@nestjs/common';
import { Clock, daysBetween } from '#kernel';
import type { Reach } from '../actor';
import { toldOfCase } from '../agencies/told-of-case';
import { MAIL_LANGUAGES } from '../jobs/send-token-mail';
import { Mailer, MailWriter } from '../ports/mailer.port';
import { CaseworkSettings } from '../ports/settings';
import { Store } from '../ports/store.port';
import type { LicenceRecord, PersonRecord } from '../records';

const SYSTEM: Reach = { kind: 'system' };

@Injectable()
export class RemindOfExpiry {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly settings: CaseworkSettings,
    private readonly mailer: Mailer,
    private readonly writer: MailWriter,
  ) {}

  /** Sends the mail, which counts the days from today; nothing when the organisation has nobody left. Throws what the mailer throws. */
  async send(licence: LicenceRecord): Promise<void> {
    const view = {
      number: licence.number,
      lastDay: licence.validTo,
      daysLeft: daysBetween(this.clock.today(), licence.validTo),
      link: `${this.settings.publicUrl}/licences/${licence.id}`,
    };
    const parts = MAIL_LANGUAGES.map((language) => this.writer.write('expiry-reminder', language, view));
    for (const { email } of await this.holders(licence)) {
      await this.mailer.send({
        to: email,
        subject: parts.map((part) => part.subject).join(' / '),
        text: parts.map((part) => part.text).join('\n\n'),
      });
    }
  }

  private holders(licence: LicenceRecord): Promise<readonly PersonRecord[]> {
    return this.store.run(SYSTEM, async (tx) => {
      const application = await tx.applications.find(licence.applicationId);
      if (!application) throw new Error(`Licence ${licence.id} is of no application`);
      return toldOfCase(tx, application, this.clock.today());
    });
  }
}
