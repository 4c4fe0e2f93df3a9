// A backup of a demo with its papers, restored into an empty database: every table and every file is the same, and a damaged file leaves nothing.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { quietTerminal } from '../../../../test/fakes/quiet-terminal';
import { asOwner } from '../../../../test/builders/stored-world';
import { emptyDatabase, freshDatabase, type FreshDatabase } from '../../../../test/harness/database';
import { fileHashes, tableHashes as hashes } from '../../../../test/harness/stored-hashes';
import { gatewaysOf, loadLaw, loadManifests, readConfig } from '#gateways';
import { createStore, readSnapshot } from '#store';
import { runCommandLine } from '../command-line';
import { seedDemo } from '../demo/seed-demo';
import type { Terminal } from '../terminal';
import { Seal } from './backup-file';

jest.setTimeout(60_000);

const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-backup-'));
const file = path.join(folder, 'licet.backup');
const databases: FreshDatabase[] = [];
let source: FreshDatabase;

const environment = (database: FreshDatabase, name: string) => ({
  DATABASE_URL: database.appUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  LICET_DATA_DIR: path.join(folder, name),
});

async function licet(env: Terminal['env'], ...args: string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await runCommandLine(args, quietTerminal({ env, out: say, err: say }));
  return { code, said: lines.join('\n') };
}

async function another(make: () => Promise<FreshDatabase>): Promise<FreshDatabase> {
  const database = await make();
  databases.push(database);
  return database;
}

/** A pg_dump that is older than the server, before all others. */
const { PATH } = process.env;
const oldProgram = path.join(folder, 'bin', 'pg_dump');

const files = (name: string) => fileHashes(path.join(folder, name, 'files'));

beforeAll(async () => {
  mkdirSync(path.dirname(oldProgram));
  writeFileSync(oldProgram, '#!/bin/sh\necho "pg_dump (PostgreSQL) 15.18"\n', { mode: 0o755 });
  process.env['PATH'] = `${path.dirname(oldProgram)}:${PATH ?? ''}`;
  source = await another(freshDatabase);
  const config = readConfig({ ...environment(source, 'source'), LICET_DEMO: '1' });
  const store = await createStore({ url: source.appUrl, poolSize: 3 });
  await seedDemo({ ...gatewaysOf(config), store, law: await loadLaw(), procedures: await loadManifests() });
  await store.close();
  await asOwner(source, 'delete from outbox where id = (select min(id) from outbox)');
  expect(await licet(environment(source, 'source'), 'backup', file)).toMatchObject({
    code: 0,
    said: expect.stringContaining(
      'The rows are a dump by Licet itself: pg_dump is of version 15, the server of version 18.',
    ) as unknown,
  });
});

afterAll(async () => {
  process.env['PATH'] = PATH;
  for (const database of databases) await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('restored into an empty database, every table and every file has the same hash, and running numbers go on', async () => {
  const target = await another(emptyDatabase);
  const { code, said } = await licet(environment(target, 'target'), 'restore', file);
  expect({ code, said }).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Restored as of .*: \d+ rows and \d+ files\.$/) as unknown,
  });
  const before = await hashes(source);
  expect(Object.keys(before).length).toBeGreaterThan(15);
  expect(before['case_log']).not.toMatch(/^0:/);
  expect(await hashes(target)).toEqual(before);
  expect(Object.keys(files('source')).length).toBeGreaterThan(0);
  expect(files('target')).toEqual(files('source'));
  const [next] = await asOwner<{ next: boolean }>(
    target,
    `select nextval(pg_get_serial_sequence('case_log', 'id')) > (select max(id) from case_log) as next`,
  );
  expect(next).toEqual({ next: true });
  const guarded = await asOwner(
    target,
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'licet_migration' and not relforcerowsecurity
     union all select tgname from pg_trigger where tgenabled = 'D'`,
  );
  expect(guarded).toEqual([]);
  const links = `select conrelid::regclass::text as t, pg_get_constraintdef(oid) as d from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`;
  expect(await asOwner(target, links)).toEqual(await asOwner(source, links));
});

test('a job that was handed to the queue and had no effect is handed out again', async () => {
  const busy = await another(freshDatabase);
  await asOwner(
    busy,
    `insert into outbox (name, payload, added_at, published_at) values
       ('render-licence', '{"licenceId":"019a0000-0000-7000-8000-000000000001"}', now(), now()),
       ('render-licence', '{"licenceId":"019a0000-0000-7000-8000-000000000002"}', now(), now());
     insert into job_receipt (effect_key, at) values ('render-licence:019a0000-0000-7000-8000-000000000001', now())`,
  );
  const copy = path.join(folder, 'busy.backup');
  await licet(environment(busy, 'busy'), 'backup', copy);
  const target = await another(emptyDatabase);
  expect((await licet(environment(target, 'busy-target'), 'restore', copy)).said).toContain('1 jobs that were on their way');
  const again = await asOwner(target, `select payload ->> 'licenceId' as id from outbox where published_at is null`);
  expect(again).toEqual([{ id: '019a0000-0000-7000-8000-000000000002' }]);
});

test('the reach of a backup hides no row of any table', async () => {
  const before = await hashes(source);
  const counted = await readSnapshot(source.appUrl, async ({ tables }) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      counts[table.name] = 0;
      for await (const row of table.rows()) counts[table.name] = (counts[table.name] ?? 0) + (row ? 1 : 0);
    }
    return counts;
  });
  const expected = Object.entries(before).filter(([name]) => name !== 'licet_migration');
  expect(counted).toEqual(Object.fromEntries(expected.map(([name, hash]) => [name, Number(hash.split(':')[0])])));
});

describe('refusals', () => {
  let target: FreshDatabase;
  const written = () => readdirSync(folder).filter((name) => name.startsWith('refused'));
  const nothingThere = async () => {
    expect(await asOwner(target, `select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([]);
    expect(written()).toEqual([]);
  };
  beforeAll(async () => {
    target = await another(emptyDatabase);
  });

  async function restored(bytes: Buffer): Promise<{ code: number; said: string }> {
    const damaged = path.join(folder, 'damaged.backup');
    writeFileSync(damaged, bytes);
    return licet(environment(target, 'refused'), 'restore', damaged);
  }

  test('a file that was cut, changed, lengthened or is something else leaves nothing', async () => {
    const good = readFileSync(file);
    const text = gunzipSync(good).toString('utf8');
    const row = text.split('\n').find((line) => line.startsWith('"(')) ?? '';
    const cases = [
      good.subarray(0, good.length - 40),
      gzipSync(text.slice(0, text.lastIndexOf('{"end"'))),
      gzipSync(text.replace(row, row.replace('(', '(x'))),
      gzipSync(text.replace(`${row}\n`, '')),
      gzipSync(`${text}"(1)"\n`),
      gzipSync('not a backup\n'),
      Buffer.from('not even gzip'),
      Buffer.alloc(0),
    ];
    for (const bytes of cases) {
      const { code, said } = await restored(bytes);
      expect({ code, said }).toMatchObject({
        code: 1,
        said: expect.stringMatching(/^The backup cannot be used: .*Nothing was restored\.$/) as unknown,
      });
      await nothingThere();
    }
  });

  test('a changed byte anywhere is noticed, unless the same lines are read from it', async () => {
    const good = readFileSync(file);
    const text = gunzipSync(good);
    const readsTheSame = (bytes: Buffer) => {
      try {
        return gunzipSync(bytes).equals(text);
      } catch {
        return false;
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const bytes = Buffer.from(good);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        fc.pre(!readsTheSame(bytes));
        expect((await restored(bytes)).code).toBe(1);
      }),
      { numRuns: 20 },
    );
    await nothingThere();
  });

  test('a row that the tables refuse undoes everything', async () => {
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(0, -1);
    const at = lines.findIndex((line) => line.startsWith('{"table":"person"'));
    lines.splice(at + 1, 0, '"(not,a,row)"');
    const seal = new Seal();
    for (const line of lines) seal.add(line);
    const { code } = await restored(gzipSync([...lines, seal.end(), ''].join('\n')));
    expect(code).toBe(1);
    const filled = Object.entries(await hashes(target)).filter(
      ([name, hash]) => name !== 'licet_migration' && !hash.startsWith('0:'),
    );
    expect(filled).toEqual([]);
  });

  test('a database with rows, another release and a file that exists are refused', async () => {
    expect((await licet(environment(source, 'source'), 'restore', file)).said).toMatch(/not empty/);
    const text = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(0, -1);
    const seal = new Seal();
    const lines = [text[0]?.replace('"migrations":["', '"migrations":["Older0000000000001","') ?? '', ...text.slice(1)];
    for (const line of lines) seal.add(line);
    expect((await restored(gzipSync([...lines, seal.end(), ''].join('\n')))).said).toMatch(/made by release/);
    expect((await licet(environment(source, 'source'), 'backup', file)).said).toMatch(/exists/);
  });

  test('a stored file that is missing ends a backup without a file', async () => {
    const copy = path.join(folder, 'lacking.backup');
    const { code, said } = await licet(environment(source, 'elsewhere'), 'backup', copy);
    expect({ code, there: existsSync(copy), draft: existsSync(`${copy}.part`) }).toEqual({ code: 1, there: false, draft: false });
    expect(said).toMatch(/missing/);
  });
});
