// Every status × every move × every role: allowed exactly where the table has the row, refused with the right code everywhere else.
import { Refusal } from '#kernel';
import type { GuardFacts } from './guards';
import { openMoves, requireMove } from './open-moves';
import {
  applicationMove,
  applicationMoves,
  APPLICATION_STATUSES,
  isEditable,
  isTerminal,
  licenceMove,
  licenceMoves,
  LICENCE_STATES,
  ROLES,
  type Move,
} from './transitions';

const OPEN: GuardFacts = {
  actorId: 'countersigner-1',
  holderId: null,
  missing: [],
  advice: { adviserId: 'reviewer-1', recommendation: 'approve' },
  countersignerId: 'countersigner-1',
};

const tables = [
  ['application', APPLICATION_STATUSES, applicationMoves as readonly Move[]],
  ['licence', LICENCE_STATES, licenceMoves as readonly Move[]],
] as const;

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'made';
  } catch (error) {
    if (error instanceof Refusal) return `${error.kind}: ${error.code}`;
    throw error;
  }
}

describe.each(tables)('%s', (subject, statuses, moves) => {
  const cases = statuses.flatMap((status) => moves.flatMap((move) => ROLES.map((role) => ({ status, move, role }))));

  test.each(cases)('$status · $move.name · $role', ({ status, move, role }) => {
    const fromHere = (move.from as readonly string[]).includes(status);
    const expected = !move.by.includes(role) ? 'forbidden: move-not-yours' : fromHere ? 'made' : 'conflict: move-not-open';
    expect(codeOf(() => requireMove(subject, move.name, status, [role], OPEN))).toBe(expected);
    expect(openMoves(subject, status, [role], OPEN).some((open) => open.name === move.name)).toBe(expected === 'made');
  });

  test('a move that stands in no table is refused for everyone', () => {
    for (const name of ['approve', '', 'Submit', 'constructor', subject === 'application' ? 'revoke' : 'grant']) {
      expect(codeOf(() => requireMove(subject, name, statuses[0], ROLES, OPEN))).toBe('missing: unknown-move');
    }
  });

  test('a person without a role has no move', () => {
    for (const status of statuses) expect(openMoves(subject, status, [], OPEN)).toEqual([]);
  });
});

test('a person with two roles has the moves of both', () => {
  const names = openMoves('application', 'advised', ['reviewer', 'countersigner'], OPEN).map((move) => move.name);
  expect(names).toEqual(['countersign', 'send-back']);
});

test('who moves what: the rule of the issue, role by role', () => {
  const movesOf = (role: string) =>
    [...applicationMoves, ...licenceMoves]
      .filter((move) => (move.by as readonly string[]).includes(role))
      .map((move) => move.name);
  expect(movesOf('exporter')).toEqual(['submit', 'resubmit', 'withdraw']);
  expect(movesOf('reviewer')).toEqual(['accept', 'return', 'start-review', 'advise']);
  expect(movesOf('countersigner')).toEqual(['countersign', 'send-back']);
  expect(movesOf('manager')).toEqual(['reconsider', 'grant', 'refuse', 'close', 'suspend', 'reinstate', 'revoke']);
  expect(movesOf('administrator')).toEqual([]);
});

test('what is computed from the table: terminal and editable statuses', () => {
  expect(APPLICATION_STATUSES.filter(isTerminal)).toEqual(['closed', 'withdrawn']);
  expect(APPLICATION_STATUSES.filter(isEditable)).toEqual(['draft', 'returned']);
});

test('a decided application cannot be withdrawn', () => {
  for (const status of ['granted', 'refused', 'closed', 'withdrawn']) {
    expect(codeOf(() => requireMove('application', 'withdraw', status, ['exporter'], OPEN))).toBe('conflict: move-not-open');
  }
});

test('the clock starts with acceptance and stops with every decision and with withdrawal', () => {
  const withClock = (clock: string) => applicationMoves.filter((move) => move.clock === clock).map((move) => move.name);
  expect(withClock('starts')).toEqual(['accept']);
  expect(withClock('stops')).toEqual(['grant', 'refuse', 'withdraw']);
});

test('each event is emitted by one move', () => {
  const events = [...applicationMoves, ...licenceMoves].map((move) => move.emits);
  expect(new Set(events).size).toBe(events.length);
});

test('rows are found by name, inherited names are not', () => {
  expect(applicationMove('grant')?.to).toBe('granted');
  expect(licenceMove('revoke')?.to).toBe('revoked');
  expect(applicationMove('revoke')).toBeUndefined();
  expect(licenceMove('toString')).toBeUndefined();
});
