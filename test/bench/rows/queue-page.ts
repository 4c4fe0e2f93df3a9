// A page of a queue at 100,000 open cases: over HTTP against a bare route that runs the same statements, and its slowest answers against those of a small queue.
import { ReadQueues, type Actor } from '#casework';
import { house, type House } from '../../builders/house';
import { fillQueue } from '../full-queue';
import type { Sides } from '../in-turns';
import { load, requestBytes, times, type HttpCall } from '../load';
import { CALLERS, DATABASE_CONNECTIONS, openScene } from '../scene';

const MANY = 100_000;
const FEW = 1_000;
/** Requests of one turn of one side. */
const REQUESTS = 400;
/** Pages of one turn of which the slowest twentieth counts. */
const PAGES = 200;

export async function queuePage(): Promise<Sides> {
  const scene = await openScene('officer@house.test');
  await fillQueue(scene.house, MANY);
  const call: HttpCall = { method: 'GET', path: '/api/v1/queue?shelf=all', headers: scene.session };
  const statements = await scene.statementsOf(call);
  const bareUrl = await scene.bare.ask<string>({
    order: 'serve',
    databaseUrl: scene.house.database.appUrl,
    connections: DATABASE_CONNECTIONS,
    statements,
  });
  const request = requestBytes(call);
  return {
    product: () => load(scene.url, CALLERS, times(REQUESTS, request)),
    bare: () => load(bareUrl, CALLERS, times(REQUESTS, request)),
    close: () => scene.close(),
  };
}

/** Pages per second at the 95th percentile: of the full queue, and of the small one. */
export async function queueFlat(): Promise<Sides> {
  const [full, small] = [await house(), await house()];
  await fillQueue(full, MANY);
  await fillQueue(small, FEW);
  return {
    product: () => atPercentile(full, full.caseOfficer),
    bare: () => atPercentile(small, small.caseOfficer),
    close: async () => {
      await full.end();
      await small.end();
    },
  };
}

async function atPercentile(here: House, officer: Actor): Promise<number> {
  const queues = here.get(ReadQueues);
  const seconds: number[] = [];
  for (let left = PAGES; left > 0; left--) {
    const begun = performance.now();
    const { rows } = await queues.page(officer, { shelf: 'all' }, { limit: 25 });
    seconds.push((performance.now() - begun) / 1000);
    if (rows.length === 0) throw new Error('The queue is empty');
  }
  return 1 / (seconds.sort((a, b) => a - b)[Math.floor(PAGES * 0.95)] ?? 0);
}
