// Makes an empty cluster: built beside its place and moved there whole, so that a killed attempt leaves nothing half-made.
import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { SERVER_ENVIRONMENT } from './binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { PostgresHome } from './home';
import { processRuns } from '../process/process-mark';
import { hasCluster } from './run-user';

/** The superuser that owns the database and runs migrations. */
export const OWNER_ROLE = 'licet_owner';

const DRAFT = /^data\.new-(\d+)$/;

/** Makes the cluster unless it is there. Throws EmbeddedPostgresError with the words of initdb. */
export function initialiseCluster(home: PostgresHome, ownerPassword: string): void {
  if (hasCluster(home.cluster)) return;
  removeDraftsOfTheDead(home.folder);
  const draft = path.join(home.folder, `data.new-${process.pid}`);
  const passwordFile = path.join(home.folder, `initdb-password-${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${ownerPassword}\n`, { mode: 0o600 });
  try {
    if (home.user.uid !== undefined && home.user.gid !== undefined) {
      chownSync(draft, home.user.uid, home.user.gid);
      chownSync(passwordFile, home.user.uid, home.user.gid);
    }
    runInitdb(home, draft, passwordFile);
    renameSync(draft, home.cluster);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!hasCluster(home.cluster)) throw error;
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function runInitdb(home: PostgresHome, draft: string, passwordFile: string): void {
  const options = [
    '-D',
    draft,
    '-U',
    OWNER_ROLE,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const { status, stderr, error } = spawnSync(path.join(home.native, 'bin', 'initdb'), options, {
    ...home.user,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new EmbeddedPostgresError(`A new database could not be made in ${home.folder}: ${error?.message ?? stderr.trim()}`);
}

function removeDraftsOfTheDead(folder: string): void {
  for (const name of readdirSync(folder)) {
    const pid = DRAFT.exec(name)?.[1];
    if (pid !== undefined && !processRuns(Number(pid))) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
