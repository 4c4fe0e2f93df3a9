// One broken set of rules per problem, and the near misses that are none.
import { localDate } from '#kernel';
import { ruleProblems, type RoutingQueue } from './soundness';
import type { RoutingRule } from './rules';

const day = localDate;
const TODAY = day('2026-06-15');
const queue = (id: string, change: Partial<RoutingQueue> = {}): RoutingQueue => ({
  id,
  stages: ['in-review'],
  retired: false,
  ...change,
});
const QUEUES = [queue('q'), queue('r'), queue('old', { retired: true }), queue('desk', { stages: ['submitted', 'accepted'] })];
const ANY_STAGE = [queue('q', { stages: ['in-review', 'accepted'] })];

function aRule(id: string, change: Partial<RoutingRule> = {}): RoutingRule {
  const whole = { version: 1, tier: 5, stages: ['in-review'], from: day('2026-01-01'), to: null } as const;
  const effect = { kind: 'queues', queueIds: ['q'] } as const;
  return { id, ...whole, criteria: { codes: [`1C90${id}`] }, effect, name: { zh: id, en: id }, ...change };
}
const toQueues = (...queueIds: string[]) => ({ effect: { kind: 'queues', queueIds } as const });
const asks = (count: 1 | 2) => ({ stages: ['advised'] as const, effect: { kind: 'countersignatures', count } as const });
const valued = (from?: string, below?: string, currency = 'CNY') => ({ criteria: { value: { from, below, currency } } });
const anything = { criteria: {} };
const problemsOf = (...rules: RoutingRule[]) =>
  ruleProblems(rules, QUEUES, TODAY).map(({ ruleId, version, code, never }) => `${ruleId}.${version} ${code} ${never}`);

test('sound rules have no problem', () => {
  expect(problemsOf(aRule('1'), aRule('2', { tier: 1 }), aRule('3', asks(2)), aRule('4', toQueues('q', 'r')))).toEqual([]);
});

test.each<[string, Partial<RoutingRule>, object]>([
  ['an empty range', valued('5', '5.0'), { code: 'value-range-empty', at: 'criteria.value', never: true }],
  ['no stage', { stages: [] }, { code: 'rule-list-empty', at: 'stages', never: true }],
  ['no code', { criteria: { codes: [] } }, { code: 'rule-list-empty', at: 'criteria.codes', never: true }],
  ['no country', { criteria: { destinations: [] } }, { code: 'rule-list-empty', at: 'criteria.destinations', never: true }],
  ['no procedure', { criteria: { procedures: [] } }, { code: 'rule-list-empty', at: 'criteria.procedures', never: true }],
  ['no flag', { criteria: { partyFlags: [] } }, { code: 'rule-list-empty', at: 'criteria.partyFlags', never: true }],
  ['no queue', toQueues(), { code: 'rule-list-empty', at: 'effect.queueIds', never: true }],
  [
    'an end before the start',
    { from: day('2026-07-02'), to: day('2026-07-01') },
    { code: 'end-before-start', at: 'to', facts: { from: '2026-07-02', to: '2026-07-01' }, never: true },
  ],
  [
    'no country of that name',
    { criteria: { destinations: ['JP', 'XX'] } },
    { code: 'unknown-country', at: 'criteria.destinations.1', facts: { value: 'XX' }, never: false },
  ],
  ['no such queue', toQueues('q', 'x'), { code: 'unknown-queue', at: 'effect.queueIds.1', facts: { value: 'x' }, never: false }],
  ['a retired queue', toQueues('old'), { code: 'queue-retired', at: 'effect.queueIds.0', never: false }],
  [
    'a queue of other stages',
    { ...toQueues('desk'), stages: ['in-review', 'accepted'] },
    { code: 'queue-without-stage', at: 'effect.queueIds.0', facts: { value: 'desk', stages: ['in-review'] }, never: false },
  ],
])('%s is named', (_case, change, expected) => {
  const problems = ruleProblems([aRule('1', change)], QUEUES, TODAY);
  expect(problems).toEqual([expect.objectContaining({ ruleId: '1', version: 1, ...expected })]);
});

test('codes and procedures are looked up only where the caller knows them', () => {
  const rules = [aRule('1', { criteria: { codes: ['1C905', '9Z999'], procedures: ['single', 'general'] } })];
  expect(ruleProblems(rules, QUEUES, TODAY)).toEqual([]);
  const known = {
    code: (code: string) => code === '1C905',
    procedures: [{ id: 'single', countersignatures: { least: 1, most: 2 } }],
  };
  expect(ruleProblems(rules, QUEUES, TODAY, known)).toEqual([
    {
      ruleId: '1',
      version: 1,
      never: false,
      code: 'unknown-procedure',
      at: 'criteria.procedures.1',
      facts: { value: 'general' },
    },
    { ruleId: '1', version: 1, never: false, code: 'unknown-control-code', at: 'criteria.codes.1', facts: { value: '9Z999' } },
  ]);
});

test('a rule that asks no more signatures than its procedures ask anyway is named', () => {
  const loaded = (least: number, most: number) => [
    { id: 'single', countersignatures: { least, most } },
    { id: 'general', countersignatures: { least: 1, most: 2 } },
  ];
  const named = (count: 1 | 2, least: number, most: number, procedures?: string[]) =>
    ruleProblems([aRule('1', { ...asks(count), criteria: { ...(procedures && { procedures }) } })], QUEUES, TODAY, {
      procedures: loaded(least, most),
    }).map(({ code, never, at }) => [code, never, at]);
  const anyway = ['signatures-asked-anyway', true, 'effect.count'];
  expect(named(1, 1, 2)).toEqual([anyway]);
  expect(named(2, 1, 2)).toEqual([]);
  expect(named(2, 2, 2)).toEqual([]);
  expect(named(2, 2, 2, ['single'])).toEqual([anyway]);
  expect(named(2, 1, 1, ['single'])).toEqual([anyway]);
  expect(named(1, 0, 2)).toEqual([]);
});

test('a retirement has no problem, and what it ends is history', () => {
  const end = (from: string) =>
    aRule('1', { version: 2, effect: { kind: 'retirement' }, from: day(from), criteria: { codes: [] } });
  expect(problemsOf(aRule('1', toQueues('x')), end('2026-06-15'))).toEqual([]);
  expect(problemsOf(aRule('1', toQueues('x')), end('2026-06-16'))).toEqual(['1.1 unknown-queue false']);
});

test('a version that has ended or was replaced is history; one that is replaced before it begins is named', () => {
  const nobody = toQueues('x');
  expect(problemsOf(aRule('1', { ...nobody, to: day('2026-06-14') }))).toEqual([]);
  expect(problemsOf(aRule('1', { ...nobody, to: TODAY }))).toEqual(['1.1 unknown-queue false']);
  expect(problemsOf(aRule('1', nobody), aRule('1', { version: 2, from: TODAY }))).toEqual([]);
  const coming = aRule('1', { from: day('2026-08-01') });
  expect(problemsOf(coming, aRule('1', { version: 2, from: day('2026-08-02') }))).toEqual([]);
  expect(ruleProblems([coming, aRule('1', { version: 2, from: day('2026-08-01') })], QUEUES, TODAY)).toEqual([
    { ruleId: '1', version: 1, never: true, code: 'rule-replaced', at: 'from', facts: { from: '2026-08-01', by: 2 } },
  ]);
});

describe('shadowed', () => {
  const above = (change: Partial<RoutingRule> = {}) => aRule('0', { tier: 4, ...anything, ...change });

  test.each<[string, Partial<RoutingRule>, Partial<RoutingRule>]>([
    ['by a rule that asks nothing', {}, {}],
    ['by a code above', { criteria: { codes: ['1C905'] } }, { criteria: { codes: ['1C905.b', '1C905'], destinations: ['JP'] } }],
    ['by more countries', { criteria: { destinations: ['JP', 'DE'] } }, { criteria: { destinations: ['DE'] } }],
    ['by a wider range', valued('10', '20'), valued('10.0', '20.00')],
    ['by a rule of more stages', { stages: ['in-review', 'accepted'] }, {}],
    ['by a rule that ends on the same day', { to: day('2026-12-31') }, { to: day('2026-12-31') }],
    ['by a rule that began later, but before today', { from: day('2026-06-15') }, { from: day('2026-01-01') }],
  ])('%s', (_case, wide, narrow) => {
    const problems = ruleProblems([above(wide), aRule('1', narrow)], ANY_STAGE, TODAY);
    const facts = { by: '0', byVersion: 1, tier: 4 };
    expect(problems).toEqual([{ ruleId: '1', version: 1, never: true, code: 'rule-shadowed', at: 'tier', facts }]);
  });

  test.each<[string, Partial<RoutingRule>, Partial<RoutingRule>]>([
    ['the same tier', { tier: 5, ...toQueues('r') }, {}],
    ['other codes', { criteria: { codes: ['1C905.b'] } }, { criteria: { codes: ['1C905'] } }],
    ['one more country', { criteria: { destinations: ['JP'] } }, { criteria: { destinations: ['JP', 'DE'] } }],
    ['a narrower range', valued('10', '20'), valued('10', '20.01')],
    ['an open range', valued('10', '20'), valued('10')],
    ['another currency', valued('10'), valued('20', undefined, 'USD')],
    ['one more stage', { stages: ['accepted'], ...toQueues('desk') }, {}],
    ['a later start', { from: day('2026-06-16') }, {}],
    ['an earlier end', { to: day('2026-12-30') }, { to: day('2026-12-31') }],
    ['a rule about countersignatures above', asks(2), {}],
    ['a rule about countersignatures below', {}, asks(1)],
  ])('not with %s', (_case, wide, narrow) => {
    expect(problemsOf(above(wide), aRule('1', narrow))).toEqual([]);
  });

  test('not by a rule that names no queue, nor by a version that is replaced before the other ends', () => {
    expect(problemsOf(above(toQueues()), aRule('1'))).toEqual(['0.1 rule-list-empty true']);
    const next = aRule('0', { version: 2, tier: 4, from: day('2026-09-01') });
    expect(problemsOf(above(), next, aRule('1'))).toEqual([]);
    expect(problemsOf(above(), next, aRule('1', { to: day('2026-08-31') }))).toEqual(['1.1 rule-shadowed true']);
  });
});

describe('duplicated', () => {
  test.each<[string, RoutingRule, RoutingRule, string[]]>([
    ['of two alike, the second by id', aRule('2', anything), aRule('1', anything), ['2.1 rule-duplicated false']],
    ['the narrower of two', aRule('1'), aRule('2', anything), ['1.1 rule-duplicated false']],
    [
      'the one with fewer queues',
      aRule('1', anything),
      aRule('2', { ...anything, ...toQueues('r', 'q') }),
      ['1.1 rule-duplicated false'],
    ],
    [
      'the lower count, whatever the tier',
      aRule('1', { ...asks(1), tier: 1 }),
      aRule('2', { ...asks(2), ...anything }),
      ['1.1 rule-duplicated false'],
    ],
    ['not with a queue of its own', aRule('1', toQueues('q', 'r')), aRule('2', anything), []],
    ['not with a higher count', aRule('1', asks(2)), aRule('2', { ...asks(1), ...anything }), []],
    ['not with a higher tier', aRule('1', { tier: 4 }), aRule('2', anything), []],
  ])('%s', (_case, one, other, expected) => {
    expect(problemsOf(one, other)).toEqual(expected);
  });
});
