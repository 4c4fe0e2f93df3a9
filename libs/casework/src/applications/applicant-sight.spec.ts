// Which entries of the log an applicant reads: those that are named, and no act that nobody decided on.
import { instant } from '#kernel';
import { applicationMoves } from '#licensing';
import type { LogVerb } from '../records';
import { audienceOf, payloadToApplicant } from './applicant-sight';

const INNER: readonly LogVerb[] = [
  'conclude-review',
  'reopen-review',
  'advise',
  'countersign',
  'countersign-first',
  'countersign-second',
  'send-back',
  'reconsider',
  'finalise',
];

test('of the moves all are told but the inner ones', () => {
  const told = applicationMoves.map(({ name }) => name).filter((name) => audienceOf(name, {}) === 'applicant');
  expect(told.sort()).toEqual(
    applicationMoves
      .map(({ name }) => name)
      .filter((name) => !INNER.includes(name))
      .sort(),
  );
});

test('an act that is named nowhere is internal, whatever it says of itself', () => {
  const verb = 'act-of-tomorrow' as LogVerb;
  expect(audienceOf(verb, { audience: 'applicant', side: 'applicant' })).toBe('internal');
  for (const inner of ['take', 'place', 'give-advice', 'prepare-document', 'watch', 'render-failed'] as const)
    expect(audienceOf(inner, {})).toBe('internal');
});

test('a note is told as it says, a comparison with the list to the side that made it', () => {
  expect(['internal', 'applicant', undefined].map((audience) => audienceOf('note', { audience }))).toEqual([
    'internal',
    'applicant',
    'internal',
  ]);
  const compared = (side: string) => audienceOf('confirm-list-check', { side });
  expect([compared('applicant'), compared('authority')]).toEqual(['applicant', 'internal']);
});

test('the payload names public stages, no version, and nothing where only the act is told', () => {
  const entry = (verb: LogVerb) => ({
    id: '1',
    applicationId: 'a',
    organisationId: 'o',
    at: instant('2026-03-02T04:00:00.000Z'),
    actorId: null,
    actorName: null,
    verb,
    audience: 'applicant' as const,
    payload: { from: 'countersigned', to: 'withdrawn', version: 9, reason: 'r' },
  });
  expect(payloadToApplicant(entry('withdraw'))).toEqual({ from: 'in-review', to: 'withdrawn', reason: 'r' });
  expect(payloadToApplicant(entry('publish'))).toEqual({});
});
