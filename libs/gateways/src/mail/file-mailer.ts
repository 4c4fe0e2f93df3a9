// Mail as .eml files in a folder, for development and the demo: nothing leaves the machine.
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import type { Clock } from '#kernel';
import type { Mail, Mailer } from '#casework';
import { checkMail } from './check-mail';

export class FileMailer implements Mailer {
  private readonly transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  /** `folder` is made on the first mail, for this user only; file names begin with the moment, so that their order is the order of sending. */
  constructor(
    private readonly folder: string,
    private readonly from: string,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal for a mail that may not be sent. */
  async send(mail: Mail): Promise<void> {
    checkMail(mail);
    const now = this.clock.now();
    const { message } = await this.transport.sendMail({
      from: this.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      date: new Date(now),
    });
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = path.join(this.folder, `${now.replaceAll(':', '')}-${randomUUID()}.eml`);
    await writeFile(`${file}.draft`, message, { mode: 0o600, flag: 'wx' });
    await rename(`${file}.draft`, file);
  }
}
