// Each setting of the environment: its form, its default, and the cure when it is wrong. Values are never repeated in a message: they may hold passwords.
import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';
import { instant, LEGAL_TIME_ZONE } from '#kernel';
import { isMoment } from '../clock/moment';
import { LOG_LEVELS } from '../logging/levels';

const HOST_NAME = /^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})*$/i;
// Bare `a@b`, or `Name <a@b>`; a line break would let a value write further header lines.
const MAILBOX = /^(?:[^<>@"\p{Cc}]{1,100} <[^\s<>@",;]{1,64}@[^\s<>@",;]{1,189}>|[^\s<>@",;]{1,64}@[^\s<>@",;]{1,189})$/u;

const wholeNumber = (from: number, to: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `write a whole number from ${from} to ${to}`)
    .transform(Number)
    .refine((value) => value >= from && value <= to, `write a whole number from ${from} to ${to}`)
    .default(fallback);

const url = (protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((text) => protocols.includes(urlOf(text)?.protocol ?? ''), `write an address such as ${example}`)
    .optional();

const databaseUrl = url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/licet');

/** All settings by name. A name that begins with LICET_ and is not here is refused, save LICET_TEST_*, which belong to the test harness. */
export const Settings = z.object({
  /** Address to listen on. */
  HOST: z
    .string()
    .refine((text) => isIP(text) !== 0 || HOST_NAME.test(text), 'write an IP address or a host name, such as 127.0.0.1')
    .default('127.0.0.1'),
  /** TCP port to listen on; 0 lets the system choose. */
  PORT: wholeNumber(0, 65_535, 3_000),
  /** Folder of database, papers and mail; relative to the working directory. */
  LICET_DATA_DIR: z
    .string()
    .max(500, 'write a path of at most 500 characters')
    .default('.licet')
    .transform((text) => path.resolve(text)),
  /** The app's unprivileged role. Unset: the embedded server. */
  DATABASE_URL: databaseUrl,
  /** The role that owns the tables and runs migrations. */
  DATABASE_OWNER_URL: databaseUrl,
  /** Unset: the queue lives in PostgreSQL. */
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://127.0.0.1:6379'),
  /** Demo organisations, sign-ins and cases. Unset: yes on the embedded server, no with DATABASE_URL. */
  LICET_DEMO: z.enum(['0', '1'], 'write 1 (demo data and demo sign-ins) or 0').optional(),
  /** The address that people use, for links in mail; without path. Unset: http://HOST:PORT. */
  LICET_PUBLIC_URL: z
    .string()
    .refine((text) => isOrigin(urlOf(text)), 'write http:// or https:// and a host without a path, such as https://licet.example')
    .transform((text) => new URL(text).origin)
    .optional(),
  /** Mail server. Unset: mail is written to files below LICET_DATA_DIR/mail. */
  SMTP_URL: url(['smtp:', 'smtps:'], 'smtp://user:password@mail.example:587'),
  /** Sender of all mail. */
  MAIL_FROM: z.string().regex(MAILBOX, 'write one address, such as Licet <licet@mail.example>').optional(),
  /** IANA time zone in which moments become legal days. */
  LICET_TIME_ZONE: z.string().refine(isTimeZone, 'write an IANA time zone, such as Asia/Shanghai').default(LEGAL_TIME_ZONE),
  /** Signs session cookies; the same on every server that shares sessions. Unset: made once and kept in LICET_DATA_DIR. */
  LICET_SESSION_SECRET: z.string().min(32, 'write at least 32 characters').max(200, 'write at most 200 characters').optional(),
  /** Hours without a request after which a sign-in ends; 1 to 168. */
  LICET_SESSION_HOURS: wholeNumber(1, 168, 12),
  /** The moment at which the clock of a demo starts; a clock that stands later already stays there. Unset: the wall clock. */
  LICET_CLOCK: z
    .string()
    .refine(isMoment, 'write a moment with its offset, such as 2025-10-08T09:00:00+08:00')
    .transform((text) => instant(text))
    .optional(),
  /** The least important line that is still logged. */
  LICET_LOG_LEVEL: z.enum(LOG_LEVELS, `write one of ${LOG_LEVELS.join(', ')}`).default('info'),
  /** File that the worker touches while database and queue answer, for a health check; relative to the working directory. Unset: none. */
  LICET_HEARTBEAT: z
    .string()
    .max(500, 'write a path of at most 500 characters')
    .transform((text) => path.resolve(text))
    .optional(),
  /** 1: the server answers /metrics to whoever reaches its port. */
  LICET_METRICS: z.enum(['0', '1'], 'write 1 (answer /metrics) or 0').default('0'),
});

export type Settings = z.infer<typeof Settings>;

/** The parsed address, or null. */
export function urlOf(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

function isOrigin(address: URL | null): boolean {
  if (address === null || !['http:', 'https:'].includes(address.protocol)) return false;
  return (
    address.pathname === '/' && address.search === '' && address.hash === '' && address.username === '' && address.password === ''
  );
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
