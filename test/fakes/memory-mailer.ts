// Keeps the mails that were sent, newest last.
import type { Mail, Mailer } from '#casework';

export class MemoryMailer implements Mailer {
  readonly sent: Mail[] = [];

  send(mail: Mail): Promise<void> {
    this.sent.push(mail);
    return Promise.resolve();
  }

  /** The last mail to the address. Throws Error when there is none. */
  lastTo(address: string): Mail {
    const mail = this.sent.findLast(({ to }) => to === address);
    if (!mail) throw new Error(`No mail was sent to ${address}`);
    return mail;
  }
}
