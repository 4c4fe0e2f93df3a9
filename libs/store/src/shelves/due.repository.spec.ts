// Due rows: claimed once by whoever comes, again when they were forgotten, never after they were performed or cancelled.
import { randomUUID } from 'node:crypto';
import { addMs, type Instant } from '#kernel';
import { NOON, reachOf, storedWorld, SYSTEM, type StoredWorld } from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeEach(async () => {
  world = await storedWorld();
});
afterEach(() => world.end());

const MINUTE = 60_000;
const PATIENCE = 15 * MINUTE;

async function fill(count: number, dueAt: (n: number) => Instant = () => NOON, subject = randomUUID()) {
  const rows = Array.from({ length: count }, (_, n) => {
    const id = randomUUID();
    const common = { subject, organisationId: world.north.id, effectKey: `licence-expired:${id}` };
    return { id, dueAt: dueAt(n), kind: 'licence-expired' as const, ...common };
  });
  await world.store.run(SYSTEM, (tx) => tx.due.add(rows));
  return rows;
}
const claim = (at: Instant, limit = 100) => world.store.run(SYSTEM, (tx) => tx.due.claim(at, PATIENCE, limit));
const backlog = (at: Instant) => world.store.run(SYSTEM, (tx) => tx.due.backlog(at));

test('a row comes back as it was put in', async () => {
  const [row] = await fill(1);
  const stored = await world.store.run(reachOf(world.wang, 'organisation'), (tx) => tx.due.ofSubject(row?.subject ?? ''));
  expect(stored).toEqual([{ ...row, state: 'waiting', attempts: 0, handedAt: null }]);
  await world.store.run(SYSTEM, (tx) => tx.due.add([]));
});

test('it is due from its moment on, the oldest first, up to the limit, and once', async () => {
  const rows = await fill(4, (n) => addMs(NOON, n));
  expect(await claim(addMs(NOON, -1))).toEqual([]);
  expect((await claim(addMs(NOON, 2), 2)).toSorted()).toEqual([rows[0]?.id, rows[1]?.id].toSorted());
  expect(await backlog(addMs(NOON, 2))).toEqual({ waiting: 1, handed: 2 });
  expect(await claim(addMs(NOON, 2))).toEqual([rows[2]?.id]);
  expect(await claim(addMs(NOON, 2))).toEqual([]);
});

test('ten sweeps at once never claim the same row', async () => {
  await fill(200);
  const claimed: string[] = [];
  const sweep = async () => {
    for (let ids = await claim(NOON, 7); ids.length > 0; ids = await claim(NOON, 7)) claimed.push(...ids);
  };
  await Promise.all(Array.from({ length: 10 }, sweep));
  expect(claimed.length).toBe(200);
  expect(new Set(claimed).size).toBe(200);
});

test('a row that was handed out and forgotten is claimed again, with a wait that grows with each time', async () => {
  const [row] = await fill(1);
  expect(await claim(NOON)).toEqual([row?.id]);
  expect(await claim(addMs(NOON, PATIENCE - 1))).toEqual([]);
  expect(await claim(addMs(NOON, PATIENCE))).toEqual([row?.id]);
  expect(await claim(addMs(NOON, PATIENCE + 2 * PATIENCE - 1))).toEqual([]);
  expect(await claim(addMs(NOON, 3 * PATIENCE))).toEqual([row?.id]);
  expect(await world.store.run(SYSTEM, (tx) => tx.due.ofSubject(row?.subject ?? ''))).toMatchObject([
    { state: 'handed', attempts: 3, handedAt: addMs(NOON, 3 * PATIENCE) },
  ]);
});

test('what waits goes before what was forgotten, and both fit into the limit', async () => {
  const [forgotten] = await fill(1);
  await claim(NOON);
  const fresh = await fill(2);
  const late = addMs(NOON, PATIENCE);
  expect((await claim(late, 2)).toSorted()).toEqual(fresh.map(({ id }) => id).toSorted());
  expect(await claim(late, 2)).toEqual([forgotten?.id]);
});

test('only handed rows are taken up, and a second one waits for the first and finds them done', async () => {
  const rows = await fill(3);
  const ids = rows.map(({ id }) => id);
  expect(await world.store.run(SYSTEM, (tx) => tx.due.takeUp(ids))).toEqual([]);
  await claim(NOON);
  const finish = () =>
    world.store.run(SYSTEM, async (tx) => {
      const taken = await tx.due.takeUp(ids);
      await tx.due.finish(taken.map(({ id }) => id));
      return taken.length;
    });
  expect((await Promise.all([finish(), finish(), finish()])).toSorted()).toEqual([0, 0, 3]);
  expect(await claim(addMs(NOON, 100 * PATIENCE))).toEqual([]);
});

test('cancelling ends what waits and what is handed out, not what was performed, and nobody else’s', async () => {
  const [done, handed] = await fill(2);
  const subject = done?.subject ?? '';
  await claim(NOON);
  await world.store.run(SYSTEM, (tx) => tx.due.finish([done?.id ?? '']));
  await fill(1, () => addMs(NOON, MINUTE), subject);
  const [other] = await fill(1, () => addMs(NOON, MINUTE));
  expect(await world.store.run(reachOf(world.reviewer, 'authority'), (tx) => tx.due.cancel(subject))).toBe(2);
  const states = (await world.store.run(SYSTEM, (tx) => tx.due.ofSubject(subject))).map(({ id, state }) => [
    id === done?.id,
    state,
  ]);
  expect(states.toSorted()).toEqual([
    [false, 'cancelled'],
    [false, 'cancelled'],
    [true, 'done'],
  ]);
  expect(await world.store.run(SYSTEM, (tx) => tx.due.takeUp([handed?.id ?? '']))).toEqual([]);
  expect(await claim(addMs(NOON, 100 * PATIENCE))).toEqual([other?.id]);
});

test('an officer adds waiting rows and cancels, and can neither hand out nor perform', async () => {
  const officer = reachOf(world.reviewer, 'authority');
  const [row] = await fill(1);
  await expect(world.store.run(officer, (tx) => tx.due.claim(NOON, PATIENCE, 1))).rejects.toMatchObject({ code: 'beyond-reach' });
  await claim(NOON);
  await expect(world.store.run(officer, (tx) => tx.due.finish([row?.id ?? '']))).rejects.toMatchObject({ code: 'beyond-reach' });
  await expect(fillAs(reachOf(world.wang, 'organisation'))).rejects.toMatchObject({ code: 'beyond-reach' });
  await expect(fillAs(officer)).resolves.toBeUndefined();
});

function fillAs(reach: ReturnType<typeof reachOf>): Promise<void> {
  const row = { id: randomUUID(), dueAt: NOON, kind: 'licence-active' as const, subject: randomUUID() };
  return world.store.run(reach, (tx) => tx.due.add([{ ...row, organisationId: world.north.id, effectKey: row.id }]));
}

test('two rows never share an effect', async () => {
  const [row] = await fill(1);
  const again = row && world.store.run(SYSTEM, (tx) => tx.due.add([{ ...row, id: randomUUID() }]));
  await expect(again).rejects.toThrow(/due_effect_key/);
});

test('receipts are given for the effects that were not had before', async () => {
  const give = (...keys: string[]) => world.store.run(SYSTEM, (tx) => tx.jobs.receipts(keys, NOON));
  expect((await give('a', 'b')).toSorted()).toEqual(['a', 'b']);
  expect(await give('b', 'c')).toEqual(['c']);
  expect(await give()).toEqual([]);
});
