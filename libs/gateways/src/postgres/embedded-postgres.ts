// The embedded PostgreSQL server of one data folder: started or joined, prepared for the app, stopped by the launcher that answers for it.
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { findHome, noteWhere, type PostgresHome } from './home';
import { initialiseCluster, OWNER_ROLE } from './initialise-cluster';
import { keptSecret } from './kept-secret';
import { isInCharge, leaveCharge, takeCharge } from './launcher-mark';
import { APP_LOGIN_ROLE, DATABASE, prepareRoles } from './prepare-roles';
import { serve, type RunningServer } from './serve';

const POLL_MS = 25;
const POLLS_UNTIL_FORCED = 1_200;
const POLLS_AFTER_FORCE = 400;
const WATCH_MS = 500;

export interface EmbeddedPostgresOptions {
  /** LICET_DATA_DIR; made when missing. */
  readonly dataDir: string;
  /** Further arguments of the server program, such as `['-c', 'fsync=off']`; without effect on a server that is joined. */
  readonly flags?: readonly string[];
  /** True: stop() also removes the cluster and all that was made with it. For tests. */
  readonly ephemeral?: boolean;
}

export interface EmbeddedPostgres {
  /** The role of migrations: a superuser of this server, database `licet`. */
  readonly ownerUrl: string;
  /** The app's unprivileged role, member of `licet_app`, database `licet`. */
  readonly appUrl: string;
  readonly port: number;
  /** The process number of the server. */
  readonly pid: number;
  /** The folder that holds the database; outside LICET_DATA_DIR when the database's user cannot go there. */
  readonly dataDir: string;
  /** True when the server was already running. */
  readonly joined: boolean;
  /** Resolves, within a second, when the server has ended for whatever reason, `stop` included. Does not keep this process alive. */
  ended(): Promise<void>;
  /**
   * Fast shutdown; resolves when the server has ended. May be called any number of times.
   * Does nothing for a server whose own launcher still runs.
   */
  stop(): Promise<void>;
}

/** Starts, or joins, the server of the data folder. Throws EmbeddedPostgresError, with the cure, when it cannot. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataDir = realFolder(options.dataDir);
  const home = findHome(dataDir);
  const ownerPassword = keptSecret(path.join(home.folder, 'owner-password'));
  const appPassword = keptSecret(path.join(home.folder, 'app-password'));
  initialiseCluster(home, ownerPassword);
  noteWhere(dataDir, home);
  const server = await serve(home, ownerPassword, options.flags ?? []);
  const inCharge = !server.joined || !isInCharge(home.folder);
  if (server.joined && inCharge) takeCharge(home.folder);
  let stopping: Promise<void> | undefined;
  const stop = () => (stopping ??= inCharge ? stopServer(home, server, options.ephemeral ?? false) : Promise.resolve());
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${server.port}/${database}`;
  try {
    await prepareRoles(url(OWNER_ROLE, ownerPassword, 'postgres'), appPassword);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl: url(OWNER_ROLE, ownerPassword, DATABASE),
    appUrl: url(APP_LOGIN_ROLE, appPassword, DATABASE),
    port: server.port,
    pid: server.pid,
    dataDir: home.folder,
    joined: server.joined,
    ended: () => endOf(server),
    stop,
  };
}

async function stopServer(home: PostgresHome, server: RunningServer, ephemeral: boolean): Promise<void> {
  if (server.runs()) signal(server.pid, ephemeral ? 'SIGQUIT' : 'SIGINT');
  if (!(await ended(server, POLLS_UNTIL_FORCED))) {
    signal(server.pid, 'SIGQUIT');
    if (!(await ended(server, POLLS_AFTER_FORCE)))
      throw new EmbeddedPostgresError(`The embedded PostgreSQL (process ${server.pid}) does not end.`);
  }
  leaveCharge(home.folder);
  if (!ephemeral) return;
  rmSync(home.folder, { recursive: true, force: true });
  if (home.fallback !== null) rmSync(home.fallback, { recursive: true, force: true });
}

async function endOf(server: RunningServer): Promise<void> {
  while (server.runs()) await pause(WATCH_MS, undefined, { ref: false });
}

async function ended(server: RunningServer, polls: number): Promise<boolean> {
  for (let poll = 0; poll < polls; poll++) {
    if (!server.runs()) return true;
    await pause(POLL_MS);
  }
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function realFolder(folder: string): string {
  mkdirSync(path.dirname(path.resolve(folder)), { recursive: true });
  return path.join(realpathSync(path.dirname(path.resolve(folder))), path.basename(folder));
}
