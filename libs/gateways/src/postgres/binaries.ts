// Where the PostgreSQL programs are: inside the installed package, or a copy of it that the database's user can reach.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { EmbeddedPostgresError } from './embedded-postgres-error';
import type { RunUser } from './run-user';

/** The environment of the server's programs: fixed, so that neither PG* settings nor secrets of this process reach them. */
export const SERVER_ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' };

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

export interface Programs {
  /** Holds `bin`, `lib` and `share`. */
  readonly folder: string;
  readonly version: string;
}

/** The installed package's programs for this machine. Throws EmbeddedPostgresError where there are none. */
export function packagedPrograms(): Programs {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch (cause) {
    throw new EmbeddedPostgresError(
      `No embedded PostgreSQL for this machine (${name} is not installed); set DATABASE_URL and DATABASE_OWNER_URL.`,
      { cause },
    );
  }
  const root = path.resolve(path.dirname(entry), '..');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')));
  return { folder: path.join(root, 'native'), version };
}

/** The folder of the installed package's programs; null where there is no such package. */
export function programFolder(): string | null {
  try {
    return path.join(packagedPrograms().folder, 'bin');
  } catch (error) {
    if (error instanceof EmbeddedPostgresError) return null;
    throw error;
  }
}

/**
 * A folder of programs that the user can run: the given one, or a copy below `copies()`.
 * Throws EmbeddedPostgresError when even the copy does not run.
 */
export function usablePrograms({ folder, version }: Programs, user: RunUser, copies: () => string): string {
  tryLayLinks(folder);
  if (runs(folder, user).ok) return folder;
  const parent = copies();
  const copy = path.join(parent, `native-${version}`);
  if (!existsSync(copy)) copyPrograms(folder, copy);
  const outcome = runs(copy, user);
  if (outcome.ok) return copy;
  throw new EmbeddedPostgresError(
    `The embedded PostgreSQL does not run, neither in ${folder} nor in ${copy}: ${outcome.why}. Set DATABASE_URL to use another server.`,
  );
}

/** Lays the library links that the package's install script would have laid; existing ones stay. */
export function layLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(native, path.relative('native', target));
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function tryLayLinks(native: string): void {
  try {
    layLinks(native);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

function runs(native: string, user: RunUser): { ok: boolean; why: string } {
  const { status, stderr, error } = spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], {
    ...user,
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    encoding: 'utf8',
  });
  return { ok: status === 0, why: error?.message ?? stderr.trim() };
}

function copyPrograms(from: string, to: string): void {
  const unfinished = `${to}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true, mode: 0o755 });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  layLinks(unfinished);
  makeReadable(unfinished);
  try {
    renameSync(unfinished, to);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}

// The copy must be open to the server's user whatever umask made the original.
function makeReadable(folder: string): void {
  const { status, stderr } = spawnSync('chmod', ['-R', 'a+rX', folder], { encoding: 'utf8' });
  if (status !== 0)
    throw new EmbeddedPostgresError(`The programs in ${folder} could not be opened to the database's user: ${stderr}`);
}
