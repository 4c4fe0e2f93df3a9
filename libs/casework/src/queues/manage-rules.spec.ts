// Routing rules: two people for each version and for a rule's end, and the rules that never fire by name.
import { addDays } from '#kernel';
import { LIMITS } from '#licensing';
import { anApplication } from '../../../../test/builders/application';
import { aQueue, aRule, aTeam, ruleOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { ReadApplication } from '../applications/read-application';
import { ManageRules, type NewRule } from './manage-rules';

let home: House;

beforeEach(async () => {
  home = await house();
});
afterEach(() => home.end());

const verb = () => home.get(ManageRules);
const propose = (change: Partial<NewRule> = {}, id?: string) => verb().propose(home.administrator, ruleOn(home, change), id);
const workQueue = async () =>
  aQueue(home, await aTeam(home, home.provincialOfficer), { kind: 'work', stages: ['submitted', 'received'] });

test('a version counts once another person has approved it, and every act is kept', async () => {
  const { id } = await propose();
  const find = async () => (await verb().list(home.auditor)).rules.find((rule) => rule.id === id);
  expect(await find()).toMatchObject({ state: 'proposed', version: 1, proposedByName: '李管', judgedBy: null });
  expect(await refusalCode(verb().act(home.administrator, id, 1, 'approve', ''))).toBe('forbidden: proposer-cannot-approve');
  await verb().act(home.manager, id, 1, 'approve', '');
  expect(await find()).toMatchObject({ state: 'approved', judgedByName: '孙决', judgedAt: home.clock.now() });
  for (const act of ['approve', 'reject'] as const)
    expect(await refused(verb().act(home.manager, id, 1, act, 'x'))).toMatchObject({
      code: 'rule-acted-before',
      facts: { state: 'approved' },
    });
  expect(await refusalCode(verb().act(home.manager, id, 2, 'approve', ''))).toBe('missing: rule-not-found');
  expect(await refusalCode(verb().act(home.manager, noSuchId(), 1, 'approve', ''))).toBe('missing: rule-not-found');
});

test('who proposed a version may take it back, with a reason', async () => {
  const { id } = await propose();
  expect(await refused(verb().act(home.administrator, id, 1, 'reject', ' '))).toMatchObject({
    code: 'reason-missing',
    faults: [{ code: 'field-missing', at: 'reason' }],
  });
  await verb().act(home.administrator, id, 1, 'reject', '写错了');
  expect((await verb().list(home.auditor)).rules).toMatchObject([{ state: 'rejected', judgedBy: home.administrator.personId }]);
});

test('a rule ends when one person proposes it and another approves it, with all its versions, and no older one is revived', async () => {
  const ended = () => verb().proposeRetirement(home.administrator, id, home.clock.today(), '不再需要');
  const asked = async () => {
    const view = await home.get(ReadApplication).execute(home.manager, signed.id);
    return view.for === 'officer' && view.signaturesAsked;
  };
  const { id } = await propose();
  expect(await refusalCode(ended())).toBe('conflict: rule-not-standing');
  await verb().act(home.manager, id, 1, 'approve', '');
  await verb().propose(home.administrator, ruleOn(home, { from: addDays(home.clock.today(), 9) }), id);
  await verb().act(home.manager, id, 2, 'approve', '');
  const signed = await anApplication(home).advised().build();
  expect(await asked()).toBe(2);

  expect((await refused(verb().proposeRetirement(home.administrator, id, home.clock.today(), ' '))).faults).toEqual([
    { code: 'field-missing', at: 'reason' },
  ]);
  expect(await refusalCode(verb().proposeRetirement(home.administrator, noSuchId(), home.clock.today(), 'x'))).toBe(
    'missing: rule-not-found',
  );
  expect(await ended()).toEqual({ id, version: 3 });
  expect(await asked()).toBe(2);
  expect(await refusalCode(verb().act(home.administrator, id, 3, 'approve', ''))).toBe('forbidden: proposer-cannot-approve');
  await verb().act(home.manager, id, 3, 'approve', '');
  expect(await asked()).toBe(1);
  expect(await refusalCode(ended())).toBe('conflict: rule-not-standing');
  expect((await verb().list(home.manager)).problems).toEqual([]);
  home.clock.advanceDays(10);
  expect(await asked()).toBe(1);
});

test('a version of a rule that is not there is refused', async () => {
  expect(await refusalCode(propose({}, noSuchId()))).toBe('missing: rule-not-found');
  expect((await verb().list(home.manager)).rules).toEqual([]);
});

test('a rule for signatures states the one stage at which they are asked, and more of them than the procedure', async () => {
  for (const stages of [['in-review'], ['countersigned'], ['advised', 'signed-once']] as const)
    expect((await refused(propose({ stages }))).faults).toMatchObject([{ code: 'stages-not-for-signatures', at: 'stages' }]);
  const { id } = await propose({ effect: { kind: 'countersignatures', count: 1 } });
  expect((await verb().list(home.manager)).problems).toMatchObject([
    { ruleId: id, code: 'signatures-asked-anyway', at: 'effect.count', never: true },
  ]);
});

test('a name is counted in characters, as the doors count', async () => {
  const name = '𠮷'.repeat(LIMITS.name);
  expect(await propose({ name: { zh: name, en: name } })).toMatchObject({ version: 1 });
  expect((await refused(propose({ name: { zh: `${name}x`, en: name } }))).faults).toEqual([
    { code: 'text-too-long', at: 'name.zh', facts: { max: LIMITS.name } },
  ]);
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
});

test('an exporter reads no rule, and a rule is proposed by nobody of an exporter', async () => {
  await aRule(home, {});
  expect(await verb().list(home.exporter)).toEqual({ rules: [], problems: [] });
});
