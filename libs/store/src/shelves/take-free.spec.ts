// Take the next: any number of takers at once get different places, in the order of a page, until none is left.
import { addMs, localDate } from '#kernel';
import type { PlaceRecord } from '#casework';
import {
  applicationIn,
  NOON,
  placeOn,
  queueOf,
  reachOf,
  storedWorld,
  SYSTEM,
  teamOf,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

let world: StoredWorld;
let first: string;
let second: string;

beforeEach(async () => {
  world = await storedWorld();
  await world.store.run(SYSTEM, async (tx) => {
    const team = await teamOf(tx, world.reviewer, world.signer);
    first = await queueOf(tx, team);
    second = await queueOf(tx, team);
  });
});
afterEach(() => world.end());

const officer = () => reachOf(world.reviewer, 'authority');

async function fill(count: number, queues: readonly string[]): Promise<PlaceRecord[]> {
  return world.store.run(SYSTEM, async (tx) => {
    const rows: PlaceRecord[] = [];
    for (let n = 0; n < count; n++) {
      const application = await applicationIn(tx, world.wang, 'submitted', addMs(NOON, n));
      const queue = queues[n % queues.length] ?? '';
      rows.push({ ...placeOn(queue, application, { arrivedAt: addMs(NOON, n) }), leftAt: null, ending: null });
    }
    await tx.places.enter(rows);
    return rows;
  });
}
const take = (queueIds: readonly string[]) => world.store.run(officer(), (tx) => tx.places.takeFree(queueIds, world.reviewer.id));

test.each([1, 2, 3])('fifty takers at once of %i queues take each place once, and none is left over', async (queues) => {
  const third = await world.store.run(SYSTEM, async (tx) => queueOf(tx, await teamOf(tx, world.signer)));
  const of = [first, second, third].slice(0, queues);
  const rows = await fill(45, of);
  const taken = await Promise.all(Array.from({ length: 50 }, () => take(of)));
  const got = taken.flatMap((place) => (place ? [place.placeId] : []));
  expect([...got].sort()).toEqual(rows.map(({ id }) => id).sort());
  expect(await take(of)).toBeNull();
});

test('gives the place that a page shows first, with the version of its case', async () => {
  const [one, two] = await world.store.run(SYSTEM, async (tx) => [
    await applicationIn(tx, world.wang, 'submitted'),
    await applicationIn(tx, world.li, 'submitted'),
  ]);
  const rows = await fill(3, [first, second]);
  const due = placeOn(second, one, { dueOn: localDate('2026-05-08'), arrivedAt: addMs(NOON, 90) });
  const held = placeOn(first, two, { holderId: world.signer.id, dueOn: localDate('2026-01-01') });
  await world.store.run(officer(), (tx) => tx.places.enter([due, held]));
  expect(await take([first, second])).toEqual({
    placeId: due.id,
    queueId: second,
    applicationId: one.id,
    organisationId: world.north.id,
    version: 2,
  });
  const order = [await take([first, second]), await take([second]), await take([first]), await take([first, second])];
  expect(order.map((taken) => taken?.placeId)).toEqual([rows[0]?.id, rows[1]?.id, rows[2]?.id, undefined]);
  expect(await take([])).toBeNull();
});

test('looks past any number of places that others are taking', async () => {
  const rows = await fill(150, [first, second]);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let locked: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (locked = resolve));
  const others = world.store.run(officer(), async (tx) => {
    for (const row of rows.slice(0, -1)) await tx.places.assign(row.id, null, world.signer.id);
    locked();
    await held;
  });
  await ready;
  const taken = await take([first, second]);
  release();
  await others;
  expect(taken?.placeId).toBe(rows.at(-1)?.id);
});
