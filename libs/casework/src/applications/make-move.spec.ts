// Moves on a real database: the whole way, who may not, what is asked, what a late or simultaneous mover gets, and what the log holds.
import { Client } from 'pg';
import { applicationMove, type ApplicationMoveName } from '#licensing';
import { anApplication, adviceOn, inputFor, makeMove, present } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import type { Actor } from '../actor';
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

test('the whole way from draft to closed: status, version, holder and moments', async () => {
  const { id, version } = await anApplication(home).build();
  const way: [ApplicationMoveName, Actor, string | null][] = [
    ['submit', home.exporter, null],
    ['accept', home.reviewer, home.reviewer.personId],
    ['start-review', home.reviewer, home.reviewer.personId],
    ['advise', home.reviewer, null],
    ['countersign', home.countersigner, null],
    ['grant', home.manager, null],
    ['close', home.manager, null],
  ];
  for (const [index, [name, actor, holderId]] of way.entries()) {
    const move = applicationMove(name);
    expect(move).toBeDefined();
    if (!move) continue;
    const made = await home
      .get(MakeMove)
      .execute(actor, id, name, { version: version + index, ...inputFor(home, move, completeContent()) });
    expect(made).toEqual({ status: move.to, version: version + index + 1 });
    expect(await present(home, id)).toMatchObject({ status: move.to, version: version + index + 1, holderId });
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

test.each(['closed', 'refused', 'withdrawn', 'returned'] as const)(
  'the log of a case that is %s replays to its status and version',
  async (status) => {
    const application = await anApplication(home).at(status).build();
    let replayed = 'draft';
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
  ['return', 'submitted', 'reviewer', ['reason']],
  ['advise', 'in-review', 'reviewer', ['advice']],
  ['send-back', 'advised', 'countersigner', ['reason']],
  ['reconsider', 'countersigned', 'manager', ['reason']],
  ['grant', 'countersigned', 'manager', ['validity']],
  ['refuse', 'countersigned', 'manager', ['reason']],
  ['withdraw', 'submitted', 'exporter', ['reason']],
] as const)('%s without what it asks for is refused and changes nothing', async (name, status, role, fields) => {
  const { id, version } = await anApplication(home).at(status).build();
  const refusal = await refused(makeMove(home, home[role], id, name));
  expect(refusal).toMatchObject({
    kind: 'invalid',
    code: 'move-input-missing',
    facts: { move: name },
    faults: fields.map((at) => ({ code: 'field-missing', at })),
  });
  if (fields[0] === 'reason')
    expect((await refused(makeMove(home, home[role], id, name, { reason: ' \n' }))).code).toBe('move-input-missing');
  expect(await present(home, id)).toMatchObject({ status, version });
});

test('a reason stands in the log, without the spaces around it', async () => {
  const { id } = await anApplication(home).submitted().build();
  await makeMove(home, home.reviewer, id, 'return', { reason: '  合同缺第三页\n' });
  expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'return', payload: { reason: '合同缺第三页', side: 'authority' } });
});

test('a stale version gets what changed since, and the case stays as it is', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  await makeMove(home, home.reviewer, id, 'accept');
  await makeMove(home, home.reviewer, id, 'start-review');
  const refusal = await refused(home.get(MakeMove).execute(home.reviewer, id, 'return', { version, reason: 'x' }));
  expect(refusal).toMatchObject({
    kind: 'conflict',
    code: 'stale-version',
    facts: {
      yours: version,
      current: version + 2,
      changes: [{ verb: 'accept', at: home.clock.now() }, { verb: 'start-review' }],
    },
  });
  expect(await present(home, id)).toMatchObject({ status: 'in-review', version: version + 2 });
});

test.each([
  ['accept', 'submitted', 'reviewer', 'secondReviewer'],
  ['advise', 'in-review', 'reviewer', 'reviewer'],
  ['countersign', 'advised', 'countersigner', 'allRounder'],
  ['send-back', 'advised', 'countersigner', 'allRounder'],
  ['grant', 'countersigned', 'manager', 'manager'],
  ['refuse', 'countersigned', 'manager', 'manager'],
  ['withdraw', 'submitted', 'exporter', 'colleague'],
] as const)('%s by two at once: one makes it, the other is told of the stale version', async (name, status, first, second) => {
  const { id, version, content } = await anApplication(home).at(status).build();
  const move = applicationMove(name);
  expect(move).toBeDefined();
  if (!move) return;
  const works = [first, second, first, second].map((who) =>
    home.get(MakeMove).execute(home[who], id, name, { version, ...inputFor(home, move, content) }),
  );
  const { made, codes } = await race(works);
  expect(made).toBe(1);
  expect(codes).toEqual(Array(3).fill('conflict: stale-version'));
  expect(await present(home, id)).toMatchObject({ status: move.to, version: version + 1 });
  expect((await home.logOf(id)).filter(({ verb }) => verb === name)).toHaveLength(1);
});

test('grant against withdraw: the case ends in one of the two, with a licence exactly when it was granted', async () => {
  for (let round = 0; round < 3; round += 1) {
    const { id, version, content } = await anApplication(home).countersigned().build();
    const grant = applicationMove('grant');
    expect(grant).toBeDefined();
    if (!grant) return;
    const { made } = await race([
      home.get(MakeMove).execute(home.manager, id, 'grant', { version, ...inputFor(home, grant, content) }),
      home.get(MakeMove).execute(home.exporter, id, 'withdraw', { version, reason: '合同取消' }),
    ]);
    expect(made).toBe(1);
    const licence = await home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(id));
    expect(licence !== null).toBe((await present(home, id)).status === 'granted');
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
  expect(await move(home.reviewer, draft.id, 'accept')).toBe('missing: application-not-found');
});

test('a role that does not own the move is refused, and so is an unknown move', async () => {
  const { id } = await anApplication(home).submitted().build();
  expect(await refusalCode(makeMove(home, home.exporter, id, 'accept'))).toBe('forbidden: move-not-yours');
  expect(await refusalCode(makeMove(home, home.countersigner, id, 'accept'))).toBe('forbidden: move-not-yours');
  expect(await refusalCode(makeMove(home, home.manager, id, 'revoke' as ApplicationMoveName))).toBe('missing: unknown-move');
});

test('a case held by one officer is not moved by another', async () => {
  const { id } = await anApplication(home).accepted().build();
  expect(await refusalCode(makeMove(home, home.secondReviewer, id, 'start-review'))).toBe('conflict: held-by-another');
  await makeMove(home, home.reviewer, id, 'start-review');
  expect(await refusalCode(makeMove(home, home.secondReviewer, id, 'advise', { advice: adviceOn(completeContent()) }))).toBe(
    'conflict: held-by-another',
  );
});

test('a move that is refused by its effect leaves no trace', async () => {
  const { id, version } = await anApplication(home).inReview().build();
  const before = await home.logOf(id);
  expect(
    await refusalCode(makeMove(home, home.reviewer, id, 'advise', { advice: { ...adviceOn(completeContent()), items: [] } })),
  ).toBe('invalid: advice-invalid');
  expect(await present(home, id)).toMatchObject({ status: 'in-review', version });
  expect(await home.logOf(id)).toEqual(before);
});

test('the applicant is told by one mail of acceptance, return and decision, and of nothing else', async () => {
  const granted = await anApplication(home).granted().build();
  expect((await outbox(granted.id)).map(({ name }) => name)).toEqual([
    'notify-case-moved',
    'render-licence',
    'notify-case-moved',
  ]);
  const returned = await anApplication(home).returned().build();
  expect((await outbox(returned.id)).map(({ name }) => name)).toEqual(['notify-case-moved']);
  const withdrawn = await anApplication(home).withdrawn().build();
  expect(await outbox(withdrawn.id)).toEqual([]);
});
