// People: unique addresses and credit codes, guarded changes, tokens used once, failures counted in a window.
import { randomUUID } from 'node:crypto';
import { addMs } from '#kernel';
import { NOON, reachOf, SIGN_IN, storedWorld, SYSTEM, type StoredWorld } from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeEach(async () => {
  world = await storedWorld();
});
afterEach(() => world.end());

test('a person is found by any spelling of the address, and only then with the password hash', async () => {
  await world.store.run(SYSTEM, (tx) => tx.people.change(world.wang.id, 1, { passwordHash: 'hash' }));
  const found = await world.store.run(SIGN_IN, async (tx) => [
    await tx.people.findByEmail('WANG@North.example'),
    await tx.people.find(world.wang.id),
    await tx.people.findByEmail('nobody@north.example'),
    await tx.people.find('not an id'),
  ]);
  expect(found).toEqual([{ ...world.wang, version: 2, passwordHash: 'hash' }, { ...world.wang, version: 2 }, null, null]);
});

test('an address is taken whatever its spelling, a credit code unless it is empty', async () => {
  const administrator = reachOf(world.administrator, 'administrator');
  const second = { ...world.li, id: randomUUID(), email: 'WANG@north.example' };
  await expect(world.store.run(administrator, (tx) => tx.people.add(second))).rejects.toMatchObject({
    kind: 'conflict',
    code: 'email-taken',
  });
  const twin = { ...world.south, id: randomUUID() };
  await expect(world.store.run(administrator, (tx) => tx.people.addOrganisation(twin))).rejects.toMatchObject({
    kind: 'conflict',
    code: 'credit-code-taken',
  });
  const other = { ...world.authority, id: randomUUID() };
  await world.store.run(administrator, (tx) => tx.people.addOrganisation(other));
  expect(await world.store.run(administrator, (tx) => tx.people.organisation(other.id))).toEqual(other);
});

test('lists are in the order of Chinese names, of one organisation or of all', async () => {
  const names = await world.store.run(SYSTEM, async (tx) => ({
    all: (await tx.people.list()).map((person) => person.name),
    authority: (await tx.people.list(world.authority.id)).map((person) => person.name),
    organisations: (await tx.people.organisations()).map((row) => row.nameZh),
  }));
  expect(names).toEqual({
    all: ['陈', '李', '孙', '王', '赵'],
    authority: ['陈', '孙', '赵'],
    organisations: ['北方稀土', '南方磁材', '示范主管机关'],
  });
});

test('a change needs the version as it stands and keeps what it does not name', async () => {
  const outcomes = await world.store.run(SYSTEM, async (tx) => [
    await tx.people.change(world.wang.id, 1, { passwordHash: 'new' }),
    await tx.people.change(world.wang.id, 1, { state: 'deactivated' }),
    await tx.people.change(world.wang.id, 2, { state: 'deactivated' }),
  ]);
  expect(outcomes).toEqual([true, false, true]);
  const found = await world.store.run(SYSTEM, (tx) => tx.people.findByEmail(world.wang.email));
  expect(found).toMatchObject({ state: 'deactivated', passwordHash: 'new', version: 3 });
});

test('a token is found by hash and purpose and used once, however many try', async () => {
  const token = {
    id: randomUUID(),
    personId: world.wang.id,
    purpose: 'invitation' as const,
    tokenHash: 'h',
    expiresAt: addMs(NOON, 5),
  };
  await world.store.run(SIGN_IN, (tx) => tx.people.addToken(token));
  const found = await world.store.run(SIGN_IN, async (tx) => [
    await tx.people.findToken('h', 'invitation'),
    await tx.people.findToken('h', 'password-reset'),
  ]);
  expect(found).toEqual([
    { id: token.id, personId: world.wang.id, purpose: 'invitation', expiresAt: token.expiresAt, usedAt: null },
    null,
  ]);
  const used = await Promise.all(
    Array.from({ length: 5 }, () => world.store.run(SIGN_IN, (tx) => tx.people.useToken(token.id, NOON))),
  );
  expect(used.filter(Boolean)).toHaveLength(1);
  expect((await world.store.run(SIGN_IN, (tx) => tx.people.findToken('h', 'invitation')))?.usedAt).toBe(NOON);
});

test('failures count from the moment on, per key, until they are cleared', async () => {
  const counts = await world.store.run(SIGN_IN, async (tx) => {
    for (const ms of [0, 10, 20]) await tx.people.addFailedSignIn('a', addMs(NOON, ms));
    await tx.people.addFailedSignIn('b', NOON);
    const before = [await tx.people.failedSignIns('a', addMs(NOON, 10)), await tx.people.failedSignIns('a', addMs(NOON, 21))];
    await tx.people.clearFailedSignIns('a');
    return [...before, await tx.people.failedSignIns('a', NOON), await tx.people.failedSignIns('b', NOON)];
  });
  expect(counts).toEqual([2, 0, 0, 1]);
});
