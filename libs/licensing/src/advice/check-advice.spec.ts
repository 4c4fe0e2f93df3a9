// What keeps an advice from being recorded: each verdict with what it needs and what it does not take, at each level, on both sides of each limit.
import fc from 'fast-check';
import type { Bilingual } from '#kernel';
import { LIMITS } from '../application/content';
import { ADVICE_LEVELS, REVIEW_FACTORS, VERDICTS, type AdviceLevel, type AdviceLine, type Verdict } from './advice';
import { checkAdvice } from './check-advice';

const CONDITION: Bilingual = { zh: '仅限民用', en: 'Civil use only' };

/** A line that is whole for its verdict. */
function aLine(verdict: Verdict, change: Partial<AdviceLine> = {}): AdviceLine {
  return {
    itemId: 'a',
    verdict,
    controlCode: verdict === 'not-controlled' || verdict === 'refer' ? '' : '1C905.b',
    conditions: verdict === 'approve-with-conditions' ? [CONDITION] : [],
    criteria: verdict === 'refuse' ? ['destination'] : [],
    reason: 'End use proven.',
    ...change,
  };
}

const check = (lines: AdviceLine[], itemIds = ['a'], level: AdviceLevel = 'team', compared = itemIds) =>
  checkAdvice(
    lines,
    itemIds,
    level,
    (code) => code === '1C905.b',
    (itemId) => compared.includes(itemId),
  ).map(({ code, at }) => `${code} @ ${String(at)}`);

test.each(ADVICE_LEVELS)('an item that the authority did not compare with the official list, at level %s', (level) => {
  const lines = [aLine('not-controlled'), aLine('not-controlled', { itemId: 'b' }), aLine('approve', { itemId: 'c' })];
  expect(check(lines, ['a', 'b', 'c'], level, ['a'])).toEqual(
    level === 'final' ? ['item-not-compared @ advice.lines.b.verdict'] : [],
  );
});

describe.each(VERDICTS)('%s', (verdict) => {
  test.each(ADVICE_LEVELS)('at level %s', (level) => {
    const refused = verdict === 'refer' && level === 'final';
    expect(check([aLine(verdict)], ['a'], level)).toEqual(refused ? ['refer-not-final @ advice.lines.a.verdict'] : []);
  });

  const needs = { code: ['approve', 'approve-with-conditions', 'refuse'].includes(verdict) };
  test('without and with a control code', () => {
    expect(check([aLine(verdict, { controlCode: '' })])).toEqual(
      needs.code ? ['item-without-code @ advice.lines.a.controlCode'] : [],
    );
    expect(check([aLine(verdict, { controlCode: '1C905.b' })])).toEqual(
      needs.code ? [] : ['code-not-for-this @ advice.lines.a.controlCode'],
    );
  });

  test('without and with a condition', () => {
    const taken = verdict === 'approve-with-conditions';
    expect(check([aLine(verdict, { conditions: [] })])).toEqual(taken ? ['no-condition @ advice.lines.a.conditions'] : []);
    expect(check([aLine(verdict, { conditions: [CONDITION] })])).toEqual(
      taken ? [] : ['conditions-not-for-this @ advice.lines.a.conditions'],
    );
  });

  test('without and with a criterion', () => {
    const taken = verdict === 'refuse';
    expect(check([aLine(verdict, { criteria: [] })])).toEqual(taken ? ['field-missing @ advice.lines.a.criteria'] : []);
    expect(check([aLine(verdict, { criteria: ['sensitivity'] })])).toEqual(
      taken ? [] : ['criteria-not-for-this @ advice.lines.a.criteria'],
    );
  });

  test.each(['', '  \n'])('with the reason %j', (reason) => {
    const asked = ['refuse', 'not-controlled', 'refer'].includes(verdict);
    expect(check([aLine(verdict, { reason })])).toEqual(asked ? ['field-missing @ advice.lines.a.reason'] : []);
  });

  test('the reason has a limit, counted in characters', () => {
    expect(check([aLine(verdict, { reason: '𠮷'.repeat(LIMITS.reason) })])).toEqual([]);
    expect(check([aLine(verdict, { reason: 'x'.repeat(LIMITS.reason + 1) })])).toEqual(['text-too-long @ advice.lines.a.reason']);
  });
});

describe('control code', () => {
  test.each([
    ['1c905', 'control-code-malformed'],
    ['1C905.c', 'unknown-control-code'],
  ])('%s', (controlCode, fault) => {
    expect(check([aLine('approve', { controlCode })])).toEqual([`${fault} @ advice.lines.a.controlCode`]);
  });

  test('whether it is known is asked for the item, which may name an edition', () => {
    const lines = ['a', 'b'].map((itemId) => aLine('refuse', { itemId, controlCode: '2B001' }));
    expect(
      checkAdvice(
        lines,
        ['a', 'b'],
        'final',
        (_code, itemId) => itemId === 'b',
        () => false,
      ),
    ).toEqual([{ code: 'unknown-control-code', at: 'advice.lines.a.controlCode', facts: { value: '2B001' } }]);
  });
});

describe('conditions', () => {
  const withConditions = (conditions: Bilingual[]) => check([aLine('approve-with-conditions', { conditions })]);

  test('are stated in both languages, within a length', () => {
    const { zh, en } = CONDITION;
    expect(withConditions([CONDITION, { zh: ' ', en }, { zh, en: '' }])).toEqual([
      'field-missing @ advice.lines.a.conditions.1.zh',
      'field-missing @ advice.lines.a.conditions.2.en',
    ]);
    expect(withConditions([{ zh: '字'.repeat(LIMITS.longText), en: 'x'.repeat(LIMITS.longText) }])).toEqual([]);
    expect(withConditions([{ zh: '字'.repeat(LIMITS.longText + 1), en: 'x'.repeat(LIMITS.longText + 1) }])).toEqual([
      'text-too-long @ advice.lines.a.conditions.0.zh',
      'text-too-long @ advice.lines.a.conditions.0.en',
    ]);
  });

  test('have a limit of count', () => {
    expect(withConditions(Array.from({ length: LIMITS.conditions }, () => CONDITION))).toEqual([]);
    expect(withConditions(Array.from({ length: LIMITS.conditions + 1 }, () => CONDITION))).toEqual([
      'list-too-long @ advice.lines.a.conditions',
    ]);
  });
});

test('criteria are at most the eight factors', () => {
  const all = REVIEW_FACTORS.map(({ key }) => key);
  expect(check([aLine('refuse', { criteria: all })])).toEqual([]);
  expect(check([aLine('refuse', { criteria: [...all, 'destination'] })])).toEqual(['list-too-long @ advice.lines.a.criteria']);
});

describe('items', () => {
  test('each has one line, and none is unknown', () => {
    const lines = ['a', 'b', 'a', 'x'].map((itemId) => aLine('approve', { itemId }));
    expect(check(lines, ['a', 'b', 'c'])).toEqual([
      'item-advised-twice @ advice.lines.a',
      'item-not-found @ advice.lines.x',
      'item-without-advice @ advice.lines.c',
    ]);
  });

  test('an advice has at most as many lines as an application items', () => {
    const ids = Array.from({ length: LIMITS.items + 1 }, (_, index) => `item-${index}`);
    const lines = ids.map((itemId) => aLine('approve', { itemId }));
    expect(check(lines.slice(1), ids.slice(1))).toEqual([]);
    expect(check(lines, ids)).toEqual(['list-too-long @ advice.lines']);
  });

  test('no fault exactly where each item has one line, each whole for its verdict', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.array(fc.tuple(id, fc.constantFrom(...VERDICTS))), (itemIds, drawn) => {
        const faults = check(
          drawn.map(([itemId, verdict]) => aLine(verdict, { itemId })),
          itemIds,
        );
        const whole =
          drawn
            .map(([itemId]) => itemId)
            .sort()
            .join() === [...itemIds].sort().join();
        expect(faults.length === 0).toBe(whole);
        for (const fault of faults) expect(fault).toMatch(/ @ advice\.lines\.[a-d]$/);
      }),
    );
  });
});
