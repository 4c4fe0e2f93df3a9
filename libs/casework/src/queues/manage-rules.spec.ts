// Routing rules: two people for each version, a simulation that names what would move before it does, and the rules that never fire by name.
import { addDays } from '#kernel';
import { LIMITS } from '#licensing';
import { anApplication } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aRule, aTeam, ruleOn, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { ManageRules, type NewRule } from './manage-rules';

let home: House;

beforeEach(async () => {
  home = await house();
});
afterEach(() => home.end());

const verb = () => home.get(ManageRules);
const propose = (change: Partial<NewRule> = {}, id?: string) => verb().propose(home.administrator, ruleOn(home, change), id);
const bound = (destination: string) => anApplication(home).stating({ shipment: { ...completeContent().shipment, destination } });
const workQueue = async () =>
  aQueue(home, await aTeam(home, home.provincialOfficer), { kind: 'work', stages: ['submitted', 'received'] });

test('a version counts once another person has approved it, and every act is kept', async () => {
  const { id } = await propose();
  const find = async () => (await verb().list(home.auditor)).rules.find((rule) => rule.id === id);
  expect(await find()).toMatchObject({ state: 'proposed', version: 1, proposedByName: '李管', judgedBy: null });
  expect(await refusalCode(verb().act(home.administrator, id, 1, 'approve', ''))).toBe('forbidden: proposer-cannot-approve');
  expect(await refusalCode(verb().act(home.administrator, id, 1, 'reject', 'x'))).toBe('forbidden: proposer-cannot-approve');
  await verb().act(home.manager, id, 1, 'approve', '');
  expect(await find()).toMatchObject({ state: 'approved', judgedByName: '孙决', judgedAt: home.clock.now() });
  for (const act of ['approve', 'reject'] as const)
    expect(await refused(verb().act(home.manager, id, 1, act, 'x'))).toMatchObject({
      code: 'rule-acted-before',
      facts: { state: 'approved' },
    });
  expect((await refused(verb().act(home.administrator, id, 1, 'retire', ' '))).faults).toEqual([
    { code: 'field-missing', at: 'reason' },
  ]);
  await verb().act(home.administrator, id, 1, 'retire', '不再需要');
  expect(await find()).toMatchObject({ state: 'retired', retiredBy: home.administrator.personId, judgedByName: '孙决' });
  expect(await refusalCode(verb().act(home.manager, id, 2, 'approve', ''))).toBe('missing: rule-not-found');
  expect(await refusalCode(verb().act(home.manager, noSuchId(), 1, 'approve', ''))).toBe('missing: rule-not-found');
});

test('two who judge at once: one act; two who propose at once: two versions or one refusal', async () => {
  const { id } = await propose();
  const { made, codes } = await race([
    verb().act(home.manager, id, 1, 'approve', ''),
    verb().act(home.manager, id, 1, 'reject', 'x'),
  ]);
  expect({ made, codes }).toEqual({ made: 1, codes: ['conflict: rule-acted-before'] });
  const proposals = await race([propose({}, id), propose({}, id), propose({}, id)]);
  expect(proposals.codes.every((code) => code === 'conflict: rule-version-taken')).toBe(true);
  const versions = (await verb().list(home.manager)).rules.filter((rule) => rule.id === id).map(({ version }) => version);
  expect(versions).toEqual(Array.from({ length: proposals.made + 1 }, (_, n) => n + 1));
});

test('what cannot be right is refused whole, each fault at its place', async () => {
  const retiredQueue = noSuchId();
  const refusal = await refused(
    propose({
      name: { zh: '', en: 'x'.repeat(LIMITS.name + 1) },
      tier: 10,
      stages: ['in-review', 'published'],
      criteria: { destinations: ['Japan'] },
      effect: { kind: 'queues', queueIds: [retiredQueue] },
      to: addDays(home.clock.today(), -1),
      reason: ' ',
    }),
  );
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'rule-invalid' });
  const at = refusal.faults.map((fault) => String(fault.at));
  for (const place of ['name.zh', 'name.en', 'tier', 'stages.1', 'to', 'reason', 'effect.queueIds.0'])
    expect(at).toContain(place);
  expect(at.some((place) => place.startsWith('criteria.destinations') || place.startsWith('destinations'))).toBe(true);
  expect(
    (await refused(propose({ tier: 1.5, stages: [], effect: { kind: 'queues', queueIds: [] } }))).faults.map((fault) => fault.at),
  ).toEqual(['tier', 'stages', 'effect.queueIds']);
  expect((await verb().list(home.manager)).rules).toEqual([]);
});

test('a simulation tells what would move, open and past cases apart, and writes nothing', async () => {
  const queue = await workQueue();
  const open = [await bound('DE').submitted().build(), await bound('DE').inReview().build()];
  const past = await bound('DE').withdrawn().build();
  const ended = await bound('DE').published().build();
  await bound('JP').submitted().build();
  const rule = ruleOn(home, {
    stages: ['submitted', 'received'],
    criteria: { destinations: ['DE'] },
    effect: { kind: 'queues', queueIds: [queue] },
  });
  const told = await verb().simulate(home.administrator, rule);
  // The withdrawn one was never filed: no rule ever routed it.
  expect(past.submittedAt).toBeNull();
  expect(told).toMatchObject({ compared: 4, filed: 4, open: { moved: 2 }, past: { moved: 1 }, problems: [] });
  expect(told.open.cases.map(({ reference, from, to }) => [reference, from, to]).sort()).toEqual(
    open.map(({ reference }) => [reference, [], [queue]]).sort(),
  );
  expect(told.past.cases).toMatchObject([{ id: ended.id, reference: ended.reference }]);
  expect((await verb().list(home.manager)).rules).toEqual([]);
  expect((await standingOn(home, open[0]?.id ?? ''))[0]?.ruleId).toBeNull();

  const { id } = await verb().propose(home.administrator, rule);
  expect((await verb().simulateProposed(home.manager, id, 1)).open.moved).toBe(2);
  await verb().act(home.manager, id, 1, 'approve', '');
  expect((await verb().simulateProposed(home.manager, id, 1)).open.moved).toBe(0);
  const wider = { ...rule, criteria: { destinations: ['DE', 'JP'] } };
  expect((await verb().simulate(home.administrator, wider, id)).open).toMatchObject({
    moved: 1,
    cases: [{ from: [], to: [queue] }],
  });
  expect(await refusalCode(verb().simulateProposed(home.manager, id, 2))).toBe('missing: rule-not-found');
  expect(await refusalCode(verb().simulate(home.administrator, { ...rule, stages: [] }))).toBe('invalid: rule-invalid');
});

test('a rule for two signatures moves the cases that are signed once as yet', async () => {
  await bound('DE').advised().build();
  const told = await verb().simulate(
    home.administrator,
    ruleOn(home, { stages: ['advised'], criteria: { destinations: ['DE'] }, effect: { kind: 'countersignatures', count: 2 } }),
  );
  expect(told.open).toMatchObject({ moved: 1, cases: [{ countersignatures: { from: 1, to: 2 } }] });
});

test('a rule that can never fire, one in the shadow of another and one that names nothing known are called by name', async () => {
  const [one, two] = [await workQueue(), await workQueue()];
  const wide = { stages: ['submitted'], criteria: { destinations: ['DE'] } } as const;
  const first = await aRule(home, { ...wide, tier: 1, effect: { kind: 'queues', queueIds: [one] } });
  const shadowed = await aRule(home, {
    ...wide,
    tier: 4,
    criteria: { destinations: ['DE'], codes: ['1C905'] },
    effect: { kind: 'queues', queueIds: [two] },
  });
  const unknown = await aRule(home, {
    ...wide,
    criteria: { codes: ['9A999'], procedures: ['no-such'] },
    effect: { kind: 'queues', queueIds: [one] },
  });
  const stageless = await aRule(home, {
    stages: ['advised'],
    criteria: { destinations: ['FR'] },
    effect: { kind: 'queues', queueIds: [one] },
  });
  const { problems } = await verb().list(home.administrator);
  const of = (id: string) => problems.filter(({ ruleId }) => ruleId === id).map(({ code, never }) => [code, never]);
  expect(of(first)).toEqual([]);
  expect(of(shadowed)).toEqual([['rule-shadowed', true]]);
  expect(of(unknown).length).toBeGreaterThanOrEqual(2);
  expect(of(stageless).length).toBeGreaterThanOrEqual(1);
  const told = await verb().simulate(
    home.administrator,
    ruleOn(home, { ...wide, tier: 5, effect: { kind: 'queues', queueIds: [two] } }),
  );
  expect(told.problems.filter(({ ruleId }) => ![first, shadowed, unknown, stageless].includes(ruleId))).toMatchObject([
    { code: 'rule-shadowed', facts: { by: first }, never: true },
  ]);
  expect(told.open.moved).toBe(0);
});

test('an exporter reads no rule, and a rule is proposed by nobody of an exporter', async () => {
  await aRule(home, {});
  expect(await verb().list(home.exporter)).toEqual({ rules: [], problems: [] });
});
