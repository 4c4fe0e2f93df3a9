// Places on queues: pages in the order of the due day, bounded counts, one holder at a time.
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { addDays, addMs, localDate } from '#kernel';
import type { ApplicationRecord, PlaceFilter, PlaceSummary } from '#casework';
import {
  applicationIn,
  asOwner,
  NOON,
  placeOn,
  queueOf,
  reachOf,
  storedWorld,
  SYSTEM,
  teamOf,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

type Entered = ReturnType<typeof placeOn>;

let world: StoredWorld;
let cases: ApplicationRecord[];
let first: string;
let second: string;

beforeEach(async () => {
  world = await storedWorld();
  await world.store.run(SYSTEM, async (tx) => {
    const team = await teamOf(tx, world.reviewer, world.signer);
    first = await queueOf(tx, team);
    second = await queueOf(tx, team, { kind: 'review', feederIds: [first] });
    cases = [];
    for (let n = 0; n < 6; n++)
      cases.push(await applicationIn(tx, n % 2 ? world.li : world.wang, n % 3 ? 'submitted' : 'in-review', addMs(NOON, n)));
  });
});
afterEach(() => world.end());

const officer = () => reachOf(world.reviewer, 'authority');
const enter = (...rows: Entered[]) => world.store.run(officer(), (tx) => tx.places.enter(rows));
const caseAt = (n: number) => cases[n] as ApplicationRecord;

async function pages(filter: PlaceFilter, limit: number): Promise<PlaceSummary[]> {
  const all: PlaceSummary[] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = await world.store.run(officer(), (tx) =>
      tx.places.list(filter, after === undefined ? { limit } : { limit, after }),
    );
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    all.push(...page.rows);
    after = page.next ?? undefined;
    more = page.next !== null;
  }
  return all;
}

test('a place comes back as it was entered, and with its exit once it was left', async () => {
  const row = placeOn(first, caseAt(0), {
    dueOn: localDate('2026-05-08'),
    holderId: world.signer.id,
    placedBy: world.reviewer.id,
  });
  await enter(row);
  const open = { ...row, leftAt: null, ending: null };
  const found = await world.store.run(officer(), async (tx) => {
    const before = [await tx.places.find(row.id), await tx.places.ofApplication(row.applicationId)];
    await tx.places.leave([row.id], 'done', addMs(NOON, 5));
    await tx.places.leave([row.id], 'moved', addMs(NOON, 9));
    return [...before, await tx.places.find(row.id), await tx.places.find('none')];
  });
  expect(found).toEqual([open, [{ ...open, holderName: '赵' }], { ...open, leftAt: addMs(NOON, 5), ending: 'done' }, null]);
});

test('a case stands once on a queue, and again after it has left', async () => {
  const row = placeOn(first, caseAt(0));
  await enter(row, placeOn(second, caseAt(0)));
  await expect(enter(placeOn(first, caseAt(0)))).rejects.toThrow(/place_open_key/);
  await world.store.run(officer(), (tx) => tx.places.leave([row.id], 'moved', NOON));
  await enter(placeOn(first, caseAt(0)));
  expect(await world.store.run(officer(), (tx) => tx.places.ofApplication(caseAt(0).id))).toHaveLength(3);
});

test('the due day is set for the open places of the case only, and taken away again', async () => {
  const [open, left, other] = [placeOn(first, caseAt(0)), placeOn(second, caseAt(0)), placeOn(first, caseAt(1))];
  await enter(open, left, other);
  const due = await world.store.run(officer(), async (tx) => {
    await tx.places.leave([left.id], 'moved', NOON);
    const read = async () => Promise.all([open, left, other].map(async ({ id }) => (await tx.places.find(id))?.dueOn));
    await tx.places.setDue(caseAt(0).id, localDate('2026-05-08'), 'a');
    const set = await read();
    await tx.places.setDue(caseAt(0).id, null, 'a');
    return [set, await read()];
  });
  expect(due).toEqual([
    ['2026-05-08', null, null],
    [null, null, null],
  ]);
});

test('pages of any size over any queues lose nothing, repeat nothing, and go by due day, arrival and id', async () => {
  const days = [null, localDate('2026-05-08'), localDate('2026-05-09')];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ due: fc.constantFrom(...days), late: fc.nat(2), on: fc.constantFrom('first', 'second', 'both') }), {
        minLength: 1,
        maxLength: 6,
      }),
      fc.integer({ min: 1, max: 7 }),
      async (drawn, limit) => {
        await asOwner(world.database, `set licet.reach = 'system'`, 'delete from place');
        const rows = drawn.flatMap(({ due, late, on }, n) =>
          [first, second]
            .filter((_, side) => on === 'both' || (on === 'first') === (side === 0))
            .map((queue) => placeOn(queue, caseAt(n), { dueOn: due, arrivedAt: addMs(NOON, late) })),
        );
        await enter(...rows);
        const key = (row: Entered) => [row.dueOn ?? 'z', row.arrivedAt, row.id].join();
        for (const queueIds of [[first], [second], [first, second, second]]) {
          const wanted = rows.filter((row) => queueIds.includes(row.queueId)).sort((a, b) => (key(a) < key(b) ? -1 : 1));
          const seen = await pages({ queueIds }, limit);
          expect(seen.map(({ placeId }) => placeId)).toEqual(wanted.map(({ id }) => id));
        }
      },
    ),
    { numRuns: 25 },
  );
});

test('a row of a page says what an officer chooses by', async () => {
  const row = placeOn(first, caseAt(0), { dueOn: localDate('2026-05-08'), holderId: world.reviewer.id });
  await enter(row);
  expect(await pages({ queueIds: [first] }, 5)).toEqual([
    {
      placeId: row.id,
      applicationId: caseAt(0).id,
      reference: 'LA-2026-000001',
      procedure: 'dual-use-single',
      status: 'in-review',
      version: 2,
      queueId: first,
      organisation: { zh: '北方稀土', en: 'North Rare Earths' },
      holderId: world.reviewer.id,
      holderName: '陈',
      destination: 'JP',
      firstItem: { zh: '氧化镝', en: 'Dysprosium oxide' },
      itemCount: 1,
      arrivedAt: NOON,
      dueOn: '2026-05-08',
      submittedAt: NOON,
      acceptedAt: null,
      decidedAt: null,
    },
  ]);
});

test('filters by holder, nobody, stage, destination, due day and text; counts agree and stop at their bound', async () => {
  const day = localDate('2026-05-08');
  const holders = [world.reviewer.id, world.signer.id, null];
  const rows = cases.map((application, n) =>
    placeOn(first, application, { holderId: holders[n % 3] ?? null, dueOn: n === 5 ? null : addDays(day, n) }),
  );
  await enter(...rows, placeOn(second, caseAt(2), { holderId: world.reviewer.id }));
  const all = { queueIds: [first, second] };
  const expected: [PlaceFilter, number][] = [
    [all, 7],
    [{ queueIds: [first] }, 6],
    [{ queueIds: [] }, 0],
    [{ ...all, holderIds: [world.reviewer.id] }, 3],
    [{ queueIds: [first], holderIds: [world.reviewer.id, world.signer.id, world.signer.id] }, 4],
    [{ ...all, holderIds: [] }, 0],
    [{ ...all, free: true }, 2],
    [{ ...all, status: 'in-review' }, 2],
    [{ ...all, status: 'accepted' }, 0],
    [{ ...all, destination: 'JP' }, 7],
    [{ ...all, destination: 'DE' }, 0],
    [{ ...all, dueBy: addDays(day, 1) }, 2],
    [{ ...all, dueBy: addDays(day, -1) }, 0],
    [{ ...all, text: '2026-000003' }, 2],
    [{ ...all, text: 'south mag' }, 3],
    [{ ...all, text: '稀土' }, 4],
    [{ ...all, text: '氧化镝' }, 7],
    [{ ...all, text: 'DYSPROSIUM' }, 7],
    [{ ...all, text: '%' }, 0],
    [{ ...all, text: '_\\' }, 0],
    [{ ...all, text: 'south', free: true, dueBy: addDays(day, 9) }, 0],
    [{ ...all, text: 'north', holderIds: [world.reviewer.id], destination: 'JP' }, 2],
  ];
  for (const [filter, number] of expected) {
    expect({ filter, found: (await pages(filter, 2)).length }).toEqual({ filter, found: number });
    const counted = await world.store.run(officer(), async (tx) => [
      await tx.places.count(filter, 100),
      await tx.places.count(filter, 2),
    ]);
    expect(counted).toEqual([number, Math.min(number, 2)]);
  }
  const empty = randomUUID();
  expect(await world.store.run(officer(), (tx) => tx.places.counts([second, first, empty], 4))).toEqual([
    { queueId: second, open: 1, free: 0 },
    { queueId: first, open: 4, free: 2 },
    { queueId: empty, open: 0, free: 0 },
  ]);
});

test('a cursor of another list, a forged one or a limit outside 1 to 100 is refused', async () => {
  await enter(...cases.map((application) => placeOn(first, application)));
  const list = (after: string) => world.store.run(officer(), (tx) => tx.places.list({ queueIds: [first] }, { limit: 2, after }));
  const { next } = await world.store.run(officer(), (tx) => tx.applications.list({}, { limit: 2 }, 'oldest'));
  const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
  for (const after of [
    next ?? '',
    'x',
    forged('places', NOON, first, 'tomorrow'),
    forged('places', 'noon', first, 'infinity'),
    forged('places', NOON, 'x', 'infinity'),
    forged('places', NOON, first),
    forged('places', NOON, first, 7),
  ])
    await expect(list(after)).rejects.toMatchObject({ kind: 'invalid', code: 'bad-cursor' });
  for (const limit of [0, 101])
    await expect(world.store.run(officer(), (tx) => tx.places.list({ queueIds: [first] }, { limit }))).rejects.toMatchObject({
      code: 'bad-limit',
    });
});

test('a place is given on only from the holder whom one saw, and never once it was left', async () => {
  const row = placeOn(first, caseAt(0));
  await enter(row);
  const outcome = await world.store.run(officer(), async (tx) => [
    await tx.places.assign(row.id, world.signer.id, world.reviewer.id),
    await tx.places.assign(row.id, null, world.reviewer.id),
    await tx.places.assign(row.id, null, world.signer.id),
    await tx.places.assign(row.id, world.reviewer.id, null),
    await tx.places.leave([row.id], 'moved', NOON),
    await tx.places.assign(row.id, null, world.signer.id),
  ]);
  expect(outcome).toEqual([false, true, false, true, undefined, false]);
});

test('a hand-over moves the open places of one officer only and names each with its new holder', async () => {
  const [one, two, left, other] = [
    placeOn(first, caseAt(0), { holderId: world.reviewer.id }),
    placeOn(second, caseAt(0), { holderId: world.reviewer.id }),
    placeOn(first, caseAt(1), { holderId: world.reviewer.id }),
    placeOn(first, caseAt(2), { holderId: world.signer.id }),
  ];
  await enter(one, two, left, other);
  const administrator = reachOf(world.administrator, 'administrator');
  await world.store.run(officer(), (tx) => tx.places.leave([left.id], 'moved', NOON));
  const handed = await world.store.run(administrator, (tx) => tx.places.handOver(world.reviewer.id, world.signer.id));
  const of = { applicationId: caseAt(0).id, organisationId: world.north.id, holderId: world.signer.id };
  expect(handed).toEqual([first, second].sort().map((queueId) => ({ ...of, queueId })));
  expect(await world.store.run(administrator, (tx) => tx.places.find(one.id))).toBeNull();
  expect(await world.store.run(administrator, (tx) => tx.places.handOver(world.signer.id, null))).toHaveLength(3);
  const holders = await world.store.run(officer(), (tx) =>
    Promise.all([one, two, left, other].map(async ({ id }) => (await tx.places.find(id))?.holderId)),
  );
  expect(holders).toEqual([null, null, world.reviewer.id, null]);
  for (const reach of [reachOf(world.wang, 'organisation'), officer(), { kind: 'sign-in' } as const])
    await expect(world.store.run(reach, (tx) => tx.places.handOver(world.reviewer.id, null))).rejects.toThrow(
      /only an administrator/,
    );
});

test('officers watch for themselves; pages of what one watches lose nothing', async () => {
  await world.store.run(officer(), async (tx) => {
    for (const [n, { id }] of cases.entries()) await tx.places.watch(id, world.reviewer.id, addMs(NOON, Math.floor(n / 2)));
    await tx.places.watch(caseAt(0).id, world.reviewer.id, addMs(NOON, 99));
    await tx.places.unwatch(caseAt(5).id, world.reviewer.id);
  });
  await world.store.run(reachOf(world.signer, 'authority'), async (tx) => {
    await tx.places.watch(caseAt(0).id, world.signer.id, addMs(NOON, 7));
    await tx.places.unwatch(caseAt(0).id, world.reviewer.id);
  });
  const seen = await world.store.run(officer(), async (tx) => {
    const ids: string[] = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await tx.places.watched(world.reviewer.id, after === undefined ? { limit: 2 } : { limit: 2, after });
      ids.push(...page.rows.map(({ id }) => id));
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    return { ids, watchers: await tx.places.watchers(caseAt(0).id) };
  });
  expect([...seen.ids].sort()).toEqual(
    cases
      .slice(0, 5)
      .map(({ id }) => id)
      .sort(),
  );
  expect(seen.watchers).toEqual([world.reviewer.id, world.signer.id]);
  await expect(world.store.run(officer(), (tx) => tx.places.watch(caseAt(3).id, world.signer.id, NOON))).rejects.toMatchObject({
    code: 'beyond-reach',
  });
});
