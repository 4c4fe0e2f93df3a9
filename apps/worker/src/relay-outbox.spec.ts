// The relay on a real database: a row is published after its commit, once it was published it is marked, and a queue that is away loses nothing.
import { randomUUID } from 'node:crypto';
import { createStore, type PostgresStore } from '#store';
import { TestClock } from '../../../test/fakes/test-clock';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database';
import { JobQueue, RelayOutbox, type OutboxRow, type Transaction } from '#casework';

class RecordingQueue extends JobQueue {
  readonly published: OutboxRow[] = [];
  /** Awaited before each publishing; may throw. */
  before: () => Promise<void> = () => Promise.resolve();

  override async publish(rows: readonly OutboxRow[]): Promise<void> {
    await this.before();
    this.published.push(...rows);
  }

  override ping(): Promise<void> {
    return Promise.resolve();
  }

  override unfit(): Promise<null> {
    return Promise.resolve(null);
  }
}

describe('RelayOutbox', () => {
  const clock = new TestClock();
  let database: FreshDatabase;
  let store: PostgresStore;
  let queue: RecordingQueue;
  let relay: RelayOutbox;

  beforeEach(async () => {
    database = await freshDatabase();
    store = await createStore({ url: database.appUrl, poolSize: 4 });
    queue = new RecordingQueue();
    relay = new RelayOutbox(store, queue, clock);
  });
  afterEach(async () => {
    await store.close();
    await database.drop();
  });

  const system = <T>(work: (tx: Transaction) => Promise<T>) => store.run({ kind: 'system' }, work);
  const licences = Array.from({ length: 5 }, () => randomUUID());
  const fill = () =>
    system(async (tx) => {
      for (const licenceId of licences) await tx.jobs.add({ name: 'render-licence', payload: { licenceId } }, clock.now());
    });
  const told = () => queue.published.map(({ job }) => job.payload);
  const wanted = licences.map((licenceId) => ({ licenceId }));

  it('publishes up to the limit, oldest first, each row once', async () => {
    await fill();
    expect([await relay.run(2), await relay.run(2), await relay.run(2), await relay.run(2)]).toEqual([2, 2, 1, 0]);
    expect(told()).toEqual(wanted);
    expect(await system((tx) => tx.jobs.unpublished())).toBe(0);
  });

  it('publishes nothing of a transaction that was rolled back', async () => {
    const broken = system(async (tx) => {
      await tx.jobs.add({ name: 'render-licence', payload: { licenceId: randomUUID() } }, clock.now());
      throw new Error('no');
    });
    await expect(broken).rejects.toThrow('no');
    expect(await relay.run(10)).toBe(0);
  });

  it('keeps the rows while the queue is away', async () => {
    await fill();
    queue.before = () => Promise.reject(new Error('away'));
    await expect(relay.run(10)).rejects.toThrow('away');
    expect(await system((tx) => tx.jobs.unpublished())).toBe(5);
    queue.before = () => Promise.resolve();
    expect(await relay.run(10)).toBe(5);
    expect(told()).toEqual(wanted);
  });

  it('shares the rows between relays that run at once', async () => {
    await fill();
    let second: Promise<number> | undefined;
    queue.before = async () => {
      if (second) return;
      second = relay.run(3);
      await second;
    };
    expect(await relay.run(3)).toBe(3);
    expect(await second).toBe(2);
    expect(told()).toHaveLength(5);
    expect(told()).toEqual(expect.arrayContaining(wanted));
  });
});
