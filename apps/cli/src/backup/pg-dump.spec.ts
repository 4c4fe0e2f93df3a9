// Backups by pg_dump, on a whole PostgreSQL of the machine whose owner role is no superuser: the same hashes after a restore, and nothing after a failure.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { gatewaysOf, loadLaw, loadManifests, readConfig } from '#gateways';
import { createStore } from '#store';
import { asOwner } from '../../../../test/builders/stored-world';
import { fileHashes, tableHashes } from '../../../../test/harness/stored-hashes';
import { startSystemPostgres, whyNoSystemPostgres, type SystemPostgres } from '../../../../test/harness/system-postgres';
import { wherePresent } from '../../../../test/harness/where-present';
import { runCommandLine } from '../command-line';
import { seedDemo } from '../demo/seed-demo';
import { quietTerminal } from '../../../../test/fakes/quiet-terminal';
import { Seal } from './backup-file';

jest.setTimeout(60_000);

const where = wherePresent(whyNoSystemPostgres(), 'backups by pg_dump');

where.describe('a backup by pg_dump', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-pg-dump-'));
  const file = path.join(folder, 'licet.backup');
  const { PATH } = process.env;
  let server: SystemPostgres;

  beforeAll(async () => {
    server = await startSystemPostgres();
    process.env['PATH'] = `${server.programs}:${PATH ?? ''}`;
    await asOwner(server, `create role plain_owner login createrole password 'plain'`);
    await database('source');
    const env = environment('source');
    expect((await licet('source', 'migrate')).code).toBe(0);
    const config = readConfig({ ...env, LICET_DEMO: '1' });
    const store = await createStore({ url: env.DATABASE_URL, poolSize: 3 });
    await seedDemo({ ...gatewaysOf(config), store, law: await loadLaw(), procedures: await loadManifests() });
    await store.close();
    await asOwner(
      superuser('source'),
      `insert into outbox (name, payload, added_at, published_at) values
         ('render-licence', '{"licenceId":"019a0000-0000-7000-8000-000000000002"}', now(), now())`,
    );
  });
  afterAll(async () => {
    process.env['PATH'] = PATH;
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const at = (url: string, name: string) => {
    const address = new URL(url);
    address.pathname = `/${name}`;
    return address;
  };
  const superuser = (name: string) => ({ ownerUrl: at(server.ownerUrl, name).href });
  const environment = (name: string) => {
    const owner = at(server.ownerUrl, name);
    owner.username = 'plain_owner';
    owner.password = 'plain';
    return {
      DATABASE_URL: at(server.appUrl, name).href,
      DATABASE_OWNER_URL: owner.href,
      LICET_DATA_DIR: path.join(folder, name),
    };
  };
  const database = (name: string) => asOwner(server, `create database ${name} owner plain_owner`);
  const files = (name: string) => fileHashes(path.join(folder, name, 'files'));

  async function licet(name: string, ...args: string[]): Promise<{ code: number; said: string }> {
    const lines: string[] = [];
    const say = (line: string) => void lines.push(line);
    const terminal = quietTerminal({ env: environment(name), out: say, err: say });
    return { code: await runCommandLine(args, terminal), said: lines.join('\n') };
  }

  test('is made where pg_dump fits the server, and says so', async () => {
    const { code, said } = await licet('source', 'backup', file);
    expect({ code, said }).toMatchObject({ code: 0 });
    expect(said).toContain(`The rows are an archive of pg_dump ${server.major} in custom format.`);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
    const pieces = lines.flatMap((line) => /^\{"archive":"([^"]+)"\}$/.exec(line)?.[1] ?? []);
    expect(Buffer.from(pieces.join(''), 'base64').subarray(0, 5).toString()).toBe('PGDMP');
    const own = await licet('source', 'backup', '--logical', path.join(folder, 'own.backup'));
    expect(own.said).toContain('The rows are a dump by Licet itself: it was asked for.');
  });

  test('restored into an empty database, every table and file has the same hash, guards stand, and jobs go out again', async () => {
    const before = await tableHashes(superuser('source'));
    await database('target');
    const { code, said } = await licet('target', 'restore', file);
    expect({ code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^Restored as of .*: \d+ rows and/) as unknown });
    expect(said).toContain('1 jobs that were on their way are handed out again.');
    await asOwner(superuser('target'), `update outbox set published_at = added_at where published_at is null`);
    await asOwner(superuser('source'), `update outbox set published_at = added_at where published_at is null`);
    expect(await tableHashes(superuser('target'))).toEqual(await tableHashes(superuser('source')));
    expect(Object.keys(before).length).toBeGreaterThan(15);
    expect(files('target')).toEqual(files('source'));
    expect(Object.keys(files('target')).length).toBeGreaterThan(0);
    for (const told of [GUARDS, LINKS, GRANTS, POLICIES])
      expect(await asOwner(superuser('target'), told)).toEqual(await asOwner(superuser('source'), told));
    const [next] = await asOwner<{ next: boolean }>(
      superuser('target'),
      `select nextval(pg_get_serial_sequence('case_log', 'id')) > (select max(id) from case_log) as next`,
    );
    expect(next).toEqual({ next: true });
    expect((await licet('target', 'restore', file)).said).toMatch(/not empty/);
    expect((await licet('target', 'migrate')).said).toBe('The database is up to date.');
  });

  test('an archive that pg_restore cannot bring in leaves no row behind', async () => {
    await database('broken');
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n').slice(0, -1);
    const cut = lines.map((line) => (line.startsWith('{"archive":') ? JSON.stringify({ archive: halfOf(line) }) : line));
    const seal = new Seal();
    for (const line of cut) seal.add(line);
    const damaged = path.join(folder, 'cut.backup');
    writeFileSync(damaged, gzipSync([...cut, seal.end(), ''].join('\n')));
    const { code, said } = await licet('broken', 'restore', damaged);
    expect({ code, said }).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^pg_restore failed \(exit code 1\): /) as unknown,
    });
    expect(said).not.toContain('plain:');
    const filled = Object.entries(await tableHashes(superuser('broken'))).filter(
      ([name, hash]) => name !== 'licet_migration' && !hash.startsWith('0:'),
    );
    expect(filled).toEqual([]);
  });
});

function halfOf(line: string): string {
  const { archive } = JSON.parse(line) as { archive: string };
  const bytes = Buffer.from(archive, 'base64');
  return bytes.subarray(0, bytes.length / 2).toString('base64');
}

const GUARDS = `select relname, relrowsecurity, relforcerowsecurity, array(select tgname || tgenabled::text from pg_trigger t where t.tgrelid = c.oid and not tgisinternal order by 1) as triggers
                from pg_class c where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
const LINKS = `select conrelid::regclass::text as t, pg_get_constraintdef(oid) as d from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`;
const POLICIES = `select tablename, policyname, cmd, qual, with_check from pg_policies order by 1, 2`;
const GRANTS = `select relname as name, grantee::regrole::text, privilege_type from pg_class c, aclexplode(relacl) where relnamespace = 'public'::regnamespace
                union all select attrelid::regclass || '.' || attname, grantee::regrole::text, privilege_type from pg_attribute a join pg_class c on c.oid = attrelid, aclexplode(attacl) where relnamespace = 'public'::regnamespace
                union all select proname, grantee::regrole::text, privilege_type from pg_proc, aclexplode(proacl) where pronamespace = 'public'::regnamespace
                union all select nspname, grantee::regrole::text, privilege_type from pg_namespace, aclexplode(nspacl) where nspname = 'public'
                order by 1, 2, 3`;
