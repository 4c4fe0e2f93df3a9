// Teams, queues, absences and routing rules by the API: kept by administrators, judged by two people, refused field by field.
import { addDays } from '#kernel';
import { anApplication } from '../../../../../test/builders/application';
import { apiCallers, type Caller } from '../../../../../test/builders/api-callers';
import { fallbackQueue } from '../../../../../test/builders/desks';
import { noSuchId, type CaseScene } from '../../../../../test/builders/house';
import { serverHouse } from '../../../../../test/builders/server-house';
import { describedBy, type Described } from '../../../../../test/harness/described';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;
let home: CaseScene;
let described: Described;
let people: Record<'exporter' | 'reviewer' | 'manager' | 'administrator', Caller>;
let teamId: string;
let queueId: string;

beforeAll(async () => {
  server = await testServer();
  home = await serverHouse(server);
  people = await apiCallers(server, 'exporter', 'reviewer', 'manager', 'administrator');
  described = await describedBy(server);
});
afterAll(() => server.end());

interface Answer {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly faults: readonly { readonly code: string; readonly at: string; readonly message: string }[];
}
const ask = <T = Answer>(test: ReturnType<Caller['get']>, status: number, pattern: string) =>
  described<T>(test, status, `/api/v1${pattern}`);
const faultsOf = ({ faults }: Answer) => faults.map(({ at, code }) => `${at} ${code}`).sort();
const admin = () => people.administrator;

it('keeps teams and their members', async () => {
  const add = (body: object, status: number, caller = admin()) => ask(caller.post('/teams', body), status, '/teams');
  const name = { zh: '技术组', en: 'Technical team' };
  expect(faultsOf(await add({ name: { ...name, en: ' ' } }, 422))).toEqual(['name.en field-missing']);
  await add({ name: '技术组' }, 422);
  expect(await add({ name }, 403, people.manager)).toMatchObject({ code: 'role-missing' });
  ({ id: teamId } = await add({ name }, 201));
  const members = (body: object, status: number) =>
    ask(admin().put(`/teams/${teamId}/members`, body), status, '/teams/{id}/members');
  const personIds = [home.reviewer.personId, home.teamLead.personId];
  expect(faultsOf(await members({ version: 1, personIds: [home.exporter.personId] }, 422))).toEqual(['personIds.0 member-unfit']);
  expect(faultsOf(await members({ version: 1, personIds: [personIds[0], personIds[0]] }, 422))).toEqual([
    'personIds named-twice',
  ]);
  await members({ version: 1, personIds }, 204);
  expect(await members({ version: 1, personIds }, 409)).toMatchObject({ code: 'stale-version' });
  const change = (id: string, body: object, status: number) => ask(admin().patch(`/teams/${id}`, body), status, '/teams/{id}');
  await change(teamId, { version: 2, name: { zh: '技术一组', en: 'First technical team' } }, 204);
  expect(await change(noSuchId(), { version: 1, retired: true }, 404)).toMatchObject({ code: 'team-not-found' });
  const { teams } = await ask<{ teams: { id: string }[] }>(people.reviewer.get('/teams'), 200, '/teams');
  expect(teams.find(({ id }) => id === teamId)).toMatchObject({
    version: 3,
    memberIds: expect.arrayContaining(personIds) as unknown,
  });
  await ask(people.exporter.get('/teams'), 403, '/teams');
});

it('keeps queues, whose feeders never wait in a circle', async () => {
  const queue = { teamId, name: { zh: '技术审查', en: 'Technical review' }, kind: 'review', stages: ['in-review'] };
  const add = (body: object, status: number) => ask(admin().post('/queues', body), status, '/queues');
  const change = (id: string, body: object, status: number) => ask(admin().patch(`/queues/${id}`, body), status, '/queues/{id}');
  expect(
    faultsOf(await add({ ...queue, teamId: noSuchId(), stages: ['draft', 'advised'], feederIds: [noSuchId()] }, 422)),
  ).toEqual([
    'feederIds.0 queue-not-found',
    'stages.0 stage-not-for-kind',
    'stages.1 stage-not-for-kind',
    'teamId team-not-found',
  ]);
  await add({ ...queue, kind: 'pile' }, 422);
  ({ id: queueId } = await add(queue, 201));
  const { id: second } = await add({ ...queue, name: { zh: '政策审查', en: 'Policy review' }, feederIds: [queueId] }, 201);
  const circle = await change(queueId, { version: 1, feederIds: [second] }, 422);
  expect(faultsOf(circle)).toEqual(['feederIds.0 feeders-in-a-circle']);
  expect(await change(queueId, { version: 9, retired: true }, 409)).toMatchObject({ code: 'stale-version' });
  const { id: fallback, version } = await fallbackQueue(home);
  expect(await change(fallback, { version, retired: true }, 409)).toMatchObject({ code: 'queue-is-fallback' });
  await change(second, { version: 1, retired: true }, 204);
  expect(await ask(admin().patch(`/teams/${teamId}`, { version: 3, retired: true }), 409, '/teams/{id}')).toMatchObject({
    code: 'team-has-queues',
  });
});

it('tells administrators and auditors what was changed, a page at a time', async () => {
  const first = await ask<{ rows: { act: string }[]; next: string }>(admin().get('/team-acts?limit=1'), 200, '/team-acts');
  expect(first.rows).toHaveLength(1);
  const second = await ask<{ rows: object[] }>(admin().get(`/team-acts?limit=1&after=${first.next}`), 200, '/team-acts');
  expect(second.rows).not.toEqual(first.rows);
  expect(await ask(people.manager.get('/team-acts'), 403, '/team-acts')).toMatchObject({ code: 'role-missing' });
});

it('records absences, one’s own or with the right to others’', async () => {
  const today = server.clock.today();
  const absence = {
    personId: home.reviewer.personId,
    substituteId: home.secondReviewer.personId,
    from: today,
    to: addDays(today, 5),
  };
  const add = (caller: Caller, body: object, status: number) => ask(caller.post('/absences', body), status, '/absences');
  const wrong = { ...absence, substituteId: absence.personId, to: addDays(today, -1) };
  expect(faultsOf(await add(people.reviewer, wrong, 422))).toEqual([
    'substituteId person-unfit',
    'to day-passed',
    'to days-reversed',
  ]);
  const others = { ...absence, personId: home.caseOfficer.personId };
  expect(await add(people.reviewer, others, 403)).toMatchObject({ code: 'absence-not-yours' });
  const { id } = await add(people.reviewer, absence, 201);
  await add(people.manager, others, 201);
  expect(await ask<object[]>(people.reviewer.get('/absences'), 200, '/absences')).toHaveLength(2);
  const end = (status: number) => ask(people.reviewer.delete(`/absences/${id}`), status, '/absences/{id}');
  await end(204);
  expect(await end(409)).toMatchObject({ code: 'absence-ended' });
  expect(await add(people.exporter, absence, 403)).toMatchObject({ code: 'role-missing' });
});

it('a rule is proposed by one, simulated, approved by another, and its problems are named', async () => {
  await anApplication(home).inReview().build();
  const rule = {
    name: { zh: '赴日审查', en: 'Review for Japan' },
    tier: 5,
    stages: ['in-review'],
    criteria: { destinations: ['JP'] },
    effect: { kind: 'queues', queueIds: [queueId] },
    from: server.clock.today(),
    to: null,
    reason: '分流',
  };
  const propose = (body: object, status: number, caller = admin()) => ask(caller.post('/rules', body), status, '/rules');
  const bad = { ...rule, stages: ['draft'], criteria: { destinations: ['XX'], colour: 'red' }, reason: '' };
  expect(faultsOf(await propose(bad, 422))).toEqual([
    'criteria criteria-malformed',
    'reason field-missing',
    'stages.0 stage-without-queue',
  ]);
  expect(faultsOf(await propose({ ...rule, effect: { kind: 'countersignatures' } }, 422))).toEqual([
    'effect.count field-missing',
  ]);
  expect(faultsOf(await propose({ ...rule, tier: 10 }, 422))).toEqual(['tier number-out-of-range']);
  expect(await propose(rule, 403, people.manager)).toMatchObject({ code: 'role-missing' });
  const simulated = await ask<{ open: { moved: number } }>(admin().post('/rules/simulation', rule), 200, '/rules/simulation');
  expect(simulated).toMatchObject({ open: { compared: 1, filed: 1, moved: 1, cases: [{ from: [], to: [queueId] }] } });
  const { reason: _unsaid, ...draft } = rule;
  await ask(admin().post('/rules/simulation', draft), 200, '/rules/simulation');
  const nobodys = { ...rule, id: '00000000-0000-4000-8000-000000000000' };
  expect(await propose(nobodys, 404)).toMatchObject({ code: 'rule-not-found' });
  await ask(admin().post('/rules/simulation', nobodys), 404, '/rules/simulation');
  const signing = { ...rule, effect: { kind: 'countersignatures', count: 2 } };
  expect(faultsOf(await propose(signing, 422))).toEqual(['stages stages-not-for-signatures']);
  const { id, version } = await propose(rule, 201);
  expect(
    await ask(people.manager.get(`/rules/${id}/${version}/simulation`), 200, '/rules/{id}/{version}/simulation'),
  ).toMatchObject({ open: { moved: 1 } });
  await ask(people.manager.get(`/rules/${id}/7/simulation`), 404, '/rules/{id}/{version}/simulation');
  const act = (caller: Caller, body: object, status: number) =>
    ask(caller.post(`/rules/${id}/${version}/acts`, body), status, '/rules/{id}/{version}/acts');
  expect(await act(admin(), { act: 'approve', reason: '' }, 403)).toMatchObject({ code: 'proposer-cannot-approve' });
  expect(await act(people.manager, { act: 'reject', reason: '' }, 422)).toMatchObject({ code: 'reason-missing' });
  expect(await act(people.reviewer, { act: 'approve', reason: '' }, 403)).toMatchObject({ code: 'role-missing' });
  await act(people.manager, { act: 'bless', reason: '' }, 422);
  await act(people.manager, { act: 'approve', reason: '' }, 204);
  expect(await act(people.manager, { act: 'approve', reason: '' }, 409)).toMatchObject({ code: 'rule-acted-before' });
  await propose({ ...rule, tier: 6 }, 201);
  const { rules, problems } = await ask<{ rules: object[]; problems: object[] }>(people.reviewer.get('/rules'), 200, '/rules');
  expect(rules).toHaveLength(2);
  expect(problems).toMatchObject([
    {
      code: 'rule-shadowed',
      never: true,
      message: expect.stringContaining(`decided before, in tier 5, by rule ${id}`) as unknown,
    },
  ]);
  expect((await propose({ ...rule, id }, 201)).version).toBe(2);
  const retire = (caller: Caller, of: string, status: number) =>
    ask<{ version: number; code: string }>(
      caller.post(`/rules/${of}/retirement`, { from: server.clock.today(), reason: '不再需要' }),
      status,
      '/rules/{id}/retirement',
    );
  await retire(people.manager, id, 403);
  await retire(admin(), nobodys.id, 404);
  const end = await retire(admin(), id, 201);
  const judge = (caller: Caller, status: number) =>
    ask(caller.post(`/rules/${id}/${end.version}/acts`, { act: 'approve', reason: '' }), status, '/rules/{id}/{version}/acts');
  await judge(admin(), 403);
  await judge(people.manager, 204);
  expect(await retire(admin(), id, 409)).toMatchObject({ code: 'rule-not-standing' });
});
