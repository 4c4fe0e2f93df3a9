// The port to mail. Implemented by libs/gateways; the words of a mail come from the document room through MailWriter.
import type { Language } from '#kernel';

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export abstract class Mailer {
  abstract send(mail: Mail): Promise<void>;
}

export type MailKind = 'invitation' | 'password-reset' | 'case-moved' | 'expiry-reminder' | 'note';

export abstract class MailWriter {
  abstract write(kind: MailKind, language: Language, view: Readonly<Record<string, unknown>>): { subject: string; text: string };
}
