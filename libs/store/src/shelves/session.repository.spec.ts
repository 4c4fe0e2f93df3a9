// Sessions: found with their person while they last, nobody's for a person who is not active, gone when removed or over.
import { addMs } from '#kernel';
import { NOON, reachOf, SIGN_IN, storedWorld, SYSTEM, type StoredWorld } from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeEach(async () => {
  world = await storedWorld();
});
afterEach(() => world.end());

const session = (idHash: string, personId: string | null, ms = 10) => ({
  idHash,
  personId,
  data: { csrf: '秘密' },
  expiresAt: addMs(NOON, ms),
});
const find = (idHash: string, now = NOON) => world.store.run(SIGN_IN, (tx) => tx.sessions.find(idHash, now));

test('a session comes back with its person and the organisation', async () => {
  await world.store.run(SIGN_IN, (tx) => tx.sessions.save(session('a', world.wang.id)));
  expect(await find('a')).toEqual({ ...session('a', world.wang.id), person: { ...world.wang, organisation: world.north } });
});

test('who calls is told by one statement of its own, and the look-up leaves its reach to nobody', async () => {
  await world.store.run(SIGN_IN, (tx) => tx.sessions.save(session('a', world.wang.id)));
  expect(await world.store.session('a', NOON)).toEqual(await find('a'));
  expect(await world.store.session('unknown', NOON)).toBeNull();
  const seen = await world.store.run(reachOf(world.li, 'organisation'), async (tx) => {
    await tx.sessions.find('a', NOON);
    return [await tx.people.organisation(world.north.id), await tx.people.organisation(world.south.id)];
  });
  expect(seen).toEqual([null, world.south]);
});

test('its end is moved on, and what is gone stays gone', async () => {
  await world.store.run(SIGN_IN, async (tx) => {
    await tx.sessions.save(session('a', world.wang.id));
    for (const id of ['a', 'b']) await tx.sessions.extend(id, addMs(NOON, 99));
  });
  expect(await find('a', addMs(NOON, 50))).toMatchObject({ data: { csrf: '秘密' }, expiresAt: addMs(NOON, 99) });
  expect(await find('b')).toBeNull();
});

test('it ends at its moment, that moment included', async () => {
  await world.store.run(SIGN_IN, (tx) => tx.sessions.save(session('a', null)));
  expect(await find('a', addMs(NOON, 9))).toEqual({ ...session('a', null), person: null });
  expect(await find('a', addMs(NOON, 10))).toBeNull();
  expect(await find('unknown')).toBeNull();
});

test('a person who is not active is nobody', async () => {
  await world.store.run(SYSTEM, async (tx) => {
    await tx.sessions.save(session('a', world.wang.id));
    await tx.people.change(world.wang.id, 1, { state: 'deactivated' });
  });
  expect(await find('a')).toEqual({ ...session('a', world.wang.id), person: null });
});

test('saving again replaces what was there', async () => {
  await world.store.run(SIGN_IN, async (tx) => {
    await tx.sessions.save(session('a', null));
    await tx.sessions.save({ ...session('a', world.li.id, 99), data: {} });
  });
  expect(await find('a', addMs(NOON, 50))).toMatchObject({ personId: world.li.id, data: {}, expiresAt: addMs(NOON, 99) });
});

test('removed are the one asked for, all of a person, and those that are over', async () => {
  const removed = await world.store.run(SIGN_IN, async (tx) => {
    for (const id of ['a', 'b']) await tx.sessions.save(session(id, world.wang.id));
    for (const id of ['c', 'd']) await tx.sessions.save(session(id, world.li.id));
    await tx.sessions.save(session('e', null, 1));
    await tx.sessions.remove('d');
    await tx.sessions.removeOfPerson(world.wang.id);
    return tx.sessions.removeExpired(addMs(NOON, 1));
  });
  expect(removed).toBe(1);
  const left = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => find(id)));
  expect(left.map((row) => row?.idHash ?? null)).toEqual([null, null, 'c', null, null]);
});
