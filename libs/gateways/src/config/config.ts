// The configuration of a process: read once from the environment; when anything is wrong, nothing starts and all errors are listed together.
import { isIPv6 } from 'node:net';
import type { z } from 'zod';
import type { Instant } from '#kernel';
import type { LogLevel } from '../logging/levels';
import { nearestName } from './nearest-name';
import { Settings, urlOf } from './settings';

export interface Config {
  readonly host: string;
  /** 0 to 65535; 0 lets the system choose. */
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** Null: the embedded server. */
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  /** Null: the queue lives in PostgreSQL. */
  readonly redisUrl: string | null;
  /** True: demo data are seeded and demo passwords work. */
  readonly demo: boolean;
  /** Scheme, host and port without a closing slash. */
  readonly publicUrl: string;
  /** Null: mail is written to files. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** IANA name. */
  readonly timeZone: string;
  /** At least 32 characters. Null: made once and kept in the data folder. */
  readonly sessionSecret: string | null;
  /** 1 to 168. */
  readonly sessionHours: number;
  /** Where the clock of a demo starts. Null: at the wall clock. */
  readonly clock: Instant | null;
  readonly logLevel: LogLevel;
  /** Absolute path of the file that the worker touches while it works. Null: none. */
  readonly heartbeat: string | null;
  /** True: the server answers /metrics. */
  readonly metrics: boolean;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is wrong with one setting. */
export interface ConfigFault {
  readonly name: string;
  readonly problem: string;
}

/** Carries every fault that was found; the message lists them, one per line, without the values. */
export class ConfigError extends Error {
  constructor(readonly faults: readonly ConfigFault[]) {
    super(`The configuration is wrong:\n${faults.map(({ name, problem }) => `  ${name}: ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

const OWN_PREFIX = 'LICET_';
const HARNESS_PREFIX = 'LICET_TEST_';

/** The configuration that the environment gives; an empty value counts as unset. Throws ConfigError. */
export function readConfig(env: Environment): Config {
  const known = Object.keys(Settings.shape);
  const given = Object.fromEntries(known.map((name) => [name, env[name] === '' ? undefined : env[name]]));
  const parsed = Settings.safeParse(given);
  const faults = [...unknownNames(env, known), ...(parsed.success ? contradictions(parsed.data) : faultsOf(parsed.error))];
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return configOf(parsed.data);
}

function configOf(settings: Settings): Config {
  const host = isIPv6(settings.HOST) ? `[${settings.HOST}]` : settings.HOST;
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDir: settings.LICET_DATA_DIR,
    databaseUrl: settings.DATABASE_URL ?? null,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL ?? null,
    redisUrl: settings.REDIS_URL ?? null,
    demo: isDemo(settings),
    publicUrl: settings.LICET_PUBLIC_URL ?? `http://${host}:${settings.PORT}`,
    smtpUrl: settings.SMTP_URL ?? null,
    mailFrom: settings.MAIL_FROM ?? 'Licet <licet@localhost>',
    timeZone: settings.LICET_TIME_ZONE,
    sessionSecret: settings.LICET_SESSION_SECRET ?? null,
    sessionHours: settings.LICET_SESSION_HOURS,
    clock: settings.LICET_CLOCK ?? null,
    logLevel: settings.LICET_LOG_LEVEL,
    heartbeat: settings.LICET_HEARTBEAT ?? null,
    metrics: settings.LICET_METRICS === '1',
  };
}

function isDemo(settings: Settings): boolean {
  return settings.LICET_DEMO === undefined ? settings.DATABASE_URL === undefined : settings.LICET_DEMO === '1';
}

function faultsOf(error: z.ZodError): ConfigFault[] {
  const firstOfEach = new Map<string, ConfigFault>();
  for (const issue of error.issues) {
    const name = String(issue.path[0]);
    if (!firstOfEach.has(name)) firstOfEach.set(name, { name, problem: issue.message });
  }
  return [...firstOfEach.values()];
}

function unknownNames(env: Environment, known: readonly string[]): ConfigFault[] {
  return Object.keys(env)
    .filter((name) => name.startsWith(OWN_PREFIX) && !name.startsWith(HARNESS_PREFIX) && !known.includes(name))
    .map((name) => {
      const own = known.filter((candidate) => candidate.startsWith(OWN_PREFIX));
      return { name, problem: `no such setting; did you mean ${nearestName(name, own) ?? ''}?` };
    });
}

function contradictions(settings: Settings): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const appUser = urlOf(settings.DATABASE_URL ?? '')?.username;
  const ownerUser = urlOf(settings.DATABASE_OWNER_URL ?? '')?.username;
  if (ownerUser !== undefined && appUser === undefined) {
    faults.push({ name: 'DATABASE_URL', problem: 'DATABASE_OWNER_URL is set, so name the app’s role as well' });
  }
  if (ownerUser !== undefined && ownerUser === appUser) {
    faults.push({
      name: 'DATABASE_URL',
      problem: 'the same role as DATABASE_OWNER_URL; the app needs an unprivileged role of its own',
    });
  }
  if (settings.SMTP_URL !== undefined && settings.MAIL_FROM === undefined) {
    faults.push({ name: 'MAIL_FROM', problem: 'SMTP_URL is set, so name the sender' });
  }
  if (settings.LICET_CLOCK !== undefined && !isDemo(settings)) {
    faults.push({
      name: 'LICET_CLOCK',
      problem: 'only a demo has a clock that can be moved; unset it, or set LICET_DEMO=1 if this is a demo',
    });
  }
  return faults;
}
