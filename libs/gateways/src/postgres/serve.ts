// Brings a server up for a cluster, or joins the one that already runs there.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import { SERVER_ENVIRONMENT } from './binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { PostgresHome } from './home';
import { OWNER_ROLE } from './initialise-cluster';
import { takeCharge } from './launcher-mark';
import { isServerOf, livePostmaster, type Postmaster } from './postmaster';

const ATTEMPTS = 40;
const POLL_MS = 25;
const POLLS_UNTIL_ANSWER = 600;
const POLLS_IN_RECOVERY = 4_800;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;
const PASSING_TROUBLE = /Address already in use|shared memory block|lock file "postmaster\.pid"/;
const STARTING_UP = '57P03';
const WRONG_PASSWORD = '28P01';

export interface RunningServer {
  readonly port: number;
  readonly pid: number;
  /** True when the server was running before. */
  readonly joined: boolean;
  runs(): boolean;
}

/** A server that answers on 127.0.0.1. Throws EmbeddedPostgresError with the end of the server's log when it does not come up. */
export async function serve(home: PostgresHome, ownerPassword: string, flags: readonly string[]): Promise<RunningServer> {
  for (let attempt = 1; ; attempt++) {
    const live = livePostmaster(home.cluster);
    if (live !== null) {
      const joined = await join(home, live, ownerPassword);
      if (joined !== null) return joined;
    } else {
      const { server, logTail } = await start(home, ownerPassword, flags);
      if (server !== null) return server;
      if (!PASSING_TROUBLE.test(logTail))
        throw new EmbeddedPostgresError(`The embedded PostgreSQL in ${home.folder} did not start:\n${logTail}`);
    }
    if (attempt === ATTEMPTS)
      throw new EmbeddedPostgresError(`The embedded PostgreSQL in ${home.folder} did not start; see ${logFile(home)}.`);
    await pause(4 * POLL_MS);
  }
}

async function join(home: PostgresHome, { pid, folder }: Postmaster, password: string): Promise<RunningServer | null> {
  const runs = () => isServerOf(pid, folder);
  for (let poll = 0; poll < POLLS_UNTIL_ANSWER && runs(); poll++) {
    const port = livePostmaster(home.cluster)?.port ?? null;
    if (port !== null) return (await answers(port, password, runs)) ? { port, pid, joined: true, runs } : null;
    await pause(POLL_MS);
  }
  return null;
}

async function start(
  home: PostgresHome,
  password: string,
  flags: readonly string[],
): Promise<{ server: RunningServer | null; logTail: string }> {
  const port = await freePort();
  const log = openLog(home);
  const logStart = statSync(logFile(home)).size;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
    'log_timezone=UTC',
  ];
  const args = ['-D', home.cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting]), ...flags];
  let child: ChildProcess;
  try {
    child = spawn(path.join(home.native, 'bin', 'postgres'), args, {
      ...home.user,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
  let fault: Error | null = null;
  child.once('error', (error) => (fault = error));
  child.unref();
  const { pid } = child;
  takeCharge(home.folder);
  const runs = () => fault === null && child.exitCode === null && child.signalCode === null;
  try {
    if (pid !== undefined && (await answers(port, password, runs)))
      return { server: { port, pid, joined: false, runs }, logTail: '' };
  } catch (error) {
    child.kill('SIGQUIT');
    while (runs()) await pause(POLL_MS);
    throw error;
  }
  return {
    server: null,
    logTail: `${(fault as Error | null)?.message ?? ''}${readFileSync(logFile(home), 'utf8').slice(logStart)}`.slice(-4_000),
  };
}

/** True once the server answers, false when it ended first. Throws when it neither answers nor ends, or knows another password. */
async function answers(port: number, password: string, runs: () => boolean): Promise<boolean> {
  let limit = POLLS_UNTIL_ANSWER;
  for (let poll = 0; poll < limit; poll++) {
    if (!runs()) return false;
    const client = new Client({
      host: '127.0.0.1',
      port,
      user: OWNER_ROLE,
      password,
      database: 'postgres',
      connectionTimeoutMillis: 5_000,
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return true;
    } catch (error) {
      const code = error instanceof DatabaseError ? error.code : undefined;
      if (code === STARTING_UP) limit = POLLS_IN_RECOVERY;
      if (code === WRONG_PASSWORD) {
        throw new EmbeddedPostgresError(
          'The database does not know the kept owner password; put back the file owner-password that was beside it.',
          { cause: error },
        );
      }
    } finally {
      await client.end().catch(() => undefined);
    }
    await pause(POLL_MS);
  }
  throw new EmbeddedPostgresError(`The embedded PostgreSQL runs but does not answer on 127.0.0.1:${port}.`);
}

const logFile = (home: PostgresHome) => path.join(home.folder, 'postgres.log');

function openLog(home: PostgresHome): number {
  const file = logFile(home);
  const fd = openSync(file, 'a', 0o600);
  if (statSync(file).size <= LOG_LIMIT_BYTES) return fd;
  closeSync(fd);
  renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** A TCP port of the loopback that nobody uses at this moment, chosen by the kernel. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
