// The queues by the API: what lies on them, the next free case, holding, assigning, placing by hand, and the same act on many cases.
import { anApplication, present } from '../../../../../test/builders/application';
import { apiCallers, type Caller } from '../../../../../test/builders/api-callers';
import { aQueue, aTeam, fallbackQueue, placeOn } from '../../../../../test/builders/desks';
import { noSuchId, type CaseScene } from '../../../../../test/builders/house';
import { serverHouse } from '../../../../../test/builders/server-house';
import { describedBy, type Described } from '../../../../../test/harness/described';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let described: Described;
let people: Record<'exporter' | 'province' | 'lead' | 'officer' | 'manager' | 'auditor' | 'administrator', Caller>;
const at = (path: string) => `/api/v1${path}`;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await apiCallers(server, 'exporter', 'province', 'lead', 'officer', 'manager', 'auditor', 'administrator');
  described = await describedBy(server);
});
afterAll(() => server.end());

interface Page {
  readonly rows: readonly { readonly placeId: string; readonly applicationId: string; readonly holderName: string | null }[];
  readonly next: string | null;
  readonly counts: object;
}
const queue = (caller: Caller, query: string, status = 200) =>
  described<Page>(caller.get(`/queue?${query}`), status, at('/queue'));
const ask = <T>(test: ReturnType<Caller['get']>, status: number, pattern: string) => described<T>(test, status, at(pattern));
const codeOf = async (test: ReturnType<Caller['get']>, status: number, pattern: string) =>
  (await ask<{ code: string }>(test, status, pattern)).code;

it('tells what lies on each queue, with its team', async () => {
  const { id } = await anApplication(home).submitted().build();
  const { queues, teams } = await ask<{ queues: { queue: { id: string }; open: number; first: object }[]; teams: object[] }>(
    people.officer.get('/queues'),
    200,
    '/queues',
  );
  expect(queues).toMatchObject([
    { queue: { fallback: true }, team: { en: 'All officers' }, free: 1, first: { applicationId: id } },
  ]);
  expect(teams).toHaveLength(1);
  expect(await codeOf(people.exporter.get('/queues'), 403, '/queues')).toBe('role-missing');
  expect(await codeOf(people.administrator.get('/queue'), 403, '/queue')).toBe('role-missing');
});

it('narrows the queue, goes on by its cursor, and refuses what it does not know', async () => {
  const { reference } = await anApplication(home).submitted().build();
  const { id: queueId } = await fallbackQueue(home);
  const first = await queue(people.province, `queue=${queueId}&limit=1&shelf=free&destination=JP&status=submitted`);
  expect(first.rows).toHaveLength(1);
  expect((await queue(people.province, `limit=1&shelf=free&after=${first.next}`)).rows[0]?.placeId).not.toBe(
    first.rows[0]?.placeId,
  );
  expect((await queue(people.province, `text=${reference}`)).rows).toHaveLength(1);
  expect((await queue(people.province, 'destination=US')).rows).toEqual([]);
  expect((await queue(people.province, 'dueBy=2026-03-01')).rows).toEqual([]);
  await queue(people.province, `queue=${noSuchId()}`, 404);
  for (const wrong of [
    'shelf=top',
    'status=draft',
    'destination=XX',
    'dueBy=soon',
    'queue=1',
    `text=${'x'.repeat(101)}`,
    'after=x',
  ])
    await queue(people.province, wrong, 422);
});

it('gives the next free case once, holds it, and lets it go', async () => {
  const next = (body: object = {}, status = 200) =>
    ask<{ taken: { placeId: string } | null }>(people.officer.post('/queue/next', body), status, '/queue/next');
  const { taken } = await next();
  const hold = (caller: Caller, action: string, status: number) =>
    ask<{ code: string }>(caller.post(`/places/${taken?.placeId}/hold`, { action }), status, '/places/{id}/hold');
  expect(await hold(people.lead, 'take', 409)).toMatchObject({
    code: 'held-by-another',
    detail: 'Another officer holds this case.',
  });
  expect((await queue(people.officer, 'shelf=mine')).rows).toMatchObject([{ placeId: taken?.placeId, holderName: '韩办' }]);
  expect(await hold(people.lead, 'release', 409)).toMatchObject({ code: 'not-held-by-you' });
  await hold(people.officer, 'release', 204);
  await hold(people.officer, 'drop', 422);
  expect(await hold(people.auditor, 'take', 403)).toMatchObject({ code: 'role-missing' });
  await next({ queueId: noSuchId() }, 409);
  await next({ queueId: 'first' }, 422);
});

it('is assigned by a lead to a member of the team, and by nobody to others', async () => {
  const { id } = await anApplication(home).submitted().build();
  const place = await placeOn(home, id);
  const assign = (caller: Caller, personId: unknown, status: number) =>
    ask<{ code: string }>(caller.post(`/places/${place}/assignments`, { personId }), status, '/places/{id}/assignments');
  const colleagues = await ask<{ id: string; name: string }[]>(people.lead.get('/colleagues'), 200, '/colleagues');
  const officer = colleagues.find(({ name }) => name === '韩办')?.id;
  await assign(people.lead, officer, 204);
  await assign(people.manager, null, 204);
  expect(await assign(people.lead, home.exporter.personId, 422)).toMatchObject({ code: 'assignee-unfit' });
  expect(await assign(people.officer, officer, 403)).toMatchObject({ code: 'role-missing' });
  await assign(people.lead, undefined, 422);
  expect(
    await codeOf(people.lead.post(`/places/${noSuchId()}/assignments`, { personId: null }), 404, '/places/{id}/assignments'),
  ).toBe('place-not-found');
});

it('is put on a further queue by hand and taken off, but never off its last one', async () => {
  const { id } = await anApplication(home).submitted().build();
  const [first, queueId] = [
    await placeOn(home, id),
    await aQueue(home, await aTeam(home, home.teamLead), { kind: 'work', stages: ['submitted'] }),
  ];
  const put = (caller: Caller, to: string, status: number) =>
    ask<{ placeId: string; code: string }>(
      caller.post(`/applications/${id}/places`, { queueId: to, reason: '规则未预见' }),
      status,
      '/applications/{id}/places',
    );
  const takeOff = (place: string, status: number) =>
    ask<{ code: string }>(
      people.lead.post(`/places/${place}/removal`, { reason: '改由本组办理' }),
      status,
      '/places/{id}/removal',
    );
  expect(await put(people.officer, queueId, 403)).toMatchObject({ code: 'role-missing' });
  expect(await put(people.lead, noSuchId(), 404)).toMatchObject({ code: 'queue-not-found' });
  const theirs = await aQueue(home, await aTeam(home), { kind: 'work', stages: ['submitted'] });
  expect(await put(people.lead, theirs, 403)).toMatchObject({ code: 'assign-not-yours' });
  const bare = people.lead.post(`/applications/${id}/places`, { queueId });
  expect(await codeOf(bare, 422, '/applications/{id}/places')).toBe('input-invalid');
  const { placeId } = await put(people.lead, queueId, 201);
  expect(await put(people.lead, queueId, 409)).toMatchObject({ code: 'place-taken' });
  await takeOff(first, 204);
  expect(await takeOff(first, 409)).toMatchObject({ code: 'place-left' });
  expect(await takeOff(placeId, 409)).toMatchObject({ code: 'only-place' });
});

it('moves many cases or none, and says why for each', async () => {
  const cases = [await anApplication(home).submitted().build(), await anApplication(home).submitted().build()];
  const move = (body: object, status: number, caller = people.province) =>
    ask<{ faults: { code: string; at: string; message: string }[] }>(caller.post('/bulk/moves', body), status, '/bulk/moves');
  const rows = cases.map(({ id, version }) => ({ id, version }));
  const [, second] = rows;
  const stale = [rows[0], { ...second, version: 99 }];
  const { faults } = await move({ name: 'receive', cases: stale }, 409);
  expect(faults).toMatchObject([{ code: 'stale-version', at: 'cases.1' }]);
  expect((await present(home, cases[0]?.id ?? '')).status).toBe('submitted');
  expect(await move({ name: 'receive', cases: rows }, 200)).toEqual({ moved: 2 });
  for (const wrong of [{ cases: rows }, { name: 'receive', cases: [] }, { name: 'receive', cases: Array(201).fill(second) }])
    await move(wrong, 422);
  await move({ name: 'receive', cases: rows }, 403, people.exporter);
});

it('assigns many cases or none', async () => {
  const cases = [await anApplication(home).submitted().build(), await anApplication(home).submitted().build()];
  const placeIds = await Promise.all(cases.map(({ id }) => placeOn(home, id)));
  const assign = (body: object, status: number, caller = people.lead) =>
    ask<{ code: string; faults: object[] }>(caller.post('/bulk/assignments', body), status, '/bulk/assignments');
  const { personId } = home.caseOfficer;
  expect(await assign({ placeIds, personId }, 200)).toEqual({ assigned: 2 });
  const refused = await assign({ placeIds: [placeIds[0], noSuchId()], personId: null }, 409);
  expect(refused).toMatchObject({ code: 'bulk-refused', faults: [{ code: 'place-not-found', at: 'placeIds.1' }] });
  expect((await queue(people.officer, 'shelf=mine')).rows.map(({ placeId }) => placeId)).toEqual(
    expect.arrayContaining(placeIds),
  );
  expect(await assign({ placeIds: [placeIds[0], placeIds[0]], personId }, 422)).toMatchObject({
    faults: [{ code: 'named-twice', at: 'placeIds' }],
  });
  await assign({ placeIds: [], personId }, 422);
  await assign({ placeIds, personId }, 403, people.officer);
});

it('stands on the list of who watches it', async () => {
  const { id } = await anApplication(home).submitted().build();
  const [WATCH, LIST] = ['/applications/{id}/watch', '/watched'];
  const watched = async () =>
    (await ask<{ rows: { id: string }[] }>(people.auditor.get(LIST), 200, LIST)).rows.map((row) => row.id);
  await ask(people.auditor.put(`/applications/${id}/watch`), 204, WATCH);
  expect(await watched()).toEqual([id]);
  await ask(people.auditor.delete(`/applications/${id}/watch`), 204, WATCH);
  expect(await watched()).toEqual([]);
  expect(await codeOf(people.exporter.put(`/applications/${id}/watch`), 403, WATCH)).toBe('role-missing');
  expect(await codeOf(people.auditor.put(`/applications/${noSuchId()}/watch`), 404, WATCH)).toBe('application-not-found');
});
