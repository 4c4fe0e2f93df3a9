import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { until } from '../../../test/harness/until';
import { Heartbeat, type HeartbeatOptions } from './heartbeat';

const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-heartbeat-'));
const file = path.join(folder, 'beat');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const well = {
  database: { ping: () => Promise.resolve() },
  queue: { ping: () => Promise.resolve(), unfit: () => Promise.resolve(null) },
  takesJobs: () => true,
};

/** Lets a heart look twice and tells what it said and whether the file stood there. */
async function watched(parts: Pick<HeartbeatOptions, 'database' | 'queue' | 'takesJobs'>) {
  const told: (string | null)[] = [];
  let looks = 0;
  const takesJobs = () => {
    looks += 1;
    return parts.takesJobs();
  };
  const onChange = (trouble: Error | null) => told.push(trouble?.message ?? null);
  const heart = new Heartbeat({ ...parts, takesJobs, file, everyMs: 1, onChange });
  await until(() => Promise.resolve(looks > 2), 'the heart looked once only');
  const beat = existsSync(file);
  await heart.stop();
  return { beat, told, left: existsSync(file) };
}

test('beats while all is well, and takes the file away at the end', async () => {
  expect(await watched(well)).toEqual({ beat: true, told: [], left: false });
});

const away = () => Promise.reject(new Error('away'));

test.each([
  ['the worker takes no jobs', { ...well, takesJobs: () => false }, 'the worker takes no jobs'],
  ['the database is away', { ...well, database: { ping: away } }, 'away'],
  ['the queue is away', { ...well, queue: { ...well.queue, ping: away } }, 'away'],
  [
    'the queue may lose jobs',
    { ...well, queue: { ...well.queue, unfit: () => Promise.resolve('redis-may-evict' as const) } },
    'the queue is unfit: redis-may-evict',
  ],
])('does not beat while %s, and says so once', async (_name, parts, words) => {
  expect(await watched(parts)).toEqual({ beat: false, told: [words], left: false });
});
