// Which gateway stands behind which port, by the configuration: the part of the composition that server and worker share.
import path from 'node:path';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { CaseworkSettings, FileStore, Mailer, Passwords } from '#casework';
import { Clock } from '#kernel';
import { SystemClock } from './clock/system-clock';
import type { Config } from './config/config';
import { LocalFileStore } from './files/local-file-store';
import { FileMailer } from './mail/file-mailer';
import { SmtpMailer } from './mail/smtp-mailer';
import { Argon2Passwords } from './passwords/argon2-passwords';

/** Letters before the running number of a licence. */
const LICENCE_SERIES = 'DU';

@Global()
@Module({})
export class GatewaysModule {
  static forRoot(config: Config): DynamicModule {
    const ports = gatewaysOf(config);
    const providers = [
      { provide: Clock, useValue: ports.clock },
      { provide: FileStore, useValue: ports.files },
      { provide: Mailer, useValue: ports.mailer },
      { provide: Passwords, useValue: ports.passwords },
      { provide: CaseworkSettings, useValue: ports.settings },
    ];
    return { module: GatewaysModule, providers, exports: providers.map(({ provide }) => provide) };
  }
}

export interface Gateways {
  readonly clock: Clock;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly passwords: Passwords;
  readonly settings: CaseworkSettings;
}

/** The gateways of the configuration, for a program without an injector. Papers lie below `files`, mail that is not sent below `mail` of the data folder. */
export function gatewaysOf(config: Config): Gateways {
  const clock = new SystemClock(config.timeZone);
  return {
    clock,
    files: new LocalFileStore(path.join(config.dataDir, 'files')),
    mailer: config.smtpUrl
      ? new SmtpMailer(config.smtpUrl, config.mailFrom)
      : new FileMailer(path.join(config.dataDir, 'mail'), config.mailFrom, clock),
    passwords: new Argon2Passwords(),
    settings: new CaseworkSettings({ publicUrl: config.publicUrl, specimen: config.demo, licenceSeries: LICENCE_SERIES }),
  };
}
