// Teams and queues as an administrator keeps them: names, members who are officers, feeders without circles, and nothing retired that cases stand on.
import { LIMITS } from '#licensing';
import { anApplication, makeMove } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, fallbackQueue, routeAll } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode, refused } from '../../../../test/builders/refused';
import { ManagePeople } from '../people/manage-people';
import { SeedPerson } from '../people/seed-person';
import { HoldPlace } from './hold-place';
import { ManageTeams } from './manage-teams';
import type { NewQueue } from './queue-faults';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const verb = () => home.get(ManageTeams);
const queueOf = async (id: string) => {
  const row = (await verb().teams(home.auditor)).queues.find((queue) => queue.id === id);
  if (!row) throw new Error(`There is no queue ${id}`);
  return row;
};
const teamOf = async (id: string) => {
  const row = (await verb().teams(home.manager)).teams.find((team) => team.id === id);
  if (!row) throw new Error(`There is no team ${id}`);
  return row;
};
const change = async (id: string, what: Partial<NewQueue> & { retired?: boolean }) =>
  verb().changeQueue(home.administrator, id, (await queueOf(id)).version, what);
const faultsOf = async (work: Promise<unknown>) => (await refused(work)).faults.map(({ code, at }) => `${code} @ ${String(at)}`);

test('a team has a name in both languages, is renamed and retired once it has no queue', async () => {
  const long = '长'.repeat(LIMITS.name + 1);
  expect(await faultsOf(verb().addTeam(home.administrator, { zh: ' ', en: long }))).toEqual([
    'field-missing @ name.zh',
    'text-too-long @ name.en',
  ]);
  const id = await aTeam(home);
  const { version } = await teamOf(id);
  await verb().changeTeam(home.administrator, id, version, { name: { zh: '新名', en: 'New name' } });
  expect(await teamOf(id)).toMatchObject({ name: { zh: '新名', en: 'New name' }, version: version + 1, retired: false });
  expect(await refusalCode(verb().changeTeam(home.administrator, id, version, { retired: true }))).toBe(
    'conflict: stale-version',
  );
  expect(await refusalCode(verb().changeTeam(home.administrator, noSuchId(), 1, {}))).toBe('missing: team-not-found');
  const queue = await aQueue(home, id);
  const retire = async () => verb().changeTeam(home.administrator, id, (await teamOf(id)).version, { retired: true });
  expect(await refusalCode(retire())).toBe('conflict: team-has-queues');
  await change(queue, { retired: true });
  await retire();
  expect((await teamOf(id)).retired).toBe(true);
  expect(await faultsOf(verb().addQueue(home.administrator, { ...(await newQueue()), teamId: id }))).toEqual([
    'team-not-found @ teamId',
  ]);
});

test('members are officers of the authority who have not left; a stale list replaces nothing', async () => {
  const id = await aTeam(home, home.reviewer);
  const { version } = await teamOf(id);
  const people = [home.reviewer.personId, home.exporter.personId, noSuchId(), home.teamLead.personId];
  expect(await faultsOf(verb().setMembers(home.administrator, id, version, people))).toEqual([
    'member-unfit @ personIds.1',
    'member-unfit @ personIds.2',
  ]);
  await verb().setMembers(home.administrator, id, version, [home.teamLead.personId, home.teamLead.personId]);
  expect((await teamOf(id)).memberIds).toEqual([home.teamLead.personId]);
  expect(await refusalCode(verb().setMembers(home.administrator, id, version, []))).toBe('conflict: stale-version');
  expect(await refusalCode(verb().setMembers(home.administrator, noSuchId(), 1, []))).toBe('missing: team-not-found');
});

test('each kind of queue takes cases at stages of its own', async () => {
  const make = async (what: Partial<NewQueue>) => verb().addQueue(home.administrator, { ...(await newQueue()), ...what });
  expect(await faultsOf(make({ stages: [] }))).toEqual(['field-missing @ stages']);
  expect(await faultsOf(make({ kind: 'review', stages: ['in-review', 'advised'] }))).toEqual(['stage-not-for-kind @ stages.1']);
  expect(await faultsOf(make({ kind: 'countersign', stages: ['signed-once', 'reviewed'] }))).toEqual([
    'stage-not-for-kind @ stages.1',
  ]);
  expect(await faultsOf(make({ kind: 'work', stages: ['draft', 'returned', 'submitted', 'published'] }))).toEqual([
    'stage-not-for-kind @ stages.0',
    'stage-not-for-kind @ stages.1',
    'stage-not-for-kind @ stages.3',
  ]);
  const { id } = await make({ kind: 'countersign', stages: ['advised', 'signed-once'] });
  expect(await queueOf(id)).toMatchObject({ kind: 'countersign', fallback: false, retired: false, version: 1 });
  expect(await faultsOf(change(id, { kind: 'review' }))).toEqual([
    'stage-not-for-kind @ stages.0',
    'stage-not-for-kind @ stages.1',
  ]);
});

test('feeders in a circle are refused, at whatever length, and so are unknown and retired ones', async () => {
  const team = await aTeam(home);
  const first = await aQueue(home, team);
  const second = await aQueue(home, team, { feederIds: [first] });
  const third = await aQueue(home, team, { feederIds: [second] });
  for (const feeder of [first, second, third])
    expect(await faultsOf(change(first, { feederIds: [feeder] }))).toEqual(['feeders-in-a-circle @ feederIds.0']);
  await change(third, { feederIds: [first, second] });
  expect((await queueOf(third)).feederIds).toEqual([first, second].sort());
  const gone = await aQueue(home, team);
  await change(gone, { retired: true });
  expect(await faultsOf(change(third, { feederIds: [gone, noSuchId()] }))).toEqual([
    'queue-not-found @ feederIds.0',
    'queue-not-found @ feederIds.1',
  ]);
});

test('only a feeder with which the case is done before it must reach the queue is taken', async () => {
  const team = await aTeam(home);
  const queue = (change: Partial<NewQueue>) => aQueue(home, team, change);
  const work = await queue({ kind: 'work', stages: ['submitted', 'in-review', 'advised'] });
  const review = await queue({});
  const first = await queue({ kind: 'countersign', stages: ['advised'] });
  const both = await queue({ kind: 'countersign', stages: ['advised', 'signed-once'] });
  const unfit = async (change: Partial<NewQueue>) =>
    (await refused(queue(change))).faults.map(({ code, at }) => `${code} @ ${String(at)}`);
  const feeder = 'feeder-unfit @ feederIds.0';
  expect(await unfit({ kind: 'work', stages: ['submitted'], feederIds: [work] })).toEqual([feeder]);
  expect(await unfit({ kind: 'work', stages: ['in-review'], feederIds: [review] })).toEqual([feeder]);
  for (const other of [work, first, both]) expect(await unfit({ feederIds: [other] })).toEqual([feeder]);
  expect(await unfit({ kind: 'countersign', stages: ['advised'], feederIds: [first] })).toEqual([feeder]);
  expect(await unfit({ kind: 'countersign', stages: ['advised', 'signed-once'], feederIds: [both] })).toEqual([feeder]);
  expect(await unfit({ kind: 'countersign', stages: ['advised', 'signed-once'], feederIds: [work] })).toEqual([feeder]);
  const fed = await queue({ kind: 'countersign', stages: ['advised', 'signed-once'], feederIds: [first, review] });
  expect(await faultsOf(change(first, { stages: ['advised', 'signed-once'] }))).toEqual(['feeds-no-more @ stages']);
  await change(fed, { feederIds: [review] });
  await change(first, { stages: ['advised', 'signed-once'] });
});

test('a feeder that is retired feeds no more, and the queue that it fed is changed as before', async () => {
  const team = await aTeam(home);
  const [first, second] = [await aQueue(home, team), await aQueue(home, team)];
  const fed = await aQueue(home, team, { feederIds: [first, second] });
  await change(first, { retired: true });
  expect(await queueOf(fed)).toMatchObject({ feederIds: [second], version: 2 });
  await change(fed, { name: { zh: '新名', en: 'New name' } });
  await change(fed, { retired: true });
  await change(second, { retired: true });
  await change(fed, { retired: false });
  expect(await queueOf(fed)).toMatchObject({ feederIds: [], retired: false });
});

test('an administrator of another authority invites into the team of all officers here, and changes nothing else', async () => {
  const { teamId, id: fallback } = await fallbackQueue(home);
  const admin = home.get(SeedPerson);
  const { id: _id, ...office } = home.authority;
  const north = await admin.organisation({ ...office, nameZh: '北方局', nameEn: 'Northern Office' });
  const other = await admin.person(north, { email: 'north@house.test', name: '北', roles: ['administrator'], password: 'x' });
  const before = await teamOf(teamId);
  const { id } = await home.get(ManagePeople).invite(other, {
    organisationId: home.authority.id,
    email: 'from-north@house.test',
    name: '新',
    roles: ['reviewer'],
  });
  const after = await teamOf(teamId);
  expect(after).toMatchObject({ version: before.version + 1, memberIds: [...before.memberIds, id].sort() });
  const foreign = 'forbidden: other-authority';
  expect(await refusalCode(verb().changeTeam(other, teamId, after.version, { retired: false }))).toBe(foreign);
  expect(await refusalCode(verb().setMembers(other, teamId, after.version, []))).toBe(foreign);
  expect(await refusalCode(verb().addQueue(other, { ...(await newQueue()), teamId }))).toBe(foreign);
  expect(await refusalCode(verb().changeQueue(other, fallback, 1, { name: { zh: 'x', en: 'x' } }))).toBe(foreign);
});

test('a queue on which cases stand is not retired, nor is the fallback queue; a retired one takes none', async () => {
  const queue = await aQueue(home, await aTeam(home, home.provincialOfficer), { kind: 'work', stages: ['submitted'] });
  await routeAll(home, 'DE', ['submitted'], queue);
  const { id } = await anApplication(home)
    .stating({ shipment: { ...completeContent().shipment, destination: 'DE' } })
    .submitted()
    .build();
  expect(await refusalCode(change(queue, { retired: true }))).toBe('conflict: queue-in-use');
  await makeMove(home, home.provincialOfficer, id, 'receive');
  await change(queue, { retired: true });
  expect(await refusalCode(home.get(HoldPlace).takeNext(home.provincialOfficer, queue))).toBe('conflict: not-on-your-queue');
  const fallback = await fallbackQueue(home);
  for (const what of [{ retired: true }, { kind: 'review' as const }, { stages: ['submitted' as const] }, { feederIds: [] }])
    expect(await refusalCode(change(fallback.id, what))).toBe('conflict: queue-is-fallback');
  await change(fallback.id, { name: { zh: '未分派案件', en: 'Not routed' } });
  expect(await refusalCode(verb().changeQueue(home.administrator, queue, 1, {}))).toBe('conflict: stale-version');
  expect(await refusalCode(verb().changeQueue(home.administrator, noSuchId(), 1, {}))).toBe('missing: queue-not-found');
});

test('whoever is invited joins the team of all officers, but administrators and auditors; ten at once all do', async () => {
  const { teamId } = await fallbackQueue(home);
  const before = (await teamOf(teamId)).memberIds;
  const invite = (n: number, ...roles: ('reviewer' | 'auditor' | 'administrator')[]) =>
    home
      .get(ManagePeople)
      .invite(home.administrator, { organisationId: home.authority.id, email: `new-${n}@house.test`, name: '新', roles });
  const joined = await Promise.all(Array.from({ length: 10 }, (_, n) => invite(n, 'reviewer')));
  const both = await invite(10, 'auditor', 'reviewer');
  for (const [n, role] of (['auditor', 'administrator'] as const).entries()) await invite(20 + n, role);
  const { memberIds } = await teamOf(teamId);
  expect([...memberIds].sort()).toEqual([...before, both.id, ...joined.map(({ id }) => id)].sort());
});

test('every change is on record with who made it, what was before and what is after, in the order of the acts', async () => {
  const team = await aTeam(home, home.reviewer);
  const [feeder, fed] = [await aQueue(home, team), await aQueue(home, team)];
  await change(fed, { feederIds: [feeder] });
  await change(feeder, { retired: true });
  await verb().changeTeam(home.administrator, team, 2, { name: { zh: '新', en: 'New' } });
  const days = { from: home.clock.today(), to: home.clock.today() };
  const absence = { personId: home.reviewer.personId, substituteId: null, ...days };
  const { id } = await verb().addAbsence(home.reviewer, absence);
  await verb().endAbsence(home.manager, id);
  const joined = await home
    .get(ManagePeople)
    .invite(home.administrator, { organisationId: home.authority.id, email: 'act@house.test', name: '新', roles: ['reviewer'] });
  const { rows, next } = await verb().acts(home.auditor, { limit: 11 });
  expect(rows.map(({ act, subjectId, personId }) => [act, subjectId, personId])).toEqual(
    [
      ['join-team', (await fallbackQueue(home)).teamId, home.administrator],
      ['end-absence', id, home.manager],
      ['add-absence', id, home.reviewer],
      ['change-team', team, home.administrator],
      ['change-queue', fed, home.administrator],
      ['change-queue', feeder, home.administrator],
      ['change-queue', fed, home.administrator],
      ['add-queue', fed, home.administrator],
      ['add-queue', feeder, home.administrator],
      ['set-members', team, home.administrator],
      ['add-team', team, home.administrator],
    ].map(([act, subject, who]) => [act, subject, (who as House['manager']).personId]),
  );
  expect(rows[0]?.after).toEqual({ personId: joined.id });
  expect(rows[2]).toMatchObject({ before: null, after: absence, personName: home.reviewer.name, at: home.clock.now() });
  expect(rows[4]).toMatchObject({ before: { feederIds: [feeder] }, after: { feederIds: [] } });
  expect(rows[5]).toMatchObject({ before: { retired: false }, after: { retired: true } });
  expect(rows[9]).toMatchObject({ before: { memberIds: [] }, after: { memberIds: [home.reviewer.personId] } });
  expect(next).not.toBeNull();
  expect((await verb().acts(home.administrator, { limit: 1, after: next ?? '' })).rows[0]?.subjectId).not.toBe(team);
  expect(await verb().acts(home.exporter, { limit: 5 })).toEqual({ rows: [], next: null });
});

test('an exporter learns nothing of teams and queues', async () => {
  expect(await verb().teams(home.exporter)).toEqual({ teams: [], queues: [] });
});

async function newQueue(): Promise<NewQueue> {
  return { teamId: await aTeam(home), name: { zh: '队列', en: 'Queue' }, kind: 'work', stages: ['submitted'], feederIds: [] };
}
