// The product's HTTP server as its own program starts it, on the bench's database, with a clock that stands still and no bound on requests per minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CaseworkSettings } from '#casework';
import { Argon2Passwords, loadLaw, loadManifests, LocalFileStore, repositoryRoot } from '#gateways';
import { createStore, type PostgresStore } from '#store';
import { createServer } from '../../../apps/server/src/create-server';
import { TestClock } from '../../fakes/test-clock';
import { answerOrders } from '../child';
import { load, requestBytes, type HttpCall } from '../load';
import { recording } from '../statements';

type Order =
  | { readonly order: 'start'; readonly databaseUrl: string; readonly connections: number; readonly now: string }
  | { readonly order: 'record'; readonly call: HttpCall };

const folder = mkdtempSync(path.join(tmpdir(), 'licet-bench-'));
let running: { readonly app: NestFastifyApplication; readonly store: PostgresStore; readonly url: string } | undefined;

async function start(databaseUrl: string, connections: number, now: string): Promise<string> {
  const store = await createStore({ url: databaseUrl, poolSize: connections });
  const app = await createServer({
    store,
    clock: new TestClock(now),
    passwords: new Argon2Passwords(),
    law: await loadLaw(),
    procedures: await loadManifests(),
    files: new LocalFileStore(folder),
    queue: { ping: () => Promise.resolve(), unfit: () => Promise.resolve(null) },
    settings: new CaseworkSettings({ publicUrl: 'http://127.0.0.1:3000', specimen: true, licenceSeries: 'DU' }),
    sessionSecret: 'a secret for the bench, long enough to sign with',
    sessionHours: 12,
    pendingMigrations: () => Promise.resolve([]),
    root: repositoryRoot(),
    requestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const url = await app.getUrl();
  running = { app, store, url };
  return url;
}

/** The statements of one request. */
function record(call: HttpCall) {
  const calls = [requestBytes(call)];
  return recording(() => load(running?.url ?? '', 1, () => calls.pop() ?? null));
}

answerOrders<Order>(
  (order) => (order.order === 'start' ? start(order.databaseUrl, order.connections, order.now) : record(order.call)),
  async () => {
    await running?.app.close();
    await running?.store.close();
    rmSync(folder, { recursive: true, force: true });
  },
);
