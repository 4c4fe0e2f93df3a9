// What an applicant learns of where the case stands: nothing of the authority's inner stages, everything else as it is.
import { holderClass, publicStage } from './public-stage';
import {
  applicationMoves,
  APPLICATION_STATUSES,
  isWithAuthority,
  type ApplicationMove,
  type ApplicationStatus,
} from './transitions';

const rows: readonly ApplicationMove[] = applicationMoves;
const INNER: readonly ApplicationStatus[] = ['reviewed', 'advised', 'signed-once', 'countersigned', 'decided'];

test.each(APPLICATION_STATUSES)('%s', (status) => {
  expect(publicStage(status)).toBe(INNER.includes(status) ? 'in-review' : status);
  expect(holderClass(status)).toBe(holderClass(publicStage(status)));
});

test('a stage names the side that has the case', () => {
  expect(Object.fromEntries(APPLICATION_STATUSES.map((status) => [status, holderClass(status)]))).toEqual({
    draft: 'applicant',
    submitted: 'province',
    received: 'province',
    checked: 'province',
    forwarded: 'ministry',
    returned: 'applicant',
    accepted: 'ministry',
    'in-review': 'ministry',
    reviewed: 'ministry',
    advised: 'ministry',
    'signed-once': 'ministry',
    countersigned: 'ministry',
    decided: 'ministry',
    published: 'nobody',
    closed: 'nobody',
    withdrawn: 'nobody',
    superseded: 'nobody',
  });
});

test('the stages with the authority are those of its two sides', () => {
  for (const status of APPLICATION_STATUSES)
    expect(isWithAuthority(status)).toBe(['province', 'ministry'].includes(holderClass(status)));
});

test('a move of the authority that the applicant is not told of does not change the public stage', () => {
  const told = rows.filter(({ from, to }) => from.some((status) => publicStage(status) !== publicStage(to)));
  expect(rows.filter((row) => !told.includes(row)).map(({ name }) => name)).toEqual([
    ...['conclude-review', 'reopen-review', 'advise', 'countersign', 'countersign-first', 'countersign-second'],
    ...['send-back', 'reconsider', 'finalise'],
  ]);
});
