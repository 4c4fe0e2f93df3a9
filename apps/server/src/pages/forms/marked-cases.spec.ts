// The marks of a queue page: each says its case, and only such marks as our pages make are read.
import { randomUUID } from 'node:crypto';
import { MOST_IN_BULK } from '#casework';
import { Refusal } from '#kernel';
import { eachCaseOnce, MARKED, markedCases, markOf, type MarkedCase } from './marked-cases';
import { FormAnswers } from './form-answers';

const marked = (change: Partial<MarkedCase> = {}): MarkedCase => ({
  placeId: randomUUID(),
  applicationId: randomUUID(),
  version: 3,
  status: 'in-review',
  reference: 'LA-2026-000001',
  ...change,
});
const read = (marks: readonly string[]) => markedCases(new FormAnswers({ [MARKED]: marks }));

it('reads what it wrote, each place once and each case once where that is asked', () => {
  const one = marked();
  const other = marked({ applicationId: one.applicationId });
  expect(read([markOf(one), markOf(other), markOf(one)])).toEqual([one, other]);
  expect(eachCaseOnce([one, other])).toHaveLength(1);
  expect(read([])).toEqual([]);
});

it.each(['', 'x', `${markOf(marked())}:`, markOf(marked({ reference: '<b>' })), markOf(marked({ status: 'gone' as 'draft' }))])(
  'refuses the mark %j',
  (mark) => {
    expect(() => read([mark, markOf(marked())])).toThrow(Refusal);
  },
);

it('takes as many marks as one act may have and not one more', () => {
  const marks = Array.from({ length: MOST_IN_BULK + 1 }, () => markOf(marked()));
  expect(read(marks.slice(1))).toHaveLength(MOST_IN_BULK);
  expect(() => read(marks)).toThrow(Refusal);
});
