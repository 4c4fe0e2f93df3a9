import fc from 'fast-check';
import { decimal, decimalText } from '#kernel';
import type { ConditionNode } from '../rulebook/law';
import { allOf, anyOf, evaluateCondition, unknownTests } from './evaluate';
import type { Verdict } from './evaluated-node';
import type { TestContext } from './leaf';
import type { StatedItem, StatedValue } from './stated';

const VERDICTS: readonly Verdict[] = ['met', 'not-met', 'unknown'];
const nothing: StatedItem = {
  kind: 'goods',
  hsCode: null,
  statedCode: null,
  values: () => [],
  element: () => undefined,
  elements: [],
  ownElements: [],
  substances: [],
  absentSubstances: [],
  printedNames: new Set(),
  wholeNames: new Set(),
  synonyms: new Set(),
  tokens: new Set(),
  isEmpty: true,
};
const context = (values: Record<string, StatedValue[]>, more: Partial<StatedItem> = {}): TestContext => ({
  stated: { ...nothing, values: (property) => values[property] ?? [], ...more },
  words: { property: (property) => property, value: (_property, value) => value },
  caughtBy: () => 'unknown',
  containsItem: () => 'unknown',
  excludedActivities: [],
});
const direct = (value: StatedValue['value'], unit: string): StatedValue[] => [{ value, unit, by: 'direct' }];
const test = (property: string, op: ConditionNode['op'], value: ConditionNode['value'], unit: string): ConditionNode => ({
  property,
  op,
  value,
  unit,
});
const verdictOf = (node: ConditionNode, values: Record<string, StatedValue[]>, more?: Partial<StatedItem>) =>
  evaluateCondition(node, context(values, more)).verdict;

describe('three values', () => {
  it.each(VERDICTS.flatMap((a) => VERDICTS.map((b) => [a, b] as const)))('%s and %s', (a, b) => {
    const both = [{ verdict: a }, { verdict: b }];
    expect(allOf(both)).toBe(a === 'not-met' || b === 'not-met' ? 'not-met' : a === 'met' && b === 'met' ? 'met' : 'unknown');
    expect(anyOf(both)).toBe(a === 'met' || b === 'met' ? 'met' : a === 'not-met' && b === 'not-met' ? 'not-met' : 'unknown');
  });
  it('not turns met and not met, and leaves unknown', () => {
    const purity = test('purity', '>', 99, '%');
    expect(verdictOf({ not: purity }, {})).toBe('unknown');
    expect(verdictOf({ not: purity }, { purity: direct('99.5', '%') })).toBe('not-met');
    expect(verdictOf({ not: purity }, { purity: direct('99', '%') })).toBe('met');
  });
});

describe('limits', () => {
  const operators = ['>', '>=', '<', '<='] as const;
  const holds = {
    '>': [false, false, true],
    '>=': [false, true, true],
    '<': [true, false, false],
    '<=': [true, true, false],
  } as const;
  it('are exact one unit in the last place below, at, and above', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom(...operators),
        (digits, places, op) => {
          const limit = decimal(digits).div(decimal(10).pow(places));
          const step = decimal(1).div(decimal(10).pow(places + 1));
          const node = test('density', op, Number(decimalText(limit)), 'g/cm3');
          const verdicts = [limit.minus(step), limit, limit.plus(step)].map((value) =>
            verdictOf(node, { density: direct(decimalText(value), 'g/cm3') }),
          );
          expect(verdicts).toEqual(holds[op].map((met) => (met ? 'met' : 'not-met')));
        },
      ),
    );
  });
  it('do not depend on the unit in which the value is stated', () => {
    const units = [
      ['g/cm3', 'kg/m3', 1000],
      ['mm', 'µm', 1000],
      ['GPa', 'MPa', 1000],
      ['%', 'ppm', 10_000],
    ] as const;
    fc.assert(
      fc.property(
        fc.constantFrom(...units),
        fc.integer({ min: 1, max: 100_000 }),
        fc.integer({ min: -1, max: 1 }),
        ([unit, other, factor], limit, off) => {
          const value = decimal(limit).times(factor).plus(off);
          const node = test('p', '>=', limit, unit);
          expect(verdictOf(node, { p: direct(decimalText(value), other) })).toBe(off >= 0 ? 'met' : 'not-met');
        },
      ),
    );
  });
  it('show the margin in the unit of the limit', () => {
    const answer = evaluateCondition(test('density', '>', 1.73, 'g/cm3'), context({ density: direct('1740', 'kg/m3') }));
    expect(answer).toMatchObject({ verdict: 'met', value: '1.74', limit: '1.73', unit: 'g/cm3', margin: '+0.01 g/cm3' });
  });
  it('a unit of another kind, a word, and contradicting values leave the test unknown', () => {
    const node = test('density', '>', 1.73, 'g/cm3');
    expect(verdictOf(node, { density: direct('1.8', 'mm') })).toBe('unknown');
    expect(verdictOf(node, { density: direct('high', 'g/cm3') })).toBe('unknown');
    expect(verdictOf(node, { density: [...direct('1.8', 'g/cm3'), ...direct('1.7', 'g/cm3')] })).toBe('unknown');
  });
  it.each([
    ['120 x 120 x 50', 'met'],
    ['50 x 120 x 120', 'met'],
    ['12 × 12 × 5', 'not-met'],
    ['120 x 119.9 x 50', 'not-met'],
    ['120 x 120', 'unknown'],
  ])('a block of %s mm is %s against 120 x 120 x 50', (size, verdict) => {
    const node: ConditionNode = { property: 'size', op: '>=', value: '120 x 120 x 50', unit: 'mm', edges: [120, 120, 50] };
    expect(verdictOf(node, { size: direct(size, 'mm') })).toBe(verdict);
  });
  it('a shape is tested by other measures when only those are stated', () => {
    const shape: ConditionNode = {
      shape: 'cylinder',
      allOf: [test('diameter', '>=', 120, 'mm'), test('length', '>=', 50, 'mm')],
      whenStated: [
        {
          stated: ['size'],
          use: { property: 'size', op: '>=', value: '120 x 120 x 50', unit: 'mm', edges: [120, 120, 50] },
          note: 'cut from a block',
        },
      ],
    };
    expect(verdictOf(shape, { size: direct('130 x 125 x 50', 'mm') })).toBe('met');
    expect(verdictOf(shape, { diameter: direct('120', 'mm'), length: direct('49', 'mm') })).toBe('not-met');
    expect(verdictOf(shape, {})).toBe('unknown');
  });
});

describe('words, elements and substances', () => {
  it.each([
    ['target', 'target', 'met'],
    ['sputtering target', 'target', 'met'],
    ['target', 'sputtering target', 'unknown'],
    ['wafer', 'target', 'not-met'],
    ['靶材', 'target', 'unknown'],
  ])('stated form %s against %s is %s', (stated, wanted, verdict) => {
    expect(verdictOf(test('form', '=', wanted, 'text'), { form: direct(stated, 'text') })).toBe(verdict);
  });
  it('a form read out of a name never rules out another form', () => {
    expect(verdictOf(test('form', '=', 'target', 'text'), { form: [{ value: 'wafer', unit: 'text', by: 'name' }] })).toBe(
      'unknown',
    );
  });
  it('elements not stated are unknown; a share of nothing is not contained', () => {
    const node = test('element', 'contains', ['Dy', 'Fe'], 'element symbol');
    const has = (held: Record<string, boolean>) => verdictOf(node, {}, { element: (symbol) => held[symbol] });
    expect(has({ Dy: true, Fe: true })).toBe('met');
    expect(has({ Dy: true })).toBe('unknown');
    expect(has({ Dy: true, Fe: false })).toBe('not-met');
  });
  it('another substance of the same element rules a class out, silence does not', () => {
    const node: ConditionNode = { ...test('substance class', '=', 'dysprosium oxide', 'text'), examples: ['Dy2O3'] };
    expect(verdictOf(node, {}, { substances: ['Dy2O3'] })).toBe('met');
    expect(verdictOf(node, {}, { substances: ['DyF3'] })).toBe('not-met');
    expect(verdictOf(node, {}, { substances: ['La2O3'] })).toBe('unknown');
    expect(verdictOf(node, {})).toBe('unknown');
  });
});

describe('more facts', () => {
  const leaf = fc
    .record({ property: fc.constantFrom('a', 'b', 'c'), limit: fc.integer({ min: 0, max: 5 }) })
    .map(({ property, limit }): ConditionNode => test(property, '>=', limit, 'mm'));
  const tree = fc.letrec<{ node: ConditionNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((allOf): ConditionNode => ({ allOf })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((anyOf): ConditionNode => ({ anyOf })),
      tie('node').map((not): ConditionNode => ({ not })),
    ),
  })).node;
  const values = fc.record({
    a: fc.integer({ min: 0, max: 5 }),
    b: fc.integer({ min: 0, max: 5 }),
    c: fc.integer({ min: 0, max: 5 }),
  });

  it('never change a verdict that is settled: unknown is the only verdict that may become another', () => {
    fc.assert(
      fc.property(tree, values, fc.subarray(['a', 'b', 'c'] as const), (node, all, known) => {
        const some = Object.fromEntries(known.map((key) => [key, direct(all[key], 'mm')]));
        const every = Object.fromEntries(Object.entries(all).map(([key, value]) => [key, direct(value, 'mm')]));
        const before = verdictOf(node, some);
        const after = verdictOf(node, every);
        expect(after).not.toBe('unknown');
        if (before !== 'unknown') expect(after).toBe(before);
      }),
      { numRuns: 500 },
    );
  });
  it('an unknown verdict always names what it turns on', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const answer = evaluateCondition(node, context({}));
        expect(answer.verdict).toBe('unknown');
        expect(unknownTests(answer).length).toBeGreaterThan(0);
      }),
    );
  });
});
