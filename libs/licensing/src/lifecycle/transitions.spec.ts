// Every status × every move × every mover: allowed exactly where the table has the row, refused with the right code everywhere else; the same over a procedure's own rows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '#kernel';
import { loadProcedures } from '../procedure/load-procedures';
import { movesOf, type Procedure } from '../procedure/procedure';
import { noGuardFacts, type GuardFacts } from './guards';
import { openMoves, requireMove } from './open-moves';
import {
  applicationMove,
  applicationMoves,
  APPLICATION_STATUSES,
  FORMER_MOVES,
  isEditable,
  isTerminal,
  isWithAuthority,
  licenceMove,
  licenceMoves,
  LICENCE_STATES,
  ROLES,
  type ApplicationMove,
  type ApplicationMoveName,
  type ApplicationStatus,
  type Move,
  type Mover,
} from './transitions';

const MOVERS: readonly Mover[] = [...ROLES, 'system'];

/** Facts under which no guard blocks anybody. */
const OPEN: GuardFacts = { ...noGuardFacts('me'), holders: [null], adviserIds: ['adviser'], signerIds: ['one', 'two'] };
const TWICE: GuardFacts = { ...OPEN, signaturesAsked: 2 };

const single = loadProcedures([
  {
    path: 'dual-use-single.yaml',
    text: readFileSync(path.join(__dirname, '../../data/procedures/dual-use-single.yaml'), 'utf8'),
  },
]).get('dual-use-single') as Procedure;

/** One signature only, no stage of a second one, and nobody but the manager decides. */
const narrowed: Procedure = {
  ...single,
  stages: single.stages.filter((stage) => stage !== 'signed-once'),
  moves: single.moves
    .filter(({ name }) => name !== 'countersign-first' && name !== 'countersign-second')
    .map((move) => (move.name === 'finalise' || move.name === 'publish' ? { ...move, by: ['manager'] } : move)),
  countersignatures: { least: 1, most: 1 },
};

const rows: readonly ApplicationMove[] = applicationMoves;
const tables: readonly (readonly [string, readonly Move[], readonly Move[], readonly string[]])[] = [
  ['the table of applications', rows, rows, APPLICATION_STATUSES],
  ['the shipped single licence', movesOf(single), rows, APPLICATION_STATUSES],
  ['a narrowed procedure', movesOf(narrowed), rows, narrowed.stages],
  ['the table of licences', licenceMoves, licenceMoves, LICENCE_STATES],
];

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'made';
  } catch (error) {
    if (error instanceof Refusal) return `${error.kind}: ${error.code}`;
    throw error;
  }
}

/** What the rows say, without the code under test. */
function expectedOf(row: Move | undefined, status: string, mover: Mover, signatures: number): string {
  if (!row) return 'missing: unknown-move';
  if (!row.by.includes(mover)) return 'forbidden: move-not-yours';
  const forThisCase = row.only === undefined || row.only === (signatures === 2 ? 'two-signatures' : 'one-signature');
  return (row.from as readonly string[]).includes(status) && forThisCase ? 'made' : 'conflict: move-not-open';
}

describe.each(tables)('%s', (_table, table, all, statuses) => {
  const cases = statuses.flatMap((status) => all.map(({ name }) => ({ status, name })));

  test.each(cases)('$status · $name · each mover', ({ status, name }) => {
    const row = table.find((move) => move.name === name);
    for (const mover of MOVERS) {
      for (const facts of [OPEN, TWICE]) {
        const expected = expectedOf(row, status, mover, facts.signaturesAsked);
        const where = { mover, signatures: facts.signaturesAsked };
        const code = codeOf(() => requireMove(table, name, status as ApplicationStatus, [mover], facts));
        expect({ ...where, code }).toEqual({ ...where, code: expected });
        const shown = openMoves(table, status as ApplicationStatus, [mover], facts).filter((open) => open.name === name);
        expect({ ...where, shown }).toEqual({
          ...where,
          shown: expected === 'made' ? [{ name, asks: row?.asks, blockedBy: [] }] : [],
        });
      }
    }
  });

  test('a move that stands in no table is refused for everyone', () => {
    for (const name of ['approve', '', 'Submit', 'constructor', ...FORMER_MOVES]) {
      expect(codeOf(() => requireMove(table, name, statuses[0] as ApplicationStatus, MOVERS, OPEN))).toBe(
        'missing: unknown-move',
      );
    }
  });

  test('a person without a role has no move, and one with every role has no other than the rows', () => {
    for (const status of statuses) {
      expect(openMoves(table, status as ApplicationStatus, [], OPEN)).toEqual([]);
      const all = openMoves(table, status as ApplicationStatus, MOVERS, OPEN).map(({ name }) => name);
      expect(all).toEqual(
        table.filter((row) => expectedOf(row, status, row.by[0] as Mover, 1) === 'made').map(({ name }) => name),
      );
    }
  });
});

test('a procedure only narrows: none of its rows leads where the table leads nobody', () => {
  for (const row of movesOf(narrowed)) {
    const whole = applicationMove(row.name);
    expect(whole?.from).toEqual(expect.arrayContaining([...row.from]));
    expect(whole?.by).toEqual(expect.arrayContaining([...row.by]));
    expect({ to: row.to, needs: row.needs }).toEqual({ to: whole?.to, needs: whole?.needs });
  }
  expect(movesOf(narrowed).length).toBe(movesOf(single).length - 2);
});

test('a person with two roles has the moves of both', () => {
  const names = openMoves(rows, 'advised', ['case-officer', 'countersigner'], OPEN).map((move) => move.name);
  expect(names).toEqual(['countersign', 'send-back', 'reconsider']);
});

test('who moves what: the rule of the house, mover by mover', () => {
  const movesBy = (mover: Mover) =>
    ([...applicationMoves, ...licenceMoves] as readonly Move[]).filter((move) => move.by.includes(mover)).map(({ name }) => name);
  const decides = ['reconsider', 'finalise', 'publish', 'close'];
  expect(movesBy('exporter')).toEqual(['submit', 'resubmit', 'withdraw', 'amend']);
  expect(movesBy('provincial-officer')).toEqual(['receive', 'check', 'forward', 'return']);
  expect(movesBy('case-officer')).toEqual([
    'return-from-ministry',
    'accept',
    'start-review',
    'reopen-review',
    'advise',
    ...decides,
  ]);
  expect(movesBy('countersigner')).toEqual(['countersign', 'countersign-first', 'countersign-second', 'send-back']);
  expect(movesBy('manager')).toEqual([...decides, 'suspend', 'reinstate', 'revoke']);
  expect(movesBy('system')).toEqual(['conclude-review']);
  for (const still of ['reviewer', 'team-lead', 'auditor', 'administrator'] as const) expect(movesBy(still)).toEqual([]);
});

test('an officer moves only what stands on the officer’s queue, but to reconsider and to close', () => {
  const byOfficers = rows.filter(({ by }) => by.some((mover) => mover !== 'exporter' && mover !== 'system'));
  const free = byOfficers.filter(({ needs }) => !needs.includes('on-your-queue') || !needs.includes('not-held-by-another'));
  expect(free.map(({ name }) => name)).toEqual(['reconsider', 'close']);
});

test('whoever signs has not advised, and nothing is decided or told without two people', () => {
  const needing = (guard: string) =>
    rows.filter(({ needs }) => (needs as readonly string[]).includes(guard)).map(({ name }) => name);
  expect(needing('not-the-adviser')).toEqual(['countersign', 'countersign-first', 'countersign-second', 'send-back']);
  expect(needing('not-the-first-signer')).toEqual(['countersign-second']);
  expect(needing('two-people')).toEqual(['finalise', 'publish']);
  expect(needing('documents-prepared')).toEqual(['finalise', 'publish']);
  expect(rows.filter(({ to }) => to === 'decided' || to === 'published').map(({ name }) => name)).toEqual([
    'finalise',
    'publish',
  ]);
});

test('what is computed from the table: terminal, editable and with the authority', () => {
  expect(APPLICATION_STATUSES.filter(isTerminal)).toEqual(['closed', 'withdrawn', 'superseded']);
  expect(APPLICATION_STATUSES.filter(isEditable)).toEqual(['draft', 'returned']);
  expect(APPLICATION_STATUSES.filter(isWithAuthority)).toEqual([
    ...['submitted', 'received', 'checked', 'forwarded', 'accepted', 'in-review'],
    ...['reviewed', 'advised', 'signed-once', 'countersigned', 'decided'],
  ]);
});

test('an applicant takes back or amends what is filed until the decision is told, and nothing afterwards', () => {
  const open = (name: ApplicationMoveName) =>
    APPLICATION_STATUSES.filter((status) => codeOf(() => requireMove(rows, name, status, ['exporter'], OPEN)) === 'made');
  expect(open('amend')).toEqual(APPLICATION_STATUSES.filter(isWithAuthority));
  expect(open('withdraw')).toEqual(APPLICATION_STATUSES.filter((status) => isWithAuthority(status) || isEditable(status)));
});

test('each event is emitted by one move', () => {
  const events = [...applicationMoves, ...licenceMoves].map((move) => move.emits);
  expect(new Set(events).size).toBe(events.length);
});

test('rows are found by name; former and inherited names are not', () => {
  expect(applicationMove('publish')?.to).toBe('published');
  expect(licenceMove('revoke')?.to).toBe('revoked');
  for (const name of ['revoke', ...FORMER_MOVES, 'toString']) expect(applicationMove(name)).toBeUndefined();
  expect(licenceMove('toString')).toBeUndefined();
});
