// Which rules are in force, which tier decides, which rule a queue bears, and who asks for countersignatures.
import { localDate } from '#kernel';
import type { RoutingFacts } from './criteria';
import { countersignaturesAsked, routeTo, rulesOn, type RoutingRule, type RuleEffect } from './rules';

const day = localDate;
const FACTS: RoutingFacts = {
  procedure: 'dual-use-single',
  stage: 'in-review',
  codes: ['1C905.b'],
  destination: 'JP',
  endUserCountries: ['JP'],
  partyFlags: [],
  unknownFlags: [],
  value: null,
  currency: 'CNY',
};
const to = (...queueIds: string[]): RuleEffect => ({ kind: 'queues', queueIds });
const asks = (count: 1 | 2): RuleEffect => ({ kind: 'countersignatures', count });

function aRule(id: string, change: Partial<RoutingRule> = {}): RoutingRule {
  const whole = { version: 1, tier: 5, stages: ['in-review'], criteria: {}, from: day('2026-01-01'), to: null } as const;
  return { id, ...whole, effect: to(`queue-${id}`), name: { zh: id, en: id }, ...change };
}
const on = (rules: RoutingRule[], facts: Partial<RoutingFacts> = {}) => routeTo(rules, { ...FACTS, ...facts }, day('2026-06-15'));
const queuesOf = (rules: RoutingRule[], facts: Partial<RoutingFacts> = {}) => on(rules, facts).map(({ queueId }) => queueId);

describe('in force', () => {
  const dated = aRule('a', { from: day('2026-03-01'), to: day('2026-03-31') });
  test.each([
    ['2026-02-28', 0],
    ['2026-03-01', 1],
    ['2026-03-31', 1],
    ['2026-04-01', 0],
  ])('both days are inclusive: %s', (text, count) => expect(rulesOn([dated], day(text))).toHaveLength(count));

  test.each([
    ['2026-05-31', [1]],
    ['2026-06-01', [2]],
    ['2026-06-30', [2]],
    ['2026-07-01', []],
  ])('a newer version replaces the older one for good: %s', (text, versions) => {
    const rules = [aRule('a', { version: 2, from: day('2026-06-01'), to: day('2026-06-30') }), aRule('a')];
    expect(rulesOn(rules, day(text)).map(({ version }) => version)).toEqual(versions);
  });

  test('the rules come by id', () => {
    expect(rulesOn([aRule('b'), aRule('c', { tier: 1 }), aRule('a')], day('2026-06-15')).map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('queues', () => {
  test('no rule, no queue', () => expect(on([])).toEqual([]));

  test('a rule of another stage, other criteria or another day adds nothing', () => {
    const others = [
      aRule('a', { stages: ['submitted', 'accepted'] }),
      aRule('b', { criteria: { destinations: ['FR'] } }),
      aRule('c', { from: day('2026-06-16') }),
      aRule('d', { effect: asks(2) }),
    ];
    expect(on(others)).toEqual([]);
  });

  test('all matching rules of the lowest matching tier add their queues, and no rule of a higher one', () => {
    const rules = [
      aRule('a', { tier: 1, criteria: { destinations: ['FR'] } }),
      aRule('b', { tier: 2, effect: to('nuclear', 'chemistry') }),
      aRule('c', { tier: 2, criteria: { codes: ['1C905'] }, effect: to('metals') }),
      aRule('d', { tier: 3, effect: to('general') }),
    ];
    expect(queuesOf(rules)).toEqual(['nuclear', 'chemistry', 'metals']);
    expect(queuesOf(rules, { destination: 'FR' })).toEqual(['queue-a']);
  });

  test('a queue named twice bears the first rule by id, with its version', () => {
    const rules = [aRule('b', { effect: to('one', 'two') }), aRule('a', { version: 4, effect: to('two') })];
    expect(on(rules)).toEqual([
      { queueId: 'two', ruleId: 'a', version: 4 },
      { queueId: 'one', ruleId: 'b', version: 1 },
    ]);
  });

  test('a case of unknown value is routed', () => {
    const rules = [aRule('a', { criteria: { value: { from: '1000000', currency: 'CNY' } } })];
    expect(on(rules)).toEqual([{ queueId: 'queue-a', ruleId: 'a', version: 1 }]);
    expect(on(rules, { value: '999999.99' })).toEqual([]);
  });

  test('a rule that names no queue decides no tier', () => {
    expect(queuesOf([aRule('a', { tier: 1, effect: to() }), aRule('b')])).toEqual(['queue-b']);
  });
});

describe('countersignatures', () => {
  const asked = (rules: RoutingRule[], least: number, facts = FACTS) =>
    countersignaturesAsked(rules, facts, day('2026-06-15'), { least, most: 2 });
  const signed = (id: string, change: Partial<RoutingRule>) => aRule(id, { stages: ['advised'], ...change });

  test('a retirement ends the rule from its day on, also a version that would have begun later', () => {
    const versions = [
      signed('a', { effect: asks(2) }),
      signed('a', { version: 2, effect: asks(2), from: day('2026-07-01') }),
      signed('a', { version: 3, effect: { kind: 'retirement' }, from: day('2026-06-15') }),
    ];
    const counts = ['2026-06-14', '2026-06-15', '2026-07-01'].map(
      (on) => countersignaturesAsked(versions, FACTS, day(on), { least: 1, most: 2 }).count,
    );
    expect(counts).toEqual([2, 1, 1]);
  });

  test.each([0, 1, 2])('where no rule asks, the least of the procedure: %p', (least) => {
    expect(asked([aRule('a')], least)).toEqual({ count: least, rules: [] });
  });

  test('the highest count of all tiers, with every rule that asked', () => {
    const rules = [
      signed('c', { tier: 9, effect: asks(2), criteria: { value: { from: '5', currency: 'CNY' } } }),
      signed('a', { tier: 1, effect: asks(1) }),
      signed('b', { effect: asks(2), criteria: { destinations: ['FR'] } }),
    ];
    expect(asked(rules, 1)).toEqual({
      count: 2,
      rules: [
        { ruleId: 'a', version: 1, count: 1 },
        { ruleId: 'c', version: 1, count: 2 },
      ],
    });
  });

  test.each(['submitted', 'reviewed', 'signed-once', 'countersigned', 'decided'] as const)(
    'what is asked at advised is asked at %s too, and no rule of that stage asks there',
    (stage) => {
      const there = { ...FACTS, stage };
      expect(asked([signed('a', { effect: asks(2) })], 1, there).count).toBe(2);
      expect(asked([signed('a', { effect: asks(2), stages: [stage] })], 1, there).count).toBe(1);
    },
  );

  test('nobody asks for more than the procedure knows', () => {
    const one = { least: 1, most: 1 };
    expect(countersignaturesAsked([signed('a', { effect: asks(2) })], FACTS, day('2026-06-15'), one).count).toBe(1);
  });

  test('a rule asks for no fewer than the procedure does', () => {
    expect(asked([signed('a', { effect: asks(1) })], 2).count).toBe(2);
  });
});
