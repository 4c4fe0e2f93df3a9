// What the lines of a final advice decide, and the documents without which the decision is not complete.
import fc from 'fast-check';
import { VERDICTS, type AdviceLine, type Verdict } from './advice';
import { decisionOf, documentsFor } from './decision';

const linesOf = (...verdicts: Verdict[]): AdviceLine[] =>
  verdicts.map((verdict, index) => ({
    itemId: `item-${index}`,
    verdict,
    controlCode: '',
    conditions: [],
    criteria: [],
    reason: '',
  }));

test.each([
  ['granted', ['approve', 'approve-with-conditions'], ['licence']],
  ['refused', ['refuse'], ['refusal-letter']],
  ['not-controlled', ['not-controlled', 'not-controlled'], ['not-controlled-letter']],
  ['mixed', ['approve', 'refuse'], ['licence', 'refusal-letter']],
  ['mixed', ['refuse', 'not-controlled'], ['refusal-letter', 'not-controlled-letter']],
  ['mixed', ['not-controlled', 'refuse', 'approve'], ['licence', 'refusal-letter', 'not-controlled-letter']],
] as const)('%s: %j needs %j', (outcome, verdicts, kinds) => {
  const decision = decisionOf(linesOf(...verdicts));
  expect(decision.outcome).toBe(outcome);
  expect(documentsFor(decision).map(({ kind }) => kind)).toEqual(kinds);
});

test('five items, two of them not controlled: each document names its own', () => {
  const decision = decisionOf(linesOf('approve', 'not-controlled', 'approve-with-conditions', 'not-controlled', 'approve'));
  expect(documentsFor(decision)).toEqual([
    { kind: 'licence', itemIds: ['item-0', 'item-2', 'item-4'] },
    { kind: 'not-controlled-letter', itemIds: ['item-1', 'item-3'] },
  ]);
});

test('nothing is decided by no line, by a line that refers, or by two lines for an item', () => {
  expect(() => decisionOf([])).toThrow('decides nothing');
  expect(() => decisionOf(linesOf('approve', 'refer'))).toThrow('item-1 is referred');
  expect(() => decisionOf([...linesOf('approve'), ...linesOf('refuse')])).toThrow('item-0 has two lines');
});

test('each item is named by exactly one document, and no document is about nothing', () => {
  const decisive = VERDICTS.filter((verdict) => verdict !== 'refer');
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...decisive), { minLength: 1 }), (verdicts) => {
      const lines = linesOf(...verdicts);
      const decision = decisionOf(lines);
      const documents = documentsFor(decision);
      expect(documents.flatMap(({ itemIds }) => itemIds).sort()).toEqual(lines.map(({ itemId }) => itemId).sort());
      for (const { itemIds } of documents) expect(itemIds.length).toBeGreaterThan(0);
      expect(decision.outcome === 'mixed').toBe(documents.length > 1);
    }),
  );
});
