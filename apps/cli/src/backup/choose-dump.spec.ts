import { chooseDump, chooseRestore, type DumpPrograms } from './choose-dump';

const OWNER = 'postgres://owner@db/licet';

/** A machine on which the programs say this of themselves; null for one that is not there. */
const machine = (said: Readonly<Record<string, string | null>>): DumpPrograms => ({
  places: () => Object.keys(said),
  versionOf: (place) => Promise.resolve(said[place] ?? null),
});

test.each([
  [18, { pg_dump: 'pg_dump (PostgreSQL) 18.1' }, 'pg_dump', 18],
  [18, { pg_dump: 'pg_dump (PostgreSQL) 19beta1' }, 'pg_dump', 19],
  [15, { pg_dump: 'pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n' }, 'pg_dump', 15],
  [18, { '/native/bin/pg_dump': 'pg_dump (PostgreSQL) 18.4', pg_dump: 'pg_dump (PostgreSQL) 15.1' }, '/native/bin/pg_dump', 18],
  [18, { '/native/bin/pg_dump': null, pg_dump: 'pg_dump (PostgreSQL) 18.0' }, 'pg_dump', 18],
  [18, { '/native/bin/pg_dump': 'pg_dump (PostgreSQL) 18.4', pg_dump: 'pg_dump (PostgreSQL) 19.0' }, 'pg_dump', 19],
])('server %i, %j: the archive of pg_dump', async (server, said, program, major) => {
  expect(await chooseDump(server, OWNER, machine(said))).toEqual({ kind: 'pg_dump', program, major, ownerUrl: OWNER });
});

test.each([
  [18, OWNER, { pg_dump: 'pg_dump (PostgreSQL) 15.18 (Debian)' }, 'pg_dump is of version 15, the server of version 18'],
  [18, OWNER, { pg_dump: null }, 'there is no pg_dump'],
  [18, OWNER, {}, 'there is no pg_dump'],
  [18, OWNER, { pg_dump: 'something else 99' }, 'there is no pg_dump'],
  [18, null, { pg_dump: 'pg_dump (PostgreSQL) 18.1' }, 'DATABASE_OWNER_URL, which pg_dump needs, is not set'],
])('server %i, owner %s, %j: our own dump, and why', async (server, ownerUrl, said, why) => {
  expect(await chooseDump(server, ownerUrl, machine(said))).toEqual({ kind: 'logical', why });
});

test.each([
  [{ pg_restore: 'pg_restore (PostgreSQL) 18.1' }, 'pg_restore', ''],
  [{ pg_restore: 'pg_restore (PostgreSQL) 20.0' }, 'pg_restore', ''],
  [{ pg_restore: 'pg_restore (PostgreSQL) 15.18' }, null, 'pg_restore is of version 15'],
  [{ pg_restore: null }, null, 'there is no pg_restore'],
])('an archive of pg_dump 18 with %j is read by %s', async (said, program, why) => {
  expect(await chooseRestore(18, machine(said))).toEqual({ program, why });
});
