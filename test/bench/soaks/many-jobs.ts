// Jobs through the queue with two workers, a tenth of the rows published twice: none is lost, and none is handled again but where the backend says that its lock ran out.
import { randomUUID } from 'node:crypto';
import { JOB_NAMES, type JobHandler, type OutboxRow } from '#casework';
import { openQueue, openWorker } from '#queue';
import { postgresHome, redisHome, whyNoRedis } from '../../contracts/queue-backends';
import type { Soaked } from '../soak';

const JOBS = 20_000;
const BATCH = 500;
const WORKERS = 2;
const CONCURRENCY = 25;

export async function manyJobs(backend: 'postgres' | 'redis'): Promise<Soaked> {
  const reason = backend === 'redis' ? whyNoRedis() : null;
  if (reason !== null) return { skipped: reason };
  const home = await (backend === 'redis' ? redisHome() : postgresHome());
  const queue = openQueue({ ...home.place, answerMs: 60_000 });
  const handled = new Map<string, number>();
  let all: () => void = () => undefined;
  const everyone = new Promise<void>((resolve) => (all = resolve));
  const handlers = JOB_NAMES.map(
    (name) =>
      ({
        name,
        handle: ({ licenceId }: { licenceId: string }) => {
          handled.set(licenceId, (handled.get(licenceId) ?? 0) + 1);
          if (handled.size === JOBS) all();
          return Promise.resolve();
        },
      }) as unknown as JobHandler,
  );
  const failures: Error[] = [];
  let stalled = 0;
  const watch = { failed: (_job: unknown, error: Error) => void failures.push(error), stalled: () => void (stalled += 1) };
  const workers = await Promise.all(
    Array.from({ length: WORKERS }, () => openWorker({ ...home.place, handlers, concurrency: CONCURRENCY, watch })),
  );
  try {
    for (let made = 0; made < JOBS; made += BATCH) {
      const rows = Array.from({ length: BATCH }, (): OutboxRow => {
        return { id: randomUUID(), job: { name: 'render-licence', payload: { licenceId: randomUUID() } } };
      });
      const again = rows.slice(0, BATCH / 10);
      await queue.publish([...rows, ...again]);
    }
    await everyone;
  } finally {
    await Promise.all(workers.map((worker) => worker.close({ drainMs: 10_000 })));
    await queue.close();
    await home.close();
  }
  const again = [...handled.values()].reduce((sum, times) => sum + times - 1, 0);
  if (again > stalled) throw new Error(`Jobs were handled ${again} times too often, and ${stalled} locks ran out`);
  if (failures[0]) throw new Error(`${failures.length} jobs failed`, { cause: failures[0] });
  return { jobs: JOBS, published: JOBS + JOBS / 10, handled: handled.size, again, stalled, workers: WORKERS };
}
