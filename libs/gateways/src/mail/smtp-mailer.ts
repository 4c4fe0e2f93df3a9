// Mail over SMTP.
import { createTransport } from 'nodemailer';
import type { Mail, Mailer } from '#casework';
import { checkMail } from './check-mail';

const PATIENCE_MS = 20_000;

export class SmtpMailer implements Mailer {
  private readonly transport;

  /** `smtpUrl`: `smtp://` (upgraded to TLS when the server offers it) or `smtps://`. `from`: the sender of all mail. */
  constructor(
    smtpUrl: string,
    private readonly from: string,
  ) {
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Throws Refusal for a mail that may not be sent, Error when the server does not take it within 20 seconds of silence. */
  async send(mail: Mail): Promise<void> {
    checkMail(mail);
    await this.transport.sendMail({ from: this.from, to: mail.to, subject: mail.subject, text: mail.text });
  }
}
