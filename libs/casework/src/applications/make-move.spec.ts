// Moves on a real database: the whole way, who may not, what is asked, what a late or simultaneous mover gets, and what the log holds.
import { Client } from 'pg';
import { applicationMove, movesOf, type ApplicationMoveName, type ApplicationStatus } from '#licensing';
import {
  anApplication,
  finishReviews,
  inputFor,
  linesOn,
  makeMove,
  prepareDocuments,
  present,
} from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { standingOn, placeOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import type { Actor } from '../actor';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { HoldPlace } from '../queues/hold-place';
import { MakeMove } from './make-move';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const outbox = async (applicationId: string) => {
  const rows = await home.store.run({ kind: 'system' }, (tx) => tx.jobs.claim(1000));
  const licence = await home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(applicationId));
  return rows
    .map(({ job }) => job)
    .filter(({ payload }) => Object.values(payload).some((id) => id === applicationId || id === licence?.id));
};

/** The row of the procedure that ships. */
function rowOf(name: ApplicationMoveName) {
  const row = movesOf(home.get(LoadedProcedures).of({ procedure: 'dual-use-single' })).find((move) => move.name === name);
  if (!row) throw new Error(`The procedure has no move ${name}`);
  return row;
}

test('the whole way from draft to closed: status, version, one queue at least, and moments', async () => {
  const { id } = await anApplication(home).build();
  const way: [ApplicationMoveName, Actor][] = [
    ['submit', home.exporter],
    ['receive', home.provincialOfficer],
    ['check', home.provincialOfficer],
    ['forward', home.provincialOfficer],
    ['accept', home.caseOfficer],
    ['start-review', home.caseOfficer],
    ['conclude-review', home.teamLead],
    ['advise', home.caseOfficer],
    ['countersign', home.countersigner],
    ['finalise', home.manager],
    ['publish', home.manager],
    ['close', home.caseOfficer],
  ];
  for (const [name, actor] of way) {
    const move = rowOf(name);
    if (name === 'finalise') await prepareDocuments(home, id);
    const { version } = await present(home, id);
    if (name === 'conclude-review') await finishReviews(home, id, 'approve', actor);
    else {
      const made = await home.get(MakeMove).execute(actor, id, name, { version, ...inputFor(move, completeContent()) });
      expect(made).toEqual({ status: move.to, version: version + 1 });
    }
    expect(await present(home, id)).toMatchObject({ status: move.to, version: version + 1 });
    const withAuthority = !['published', 'closed'].includes(move.to);
    expect((await standingOn(home, id)).map(({ stage }) => stage)).toEqual(withAuthority ? [move.to] : []);
  }
  const { rows } = await home.store.run({ kind: 'system' }, (tx) =>
    tx.applications.list({ statuses: ['closed'] }, { limit: 100 }, 'newest'),
  );
  expect(rows.find((row) => row.id === id)).toMatchObject({
    acceptedAt: home.clock.now(),
    decidedAt: home.clock.now(),
    submittedAt: home.clock.now(),
  });
});

test.each(['closed', 'withdrawn', 'returned', 'superseded'] as const)(
  'the log of a case that is %s replays to its status and version',
  async (status) => {
    const application = await anApplication(home).at(status).build();
    let replayed: ApplicationStatus = 'draft';
    let version = 0;
    for (const { verb, payload } of await home.logOf(application.id)) {
      const move = applicationMove(verb);
      if (move) {
        expect(move.from).toContain(replayed);
        expect(payload).toMatchObject({ from: replayed, to: move.to });
        replayed = move.to;
      }
      const made = payload['version'];
      if (typeof made === 'number') {
        expect(made).toBe(version + 1);
        version = made;
      }
    }
    expect({ status: replayed, version }).toEqual({ status, version: application.version });
  },
);

test('the log can be neither changed nor emptied, by the app or by the owner of the tables', async () => {
  const { id } = await anApplication(home).submitted().build();
  const before = await home.logOf(id);
  for (const url of [home.database.appUrl, home.database.ownerUrl]) {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`select set_config('licet.reach', 'system', false)`);
      for (const attack of [`update case_log set verb = 'edit'`, 'delete from case_log', 'truncate case_log']) {
        await expect(client.query(attack)).rejects.toThrow(/permission denied|only grow|append/i);
      }
    } finally {
      await client.end();
    }
  }
  expect(await home.logOf(id)).toEqual(before);
});

test.each([
  ['return', 'submitted', 'provincialOfficer', 'reason'],
  ['return-from-ministry', 'forwarded', 'caseOfficer', 'reason'],
  ['reopen-review', 'reviewed', 'caseOfficer', 'reason'],
  ['advise', 'reviewed', 'caseOfficer', 'advice'],
  ['send-back', 'advised', 'countersigner', 'reason'],
  ['reconsider', 'countersigned', 'manager', 'reason'],
  ['withdraw', 'submitted', 'exporter', 'reason'],
] as const)('%s without what it asks for is refused and changes nothing', async (name, status, who, field) => {
  const { id, version } = await anApplication(home).at(status).build();
  const move = (input: object) => makeMove(home, home[who], id, name, input);
  expect(await refused(move({}))).toMatchObject({
    kind: 'invalid',
    code: 'move-input-missing',
    facts: { move: name },
    faults: [{ code: 'field-missing', at: field }],
  });
  if (field === 'reason') expect((await refused(move({ reason: ' \n' }))).code).toBe('move-input-missing');
  const both = { reason: 'x', advice: { lines: linesOn(completeContent()) } };
  expect(await refused(move(both))).toMatchObject({
    kind: 'invalid',
    code: 'move-input-unasked',
    faults: [{ code: 'not-asked', at: field === 'reason' ? 'advice' : 'reason' }],
  });
  expect(await present(home, id)).toMatchObject({ status, version });
});

test('a reason stands in the log, without the spaces around it', async () => {
  const { id } = await anApplication(home).submitted().build();
  await makeMove(home, home.provincialOfficer, id, 'return', { reason: '  合同缺第三页\n' });
  expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'return', payload: { reason: '合同缺第三页', side: 'authority' } });
});

test('a stale version gets what changed since, and the case stays as it is', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  await makeMove(home, home.provincialOfficer, id, 'receive');
  await makeMove(home, home.provincialOfficer, id, 'check');
  const refusal = await refused(home.get(MakeMove).execute(home.provincialOfficer, id, 'return', { version, reason: 'x' }));
  expect(refusal).toMatchObject({
    kind: 'conflict',
    code: 'stale-version',
    facts: {
      yours: version,
      current: version + 2,
      changes: [{ verb: 'receive', at: home.clock.now() }, { verb: 'check' }],
    },
  });
  expect(await present(home, id)).toMatchObject({ status: 'checked', version: version + 2 });
});

test('an applicant is late by what was told since, and by no inner act', async () => {
  const { id, toldVersion: version } = await anApplication(home).inReview().build();
  await finishReviews(home, id);
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: linesOn(completeContent()) } });
  const withdraw = (seen: number) => home.get(MakeMove).execute(home.exporter, id, 'withdraw', { version: seen, reason: 'x' });
  const { code, facts } = await refused(withdraw(version - 1));
  expect({ code, ...facts }).toMatchObject({ code: 'stale-version', current: version, changes: [{ verb: 'start-review' }] });
  expect(await withdraw(version)).toEqual({ status: 'withdrawn', version: version + 1 });
});

test.each([
  ['receive', 'submitted', 'provincialOfficer', 'provincialOfficer'],
  ['accept', 'forwarded', 'caseOfficer', 'allRounder'],
  ['advise', 'reviewed', 'caseOfficer', 'allRounder'],
  ['countersign', 'advised', 'countersigner', 'secondCountersigner'],
  ['send-back', 'advised', 'countersigner', 'allRounder'],
  ['publish', 'decided', 'manager', 'caseOfficer'],
  ['withdraw', 'submitted', 'exporter', 'colleague'],
] as const)('%s by two at once: one makes it, the other is told of the stale version', async (name, status, first, second) => {
  const { id, version, content } = await anApplication(home).at(status).build();
  const move = rowOf(name);
  const works = [first, second, first, second].map((who) =>
    home.get(MakeMove).execute(home[who], id, name, { version, ...inputFor(move, content) }),
  );
  const { made, codes } = await race(works);
  expect(made).toBe(1);
  expect(codes).toEqual(Array(3).fill('conflict: stale-version'));
  expect(await present(home, id)).toMatchObject({ status: move.to, version: version + 1 });
  expect((await home.logOf(id)).filter(({ verb }) => verb === name)).toHaveLength(1);
});

test('publication against withdrawal: the case ends in one of the two, with a licence exactly when it was published', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { id, version } = await anApplication(home).decided().build();
    const { made } = await race([
      home.get(MakeMove).execute(home.manager, id, 'publish', { version }),
      home.get(MakeMove).execute(home.exporter, id, 'withdraw', { version, reason: '合同取消' }),
    ]);
    expect(made).toBe(1);
    const licence = await home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(id));
    expect(licence !== null).toBe((await present(home, id)).status === 'published');
  }
});

test('someone else’s case and none at all are told alike, whatever the move', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  const draft = await anApplication(home).build();
  const move = (actor: Actor, target: string, name: string) =>
    refusalCode(home.get(MakeMove).execute(actor, target, name, { version, reason: 'x' }));
  expect(await move(home.otherExporter, id, 'withdraw')).toBe('missing: application-not-found');
  expect(await move(home.otherExporter, noSuchId(), 'withdraw')).toBe('missing: application-not-found');
  expect(await move(home.exporter, 'LA-2026-000001', 'withdraw')).toBe('missing: application-not-found');
  expect(await move(home.provincialOfficer, draft.id, 'receive')).toBe('missing: application-not-found');
});

test('a role that does not own the move is refused, and so is an unknown move; nobody makes a move of the system', async () => {
  const { id } = await anApplication(home).submitted().build();
  for (const who of [home.exporter, home.reviewer, home.countersigner, home.manager, home.auditor])
    expect(await refusalCode(makeMove(home, who, id, 'receive'))).toBe('forbidden: move-not-yours');
  for (const name of ['revoke', 'grant', 'refuse'])
    expect(await refusalCode(makeMove(home, home.manager, id, name as ApplicationMoveName))).toBe('missing: unknown-move');
  const review = await anApplication(home).inReview().build();
  for (const who of [home.teamLead, home.caseOfficer, home.manager])
    expect(await refusalCode(makeMove(home, who, review.id, 'conclude-review'))).toBe('forbidden: move-not-yours');
});

test('a case held by one officer is not moved by another', async () => {
  const { id } = await anApplication(home).accepted().build();
  const placeId = await placeOn(home, id);
  await home.get(HoldPlace).take(home.caseOfficer, placeId);
  expect(await refusalCode(makeMove(home, home.allRounder, id, 'start-review'))).toBe('conflict: held-by-another');
  await home.get(HoldPlace).release(home.caseOfficer, placeId);
  expect(await makeMove(home, home.allRounder, id, 'start-review')).toMatchObject({ status: 'in-review' });
});

test('a paper that the stage needs and the case has not is named, and the case goes no further', async () => {
  const { id, organisationId } = await anApplication(home).at('received').build();
  await home.store.run({ kind: 'system' }, async (tx) => {
    const papers = await tx.papers.ofApplication(id);
    for (const paper of papers.filter(({ kind }) => kind === 'A5')) await tx.papers.remove(id, paper.id);
  });
  expect(await refused(makeMove(home, home.provincialOfficer, id, 'check'))).toMatchObject({
    kind: 'invalid',
    code: 'papers-incomplete',
    facts: { move: 'check', missing: 1 },
    faults: [{ code: 'paper-missing', at: 'papers.A5', facts: { kind: 'A5' } }],
  });
  expect(await present(home, id)).toMatchObject({ status: 'received', organisationId });
});

test('a move that is refused by its effect leaves no trace', async () => {
  const { id, version } = await anApplication(home).reviewed().build();
  const before = await home.logOf(id);
  const places = await standingOn(home, id);
  expect(await refusalCode(makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: [] } }))).toBe(
    'invalid: advice-invalid',
  );
  expect(await present(home, id)).toMatchObject({ status: 'reviewed', version });
  expect(await home.logOf(id)).toEqual(before);
  expect(await standingOn(home, id)).toEqual(places);
});

test('what came back is filed anew and received anew: the case stands on its queue again', async () => {
  const { id } = await anApplication(home).submitted().build();
  for (let turn = 0; turn < 2; turn += 1) {
    await makeMove(home, home.provincialOfficer, id, 'return', { reason: 'x' });
    expect(await standingOn(home, id)).toEqual([]);
    await makeMove(home, home.exporter, id, 'resubmit');
    expect((await standingOn(home, id)).map(({ stage }) => stage)).toEqual(['submitted']);
  }
  expect(await makeMove(home, home.provincialOfficer, id, 'receive')).toMatchObject({ status: 'received' });
});

test('the applicant is told by one mail of acceptance, return and decision, and of nothing else', async () => {
  const published = await anApplication(home).published().build();
  expect((await outbox(published.id)).map(({ name }) => name)).toEqual([
    'notify-case-moved',
    'render-licence',
    'notify-case-moved',
  ]);
  const returned = await anApplication(home).returned().build();
  expect((await outbox(returned.id)).map(({ name }) => name)).toEqual(['notify-case-moved']);
  const withdrawn = await anApplication(home).withdrawn().build();
  expect(await outbox(withdrawn.id)).toEqual([]);
});
