// Take the next: any number of takers at once get different places, in the order of a page, until none is left.
import { randomUUID } from 'node:crypto';
import { addMs, localDate } from '#kernel';
import type { PlaceRecord } from '#casework';
import {
  applicationIn,
  finalAdvice,
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

/** Puts one case on all of the queues; their places. */
async function standing(
  status: 'submitted' | 'in-review' | 'advised',
  queues: readonly string[],
  minutes = 0,
): Promise<PlaceRecord[]> {
  return world.store.run(SYSTEM, async (tx) => {
    const application = await applicationIn(tx, world.wang, status, addMs(NOON, minutes));
    const rows = queues.map((queue) => ({
      ...placeOn(queue, application, { arrivedAt: addMs(NOON, minutes) }),
      leftAt: null,
      ending: null,
    }));
    await tx.places.enter(rows);
    return rows;
  });
}
const takeAs = (person: StoredWorld['reviewer'], queueIds: readonly string[]) =>
  world.store.run(reachOf(person, 'authority'), (tx) => tx.places.takeFree(queueIds, person.id));

test('passes by a case on which the taker holds another place', async () => {
  const [held] = await standing('submitted', [first, second]);
  const [next] = await standing('submitted', [second], 5);
  expect((await take([first]))?.placeId).toBe(held?.id);
  expect((await take([second]))?.placeId).toBe(next?.id);
  expect(await take([first, second])).toBeNull();
  expect((await takeAs(world.signer, [second]))?.applicationId).toBe(held?.applicationId);
});

test('passes by a case that a member holds on another review queue of the team, not on one of another team', async () => {
  const review = { kind: 'review' as const, stages: ['in-review' as const] };
  const [one, two, other] = await world.store.run(SYSTEM, async (tx) => {
    const team = await teamOf(tx, world.reviewer, world.signer);
    return [
      await queueOf(tx, team, review),
      await queueOf(tx, team, review),
      await queueOf(tx, await teamOf(tx, world.signer), review),
    ];
  });
  const [held] = await standing('in-review', [one, two, other]);
  expect((await take([one]))?.placeId).toBe(held?.id);
  expect(await takeAs(world.signer, [two])).toBeNull();
  expect((await takeAs(world.signer, [one, two, other]))?.queueId).toBe(other);
});

test('passes by a case that the taker advised or signed in the round, on countersigning queues only', async () => {
  const [signing, desk] = await world.store.run(SYSTEM, async (tx) => {
    const team = await teamOf(tx, world.reviewer, world.signer);
    return [
      await queueOf(tx, team, { kind: 'countersign', stages: ['advised', 'signed-once'] }),
      await queueOf(tx, team, { stages: ['advised'] }),
    ];
  });
  const [advised] = await standing('advised', [signing]);
  const [onDesk] = await standing('advised', [desk], 1);
  const rows = [advised, onDesk].flatMap((row) => row?.applicationId ?? []);
  await world.store.run(SYSTEM, async (tx) => {
    for (const id of rows) {
      const application = await tx.applications.find(id);
      if (application) await tx.reviews.addAdvice(finalAdvice(application, world.reviewer.id));
    }
  });
  expect((await take([signing, desk]))?.placeId).toBe(onDesk?.id);
  await world.store.run(SYSTEM, async (tx) => {
    const [advice] = await tx.reviews.advice(advised?.applicationId ?? '');
    if (!advice) throw new Error('There is no advice');
    const { id: adviceId, applicationId, organisationId, adviserId } = advice;
    const by = { signerId: world.signer.id, place: 1 as const, outcome: 'signed' as const, reason: '', at: NOON };
    await tx.reviews.addCountersignature({ id: randomUUID(), adviceId, applicationId, organisationId, adviserId, ...by });
  });
  expect(await takeAs(world.signer, [signing])).toBeNull();
});

test('of takers of one case on two queues at once, one gets it, and the other goes on to the next', async () => {
  const shared = [];
  for (let n = 0; n < 20; n++) shared.push(await standing('submitted', [first, second], n));
  const taken = await Promise.all(Array.from({ length: 50 }, (_, n) => take([n % 2 ? first : second])));
  const cases = taken.flatMap((row) => (row ? [row.applicationId] : []));
  expect([...cases].sort()).toEqual(shared.map(([row]) => row?.applicationId).sort());
});
