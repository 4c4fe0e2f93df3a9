// The queue's contract, the same cases on both backends. Every wait is for an event of the queue; nothing sleeps.
import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { Client } from 'pg';
import type { Job, JobHandler, JobName, JobRun, OutboxRow } from '#casework';
import { JOB_NAMES } from '#casework';
import { openQueue, openWorker, QueueUnreachable, type JobWorker, type JobWorkerOptions } from '#queue';
import { backendAt } from '../../libs/queue/src/backend';
import { wherePresent } from '../harness/where-present';
import { freePort, postgresHome, redisHome, startRedis, whyNoRedis, type QueueHome } from './queue-backends';

const noRedis = whyNoRedis();
const onRedis = wherePresent(noRedis, "the queue's contract on Redis");
const backends: [string, () => Promise<QueueHome>][] = [
  ['PostgreSQL', postgresHome],
  ...(noRedis ? [] : [['Redis', redisHome] as [string, typeof redisHome]]),
];

type Work = (job: Job, run: JobRun) => Promise<void>;

/** One handler for each job of the catalogue, all doing the same work. */
function handlers(work: Work): JobHandler[] {
  return JOB_NAMES.map(
    (name) => ({ name, handle: (payload: unknown, run: JobRun) => work({ name, payload } as Job, run) }) as JobHandler,
  );
}

function row(name: JobName = 'render-licence'): OutboxRow {
  const payload = name === 'notify-case-moved' ? { applicationId: randomUUID(), logId: '17' } : { licenceId: randomUUID() };
  return { id: randomUUID(), job: { name, payload } as Job };
}

describe.each(backends)('job queue on %s', (_, open) => {
  let home: QueueHome;
  let queue: ReturnType<typeof openQueue>;
  const workers: JobWorker[] = [];

  beforeEach(async () => {
    home = await open();
    queue = openQueue({ ...home.place, retryDelayMs: 10 });
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map((worker) => worker.close({ drainMs: 2_000 })));
    await queue.close();
    await home.close();
  });

  /** A worker whose events can be awaited: `done`, `failed`, `progress`. */
  async function worker(work: Work, more: Partial<JobWorkerOptions> = {}) {
    const events = new EventEmitter();
    const opened = await openWorker({
      ...home.place,
      handlers: handlers(work),
      concurrency: 4,
      watch: {
        done: (job) => events.emit('done', job),
        failed: (job, error) => events.emit('failed', job, error),
        progress: (job, percent) => events.emit('progress', job, percent),
      },
      ...more,
    });
    workers.push(opened);
    return { events, opened };
  }

  it('hands a published row to the handler of its job with the payload', async () => {
    const seen: Job[] = [];
    const published = row('notify-case-moved');
    const { events } = await worker((job) => Promise.resolve(void seen.push(job)));
    const done = once(events, 'done');
    await queue.publish([published]);
    expect(await done).toEqual([
      {
        id: expect.stringMatching(new RegExp(`^outbox-${published.id}-[0-9a-f]{16}$`)),
        name: 'notify-case-moved',
        about: published.job.payload,
      },
    ]);
    expect(seen).toEqual([published.job]);
  });

  it('works on jobs that were published before there was a worker', async () => {
    const rows = [row(), row('notify-case-moved'), row()];
    await queue.publish(rows);
    const seen: Job[] = [];
    const all = new EventEmitter();
    await worker((job) => {
      seen.push(job);
      if (seen.length === rows.length) all.emit('seen');
      return Promise.resolve();
    }).then(() => (seen.length < rows.length ? once(all, 'seen') : undefined));
    expect(seen).toEqual(expect.arrayContaining(rows.map(({ job }) => job)));
  });

  it('makes one job of a row published twice, at once, in one batch or after it was done', async () => {
    const [twice, marker] = [row(), row('notify-case-moved')];
    const seen: string[] = [];
    await Promise.all([queue.publish([twice, twice]), queue.publish([twice])]);
    const { events } = await worker((job) => Promise.resolve(void seen.push(job.name)), { concurrency: 1 });
    await once(events, 'done');
    await queue.publish([twice]);
    const done = once(events, 'done');
    await queue.publish([marker]);
    await done;
    expect(seen).toEqual(['render-licence', 'notify-case-moved']);
  });

  it('does not take a new row for an old one that bore the same id before the database was restored', async () => {
    const before = { ...row(), id: '17' };
    const after = { ...row(), id: '17' };
    const seen: Job[] = [];
    const { events } = await worker((job) => Promise.resolve(void seen.push(job)), { concurrency: 1 });
    for (const published of [before, after]) {
      const done = once(events, 'done');
      await queue.publish([published]);
      await done;
    }
    expect(seen).toEqual([before.job, after.job]);
  });

  it('tries a failed job again after a wait, telling the attempt, until it succeeds', async () => {
    const attempts: number[] = [];
    const finals: boolean[] = [];
    // One at a time, so that the word of a failure comes before the next try.
    const { events } = await worker(
      (_job, run) => {
        attempts.push(run.attempt);
        return run.attempt < 3 ? Promise.reject(new Error('not yet')) : Promise.resolve();
      },
      { concurrency: 1 },
    );
    events.on('failed', (job: { final: boolean }) => finals.push(job.final));
    const done = once(events, 'done');
    await queue.publish([row()]);
    await done;
    expect(attempts).toEqual([1, 2, 3]);
    expect(finals).toEqual([false, false]);
  });

  it('gives up after the attempts of the catalogue and says which was the last', async () => {
    const told: [number, boolean][] = [];
    const { events } = await worker((_job, run) => {
      told.push([run.attempt, run.lastAttempt]);
      return Promise.reject(new Error('never'));
    });
    const final = new Promise((resolve) =>
      events.on('failed', (job: { final: boolean; attempt: number }) => job.final && resolve(job)),
    );
    await queue.publish([row()]);
    expect(await final).toMatchObject({ attempt: 5, final: true });
    expect(told).toEqual([1, 2, 3, 4, 5].map((attempt) => [attempt, attempt === 5]));
  });

  it.each([
    ['a payload that the catalogue does not know', 'render-licence', { licenceId: 'no-uuid' }],
    ['a payload with a field too many', 'render-licence', { licenceId: randomUUID(), html: '<p>' }],
    ['a job that is not in the catalogue', 'mine-bitcoin', {}],
  ])('fails %s at once, without a second try and without a handler', async (_what, name, payload) => {
    const seen: Job[] = [];
    const { events } = await worker((job) => Promise.resolve(void seen.push(job)));
    const failed = once(events, 'failed');
    await publishRaw(name, payload);
    expect((await failed)[0]).toMatchObject({ name, attempt: 1, final: true });
    expect(seen).toEqual([]);
  });

  /** As a faulty or older program would publish. */
  async function publishRaw(name: string, payload: unknown): Promise<void> {
    const { classes, queueName, connection } = backendAt(home.place);
    const raw = new classes.Queue(queueName, { connection: connection('producer') });
    await raw.add(name, payload, { attempts: 3 });
    await raw.close();
  }

  it('forwards progress, rounded and kept within 0 and 100', async () => {
    const told: number[] = [];
    const { events } = await worker(async (_job, run) => {
      for (const percent of [-5, 33.4, 250]) await run.progress(percent);
    });
    events.on('progress', (_job, percent: number) => told.push(percent));
    const done = once(events, 'done');
    await queue.publish([row()]);
    await done;
    expect(told).toEqual([0, 33, 100]);
  });

  it('lets a running job finish when it closes, and takes no further one', async () => {
    const gate = new EventEmitter();
    const seen: string[] = [];
    const { events, opened } = await worker(
      async (job) => {
        seen.push(job.name);
        gate.emit('started');
        await once(gate, 'open');
      },
      { concurrency: 1 },
    );
    const started = once(gate, 'started');
    await queue.publish([row()]);
    await started;
    const done = once(events, 'done');
    const closing = opened.close({ drainMs: 10_000 });
    await queue.publish([row('notify-case-moved')]);
    gate.emit('open');
    expect(await closing).toBe(true);
    await done;
    expect(seen).toEqual(['render-licence']);
    expect(await opened.close({ drainMs: 1 })).toBe(true);
  });

  it('closes although a job does not end, and says so', async () => {
    const gate = new EventEmitter();
    const { opened } = await worker(async () => {
      gate.emit('started');
      await once(gate, 'open');
    });
    const started = once(gate, 'started');
    await queue.publish([row()]);
    await started;
    expect(await opened.close({ drainMs: 20 })).toBe(false);
    gate.emit('open');
  });

  it('goes on after all its connections were cut', async () => {
    if (!home.cut) console.warn('Connections are not cut: the Redis of REDIS_URL may serve others.');
    const seen: Job[] = [];
    const { events } = await worker((job) => Promise.resolve(void seen.push(job)));
    await home.cut?.();
    const published = row();
    const done = once(events, 'done');
    await queue.publish([published]).catch(() => queue.publish([published]));
    await done;
    expect(seen).toEqual([published.job]);
  });

  it('answers a ping', async () => {
    await expect(queue.ping()).resolves.toBeUndefined();
  });

  it('does not start with a job without a handler, or with two', async () => {
    const [first, ...others] = handlers(() => Promise.resolve());
    const start = (given: JobHandler[]) => openWorker({ ...home.place, handlers: given, concurrency: 1 });
    await expect(start(others)).rejects.toThrow('job "render-licence" has no handler');
    await expect(start([...others, first, first] as JobHandler[])).rejects.toThrow('job "render-licence" has 2 handlers');
  });
});

describe('a queue whose backend is away', () => {
  it('says so for PostgreSQL, and works once it is back', async () => {
    const home = await postgresHome();
    const database = new URL(home.place.databaseUrl).pathname.slice(1);
    const queue = openQueue(home.place);
    await allowConnections(database, false);
    await expect(queue.publish([row()])).rejects.toThrow(QueueUnreachable);
    await expect(queue.ping()).rejects.toThrow('PostgreSQL (DATABASE_URL) does not answer');
    await allowConnections(database, true);
    await expect(queue.publish([row()])).resolves.toBeUndefined();
    await queue.close();
    await home.close();
  });

  async function allowConnections(database: string, allowed: boolean): Promise<void> {
    const admin = new Client({ connectionString: process.env['LICET_TEST_PG_URL'] });
    await admin.connect();
    await admin.query(`alter database ${database} with allow_connections ${allowed}`);
    await admin.end();
  }

  it('refuses to start a worker on a database without the queue’s schema', async () => {
    const home = await postgresHome();
    const bare = new URL(home.place.databaseUrl);
    bare.pathname = '/postgres';
    const start = openWorker({ databaseUrl: bare.href, handlers: handlers(() => Promise.resolve()), concurrency: 1 });
    await expect(start).rejects.toThrow('not initialized');
    await home.close();
  });

  onRedis.it('says so for Redis, and works once it is back', async () => {
    const port = await freePort();
    const queue = openQueue({ databaseUrl: '', redisUrl: `redis://127.0.0.1:${port}`, answerMs: 1_000 });
    await expect(queue.publish([row()])).rejects.toThrow('Redis (REDIS_URL) does not answer');
    const server = await startRedis(port);
    await expect(queue.publish([row()])).resolves.toBeUndefined();
    await queue.close();
    await server.stop();
  });
});
