import { finalAdviceStands, takesListChecks, takesNotes } from './still-taken';
import { APPLICATION_STATUSES } from './transitions';

const where = (holds: (status: (typeof APPLICATION_STATUSES)[number]) => boolean) => APPLICATION_STATUSES.filter(holds);

test('final advice stands from the day it is given, and not where it was sent back or reconsidered', () => {
  expect(where(finalAdviceStands)).toEqual(['advised', 'signed-once', 'countersigned', 'decided', 'published', 'closed']);
});

test('comparisons with the list are taken until the decision is told, notes of both sides until the case ends, inner ones beyond', () => {
  const ended = ['closed', 'withdrawn', 'superseded'];
  expect(where((status) => !takesListChecks(status))).toEqual(['published', ...ended]);
  expect(where((status) => !takesNotes(status, 'applicant'))).toEqual(ended);
  expect(where((status) => !takesNotes(status, 'internal'))).toEqual(['superseded']);
});
