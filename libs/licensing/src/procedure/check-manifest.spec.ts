// Refusals of the sense of a manifest: one broken manifest each; what is narrower than the table and can finish is taken.
import fc from 'fast-check';
import { changed, dropMoves, dropStages, first, move, told, type Rows } from '../../../../test/builders/changed-manifest';
import { openMoves } from '../lifecycle/open-moves';
import { applicationMoves, APPLICATION_STATUSES, ROLES, type ApplicationStatus } from '../lifecycle/transitions';
import { checkManifest } from './check-manifest';
import { loadProcedures } from './load-procedures';
import { movesOf, type Procedure } from './procedure';

test.each<[string, (rows: Rows) => unknown]>([
  ['stages.17', (rows) => rows.stages.push('draft')],
  ['moves.22', (rows) => rows.moves.push({ name: 'submit' })],
  ['papers.12', (rows) => rows.papers.push({ ...first(rows.papers), when: 'with-middleman' })],
  ['clocks.1', (rows) => rows.clocks.push({ ...first(rows.clocks) })],
  ['letters.3', (rows) => rows.letters.push({ ...first(rows.letters) })],
])('a name that stands twice: %s', (place, change) => {
  expect(told(changed(change))).toEqual([expect.stringMatching(`^${place}: ".+" stands here a second time$`)]);
});

test('a move is made by fewer hands than the table admits, never by others', () => {
  const fewer = changed((rows) => (move(rows, 'finalise').by = ['manager']));
  expect(told(fewer)).toEqual([]);
  const others = changed((rows) => (move(rows, 'finalise').by = ['manager', 'countersigner']));
  expect(told(others)).toEqual(['moves.17.by.1: the table of moves does not let "countersigner" make "finalise"']);
  expect(told(changed((rows) => (move(rows, 'conclude-review').by = ['case-officer'])))).toHaveLength(1);
});

test('moves that lead outside, or from nowhere', () => {
  const outside = changed((rows) => dropStages(rows, 'superseded'));
  expect(told(outside)).toEqual(['moves.21: "amend" leads to the stage "superseded", which is not selected']);
  const nowhere = changed((rows) => {
    dropStages(rows, 'returned');
    dropMoves(rows, 'return', 'return-from-ministry');
  });
  expect(told(nowhere)).toEqual(['moves.1: "resubmit" leads out of no selected stage']);
});

test('the start or the ends are missing', () => {
  const begun = changed((rows) => {
    dropStages(rows, 'draft');
    dropMoves(rows, 'submit');
  });
  expect(told(begun)).toEqual(['stages: the start "draft" is missing']);
  const endless = changed((rows) => {
    dropStages(rows, 'closed', 'withdrawn', 'superseded');
    dropMoves(rows, 'close', 'withdraw', 'amend');
    first(rows.clocks)['stopsWith'] = ['publish'];
  });
  expect(told(endless)).toEqual(['stages: no end is selected in which a case is decided']);
});

test('an end that only the applicant leads to is no decision', () => {
  const givenUp = changed((rows) => {
    dropStages(rows, 'closed');
    dropMoves(rows, 'close');
  });
  expect(told(givenUp)).toEqual(['stages: no end is selected in which a case is decided']);
});

test('a stage that cannot be reached, a stage without a way on', () => {
  const unreached = changed((rows) => dropMoves(rows, 'return', 'return-from-ministry'));
  expect(told(unreached)).toEqual(['stages: status "returned" cannot be reached from "draft"']);
  const stuck = changed((rows) => dropMoves(rows, 'close'));
  expect(told(stuck)).toEqual(
    expect.arrayContaining([
      'stages: status "published" is a dead end: no way leads to closed or withdrawn or superseded',
      'stages: status "closed" cannot be reached from "draft"',
    ]),
  );
});

test('a stage from which only giving up leads on', () => {
  const stuck = changed((rows) => dropMoves(rows, 'resubmit'));
  expect(told(stuck)).toEqual([
    'stages: with 1 of the countersignatures status "returned" is a dead end: no way leads to closed',
    'stages: with 2 of the countersignatures status "returned" is a dead end: no way leads to closed',
  ]);
});

describe('each number of countersignatures that rules may ask for has its way', () => {
  test('one, where only two can be given', () => {
    expect(told(changed((rows) => dropMoves(rows, 'countersign')))).toEqual([
      'stages: with 1 of the countersignatures a case cannot come to "closed"',
    ]);
    const two = changed((rows) => {
      dropMoves(rows, 'countersign');
      rows.countersignatures['least'] = 2;
    });
    expect(told(two)).toEqual([]);
  });

  test('two, where only one can be given', () => {
    const drop = (rows: Rows) => {
      dropStages(rows, 'signed-once');
      dropMoves(rows, 'countersign-first', 'countersign-second');
    };
    expect(told(changed(drop))).toEqual(['stages: with 2 of the countersignatures a case cannot come to "closed"']);
    const one = changed((rows) => {
      drop(rows);
      rows.countersignatures['most'] = 1;
    });
    expect(told(one)).toEqual([]);
  });

  test('two, where the second has no move', () => {
    expect(told(changed((rows) => dropMoves(rows, 'countersign-second')))).toEqual([
      'stages: with 2 of the countersignatures a case cannot come to "closed"',
    ]);
  });

  test('one at most, with a stage for two', () => {
    expect(told(changed((rows) => (rows.countersignatures['most'] = 1)))).toEqual([
      'stages: status "signed-once" is for a number of countersignatures that no case has',
    ]);
  });

  test('least above most', () => {
    const turned = changed((rows) => (rows.countersignatures = { least: 2, most: 1 }));
    expect(told(turned)).toEqual(['countersignatures: least 2 is more than most 1']);
  });
});

test('a paper that is asked from a stage which is not selected', () => {
  const early = changed((rows) => {
    dropStages(rows, 'returned');
    dropMoves(rows, 'return', 'return-from-ministry', 'resubmit');
    first(rows.papers)['from'] = 'returned';
  });
  expect(told(early)).toEqual(['papers.0.from: A2 is asked from the stage "returned", which is not selected']);
});

test.each(['published', 'closed', 'withdrawn'])(
  'a paper that is asked from "%s", where no move asks for papers any more',
  (stage) => {
    expect(told(changed((rows) => (first(rows.papers)['from'] = stage)))).toEqual([
      `papers.0.from: A2 is asked from the stage "${stage}", and no selected move that asks for papers leads there or beyond`,
    ]);
  },
);

test.each(['accepted', 'in-review', 'decided'])('a paper that is asked from "%s" is asked by a move', (stage) => {
  expect(told(changed((rows) => (first(rows.papers)['from'] = stage)))).toEqual([]);
});

describe('the clock', () => {
  const clocked = (change: Record<string, unknown>) => told(changed((rows) => Object.assign(first(rows.clocks), change)));

  test('is missing', () => {
    expect(told(changed((rows) => (rows.clocks = [])))).toEqual(['clocks: the clock "review" is missing']);
  });

  test('starts or stops with a move that is not selected', () => {
    const dropped = changed((rows) => {
      dropStages(rows, 'superseded');
      dropMoves(rows, 'amend');
    });
    expect(told(dropped)).toEqual(['clocks.0.stopsWith.2: "amend" is no selected move']);
  });

  test.each([
    ['closed', ['withdraw', 'amend']],
    ['withdrawn', ['publish', 'amend']],
    ['superseded', ['publish', 'withdraw']],
  ])('runs on in a case that is %s', (end, stopsWith) => {
    expect(clocked({ stopsWith })).toEqual([`clocks.0.stopsWith: a case can come to "${end}" with the clock still running`]);
  });

  test('stops with its own start', () => {
    expect(clocked({ stopsWith: ['accept', 'publish', 'withdraw', 'amend'] })).toEqual([
      'clocks.0.stopsWith: "accept" both starts and stops the clock',
    ]);
  });
});

test('a kind of decision without its letter', () => {
  expect(told(changed((rows) => rows.letters.pop()))).toEqual([
    'letters: the letter "not-controlled-letter" is missing: such a decision could not be told',
  ]);
});

test('nothing of a manifest widens the table: every row of every move is one of the table, cut', () => {
  const procedure = loadProcedures([changed((rows) => (move(rows, 'close').by = ['manager']))]).get('dual-use-single');
  if (!procedure) throw new Error('no procedure');
  for (const row of movesOf(procedure)) {
    const table = applicationMoves.find(({ name }) => name === row.name);
    expect(row).toEqual({ ...table, by: row.by, from: row.from });
    expect(table?.by).toEqual(expect.arrayContaining([...row.by]));
    expect(table?.from).toEqual(expect.arrayContaining([...row.from]));
  }
});

describe('a procedure that loads can decide every case', () => {
  /** Where a case that asks for so many signatures can come from this status, whoever moves it. */
  function after(procedure: Procedure, status: ApplicationStatus, signaturesAsked: number): Set<ApplicationStatus> {
    const facts = {
      actorId: 'a',
      holders: [],
      missing: [],
      missingPapers: () => [],
      openReviews: 0,
      adviserIds: [],
      signerIds: [],
      signaturesAsked,
      unpreparedDocuments: [],
    };
    const table = movesOf(procedure);
    const reached = new Set([status]);
    for (const from of reached)
      for (const { name } of openMoves(table, from, [...ROLES, 'system'], facts))
        for (const row of table) if (row.name === name) reached.add(row.to);
    return reached;
  }

  const some = (names: readonly string[], most: number) => fc.uniqueArray(fc.constantFrom(...names), { maxLength: most });
  const moveNames = applicationMoves.map(({ name }) => name);
  const bounds = fc.constantFrom({ least: 1, most: 1 }, { least: 1, most: 2 }, { least: 2, most: 2 });

  test('whatever stages and moves are left out', () => {
    const whole = loadProcedures([changed(() => undefined)]).get('dual-use-single') as Procedure;
    let taken = 0;
    fc.assert(
      fc.property(some(APPLICATION_STATUSES, 2), some(moveNames, 3), bounds, (stages, moves, countersignatures) => {
        const lost = (name: string) =>
          applicationMoves.some(
            (row) =>
              row.name === name &&
              (moves.includes(name) ||
                stages.includes(row.to) ||
                row.from.every((status: ApplicationStatus) => stages.includes(status))),
          );
        const procedure: Procedure = {
          ...whole,
          stages: whole.stages.filter((stage) => !stages.includes(stage)),
          moves: whole.moves.filter(({ name }) => !lost(name)),
          clocks: whole.clocks.map((clock) => ({ ...clock, stopsWith: clock.stopsWith.filter((name) => !lost(name)) })),
          countersignatures,
        };
        const faults = checkManifest(procedure, (at, what, cure) => ({ file: '', line: 1, place: at.join('.'), what, cure }));
        if (faults.length > 0) return;
        taken += 1;
        for (let count = countersignatures.least; count <= countersignatures.most; count += 1)
          for (const status of after(procedure, 'draft', count))
            if (!['withdrawn', 'superseded'].includes(status)) expect(after(procedure, status, count)).toContain('closed');
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});
