// The unit of work: all or nothing, its reach ends with it, and a meeting of two transactions is run again.
import { createStore } from './index';
import { draft, NOON, reachOf, SIGN_IN, storedWorld, SYSTEM, type StoredWorld } from '../../../test/builders/stored-world';

let world: StoredWorld;

beforeAll(async () => {
  world = await storedWorld();
});
afterAll(() => world.end());

const count = () => world.store.run(SYSTEM, (tx) => tx.applications.count({}));

test('what throws leaves nothing behind', async () => {
  const before = await count();
  const failing = world.store.run(SYSTEM, async (tx) => {
    await draft(tx, world.wang);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await count()).toBe(before);
});

test('a failed statement fails the whole unit, even when the work caught it', async () => {
  const before = await count();
  const taken = { ...world.li, id: '0b8e5a0e-52a1-4a53-9d44-0b7c6f0c7d11' };
  const careless = world.store.run(SYSTEM, async (tx) => {
    await draft(tx, world.wang);
    await tx.people.add(taken).catch(() => undefined);
    return 'as if all were well';
  });
  await expect(careless).rejects.toMatchObject({ kind: 'conflict', code: 'email-taken' });
  expect(await count()).toBe(before);
});

test('calls made side by side in one unit run one after the other', async () => {
  const found = await world.store.run(SYSTEM, (tx) =>
    Promise.all([tx.people.find(world.wang.id), tx.people.find(world.li.id), tx.people.organisation(world.north.id)]),
  );
  expect(found.map((row) => row?.id)).toEqual([world.wang.id, world.li.id, world.north.id]);
});

test('a transaction that is over answers nothing more, and one not awaited is still waited for', async () => {
  let kept: Parameters<Parameters<typeof world.store.run>[1]>[0] | undefined;
  const before = await count();
  await world.store.run(SYSTEM, (tx) => {
    kept = tx;
    void draft(tx, world.wang);
    return Promise.resolve();
  });
  expect(await count()).toBe(before + 1);
  await expect(kept?.people.find(world.wang.id)).rejects.toThrow(/transaction is over/);
});

test('the reach ends with the transaction: the same connection tells the next one nothing', async () => {
  const single = await createStore({ url: world.database.appUrl, poolSize: 1 });
  await single.run(SYSTEM, (tx) => draft(tx, world.wang));
  expect(await single.run(reachOf(world.li, 'organisation'), (tx) => tx.applications.count({}))).toBe(0);
  expect(await single.run(SIGN_IN, (tx) => tx.applications.count({}))).toBe(0);
  await single.close();
});

test('two units that lock each other out are both done in the end', async () => {
  const [a, b] = await world.store.run(SYSTEM, async (tx) => [await draft(tx, world.wang), await draft(tx, world.wang)]);
  let waiting = 2;
  let open: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (open = resolve));
  let runs = 0;
  const inOrder = (first: string, second: string) =>
    world.store.run(SYSTEM, async (tx) => {
      runs++;
      const hold = async (id: string) => (await tx.applications.touch(id, NOON, true)).version > 1;
      await hold(first);
      if (--waiting <= 0) open();
      await both;
      return hold(second);
    });
  const outcomes = await Promise.all([inOrder(a?.id ?? '', b?.id ?? ''), inOrder(b?.id ?? '', a?.id ?? '')]);
  expect(outcomes).toEqual([true, true]);
  expect(runs).toBe(3);
});

describe('work under another reach', () => {
  const exporter = () => reachOf(world.wang, 'organisation');
  let foreign: string;
  beforeAll(async () => {
    foreign = (await world.store.run(SYSTEM, (tx) => draft(tx, world.li))).id;
  });

  test('sees what that reach sees, in the same transaction, and then the old reach holds again', async () => {
    const seen = await world.store.run(exporter(), async (tx) => {
      const { id } = await draft(tx, world.wang);
      const before = await tx.applications.find(foreign);
      const within = await tx.as(SYSTEM, async (wide) => [
        (await wide.applications.find(foreign))?.id,
        (await wide.applications.find(id))?.id,
        await wide.as(SIGN_IN, (narrow) => narrow.applications.find(id)),
        (await wide.applications.find(foreign))?.id,
      ]);
      return [before, within, await tx.applications.find(foreign), (await tx.applications.find(id))?.id, id];
    });
    const [, , , , own] = seen;
    expect(seen).toEqual([null, [foreign, own, null, foreign], null, own, own]);
  });

  test('that throws gives the old reach back and undoes nothing by itself', async () => {
    const outcome = await world.store.run(exporter(), async (tx) => {
      const { id } = await draft(tx, world.wang);
      const thrown = await tx.as(SYSTEM, () => Promise.reject(new Error('no'))).catch((error: unknown) => String(error));
      return [thrown, await tx.applications.find(foreign), (await tx.applications.find(id))?.id === id];
    });
    expect(outcome).toEqual(['Error: no', null, true]);
  });

  test('a failed statement in it fails the whole unit, even when both sides caught it', async () => {
    const before = await count();
    const careless = world.store.run(exporter(), async (tx) => {
      await draft(tx, world.wang);
      await tx
        .as(SYSTEM, (wide) => wide.people.add({ ...world.li, id: world.north.id }).catch(() => undefined))
        .catch(() => undefined);
      return 'as if all were well';
    });
    await expect(careless).rejects.toMatchObject({ code: 'email-taken' });
    expect(await count()).toBe(before);
  });

  test('no statement of the unit itself slips in while it runs, and it is waited for', async () => {
    let done = false;
    const outcome = await world.store.run(exporter(), async (tx) => {
      const queued = tx.applications.find(foreign);
      const wide = tx.as(SYSTEM, async (other) => (await other.applications.find(foreign))?.id);
      const slipped = tx.applications.find(foreign);
      const results = await Promise.allSettled([queued, wide, slipped]);
      void tx.as(SYSTEM, async (other) => {
        await other.applications.find(foreign);
        done = true;
      });
      return results;
    });
    expect(outcome.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      null,
      foreign,
      expect.stringMatching(/another reach/),
    ]);
    expect(done).toBe(true);
  });
});

test('characters that no database text can hold are refused, not broken upon', async () => {
  const odd = world.store.run(SYSTEM, (tx) =>
    tx.people.addOrganisation({ ...world.north, id: crypto.randomUUID(), creditCode: '', nameZh: 'a\u0000b' }),
  );
  await expect(odd).rejects.toMatchObject({ kind: 'invalid', code: 'unstorable-character' });
  for (const a of ['\u0000', '\ud800']) {
    const oddJson = world.store.run(SYSTEM, (tx) =>
      tx.sessions.save({ idHash: 'x', personId: null, data: { a }, expiresAt: NOON }),
    );
    await expect(oddJson).rejects.toMatchObject({ kind: 'invalid', code: 'unstorable-character' });
  }
});

test('a role that owns the tables, or stands above their security, is no role for the app', async () => {
  await expect(createStore({ url: world.database.ownerUrl, poolSize: 1 })).rejects.toThrow(/above row-level security.*Cure/);
});

test('a pool size outside 1 to 200 is refused', async () => {
  for (const poolSize of [0, 201, 1.5])
    await expect(createStore({ url: world.database.appUrl, poolSize })).rejects.toThrow(RangeError);
});

test('it answers while it is open, and says so when it is not', async () => {
  const other = await createStore({ url: world.database.appUrl, poolSize: 1 });
  await expect(other.ping()).resolves.toBeUndefined();
  await other.close();
  await expect(other.ping()).rejects.toThrow();
  await expect(other.run(SYSTEM, () => Promise.resolve(1))).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'database-unavailable',
  });
});
