// Sessions in the database: ids kept as hashes only, and a session that ended stays ended.
import type { Session } from 'fastify';
import { Client } from 'pg';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';
import { DatabaseSessionStore } from './database-session-store';

let server: TestServer;
let sessions: DatabaseSessionStore;
let personId: string;

beforeAll(async () => {
  server = await testServer();
  sessions = new DatabaseSessionStore(server.store, server.clock, 12);
  ({ personId } = await server.person(server.exporters[0], 'wang', 'exporter'));
});
afterAll(() => server.end());

const get = (id: string) =>
  new Promise<Session | null>((resolve, reject) =>
    sessions.get(id, (error, found) => (error ? reject(error as Error) : resolve(found ?? null))),
  );
const set = (id: string, session: object) =>
  new Promise<void>((resolve, reject) =>
    sessions.set(id, session as Session, (error) => (error ? reject(error as Error) : resolve())),
  );
const destroy = (id: string) =>
  new Promise<void>((resolve, reject) => sessions.destroy(id, (error) => (error ? reject(error as Error) : resolve())));

it('gives back the person as of now, the token and the notice', async () => {
  await set('first', { personId, _csrf: 'secret', notice: '已保存' });
  expect(await get('first')).toMatchObject({
    personId,
    actor: { personId, name: 'wang', roles: ['exporter'] },
    _csrf: 'secret',
    notice: '已保存',
  });
});

it('keeps no id and no person in words', async () => {
  await set('an-id-that-nobody-may-read', { personId, actor: { name: 'wang' }, _csrf: 'x' });
  const client = new Client({ connectionString: server.database.ownerUrl });
  await client.connect();
  const { rows } = await client.query<{ row: string }>('select row_to_json(session)::text as row from session');
  await client.end();
  const text = rows.map(({ row }) => row).join();
  expect(rows.length).toBeGreaterThan(0);
  expect(text).not.toContain('an-id-that-nobody-may-read');
  expect(text).not.toContain('wang');
});

it('does not bring back a session that ended while a request was under way', async () => {
  await set('ending', { personId });
  const underWay = await get('ending');
  await destroy('ending');
  await set('ending', { ...underWay, notice: '已保存' });
  expect(await get('ending')).toBeNull();
});

it('ends a visitor’s session after an hour, a person’s after twelve', async () => {
  await set('visitor', { _csrf: 'x' });
  await set('person', { personId });
  server.clock.advanceMs(3_600_000 - 1);
  expect(await get('visitor')).not.toBeNull();
  server.clock.advanceMs(3_600_000);
  expect(await get('visitor')).toBeNull();
  expect(await get('person')).not.toBeNull();
});

it('a visitor gets a session only with a form, and the ended ones go when the next is written', async () => {
  const client = new Client({ connectionString: server.database.ownerUrl });
  await client.connect();
  const count = async () => (await client.query<{ count: string }>('select count(*) from session')).rows[0]?.count;
  await client.query('delete from session');
  await server.visitor().get('/no/such/place').set('accept', 'text/html').expect(404);
  await server.visitor().get('/api/v1/session').expect(401);
  expect(await count()).toBe('0');
  for (let visit = 0; visit < 3; visit++) await server.visitor().get('/sign-in').set('accept', 'text/html').expect(200);
  expect(await count()).toBe('3');
  server.clock.advanceMs(3_600_000);
  await server.visitor().get('/sign-in').set('accept', 'text/html').expect(200);
  expect(await count()).toBe('1');
  await client.end();
});
