// The outbox: claimed once, oldest first, published with its transaction; an effect has one receipt.
import { randomUUID } from 'node:crypto';
import type { Job } from '#casework';
import { NOON, reachOf, SIGN_IN, storedWorld, SYSTEM, type StoredWorld } from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeEach(async () => {
  world = await storedWorld();
});
afterEach(() => world.end());

const job = (): Job => ({ name: 'render-licence', payload: { licenceId: randomUUID() } });

async function fill(number: number): Promise<Job[]> {
  const jobs = Array.from({ length: number }, job);
  await world.store.run(SYSTEM, async (tx) => {
    for (const one of jobs) await tx.jobs.add(one, NOON);
  });
  return jobs;
}

test('a job comes out as it went in, in order, until it is marked', async () => {
  const jobs = await fill(3);
  const claimed = await world.store.run(SYSTEM, async (tx) => {
    const rows = await tx.jobs.claim(2);
    await tx.jobs.markPublished([rows[0]?.id ?? ''], NOON);
    return rows;
  });
  expect(claimed.map((row) => row.job)).toEqual(jobs.slice(0, 2));
  expect(await world.store.run(SYSTEM, (tx) => tx.jobs.unpublished())).toBe(2);
  const rest = await world.store.run(SYSTEM, (tx) => tx.jobs.claim(10));
  expect(rest.map((row) => row.job)).toEqual(jobs.slice(1));
});

test('claimers at the same time never get the same row', async () => {
  await fill(30);
  let claimed = 0;
  let open: () => void = () => undefined;
  const everyone = new Promise<void>((resolve) => (open = resolve));
  const claim = () =>
    world.store.run(SYSTEM, async (tx) => {
      const rows = await tx.jobs.claim(7);
      if (++claimed === 5) open();
      await everyone;
      await tx.jobs.markPublished(
        rows.map((row) => row.id),
        NOON,
      );
      return rows.map((row) => row.id);
    });
  const ids = (await Promise.all(Array.from({ length: 5 }, claim))).flat();
  expect(ids).toHaveLength(30);
  expect(new Set(ids).size).toBe(30);
  expect(await world.store.run(SYSTEM, (tx) => tx.jobs.unpublished())).toBe(0);
});

test('a job leaves only with the transaction that asked for it', async () => {
  const undone = world.store.run(SYSTEM, async (tx) => {
    await tx.jobs.add(job(), NOON);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  expect(await world.store.run(SYSTEM, (tx) => tx.jobs.unpublished())).toBe(0);
});

test('every reach may ask for a job, only the system sees the outbox', async () => {
  const reaches = [
    reachOf(world.wang, 'organisation'),
    reachOf(world.reviewer, 'authority'),
    reachOf(world.administrator, 'administrator'),
    SIGN_IN,
  ];
  for (const reach of reaches) {
    await world.store.run(reach, (tx) => tx.jobs.add(job(), NOON));
    expect(await world.store.run(reach, (tx) => tx.jobs.claim(10))).toEqual([]);
  }
  expect(await world.store.run(SYSTEM, (tx) => tx.jobs.unpublished())).toBe(reaches.length);
});

test('of receipts for the same effect at once one is written', async () => {
  const key = 'render-licence:1';
  expect(await world.store.run(SYSTEM, (tx) => tx.jobs.hasReceipt(key))).toBe(false);
  const outcomes = await Promise.all(
    Array.from({ length: 6 }, () => world.store.run(SYSTEM, (tx) => tx.jobs.receipt(key, NOON))),
  );
  expect(outcomes.filter(Boolean)).toHaveLength(1);
  expect(await world.store.run(SYSTEM, (tx) => tx.jobs.hasReceipt(key))).toBe(true);
});
