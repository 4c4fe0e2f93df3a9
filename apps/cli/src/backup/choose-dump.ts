// Which program writes the rows of a backup, and which reads them again: pg_dump and pg_restore where they are new enough, else Licet itself.

/** What is asked of the machine. */
export interface DumpPrograms {
  /** Where the program may be, the best place first: a path, or a bare name to be found on PATH. */
  readonly places: (program: 'pg_dump' | 'pg_restore') => readonly string[];
  /** What the program says of its version; null where it is not there or does not run. */
  readonly versionOf: (place: string) => Promise<string | null>;
}

export type DumpChoice =
  | { readonly kind: 'pg_dump'; readonly program: string; readonly major: number; readonly ownerUrl: string }
  | { readonly kind: 'logical'; readonly why: string };

/** pg_dump refuses a server that is newer than itself, and sees all rows only as the role that owns the tables. */
export async function chooseDump(serverMajor: number, ownerUrl: string | null, programs: DumpPrograms): Promise<DumpChoice> {
  if (ownerUrl === null) return { kind: 'logical', why: 'DATABASE_OWNER_URL, which pg_dump needs, is not set' };
  const found = await newest('pg_dump', programs);
  if (!found) return { kind: 'logical', why: 'there is no pg_dump' };
  if (found.major < serverMajor)
    return { kind: 'logical', why: `pg_dump is of version ${found.major}, the server of version ${serverMajor}` };
  return { kind: 'pg_dump', ...found, ownerUrl };
}

/** The pg_restore that reads an archive of this version of pg_dump; null and what was found instead where there is none. */
export async function chooseRestore(
  archiveMajor: number,
  programs: DumpPrograms,
): Promise<{ readonly program: string | null; readonly why: string }> {
  const found = await newest('pg_restore', programs);
  if (!found) return { program: null, why: 'there is no pg_restore' };
  if (found.major < archiveMajor) return { program: null, why: `pg_restore is of version ${found.major}` };
  return { program: found.program, why: '' };
}

async function newest(
  name: 'pg_dump' | 'pg_restore',
  { places, versionOf }: DumpPrograms,
): Promise<{ program: string; major: number } | null> {
  let best: { program: string; major: number } | null = null;
  for (const program of places(name)) {
    const major = majorOf(await versionOf(program));
    if (major !== null && major > (best?.major ?? 0)) best = { program, major };
  }
  return best;
}

/** `pg_dump (PostgreSQL) 18.1 (Debian …)` → 18. */
function majorOf(banner: string | null): number | null {
  const major = /\(PostgreSQL\) (\d{1,3})/.exec(banner ?? '')?.[1];
  return major === undefined ? null : Number(major);
}
