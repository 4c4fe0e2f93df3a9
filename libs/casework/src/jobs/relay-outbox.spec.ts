// The outbox leaves with its transaction and reaches the queue at least once, in order, under its own id.
import { randomUUID } from 'node:crypto';
import { house, type House } from '../../../../test/builders/house';
import type { JobQueue } from '../ports/job-queue.port';
import type { OutboxRow } from '../ports/store.port';
import { RelayOutbox } from './relay-outbox';

let home: House;
const system = { kind: 'system' } as const;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const job = () => ({ name: 'render-licence', payload: { licenceId: randomUUID() } }) as const;
const addJobs = (count: number) =>
  home.store.run(system, async (tx) => {
    for (let n = 0; n < count; n += 1) await tx.jobs.add(job(), home.clock.now());
  });
const waiting = () => home.store.run(system, (tx) => tx.jobs.unpublished());

class ListeningQueue implements JobQueue {
  readonly rows: OutboxRow[] = [];
  broken = false;

  publish(rows: readonly OutboxRow[]): Promise<void> {
    if (this.broken) return Promise.reject(new Error('no queue'));
    this.rows.push(...rows);
    return Promise.resolve();
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  unfit(): Promise<null> {
    return Promise.resolve(null);
  }
}

test('a job of a transaction that fails is never published', async () => {
  const failing = home.store.run(system, async (tx) => {
    await tx.jobs.add(job(), home.clock.now());
    throw new Error('the verb failed');
  });
  await expect(failing).rejects.toThrow('the verb failed');
  expect(await waiting()).toBe(0);
});

test('rows go out oldest first, up to the limit, and once', async () => {
  const queue = new ListeningQueue();
  const relay = new RelayOutbox(home.store, queue, home.clock);
  await addJobs(5);
  expect([await relay.run(3), await relay.run(3), await relay.run(3)]).toEqual([3, 2, 0]);
  const ids = queue.rows.map(({ id }) => Number(id));
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
  expect(new Set(ids).size).toBe(5);
});

test('while the queue does not answer the rows stay', async () => {
  const queue = new ListeningQueue();
  const relay = new RelayOutbox(home.store, queue, home.clock);
  await addJobs(2);
  queue.broken = true;
  await expect(relay.run(10)).rejects.toThrow('no queue');
  expect(await waiting()).toBe(2);
  queue.broken = false;
  expect(await relay.run(10)).toBe(2);
  expect(await waiting()).toBe(0);
});

test('two relays at once never publish the same row', async () => {
  const queue = new ListeningQueue();
  await addJobs(40);
  const relays = Array.from({ length: 4 }, () => new RelayOutbox(home.store, queue, home.clock));
  while (await waiting()) await Promise.all(relays.map((relay) => relay.run(7)));
  const ids = queue.rows.map(({ id }) => id);
  expect(ids).toHaveLength(40);
  expect(new Set(ids).size).toBe(40);
});
