// Which user the database server runs as: PostgreSQL refuses root, so root steps down to the owner of the data, else `postgres`, else `nobody`.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error';

/** Empty: the user of this process. Otherwise the ids to switch to; only root can. */
export interface RunUser {
  readonly uid?: number;
  readonly gid?: number;
}

/** True when the folder holds an initialised cluster. */
export function hasCluster(cluster: string): boolean {
  return existsSync(path.join(cluster, 'PG_VERSION'));
}

/** The user for the cluster folder, which need not exist yet. Throws EmbeddedPostgresError when root finds no user to step down to. */
export function chooseRunUser(cluster: string): RunUser {
  if (process.getuid?.() !== 0) return {};
  if (hasCluster(cluster)) {
    const { uid, gid } = statSync(path.join(cluster, 'PG_VERSION'));
    if (uid === 0)
      throw new EmbeddedPostgresError(
        `${cluster} belongs to root, and PostgreSQL does not run as root; give it to another user with chown -R.`,
      );
    return { uid, gid };
  }
  for (const name of ['postgres', 'nobody']) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody; run Licet as another user, or set DATABASE_URL.',
  );
}

/** True when the user can pass through the folder and all folders above it. */
export function canEnter(folder: string, user: RunUser): boolean {
  return spawnSync('test', ['-x', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function idOf(flag: '-u' | '-g', name: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
  return status === 0 && /^\d+\s*$/.test(stdout) ? Number(stdout) : undefined;
}
