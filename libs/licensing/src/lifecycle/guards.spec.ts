// Each guard on both sides, and what a blocked move answers.
import { Refusal } from '#kernel';
import { guards, holdsFor, noGuardFacts, type GuardFacts } from './guards';
import { openMoves, requireMove } from './open-moves';
import { applicationMoves, type ApplicationMove, type GuardName } from './transitions';

const rows: readonly ApplicationMove[] = applicationMoves;
const facts = (change: Partial<GuardFacts> = {}): GuardFacts => ({ ...noGuardFacts('me'), ...change });
const missing = [
  { code: 'field-missing', at: 'endUse.zh' },
  { code: 'not-declared', at: 'declaration.truthful' },
];
const paperFaults = [{ code: 'paper-missing', at: 'papers.A5', facts: { kind: 'A5' } }];
const missingPapers = () => paperFaults;

/** Of each guard: facts that it passes, and facts that it blocks with the fault. */
const sides: Readonly<Record<GuardName, { passes: Partial<GuardFacts>[]; blocks: [Partial<GuardFacts>, object][] }>> = {
  complete: {
    passes: [{}, { missingPapers }],
    blocks: [[{ missing }, { code: 'application-incomplete', facts: { missing: 2 } }]],
  },
  'papers-there': {
    passes: [{}, { missing }],
    blocks: [[{ missingPapers }, { code: 'papers-incomplete', facts: { missing: 1 } }]],
  },
  'on-your-queue': {
    passes: [{ holders: [null] }, { holders: ['you'] }, { holders: ['me', 'you'] }],
    blocks: [[{ holders: [] }, { code: 'not-on-your-queue' }]],
  },
  'not-held-by-another': {
    // On no queue of the officer nobody holds it; that it stands on none is told by the other guard.
    passes: [{ holders: [] }, { holders: [null] }, { holders: ['me'] }, { holders: ['you', null] }, { holders: ['you', 'me'] }],
    blocks: [
      [{ holders: ['you'] }, { code: 'held-by-another' }],
      [{ holders: ['you', 'they'] }, { code: 'held-by-another' }],
    ],
  },
  'review-queues-left': {
    passes: [{ openReviews: 0 }],
    blocks: [[{ openReviews: 1 }, { code: 'review-queues-open', facts: { open: 1 } }]],
  },
  'not-the-adviser': {
    passes: [{}, { adviserIds: ['you'] }, { adviserIds: ['you'], signerIds: ['me'] }],
    blocks: [
      [{ adviserIds: ['me'] }, { code: 'adviser-cannot-countersign' }],
      [{ adviserIds: ['you', 'me'] }, { code: 'adviser-cannot-countersign' }],
    ],
  },
  'not-the-first-signer': {
    passes: [{}, { signerIds: ['you'] }, { adviserIds: ['me'] }],
    blocks: [
      [{ signerIds: ['me'] }, { code: 'signer-cannot-sign-twice' }],
      [{ signerIds: ['you', 'me'] }, { code: 'signer-cannot-sign-twice' }],
    ],
  },
  'two-people': {
    passes: [
      { adviserIds: ['a'], signerIds: ['b'] },
      { adviserIds: ['a'], signerIds: ['b'], signaturesAsked: 0 },
      { adviserIds: ['a'], signerIds: ['b', 'c'], signaturesAsked: 2 },
    ],
    blocks: (
      [
        {},
        { adviserIds: ['a'] },
        { signerIds: ['b'] },
        { adviserIds: ['a'], signaturesAsked: 0 },
        { adviserIds: ['a'], signerIds: ['a'] },
        { adviserIds: ['b', 'a'], signerIds: ['b'] },
        { adviserIds: ['a'], signerIds: ['b'], signaturesAsked: 2 },
        { adviserIds: ['a'], signerIds: ['b', 'b'], signaturesAsked: 2 },
        { adviserIds: ['a'], signerIds: ['b', 'a'], signaturesAsked: 2 },
      ] satisfies Partial<GuardFacts>[]
    ).map((given) => [given, { code: 'two-people-needed' }]),
  },
  'documents-prepared': {
    passes: [{ unpreparedDocuments: [] }],
    blocks: [
      [
        { unpreparedDocuments: ['licence', 'refusal-letter'] },
        { code: 'documents-not-prepared', facts: { documents: ['licence', 'refusal-letter'], missing: 2 } },
      ],
    ],
  },
};

describe.each(Object.keys(sides) as GuardName[])('%s', (name) => {
  test.each(sides[name].passes)('passes %j', (given) => {
    expect(guards[name](facts(given), 'check')).toBeNull();
  });

  test.each(sides[name].blocks)('blocks %j', (given, fault) => {
    expect(guards[name](facts(given), 'check')).toEqual(fault);
  });
});

test('every guard stands in a row, and no row names another', () => {
  const named = [...new Set(rows.flatMap(({ needs }) => needs))].sort();
  expect(named).toEqual(Object.keys(guards).sort());
});

test('a row for one signature is no move of a case that asks for two, and the other way round', () => {
  for (const asked of [0, 1]) {
    expect(holdsFor('one-signature', facts({ signaturesAsked: asked }))).toBe(true);
    expect(holdsFor('two-signatures', facts({ signaturesAsked: asked }))).toBe(false);
  }
  expect(holdsFor('one-signature', facts({ signaturesAsked: 2 }))).toBe(false);
  expect(holdsFor('two-signatures', facts({ signaturesAsked: 2 }))).toBe(true);
  expect([1, 2].map((signaturesAsked) => holdsFor(undefined, facts({ signaturesAsked })))).toEqual([true, true]);
});

test('an open move tells what it asks for and everything that blocks it', () => {
  const blocked = facts({ holders: ['you'], adviserIds: ['a'], missingPapers, unpreparedDocuments: ['licence'] });
  expect(openMoves(rows, 'countersigned', ['manager'], blocked)).toEqual([
    { name: 'reconsider', asks: ['reason'], blockedBy: [] },
    {
      name: 'finalise',
      asks: [],
      blockedBy: [
        { code: 'held-by-another' },
        { code: 'papers-incomplete', facts: { missing: 1 } },
        { code: 'two-people-needed' },
        { code: 'documents-not-prepared', facts: { documents: ['licence'], missing: 1 } },
      ],
    },
  ]);
  expect(openMoves(rows, 'reviewed', ['case-officer'], facts()).map(({ name, blockedBy }) => [name, blockedBy])).toEqual([
    ['reopen-review', [{ code: 'not-on-your-queue' }]],
    ['advise', [{ code: 'not-on-your-queue' }]],
  ]);
});

const mine = { holders: [null] };
const signed = { ...mine, adviserIds: ['a'], signerIds: ['b'] };

test.each([
  ['submit', 'draft', 'exporter', { missing }, 'invalid', 'application-incomplete'],
  ['receive', 'submitted', 'provincial-officer', {}, 'conflict', 'not-on-your-queue'],
  ['receive', 'submitted', 'provincial-officer', { holders: ['you'] }, 'conflict', 'held-by-another'],
  ['check', 'received', 'provincial-officer', { ...mine, missingPapers }, 'invalid', 'papers-incomplete'],
  ['accept', 'forwarded', 'case-officer', { ...mine, missingPapers }, 'invalid', 'papers-incomplete'],
  ['conclude-review', 'in-review', 'system', { openReviews: 1 }, 'conflict', 'review-queues-open'],
  ['countersign', 'advised', 'countersigner', { ...mine, adviserIds: ['me'] }, 'forbidden', 'adviser-cannot-countersign'],
  ['send-back', 'advised', 'countersigner', { ...mine, adviserIds: ['me'] }, 'forbidden', 'adviser-cannot-countersign'],
  [
    'countersign-second',
    'signed-once',
    'countersigner',
    { ...mine, adviserIds: ['a'], signerIds: ['me'], signaturesAsked: 2 },
    'forbidden',
    'signer-cannot-sign-twice',
  ],
  ['countersign', 'advised', 'countersigner', { ...mine, signaturesAsked: 2 }, 'conflict', 'move-not-open'],
  ['countersign-first', 'advised', 'countersigner', mine, 'conflict', 'move-not-open'],
  ['finalise', 'countersigned', 'manager', { ...mine, adviserIds: ['a'] }, 'conflict', 'two-people-needed'],
  ['finalise', 'countersigned', 'manager', { ...signed, unpreparedDocuments: ['licence'] }, 'conflict', 'documents-not-prepared'],
  ['publish', 'decided', 'manager', { ...signed, unpreparedDocuments: ['licence'] }, 'conflict', 'documents-not-prepared'],
] as const)('%s out of %s by a %s with %j is refused', (move, status, role, given, kind, code) => {
  const attempt = () => requireMove(rows, move, status, [role], facts(given));
  expect(attempt).toThrow(Refusal);
  expect(attempt).toThrow(expect.objectContaining({ kind, code, facts: expect.objectContaining({ move }) }));
});

test('separation of duties is told before anything of queues: asking a colleague for the case would not help', () => {
  expect(() => requireMove(rows, 'countersign', 'advised', ['countersigner'], facts({ adviserIds: ['me'] }))).toThrow(
    expect.objectContaining({ code: 'adviser-cannot-countersign' }),
  );
});

test('a refusal for what is missing names each missing thing, any other names none', () => {
  const faultsOf = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (error instanceof Refusal) return error.faults;
    }
    throw new Error('nothing was refused');
  };
  const all = { missing, missingPapers };
  expect(faultsOf(() => requireMove(rows, 'submit', 'draft', ['exporter'], facts(all)))).toEqual(missing);
  expect(faultsOf(() => requireMove(rows, 'check', 'received', ['provincial-officer'], facts({ ...all, ...mine })))).toEqual(
    paperFaults,
  );
  expect(faultsOf(() => requireMove(rows, 'check', 'received', ['provincial-officer'], facts(all)))).toEqual([]);
});

test('the role is judged before the status, so that a stranger learns nothing of the case', () => {
  expect(() => requireMove(rows, 'finalise', 'draft', ['exporter'], facts())).toThrow(
    expect.objectContaining({ code: 'move-not-yours' }),
  );
});
