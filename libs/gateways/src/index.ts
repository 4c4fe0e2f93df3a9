// gateways (floor 2): the machine and the network outside the product: configuration, wall clock, files, mail, passwords, law files,
// child processes and the embedded PostgreSQL. Start at config/config.ts, then postgres/embedded-postgres.ts.
export { ConfigError, readConfig, type Config, type ConfigFault, type Environment } from './config/config';
export { LOG_LEVELS, type LogLevel } from './logging/levels';
export { openLog, type Log } from './logging/log';
export { NestLog } from './logging/nest-log';
export { isMoment } from './clock/moment';
export { MovableClock } from './clock/movable-clock';
export { SystemClock } from './clock/system-clock';
export { LocalFileStore, StoredFileError } from './files/local-file-store';
export { detectMediaType } from './files/detect-media-type';
export { productVersion } from './files/product-version';
export { repositoryRoot } from './files/repository-root';
export { readLawTexts } from './law/read-law-texts';
export { FileMailer } from './mail/file-mailer';
export { SmtpMailer } from './mail/smtp-mailer';
export { Argon2Passwords } from './passwords/argon2-passwords';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './postgres/embedded-postgres';
export { programFolder } from './postgres/binaries';
export { EmbeddedPostgresError } from './postgres/embedded-postgres-error';
export { endInWords, reportReady, startChildApp, type ChildApp, type ChildAppOptions, type ChildEnd } from './process/child-app';
export { holdFolder, type Holder, type HeldFolder } from './process/hold-folder';
export { onStopSignal } from './process/on-stop-signal';
export { gatewaysOf, type Gateways } from './gateways-of';
export { loadLaw } from './law/load-law';
export { loadManifests } from './procedures/load-manifests';
