// Mails that carry a token: the token is made when the mail is written, so that no queue ever holds it.
import { type Clock, type Language } from '#kernel';
import type { Reach } from '../actor';
import type { Mailer, MailWriter } from '../ports/mailer.port';
import type { CaseworkSettings } from '../ports/settings';
import type { Store } from '../ports/store.port';
import type { OrganisationRecord, TokenPurpose } from '../records';
import { makeToken } from '../people/tokens';

const SYSTEM: Reach = { kind: 'system' };

export interface TokenMail {
  readonly personId: string;
  readonly purpose: TokenPurpose;
  /** Path of the page that takes the token, with a trailing slash. */
  readonly path: string;
  readonly effectKey: string;
}

export interface MailRoom {
  readonly store: Store;
  readonly clock: Clock;
  readonly settings: CaseworkSettings;
  readonly mailer: Mailer;
  readonly writer: MailWriter;
}

/** Mails go out in Chinese and English, one after the other in one text. */
export const MAIL_LANGUAGES: readonly Language[] = ['zh', 'en'];

/** Sends the mail if the person still waits for it and it was not sent before; the receipt is written after the sending, so a crash may send twice, never not at all. */
export async function sendTokenMail(room: MailRoom, mail: TokenMail): Promise<void> {
  const { store, clock, settings, mailer, writer } = room;
  const made = await store.run(SYSTEM, async (tx) => {
    if (await tx.jobs.hasReceipt(mail.effectKey)) return null;
    const person = await tx.people.find(mail.personId);
    if (person?.state !== (mail.purpose === 'invitation' ? 'invited' : 'active')) return null;
    const organisation = await tx.people.organisation(person.organisationId);
    return { person, organisation, ...(await makeToken(tx, clock, person.id, mail.purpose)) };
  });
  if (!made) return;
  const { person, organisation, token, expiresAt } = made;
  const parts = MAIL_LANGUAGES.map((language) =>
    writer.write(mail.purpose, language, {
      person: person.name,
      ...(mail.purpose === 'invitation' && {
        organisation: nameOf(organisation, language),
      }),
      link: `${settings.publicUrl}${mail.path}${token}`,
      validUntil: expiresAt,
    }),
  );
  await mailer.send({
    to: person.email,
    subject: parts.map((part) => part.subject).join(' / '),
    text: parts.map((part) => part.text).join('\n\n'),
  });
  await store.run(SYSTEM, (tx) => tx.jobs.receipt(mail.effectKey, clock.now()));
}

/** The name in the language, or the other one where there is none. */
function nameOf(organisation: OrganisationRecord | null, language: Language): string {
  const { nameZh = '', nameEn = '' } = organisation ?? {};
  return (language === 'zh' ? nameZh || nameEn : nameEn || nameZh) || '-';
}
