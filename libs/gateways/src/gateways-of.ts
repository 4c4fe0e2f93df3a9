// Which gateway stands behind which port, by the configuration: the part of the composition that all programs share.
import path from 'node:path';
import { CaseworkSettings, type FileStore, type Mailer, type Passwords } from '#casework';
import type { Clock } from '#kernel';
import { MovableClock } from './clock/movable-clock';
import { SystemClock } from './clock/system-clock';
import type { Config } from './config/config';
import { LocalFileStore } from './files/local-file-store';
import { FileMailer } from './mail/file-mailer';
import { SmtpMailer } from './mail/smtp-mailer';
import { Argon2Passwords } from './passwords/argon2-passwords';

export interface Gateways {
  readonly clock: Clock;
  /** The same clock where it can be moved, as in a demo; else null. */
  readonly movable: MovableClock | null;
  /** The clock of the machine. */
  readonly wall: Clock;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly passwords: Passwords;
  readonly settings: CaseworkSettings;
}

/** Letters before the running number of a licence. */
const LICENCE_SERIES = 'DU';

/** Opens nothing: papers go below `files` of the data folder; mail goes to SMTP_URL, or below `mail` where none is set. */
export function gatewaysOf(config: Config): Gateways {
  const wall = new SystemClock(config.timeZone);
  const movable = config.demo ? new MovableClock(wall) : null;
  const clock = movable ?? wall;
  return {
    clock,
    movable,
    wall,
    files: new LocalFileStore(path.join(config.dataDir, 'files')),
    mailer: config.smtpUrl
      ? new SmtpMailer(config.smtpUrl, config.mailFrom)
      : new FileMailer(path.join(config.dataDir, 'mail'), config.mailFrom, clock),
    passwords: new Argon2Passwords(),
    settings: new CaseworkSettings({ publicUrl: config.publicUrl, specimen: config.demo, licenceSeries: LICENCE_SERIES }),
  };
}
