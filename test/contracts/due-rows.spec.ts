// Due rows through the queue, the same cases on both backends: exactly once, through an emptied and an absent backend; and Redis that may evict is refused.
import { Redis } from 'ioredis';
import { QueueUnreachable, openQueue } from '#queue';
import { backendAt } from '../../libs/queue/src/backend';
import { DueDesk, dueAtScale } from '../harness/due-desk';
import { testServer } from '../harness/test-server';
import { wherePresent } from '../harness/where-present';
import { postgresHome, redisHome, startRedis, whyNoRedis, type QueueHome } from './queue-backends';

const noRedis = whyNoRedis();
const onRedis = wherePresent(noRedis, 'due rows on Redis');
const backends: [string, () => Promise<QueueHome>][] = [
  ['PostgreSQL', postgresHome],
  ...(noRedis ? [] : [['Redis', redisHome] as [string, typeof redisHome]]),
];
const PATIENCE_MS = 15 * 60_000;

describe.each(backends)('due rows with the queue on %s', (name, open) => {
  let home: QueueHome;
  let desk: DueDesk | undefined;

  beforeEach(async () => {
    home = await open();
  });
  afterEach(async () => {
    await desk?.close();
    desk = undefined;
    await home.close();
  });

  it('are each performed once, with many sweeps and workers at once', async () => {
    expect(await dueAtScale(home.place, 620, 60_000)).toEqual({
      rows: 620,
      done: 620,
      logEntries: 310,
      mails: 310,
      twice: 0,
    });
  });

  it('go out in slices of at most 500 ids', async () => {
    desk = await DueDesk.open(home.place);
    await desk.fill(1_001);
    expect(await desk.sweep.run()).toBe(1_001);
    const slices = await desk.world.store.run({ kind: 'system' }, (tx) => tx.jobs.claim(10));
    expect(slices.map(({ job }) => (job.payload as { ids: string[] }).ids.length)).toEqual([500, 500, 1]);
  });

  it('are not lost when the backend is emptied', async () => {
    desk = await DueDesk.open(home.place);
    await desk.fill(40);
    await desk.handOut(1);
    await empty();
    await desk.work(1);
    desk.clock.advanceMs(PATIENCE_MS - 1);
    expect(await desk.sweep.run()).toBe(0);
    desk.clock.advanceMs(1);
    await desk.handOut(1);
    await desk.settled();
    expect(await desk.count()).toMatchObject({ done: 40, logEntries: 20, mails: 20, twice: 0 });
  });

  it('are performed by the sweep while the backend is away; producers fail fast, and the relay catches up', async () => {
    const { outage } = home;
    if (!outage) {
      console.warn(`The outage of ${name} is not tested: the Redis of REDIS_URL may serve others.`);
      return expect(outage).toBeUndefined();
    }
    desk = await DueDesk.open(home.place);
    await desk.fill(10);
    expect(await desk.sweep.run()).toBe(10);
    await outage.begin();
    await expect(desk.relay.run(10)).rejects.toThrow(QueueUnreachable);
    await desk.fill(10);
    expect(await desk.sweep.run()).toBe(10);
    expect(await desk.count()).toMatchObject({ rows: 20, done: 10, logEntries: 5, mails: 5 });
    await expect(desk.relay.run(10)).rejects.toThrow(QueueUnreachable);
    await outage.end();
    await desk.work(1);
    expect(await desk.relay.run(10)).toBe(1);
    await desk.settled();
    expect(await desk.count()).toMatchObject({ rows: 20, done: 20, logEntries: 10, mails: 10, twice: 0 });
  });

  async function empty(): Promise<void> {
    const { classes, queueName, connection } = backendAt(home.place);
    const raw = new classes.Queue(queueName, { connection: connection('producer') });
    await raw.drain();
    await raw.close();
  }
});

describe('a queue that may lose jobs', () => {
  it('is never that of PostgreSQL', async () => {
    const home = await postgresHome();
    const queue = openQueue(home.place);
    expect(await queue.unfit()).toBeNull();
    await queue.close();
    await home.close();
  });

  onRedis.it('is a Redis that may evict: not ready, with the reason, until its policy is noeviction', async () => {
    const redis = await startRedis();
    const client = new Redis(redis.url);
    const queue = openQueue({ databaseUrl: '', redisUrl: redis.url, answerMs: 2_000 });
    const server = await testServer({ queue });
    const ready = async () => {
      const answer = await server.visitor().get('/health/ready');
      return [answer.status, (answer.body as { facts?: { reasons?: object } }).facts?.reasons];
    };
    expect(await ready()).toEqual([200, undefined]);
    for (const policy of ['allkeys-lru', 'volatile-ttl']) {
      await client.config('SET', 'maxmemory-policy', policy);
      expect(await queue.unfit()).toBe('redis-may-evict');
      expect(await ready()).toEqual([503, { queue: 'redis-may-evict' }]);
    }
    await client.config('SET', 'maxmemory-policy', 'noeviction');
    expect(await ready()).toEqual([200, undefined]);
    client.disconnect();
    await redis.stop();
    expect(await ready()).toEqual([503, { queue: 'no-answer' }]);
    await queue.close();
    await server.end();
  });
});
