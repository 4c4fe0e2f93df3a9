// An agent by the API: sees and does for its principal what it filed itself, only while the authority holds, and only where the header names the principal.
import { addDays } from '#kernel';
import { anApplication } from '../../../../../test/builders/application';
import { apiCallers, type Caller } from '../../../../../test/builders/api-callers';
import { noSuchId, type CaseScene } from '../../../../../test/builders/house';
import { serverHouse } from '../../../../../test/builders/server-house';
import { describedBy, type Described } from '../../../../../test/harness/described';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let described: Described;
let people: Record<'exporter' | 'other' | 'officer', Caller>;
let agencyId: string;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await apiCallers(server, 'exporter', 'other', 'officer');
  described = await describedBy(server);
});
afterAll(() => server.end());

interface Answer {
  readonly id: string;
  readonly code: string;
  readonly faults: readonly object[];
  readonly rows: readonly { readonly id: string }[];
}
const ask = <T = Answer>(test: ReturnType<Caller['get']>, status: number, pattern: string) =>
  described<T>(test, status, `/api/v1${pattern}`);
const agency = () => ({
  creditCode: home.otherOrganisation.creditCode,
  from: server.clock.today(),
  to: null,
  note: '委托书2026-01',
});
const give = (body: object, status: number, caller = people.exporter) => ask(caller.post('/agencies', body), status, '/agencies');
/** The call as agent of the first exporter. */
const as = (test: ReturnType<Caller['get']>, principal = home.exporterOrganisation.id) =>
  test.set('X-Licet-Principal', principal);

it('is recorded with a known agent and days that hold', async () => {
  const today = server.clock.today();
  const wrong = await give(
    { ...agency(), creditCode: home.exporterOrganisation.creditCode, to: addDays(today, -1), note: '' },
    422,
  );
  expect(wrong).toMatchObject({
    code: 'agency-invalid',
    faults: [{ code: 'agent-unknown' }, { code: 'days-reversed' }, { code: 'day-passed' }, { code: 'field-missing', at: 'note' }],
  });
  await give({ ...agency(), to: 'never' }, 422);
  expect(await give(agency(), 403, people.officer)).toMatchObject({ code: 'role-missing' });
  ({ id: agencyId } = await give(agency(), 201));
  expect(await give(agency(), 409)).toMatchObject({ code: 'agency-exists' });
  for (const caller of [people.exporter, people.other])
    expect(await ask<object[]>(caller.get('/agencies'), 200, '/agencies')).toMatchObject([
      { id: agencyId, principalId: home.exporterOrganisation.id, agentName: { zh: '宁波望海磁材有限公司' } },
    ]);
});

it('files for the principal and sees nothing else of it', async () => {
  const own = await anApplication(home).submitted().build();
  const begun = await ask<{ id: string; organisation: object; agent: object }>(
    as(people.other.post('/applications')),
    201,
    '/applications',
  );
  expect(begun).toMatchObject({ organisation: { zh: '赣州澄泉稀土有限公司' }, agent: { zh: '宁波望海磁材有限公司' } });
  const list = async (test: ReturnType<Caller['get']>) => (await ask(test, 200, '/applications')).rows.map(({ id }) => id);
  expect(await list(as(people.other.get('/applications')))).toEqual([begun.id]);
  expect(await list(people.other.get('/applications'))).toEqual([]);
  expect((await list(people.exporter.get('/applications'))).sort()).toEqual([begun.id, own.id].sort());
  await ask(as(people.other.get(`/applications/${own.id}`)), 404, '/applications/{id}');
  await ask(people.other.get(`/applications/${begun.id}`), 404, '/applications/{id}');
  await ask(as(people.other.get(`/applications/${begun.id}`)), 200, '/applications/{id}');
});

it('is refused what is no part of the authority, as described', async () => {
  const house = ['/products', '/law/readings', '/agencies'];
  for (const path of house)
    expect(await ask(as(people.other.get(path)), 403, path)).toMatchObject({ code: 'agent-not-principal' });
  for (const path of house)
    expect(await ask(as(people.other.post(path, {})), 403, path)).toMatchObject({ code: 'agent-not-principal' });
});

it('is refused where no authority holds, and cannot pass it on', async () => {
  const refused = (test: ReturnType<Caller['get']>, status: number) => ask(test, status, '/applications');
  for (const principal of [home.otherOrganisation.id, noSuchId(), 'them', ''])
    expect(await refused(as(people.other.get('/applications'), principal), 404)).toMatchObject({ code: 'agency-not-found' });
  expect(await refused(as(people.exporter.get('/applications'), home.otherOrganisation.id), 404)).toMatchObject({
    code: 'agency-not-found',
  });
  expect(await ask(as(people.officer.get(`/applications/${noSuchId()}`)), 403, '/applications/{id}')).toMatchObject({
    code: 'role-missing',
  });
  expect(await ask(as(people.other.post('/agencies', agency())), 403, '/agencies')).toMatchObject({
    code: 'agent-not-principal',
  });
});

it('a key kept for one principal is not that of another', async () => {
  const begin = (test: ReturnType<Caller['get']>) => test.set('Idempotency-Key', 'one-key');
  await ask(begin(people.other.post('/applications')), 201, '/applications');
  expect(await ask(begin(as(people.other.post('/applications'))), 422, '/applications')).toMatchObject({
    code: 'idempotency-key-reused',
  });
});

it('ends at once when it is revoked, by the principal alone', async () => {
  const revoke = (caller: Caller, status: number) =>
    ask(caller.post(`/agencies/${agencyId}/revocation`), status, '/agencies/{id}/revocation');
  expect(await revoke(people.other, 404)).toMatchObject({ code: 'agency-not-found' });
  await revoke(people.exporter, 204);
  expect(await revoke(people.exporter, 409)).toMatchObject({ code: 'agency-revoked' });
  expect(await ask(as(people.other.get('/applications')), 404, '/applications')).toMatchObject({ code: 'agency-not-found' });
});
