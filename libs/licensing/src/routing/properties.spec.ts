// What holds for any rules and any case: order does not matter, lower tiers are never disturbed, implication and dead rules are certain.
import fc from 'fast-check';
import { addDays, localDate, type LocalDate } from '#kernel';
import { meets, PARTY_FLAGS, type RoutingCriteria, type RoutingFacts } from './criteria';
import { implies } from './implies';
import { countersignaturesAsked, routeTo, SIGNING_STAGE, type RoutingRule, type RuleEffect } from './rules';
import { simulate } from './simulate';
import { ruleProblems } from './soundness';

const CODES = ['1C905', '1C905.b', '1C905.b.1', '1C9051', '2B001'];
const COUNTRIES = ['JP', 'DE', 'XX'];
const AMOUNTS = ['0', '1', '9.99', '10', '10.0', '11'];
const STAGES = ['accepted', 'in-review'] as const;
const QUEUE_IDS = ['q', 'r', 's'];
const UNBOUND = { least: 0, most: 2 };
const FIRST = localDate('2026-01-01');

const some = <T>(values: readonly T[], minLength = 0) => fc.uniqueArray(fc.constantFrom(...values), { minLength, maxLength: 3 });
/** Mostly a list of one or more, now and then an empty one, often none. */
const list = <T>(values: readonly T[]) =>
  fc.option(fc.oneof({ weight: 9, arbitrary: some(values, 1) }, fc.constant([])), { nil: undefined, freq: 2 });
const bound = fc.option(fc.constantFrom(...AMOUNTS), { nil: undefined });
const someDay = fc.nat(20).map((days): LocalDate => addDays(FIRST, days));

const facts: fc.Arbitrary<RoutingFacts> = fc.record({
  procedure: fc.constantFrom('single', 'general'),
  stage: fc.constantFrom(...STAGES),
  codes: some([...CODES, '']),
  destination: fc.constantFrom(...COUNTRIES, ''),
  endUserCountries: some([...COUNTRIES, '']),
  partyFlags: some(PARTY_FLAGS),
  unknownFlags: some(PARTY_FLAGS),
  value: fc.option(fc.constantFrom(...AMOUNTS)),
  currency: fc.constantFrom('CNY', 'USD'),
});
const criteria: fc.Arbitrary<RoutingCriteria> = fc.record({
  procedures: fc.option(some(['single', 'general'], 1), { nil: undefined, freq: 2 }),
  codes: list(CODES),
  destinations: list(COUNTRIES),
  partyFlags: fc.option(some(PARTY_FLAGS), { nil: undefined, freq: 2 }),
  value: fc.option(fc.record({ from: bound, below: bound, currency: fc.constantFrom('CNY', 'USD') }), {
    nil: undefined,
    freq: 2,
  }),
});
const effect: fc.Arbitrary<RuleEffect> = fc.oneof(
  { weight: 4, arbitrary: some(QUEUE_IDS).map((queueIds): RuleEffect => ({ kind: 'queues', queueIds })) },
  fc.constantFrom<RuleEffect>(
    { kind: 'countersignatures', count: 1 },
    { kind: 'countersignatures', count: 2 },
    { kind: 'retirement' },
  ),
);
const rule: fc.Arbitrary<RoutingRule> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    version: fc.integer({ min: 1, max: 3 }),
    tier: fc.integer({ min: 1, max: 4 }),
    stages: some(STAGES),
    criteria: fc.oneof(fc.constant({}), criteria),
    effect,
    from: someDay,
    to: fc.option(someDay, { freq: 2 }),
    name: fc.constant({ zh: '规则', en: 'Rule' }),
  })
  .map((drawn) =>
    drawn.effect.kind === 'countersignatures' && drawn.stages.length > 0 ? { ...drawn, stages: [SIGNING_STAGE] } : drawn,
  );
const rules = fc.uniqueArray(rule, { maxLength: 8, selector: ({ id, version }) => `${id}.${version}` });
const runs = { numRuns: 2_000 };
const queueIds = (of: readonly RoutingRule[], known: RoutingFacts, day: LocalDate) =>
  routeTo(of, known, day)
    .map(({ queueId }) => queueId)
    .sort();

test('the order of the rules changes nothing', () => {
  const shuffled = rules.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  fc.assert(
    fc.property(shuffled, facts, someDay, ([all, others], known, day) => {
      expect(routeTo(others, known, day)).toEqual(routeTo(all, known, day));
      expect(countersignaturesAsked(others, known, day, { least: 1, most: 2 })).toEqual(
        countersignaturesAsked(all, known, day, { least: 1, most: 2 }),
      );
    }),
    runs,
  );
});

test('a rule of a higher tier changes nothing where a lower tier matches', () => {
  fc.assert(
    fc.property(rules, rule, fc.integer({ min: 1, max: 5 }), facts, someDay, (all, drawn, above, known, day) => {
      const before = routeTo(all, known, day);
      const [first] = before;
      fc.pre(first !== undefined);
      const deciding = all.find(({ id, version }) => id === first?.ruleId && version === first.version)?.tier ?? 0;
      const added = { ...drawn, id: 'new', tier: deciding + above };
      expect(routeTo([...all, added], known, day)).toEqual(before);
      expect(routeTo([added, ...all], known, day)).toEqual(before);
    }),
    runs,
  );
});

test('each queue bears a rule in force that matches, of one tier, and a matching rule of a lower tier names no queue', () => {
  fc.assert(
    fc.property(rules, facts, someDay, (all, known, day) => {
      const bearing = routeTo(all, known, day).map(({ queueId, ruleId, version }) => {
        const [one] = all.filter((each) => each.id === ruleId && each.version === version);
        expect(one?.effect).toMatchObject({ kind: 'queues', queueIds: expect.arrayContaining([queueId]) });
        expect(one && meets(known, one.criteria)).toBe(true);
        expect(one && one.from <= day && (one.to ?? day) >= day && one.stages.includes(known.stage)).toBe(true);
        return one?.tier;
      });
      expect(new Set(bearing).size).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});

test('what implies holds wherever the other holds', () => {
  let seen = 0;
  fc.assert(
    fc.property(criteria, criteria, fc.array(facts, { minLength: 20, maxLength: 20 }), (narrow, wide, cases) => {
      if (!implies(narrow, wide)) return;
      seen += 1;
      for (const known of cases) if (meets(known, narrow)) expect(meets(known, wide)).toBe(true);
    }),
    { numRuns: 5_000 },
  );
  expect(seen).toBeGreaterThan(100);
});

test('criteria imply themselves, and themselves with one demand fewer', () => {
  fc.assert(
    fc.property(criteria, (one) => {
      expect(implies(one, one)).toBe(true);
      for (const key of Object.keys(one) as (keyof RoutingCriteria)[]) {
        const wider = { ...one, [key]: undefined };
        expect(implies(one, wider)).toBe(true);
      }
    }),
    runs,
  );
});

test('a rule named as one that never fires adds no queue and asks no countersignature from the day of the check on', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(rules, someDay, fc.nat(10), facts, (all, day, ahead, known) => {
      const on = addDays(day, ahead);
      const acting = [...routeTo(all, known, on), ...countersignaturesAsked(all, known, on, UNBOUND).rules];
      for (const problem of ruleProblems(all, [], day).filter(({ never }) => never)) {
        seen.set(problem.code, (seen.get(problem.code) ?? 0) + 1);
        const { ruleId, version } = problem;
        expect(acting).not.toContainEqual(expect.objectContaining({ ruleId, version }));
      }
    }),
    { numRuns: 5_000 },
  );
  for (const code of ['rule-shadowed', 'rule-list-empty', 'value-range-empty', 'end-before-start', 'rule-replaced'])
    expect([code, (seen.get(code) ?? 0) > 20]).toEqual([code, true]);
});

test('without the rules that never fire and those that duplicate, every case goes the same way', () => {
  let left = 0;
  fc.assert(
    fc.property(rules, someDay, fc.nat(10), facts, (all, day, ahead, known) => {
      const on = addDays(day, ahead);
      const idle = ruleProblems(all, [], day).filter(({ never, code }) => never || code === 'rule-duplicated');
      const without = all.map((one) =>
        idle.some(({ ruleId, version }) => ruleId === one.id && version === one.version) ? { ...one, stages: [] } : one,
      );
      left += idle.length;
      expect(queueIds(without, known, on)).toEqual(queueIds(all, known, on));
      expect(countersignaturesAsked(without, known, on, UNBOUND).count).toBe(
        countersignaturesAsked(all, known, on, UNBOUND).count,
      );
      expect(
        simulate(all, without, [{ id: 'x', signed: known, stages: [known], day: on, countersignatures: UNBOUND }], {
          takes: () => true,
        }).movedCount,
      ).toBe(0);
    }),
    { numRuns: 5_000 },
  );
  expect(left).toBeGreaterThan(500);
});
