// Where the embedded database lies: below LICET_DATA_DIR, or, where the database's user cannot go there, in a folder of its own below /var/tmp.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packagedPrograms, usablePrograms } from './binaries';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import { canEnter, chooseRunUser, hasCluster, type RunUser } from './run-user';

const LASTING_TEMP = '/var/tmp';

export interface PostgresHome {
  /** Holds the cluster, the log, the kept passwords and the launcher's mark. */
  readonly folder: string;
  /** The cluster itself (PGDATA); mode 0700, belongs to `user`. */
  readonly cluster: string;
  /** The folder of the programs that `user` can run. */
  readonly native: string;
  readonly user: RunUser;
  /** The folder below /var/tmp, when this home or its programs lie there. */
  readonly fallback: string | null;
}

/**
 * Finds or chooses the home for the data folder; a cluster that exists is never passed over for an empty one.
 * Throws EmbeddedPostgresError when an existing cluster cannot be reached or the folder named in `where` has lost it.
 */
export function findHome(dataDir: string): PostgresHome {
  openFolder(dataDir);
  const inPlace = path.join(dataDir, 'postgres');
  const elsewhere = fallbackPath(dataDir);
  const folder = chooseFolder(dataDir, inPlace, elsewhere);
  const cluster = path.join(folder, 'data');
  const user = chooseRunUser(cluster);
  if (hasCluster(cluster) && !canEnter(folder, user)) {
    throw new EmbeddedPostgresError(
      `The database in ${folder} exists, but the user it belongs to cannot enter that folder; open the folders above it (chmod a+x).`,
    );
  }
  let copied = false;
  const native = usablePrograms(packagedPrograms(), user, () => {
    copied = true;
    return ensureFallback(elsewhere);
  });
  return { folder, cluster, native, user, fallback: copied || folder !== inPlace ? elsewhere : null };
}

/** Writes the fall-back folder's path to `<dataDir>/where`, once the cluster is there. */
export function noteWhere(dataDir: string, home: PostgresHome): void {
  const where = path.join(dataDir, 'where');
  if (home.folder === home.fallback && !existsSync(where)) writeFileSync(where, `${home.folder}\n`);
}

/** The fall-back folder of a data folder: the same for the same path. */
export function fallbackPath(dataDir: string): string {
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return path.join(existsSync(LASTING_TEMP) ? realpathSync(LASTING_TEMP) : '/tmp', `licet-${hash}`);
}

function chooseFolder(dataDir: string, inPlace: string, elsewhere: string): string {
  if (hasCluster(path.join(inPlace, 'data'))) return inPlace;
  const where = path.join(dataDir, 'where');
  if (existsSync(where)) {
    const named = readFileSync(where, 'utf8').trim();
    if (hasCluster(path.join(named, 'data'))) return checkOwn(named);
    throw new EmbeddedPostgresError(
      `${where} says that the database is in ${named}, but it is not there. Put it back, or delete ${where} to begin with an empty database.`,
    );
  }
  if (existsSync(elsewhere) && hasCluster(path.join(checkOwn(elsewhere), 'data'))) return elsewhere;
  const user = chooseRunUser(path.join(inPlace, 'data'));
  if (!canEnter(existsSync(inPlace) ? inPlace : dataDir, user)) return ensureFallback(elsewhere);
  openFolder(inPlace);
  return inPlace;
}

// A folder made here stays open to the database's user whatever the umask; one that was there keeps its mode.
function openFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o755);
}

function ensureFallback(folder: string): string {
  openFolder(folder);
  return checkOwn(folder);
}

// /var/tmp is open to all: a folder that someone else laid there in advance is not ours to trust.
function checkOwn(folder: string): string {
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new EmbeddedPostgresError(
      `${folder} is not a folder that belongs to this user alone; remove it, or choose another LICET_DATA_DIR.`,
    );
  }
  return folder;
}
