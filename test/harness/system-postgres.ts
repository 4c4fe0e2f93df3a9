// A whole PostgreSQL that the machine has installed, with the client programs that the embedded one lacks; and why there is none.
import { accessSync, chmodSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findHome } from '../../libs/gateways/src/postgres/home';
import { initialiseCluster } from '../../libs/gateways/src/postgres/initialise-cluster';
import { prepareRoles } from '../../libs/gateways/src/postgres/prepare-roles';
import { serve } from '../../libs/gateways/src/postgres/serve';
import { until } from './until';
import { absentUnlessRequired } from './where-present';

const INSTALLATIONS = '/usr/lib/postgresql';
const PROGRAMS = ['initdb', 'postgres', 'pg_dump', 'pg_restore'];

export interface SystemPostgres {
  /** The folder of its programs. */
  readonly programs: string;
  readonly major: number;
  /** Of a superuser, database `licet`. */
  readonly ownerUrl: string;
  /** Of the app's unprivileged role. */
  readonly appUrl: string;
  /** Ends the server and removes what was made for it. */
  stop(): Promise<void>;
}

/** The newest installation that has all programs, or null. */
function installation(): { readonly folder: string; readonly major: number } | null {
  const majors = existsSync(INSTALLATIONS) ? readdirSync(INSTALLATIONS).map(Number).filter(Number.isInteger) : [];
  for (const major of majors.sort((a, b) => b - a)) {
    const folder = path.join(INSTALLATIONS, String(major));
    if (PROGRAMS.every((program) => runs(path.join(folder, 'bin', program)))) return { folder, major };
  }
  return null;
}

/** Why no such server can be started, or null. LICET_TEST_REQUIRE_POSTGRES=1 makes the absence an error. */
export function whyNoSystemPostgres(): string | null {
  return absentUnlessRequired(
    'POSTGRES',
    installation() ? null : `there is no PostgreSQL with ${PROGRAMS.join(', ')} below ${INSTALLATIONS}`,
  );
}

/** Starts it on an empty cluster of its own. */
export async function startSystemPostgres(): Promise<SystemPostgres> {
  const found = installation();
  if (!found) throw new Error('No PostgreSQL');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-system-pg-'));
  chmodSync(folder, 0o755);
  const home = { ...findHome(folder), native: found.folder };
  const [owner, app] = ['owner-password', 'app-password'];
  initialiseCluster(home, owner);
  const { port, pid, runs: stillRuns } = await serve(home, owner, ['-c', 'fsync=off']);
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${port}/${database}`;
  await prepareRoles(url('licet_owner', owner, 'postgres'), app);
  return {
    programs: path.join(found.folder, 'bin'),
    major: found.major,
    ownerUrl: url('licet_owner', owner, 'licet'),
    appUrl: url('licet_app_login', app, 'licet'),
    stop: async () => {
      process.kill(pid, 'SIGQUIT');
      await until(() => Promise.resolve(!stillRuns()), 'the server does not end');
      for (const one of [home.folder, home.fallback, folder]) if (one) rmSync(one, { recursive: true, force: true });
    },
  };
}

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
