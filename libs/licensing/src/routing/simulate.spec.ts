// What a proposal moves: counted whole, listed up to a bound, each case on its own day, the cases read one at a time.
import { localDate } from '#kernel';
import type { RoutingFacts } from './criteria';
import type { RoutingRule } from './rules';
import { LISTED_MOVES, simulate, type SimulatedCase } from './simulate';

const day = localDate;
const FACTS: RoutingFacts = {
  procedure: 'dual-use-single',
  stage: 'in-review',
  codes: ['1C905'],
  destination: 'JP',
  endUserCountries: [],
  partyFlags: [],
  unknownFlags: [],
  value: '100',
  currency: 'CNY',
};
const aCase = (id: string, destination = 'JP', on = '2026-06-15'): SimulatedCase => ({
  id,
  signed: { ...FACTS, destination },
  stages: [{ ...FACTS, destination }],
  day: day(on),
  countersignatures: { least: 1, most: 2 },
});
const EVERY = { takes: () => true };
function aRule(id: string, change: Partial<RoutingRule> = {}): RoutingRule {
  const whole = { version: 1, tier: 5, stages: ['in-review'], criteria: {}, from: day('2026-01-01'), to: null } as const;
  return { id, ...whole, effect: { kind: 'queues', queueIds: [`queue-${id}`] }, name: { zh: id, en: id }, ...change };
}
const general = aRule('general');
const japan = aRule('japan', {
  tier: 1,
  criteria: { destinations: ['JP'] },
  effect: { kind: 'queues', queueIds: ['two', 'one'] },
});
const second = aRule('second', {
  stages: ['advised'],
  criteria: { destinations: ['DE'] },
  effect: { kind: 'countersignatures', count: 2 },
});

test('the same rules in another order move nothing', () => {
  const cases = [aCase('a'), aCase('b', 'DE')];
  const outcome = simulate([general, japan, second], [second, japan, general], cases, EVERY);
  expect(outcome).toEqual({ compared: 2, movedCount: 0, moved: [] });
});

test('a new rule moves the cases that it takes, a new demand moves those that it asks of', () => {
  const cases = [aCase('a'), aCase('b', 'DE'), aCase('c', 'FR')];
  expect(simulate([general], [general, japan, second], cases, EVERY)).toEqual({
    compared: 3,
    movedCount: 2,
    moved: [
      { id: 'a', from: ['queue-general'], to: ['one', 'two'], countersignatures: { from: 1, to: 1 } },
      { id: 'b', from: ['queue-general'], to: ['queue-general'], countersignatures: { from: 1, to: 2 } },
    ],
  });
});

test('what the procedure asks anyway is no move', () => {
  const bound = { ...aCase('b', 'DE'), countersignatures: { least: 2, most: 2 } };
  expect(simulate([general], [general, second], [bound], EVERY).movedCount).toBe(0);
  const once = { ...bound, countersignatures: { least: 1, most: 1 } };
  expect(simulate([general], [general, second], [once], EVERY).movedCount).toBe(0);
});

test('a queue that takes no case of the stage is none: what it alone would take goes to the fallback queue as before', () => {
  const takes = (queueId: string) => queueId !== 'two';
  expect(simulate([], [japan], [aCase('a')], { takes }).moved).toMatchObject([{ from: [], to: ['one'] }]);
  expect(simulate([], [japan], [aCase('a')], { takes: () => false }).movedCount).toBe(0);
});

test('a case tried at several stages moves once, with the queues of the first stage that differs', () => {
  const stages = (['accepted', 'in-review', 'advised'] as const).map((stage) => ({ ...FACTS, stage }));
  const tried: SimulatedCase = { ...aCase('a'), stages };
  const everywhere = aRule('everywhere', { stages: ['in-review', 'advised'] });
  expect(simulate([general], [general, everywhere], [tried], EVERY)).toEqual({
    compared: 1,
    movedCount: 1,
    moved: [
      {
        id: 'a',
        from: ['queue-general'],
        to: ['queue-everywhere', 'queue-general'],
        countersignatures: { from: 1, to: 1 },
      },
    ],
  });
});

test('the same queues by another rule are no move; a case that nothing takes any more is one', () => {
  const heir = { ...general, id: 'heir', version: 3 };
  expect(simulate([general], [heir], [aCase('a')], EVERY).movedCount).toBe(0);
  expect(simulate([general], [], [aCase('a')], EVERY).moved).toMatchObject([{ from: ['queue-general'], to: [] }]);
});

test('a case that is past every stage of the rules moves where it is asked for another signature', () => {
  const past: SimulatedCase = { ...aCase('b', 'DE'), stages: [] };
  expect(simulate([general], [general, japan, second], [past], EVERY).moved).toEqual([
    { id: 'b', from: ['queue-general'], to: ['queue-general'], countersignatures: { from: 1, to: 2 } },
  ]);
  expect(simulate([general], [], [past], EVERY).movedCount).toBe(0);
});

test('each case is routed by the rules of its own day', () => {
  const next = aRule('general', { version: 2, from: day('2026-06-15'), effect: { kind: 'queues', queueIds: ['new'] } });
  const cases = ['2026-06-14', '2026-06-15', '2026-06-14', '2026-06-16'].map((on) => aCase(on, 'JP', on));
  const { compared, moved } = simulate([general], [general, next], cases, EVERY);
  expect([compared, moved.map(({ id }) => id)]).toEqual([4, ['2026-06-15', '2026-06-16']]);
});

test('all moves are counted, the first are listed, and the next case is asked for only when one is done', () => {
  const total = LISTED_MOVES * 5;
  const proposed = [general, aRule('japan', { ...japan, stages: ['in-review'] })];
  let alive = 0;
  let most = 0;
  function* cases(): Generator<SimulatedCase> {
    for (let index = 0; index < total; index += 1) {
      alive += 1;
      most = Math.max(most, alive);
      yield aCase(`case-${index}`);
      alive -= 1;
    }
  }
  const whole = simulate([general], proposed, cases(), EVERY);
  expect([whole.compared, whole.movedCount, whole.moved.length, most]).toEqual([total, total, LISTED_MOVES, 1]);
  const few = simulate([general], proposed, cases(), { ...EVERY, listed: 3 });
  expect([few.movedCount, few.moved.map(({ id }) => id)]).toEqual([total, ['case-0', 'case-1', 'case-2']]);
});
