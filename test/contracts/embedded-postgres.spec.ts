// The promises of the embedded database: it keeps data, survives kill -9 and doubled stops, is joined when it lives, and works for root below a closed folder.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { wherePresent } from '../harness/where-present';
import {
  EmbeddedPostgresError,
  repositoryRoot,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '#gateways';

const FAST = ['-c', 'fsync=off'];
const asRoot = wherePresent(process.getuid?.() === 0 ? null : 'this run is not root', 'root below a closed folder');
const folders: string[] = [];
const running: EmbeddedPostgres[] = [];

function openFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'licet-launch-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

async function start(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ flags: FAST, ...options });
  running.push(server);
  return server;
}

async function query<T extends object>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

function alive(pid: number): boolean {
  return spawnSync('kill', ['-0', String(pid)], { stdio: 'ignore' }).status === 0;
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

let seed: string;
beforeAll(async () => {
  seed = mkdtempSync(path.join(tmpdir(), 'licet-seed-'));
  chmodSync(seed, 0o755);
  const server = await startEmbeddedPostgres({ dataDir: seed, flags: FAST });
  await query(server.ownerUrl, 'create table kept as select 7 as n');
  await server.stop();
});
afterAll(() => rmSync(seed, { recursive: true, force: true }));

/** A data folder in which a server ran before and left the table `kept`; copying one is quicker than making one. */
function usedFolder(): string {
  const folder = openFolder();
  expect(spawnSync('cp', ['-a', path.join(seed, 'postgres'), folder]).status).toBe(0);
  return folder;
}

test('a first start makes the database, an owner and an app role without privileges, on the loopback only', async () => {
  const dataDir = path.join(openFolder(), 'deep', 'data');
  const server = await start({ dataDir });
  expect(server.joined).toBe(false);
  expect(server.dataDir).toBe(path.join(dataDir, 'postgres'));
  const [facts] = await query(
    server.ownerUrl,
    `select current_database() as name, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as listens,
       current_setting('unix_socket_directories') as sockets, current_setting('timezone') as zone,
       (select datcollate from pg_database where datname = 'licet') as collate`,
  );
  expect(facts).toEqual({ name: 'licet', encoding: 'UTF8', listens: '127.0.0.1', sockets: '', zone: 'UTC', collate: 'C.UTF-8' });
  const [role] = await query(
    server.appUrl,
    `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication, pg_has_role('licet_app', 'member') as member,
       (select rolcanlogin from pg_roles where rolname = 'licet_app') as group_signs_in
     from pg_roles where rolname = current_user`,
  );
  expect(role).toEqual({
    rolsuper: false,
    rolbypassrls: false,
    rolcreatedb: false,
    rolcreaterole: false,
    rolreplication: false,
    member: true,
    group_signs_in: false,
  });
  for (const name of ['owner-password', 'app-password', 'postgres.log', 'launcher.json']) {
    expect(statSync(path.join(server.dataDir, name)).mode & 0o777).toBe(0o600);
  }
  expect(statSync(path.join(server.dataDir, 'data')).mode & 0o777).toBe(0o700);
  await expect(query(server.ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'select 1')).rejects.toThrow(
    /password authentication failed/,
  );
});

test('a restart keeps the data and the passwords; stop may be called twice at once and again', async () => {
  const dataDir = usedFolder();
  const first = await start({ dataDir });
  await query(first.ownerUrl, 'create table also as select 8 as n');
  await Promise.all([first.stop(), first.stop()]);
  await first.stop();
  expect(alive(first.pid)).toBe(false);
  const second = await start({ dataDir });
  expect(second.joined).toBe(false);
  expect(await query(second.ownerUrl, 'select n from kept union select n from also order by n')).toEqual([{ n: 7 }, { n: 8 }]);
  expect(new URL(second.appUrl).password).toBe(new URL(first.appUrl).password);
});

test('after kill -9 of the server the next start recovers', async () => {
  const dataDir = usedFolder();
  const first = await start({ dataDir });
  await query(first.ownerUrl, 'create table also as select 8 as n');
  process.kill(first.pid, 'SIGKILL');
  const second = await start({ dataDir });
  expect(second.pid).not.toBe(first.pid);
  expect(await query(second.ownerUrl, 'select n from kept union select n from also order by n')).toEqual([{ n: 7 }, { n: 8 }]);
  await first.stop();
  expect(alive(second.pid)).toBe(true);
});

test('a pid file whose number belongs to another program does not hinder the start', async () => {
  const dataDir = usedFolder();
  const first = await start({ dataDir });
  await first.stop();
  const cluster = path.join(first.dataDir, 'data');
  writeFileSync(path.join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n1\n1\n\n127.0.0.1\n`);
  const second = await start({ dataDir });
  expect(second.joined).toBe(false);
});

test('two starts at once share one server, and a guest leaves it to its launcher', async () => {
  const dataDir = openFolder();
  const servers = await Promise.all([start({ dataDir }), start({ dataDir })]);
  const host = servers.find((server) => !server.joined);
  const guest = servers.find((server) => server.joined);
  expect(guest?.pid).toBe(host?.pid);
  await guest?.stop();
  expect(await query(host?.ownerUrl ?? '', 'select 1 as n')).toEqual([{ n: 1 }]);
  await host?.stop();
  expect(alive(host?.pid ?? 0)).toBe(false);
});

test('a server whose launcher was killed is joined on its port and stopped by the one who joined', async () => {
  const dataDir = usedFolder();
  const program = `require('reflect-metadata'); require('./test/harness/register-ts.cjs');
    require('./libs/gateways/src/index.ts').startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, flags: ['-c', 'fsync=off'] })
      .then((server) => { console.log(server.port); setInterval(() => undefined, 1000); });`;
  const launcher = spawn(process.execPath, ['-e', program], { cwd: repositoryRoot(), stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(createInterface({ input: launcher.stdout }), 'line')) as [string];
  launcher.kill('SIGKILL');
  await once(launcher, 'exit');
  const server = await start({ dataDir });
  expect(server.joined).toBe(true);
  expect(server.port).toBe(Number(port));
  expect(await query(server.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  await server.stop();
  await expect(query(server.appUrl, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  expect(existsSync(path.join(server.dataDir, 'data', 'postmaster.pid'))).toBe(false);
});

test('a lost owner password is named, and no empty database takes the place of the full one', async () => {
  const dataDir = usedFolder();
  const first = await start({ dataDir });
  await first.stop();
  rmSync(path.join(first.dataDir, 'owner-password'));
  await expect(start({ dataDir })).rejects.toThrow(/owner-password/);
  await expect(start({ dataDir })).rejects.toThrow(EmbeddedPostgresError);
  expect(existsSync(path.join(first.dataDir, 'data', 'postmaster.pid'))).toBe(false);
});

test('a wrong flag is reported with the words of the server', async () => {
  await expect(start({ dataDir: usedFolder(), flags: ['-c', 'no_such_setting=1'] })).rejects.toThrow(/no_such_setting/);
});

test('an ephemeral server leaves nothing', async () => {
  const dataDir = openFolder();
  const server = await start({ dataDir, ephemeral: true });
  await server.stop();
  expect(existsSync(server.dataDir)).toBe(false);
});

asRoot.it(
  'root below a folder closed to others: the data go to a lasting folder named in `where`, and are found again',
  async () => {
    const dataDir = path.join(openFolder(), 'home', '.licet');
    mkdirSync(path.dirname(dataDir), { mode: 0o700 });
    const first = await start({ dataDir });
    folders.push(first.dataDir);
    expect(first.dataDir).toMatch(/^\/var\/tmp\/licet-[0-9a-f]{12}$/);
    expect(readFileSync(path.join(dataDir, 'where'), 'utf8')).toBe(`${first.dataDir}\n`);
    expect(statSync(path.join(first.dataDir, 'data')).uid).not.toBe(0);
    await query(first.ownerUrl, 'create table kept as select 7 as n');
    await first.stop();
    const second = await start({ dataDir });
    expect(second.dataDir).toBe(first.dataDir);
    expect(await query(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
    await second.stop();
    rmSync(first.dataDir, { recursive: true });
    await expect(start({ dataDir })).rejects.toThrow(/it is not there/);
  },
);
