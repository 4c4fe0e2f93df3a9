// Kept answers: one claim wins, an answer stands until it is over, and each person sees the own ones.
import { addMs } from '#kernel';
import { NOON, reachOf, sha256, storedWorld, SYSTEM, type StoredWorld } from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeAll(async () => {
  world = await storedWorld();
});
afterAll(() => world.end());

const wang = () => reachOf(world.wang, 'organisation');
const claim = (key: string, request = 'a', now = NOON) =>
  world.store.run(wang(), (tx) =>
    tx.answers.claim({
      key,
      personId: world.wang.id,
      organisationId: world.wang.organisationId,
      requestHash: sha256(request),
      now,
      expiresAt: addMs(now, 1000),
    }),
  );
const ANSWER = { status: 201, headers: { location: '/x' }, body: '{"id":"镝"}' };

test('of twenty claims at once one goes on; the others find it under way', async () => {
  const found = await Promise.all(Array.from({ length: 20 }, () => claim('at once')));
  expect(found.filter((one) => one === null)).toHaveLength(1);
  expect(found.filter((one) => one?.answer === null && one.requestHash === sha256('a'))).toHaveLength(19);
});

test('the answer stands as it was kept, is kept once, and gives way when its time is over', async () => {
  await claim('kept');
  await world.store.run(wang(), (tx) => tx.answers.keep(world.wang.id, 'kept', ANSWER));
  await world.store.run(wang(), (tx) => tx.answers.keep(world.wang.id, 'kept', { ...ANSWER, status: 200 }));
  await world.store.run(wang(), (tx) => tx.answers.release(world.wang.id, 'kept'));
  expect(await claim('kept', 'b', addMs(NOON, 999))).toEqual({ requestHash: sha256('a'), answer: ANSWER });
  expect(await claim('kept', 'b', addMs(NOON, 1000))).toBeNull();
  expect(await claim('kept', 'b', addMs(NOON, 1001))).toEqual({ requestHash: sha256('b'), answer: null });
});

test('a released key is free again', async () => {
  await claim('freed');
  await world.store.run(wang(), (tx) => tx.answers.release(world.wang.id, 'freed'));
  expect(await claim('freed')).toBeNull();
});

test('the same key of another person is another key, and nobody sees foreign answers', async () => {
  await claim('shared');
  const li = reachOf(world.li, 'organisation');
  expect(await world.store.run(li, (tx) => tx.answers.find(world.wang.id, 'shared'))).toBeNull();
  const theirs = { key: 'shared', personId: world.li.id, organisationId: world.li.organisationId, requestHash: sha256('c') };
  const again = () => world.store.run(li, (tx) => tx.answers.claim({ ...theirs, now: NOON, expiresAt: addMs(NOON, 1) }));
  expect(await again()).toBeNull();
});

test('what is over is removed, so many at a time, and nothing else', async () => {
  const later = addMs(NOON, 60_000);
  await claim('young', 'a', later);
  const over = addMs(NOON, 30_000);
  expect(await world.store.run(SYSTEM, (tx) => tx.answers.removeExpired(over, 1))).toBe(1);
  expect(await world.store.run(SYSTEM, (tx) => tx.answers.removeExpired(over, 100))).toBeGreaterThan(1);
  expect(await world.store.run(wang(), (tx) => tx.answers.find(world.wang.id, 'kept'))).toBeNull();
  expect(await world.store.run(wang(), (tx) => tx.answers.find(world.wang.id, 'young'))).toMatchObject({ answer: null });
});
