// What a change of rules would move, told as routing would then do it: open cases first, the authority's codes, only queues that take cases, only stages ahead.
import { addDays } from '#kernel';
import { anApplication, linesOn, makeMove } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aRule, aTeam, ruleOn, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode } from '../../../../test/builders/refused';
import { asOwner } from '../../../../test/builders/stored-world';
import { ManageRules, type NewRule } from './manage-rules';
import { ManageTeams } from './manage-teams';
import { MOST_SIMULATED, SimulateRules } from './simulate-rules';

let home: House;

beforeEach(async () => {
  home = await house();
});
afterEach(() => home.end());

const verb = () => home.get(SimulateRules);
const draft = (rule: NewRule, id?: string) => verb().draft(home.administrator, rule, id);
const bound = (destination: string) => anApplication(home).stating({ shipment: { ...completeContent().shipment, destination } });
const workQueue = async () =>
  aQueue(home, await aTeam(home, home.provincialOfficer), { kind: 'work', stages: ['submitted', 'received'] });
const toQueue = (queueId: string, change: Partial<NewRule> = {}) =>
  ruleOn(home, {
    stages: ['submitted', 'received'],
    criteria: { destinations: ['DE'] },
    effect: { kind: 'queues', queueIds: [queueId] },
    ...change,
  });

test('open and past cases are told apart, with how many of how many were compared, and nothing is written', async () => {
  const queue = await workQueue();
  const open = [await bound('DE').submitted().build(), await bound('DE').at('received').build()];
  const returned = await bound('DE').at('returned').build();
  const past = await bound('DE').withdrawn().build();
  const ended = await bound('DE').published().build();
  await bound('JP').submitted().build();
  const rule = toQueue(queue);
  const told = await draft(rule);
  // The withdrawn one was never filed: no rule ever routed it.
  expect(past.submittedAt).toBeNull();
  expect(told).toMatchObject({
    open: { compared: 4, filed: 4, moved: 3 },
    past: { compared: 1, filed: 1, moved: 1 },
    problems: [],
  });
  expect(told.open.cases.map(({ reference, from, to }) => [reference, from, to]).sort()).toEqual(
    [...open, returned].map(({ reference }) => [reference, [], [queue]]).sort(),
  );
  expect(told.past.cases).toMatchObject([{ id: ended.id, reference: ended.reference }]);
  expect((await home.get(ManageRules).list(home.manager)).rules).toEqual([]);
  expect((await standingOn(home, open[0]?.id ?? ''))[0]?.ruleId).toBeNull();

  const { id } = await home.get(ManageRules).propose(home.administrator, rule);
  expect((await verb().proposed(home.manager, id, 1)).open.moved).toBe(3);
  await home.get(ManageRules).act(home.manager, id, 1, 'approve', '');
  expect(await verb().proposed(home.manager, id, 1)).toMatchObject({ open: { moved: 0 }, problems: [] });
  expect((await draft({ ...rule, criteria: { destinations: ['DE', 'JP'] } }, id)).open).toMatchObject({
    moved: 1,
    cases: [{ from: [], to: [queue] }],
  });
  const end = await home.get(ManageRules).proposeRetirement(home.administrator, id, home.clock.today(), 'x');
  expect((await verb().proposed(home.manager, id, end.version)).open).toMatchObject({ moved: 3 });
});

test('what cannot be right is refused; why the rule is wanted need not be said yet', async () => {
  const rule = toQueue(await workQueue());
  expect(await draft({ ...rule, reason: '' })).toMatchObject({ open: { moved: 0 } });
  expect(await refusalCode(draft({ ...rule, stages: [] }))).toBe('invalid: rule-invalid');
  expect(await refusalCode(draft(rule, noSuchId()))).toBe('missing: rule-not-found');
  expect(await refusalCode(verb().proposed(home.manager, noSuchId(), 1))).toBe('missing: rule-not-found');
});

test('a case past every stage of the rule does not move; the stages of the version that is replaced count too', async () => {
  const queue = await workQueue();
  await bound('DE').inReview().build();
  expect((await draft(toQueue(queue))).open.moved).toBe(0);
  await bound('DE').submitted().build();
  const id = await aRule(home, toQueue(queue, { stages: ['submitted'] }));
  expect((await draft(toQueue(queue, { stages: ['received'] }), id)).open).toMatchObject({
    moved: 1,
    cases: [{ from: [queue], to: [] }],
  });
});

test('a queue that is retired or takes no case of the stage is none, as when a case moves', async () => {
  const [gone, other] = [await workQueue(), await workQueue()];
  await bound('DE').submitted().build();
  const { id } = await home.get(ManageRules).propose(home.administrator, toQueue(gone));
  expect((await verb().proposed(home.manager, id, 1)).open.moved).toBe(1);
  const [row] = (await home.get(ManageTeams).teams(home.administrator)).queues.filter((queue) => queue.id === gone);
  await home.get(ManageTeams).changeQueue(home.administrator, gone, row?.version ?? 0, { retired: true });
  expect((await verb().proposed(home.manager, id, 1)).open.moved).toBe(0);
  expect((await draft(toQueue(other, { stages: ['forwarded'] }))).open.moved).toBe(0);
});

test('the code of the final advice counts, for queues ahead and for signatures', async () => {
  const lines = linesOn(completeContent()).map((line) => ({ ...line, controlCode: '3A001' }));
  const { id } = await anApplication(home).reviewed().build();
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  const rule = ruleOn(home, { criteria: { codes: ['3A001'] } });
  expect((await draft(rule)).open).toMatchObject({ moved: 1, cases: [{ id, countersignatures: { from: 1, to: 2 } }] });
});

test('a rule for two signatures moves what is signed once or decided and not published', async () => {
  for (const status of ['submitted', 'advised', 'decided'] as const) await bound('DE').at(status).build();
  await bound('JP').advised().build();
  const rule = ruleOn(home, { criteria: { destinations: ['DE'] }, from: addDays(home.clock.today(), 5) });
  expect((await draft(rule)).open).toMatchObject({ compared: 4, moved: 3 });
  expect((await draft({ ...rule, effect: { kind: 'countersignatures', count: 1 } })).open.moved).toBe(0);
});

const COPIED =
  'organisation_id, procedure, status, version, content, round, created_by, created_at, submitted_at, updated_at, told_version, told_at';

test('of more cases than it compares it takes the open ones first, and says how many there are', async () => {
  const queue = await workQueue();
  await bound('DE').submitted().build();
  const ended = await bound('DE').published().build();
  await asOwner(
    home.database,
    `set licet.reach = 'system'`,
    `insert into application (id, reference, ${COPIED}) select gen_random_uuid(), 'LA-P-' || n, ${COPIED}
     from application, generate_series(1, ${MOST_SIMULATED}) n where id = '${ended.id}'`,
  );
  const told = await draft(toQueue(queue));
  expect(told.open).toMatchObject({ compared: 1, filed: 1, moved: 1 });
  expect(told.past).toMatchObject({ compared: MOST_SIMULATED - 1, filed: MOST_SIMULATED + 1, moved: MOST_SIMULATED - 1 });
});

test('what would be wrong with the rules then is told by name', async () => {
  const [one, two] = [await workQueue(), await workQueue()];
  const first = await aRule(home, toQueue(one, { tier: 1 }));
  await bound('DE').submitted().build();
  const told = await draft(toQueue(two, { tier: 5, criteria: { destinations: ['DE'], codes: ['1C905'] } }));
  expect(told.problems).toMatchObject([{ code: 'rule-shadowed', facts: { by: first }, never: true }]);
  expect(told.open.moved).toBe(0);
});
