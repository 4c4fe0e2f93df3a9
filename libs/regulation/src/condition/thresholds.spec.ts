// Every numeric limit of the shipped law: at the limit, and one unit in its last printed place to either side, in each unit that converts.
import { decimal, decimalText, type Decimal } from '#kernel';
import { shippedRulebook } from '../../../../test/rules/shipped-law';
import type { ConditionNode } from '../rulebook/law';
import { testsOf } from '../rulebook/walk-conditions';
import { evaluateCondition } from './evaluate';
import type { Verdict } from './evaluated-node';
import type { TestContext } from './leaf';
import { statedItem } from './stated';
import { sameDimension, toBase } from './units';

const rulebook = shippedRulebook();
const limits = rulebook.instruments
  .flatMap(({ measures }) => measures.flatMap(({ entries }) => entries))
  .flatMap(({ parameters }) => (parameters ? testsOf(parameters) : []))
  .filter(
    (test): test is ConditionNode & { property: string; op: '>' | '>=' | '<' | '<=' | '='; value: number; unit: string } =>
      typeof test.value === 'number' && test.unit !== undefined && test.property !== 'size',
  );

/** Other spellings of amounts that convert without rest. */
const UNITS = [
  '%',
  'ppm',
  'm',
  'mm',
  'µm',
  'nm',
  'kg',
  'g',
  'MPa',
  'kPa',
  'GPa',
  'g/cm3',
  'kg/m3',
  'W',
  'mW',
  'kHz',
  'Hz',
  'J',
  'nJ',
  's',
  'min',
];

function verdictOf(test: ConditionNode & { property: string }, value: Decimal, unit: string): Verdict {
  const stated = statedItem(
    rulebook,
    { parameters: [{ property: test.property, value: decimalText(value), unit }] },
    undefined,
    [],
  );
  const context: TestContext = {
    stated,
    words: { property: (property) => property, value: (_property, word) => word },
    caughtBy: () => 'unknown',
    containsItem: () => 'unknown',
    excludedActivities: [],
  };
  return evaluateCondition(test, context).verdict;
}

function holds(value: Decimal, op: string, limit: Decimal): boolean {
  const order = value.cmp(limit);
  return op === '>' ? order > 0 : op === '>=' ? order >= 0 : op === '<' ? order < 0 : op === '<=' ? order <= 0 : order === 0;
}

function lastPlace(printed: number): Decimal {
  const places = /\.(\d+)$/.exec(String(printed))?.[1]?.length ?? 0;
  return places === 0 ? decimal(1) : decimal(`0.${'0'.repeat(places - 1)}1`);
}

it('the law prints limits', () => expect(limits.length).toBeGreaterThan(80));

it('each is decided as printed, whatever the unit of the statement', () => {
  let tried = 0;
  for (const test of limits) {
    const limit = decimal(test.value);
    const units = UNITS.filter((unit) => unit !== test.unit && sameDimension(unit, test.unit));
    for (const step of [decimal(-1), decimal(0), decimal(1)]) {
      const value = limit.plus(step.times(lastPlace(test.value)));
      const expected = holds(value, test.op, limit) ? 'met' : 'not-met';
      expect([test.property, test.op, test.value, decimalText(value), verdictOf(test, value, test.unit)]).toEqual([
        test.property,
        test.op,
        test.value,
        decimalText(value),
        expected,
      ]);
      for (const unit of units) {
        // Scales are powers of ten, but for minutes: there the amount in seconds is exact and the other way round may not be.
        const scaled = toBase(value, test.unit).div(toBase(decimal(1), unit));
        if (!toBase(scaled, unit).eq(toBase(value, test.unit))) continue;
        tried += 1;
        expect([test.property, unit, verdictOf(test, scaled, unit)]).toEqual([test.property, unit, expected]);
      }
    }
  }
  expect(tried).toBeGreaterThan(limits.length);
});
