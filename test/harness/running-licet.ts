// The whole product in one process: server and worker on a database of its own, with the demo in it, listening on loopback.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TemplateMailWriter, TypstDocumentRenderer } from '#documents';
import { gatewaysOf, loadLaw, loadManifests, readConfig, repositoryRoot, type Gateways } from '#gateways';
import { migrateQueue, openQueue } from '#queue';
import { createStore, pendingMigrations, type PostgresStore } from '#store';
import { seedDemo } from '../../apps/cli/src/demo/seed-demo';
import { freePort } from '../../apps/cli/src/up/port';
import { createServer } from '../../apps/server/src/create-server';
import { startWorker } from '../../apps/worker/src/start-worker';
import { asOwner } from '../builders/stored-world';
import { freshDatabase } from './database';
import { until } from './until';

export interface RunningLicet {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly store: PostgresStore;
  readonly gateways: Gateways;
  readonly dataDir: string;
  /** Resolves when every job of the outbox was published and had its effect; throws when nothing moves on. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the product with the demo seeded. */
export async function runningLicet(): Promise<RunningLicet> {
  const database = await freshDatabase();
  await migrateQueue(database.ownerUrl);
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'licet-journey-'));
  const port = await freePort('127.0.0.1');
  const config = readConfig({
    DATABASE_URL: database.appUrl,
    LICET_DATA_DIR: dataDir,
    LICET_DEMO: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
  });
  const store = await createStore({ url: database.appUrl, poolSize: 8 });
  const queue = openQueue({ databaseUrl: database.appUrl });
  const law = await loadLaw();
  const procedures = await loadManifests();
  const gateways = gatewaysOf(config);
  await seedDemo({ ...gateways, store, law, procedures });
  const app = await createServer({
    ...gateways,
    store,
    queue,
    law,
    procedures,
    sessionSecret: 'a secret for journeys, long enough to sign with',
    sessionHours: config.sessionHours,
    pendingMigrations: () => pendingMigrations(database.appUrl),
    root: repositoryRoot(),
  });
  await app.listen({ host: config.host, port: config.port });
  const renderer = new TypstDocumentRenderer();
  const parts = { ...gateways, store, queue, renderer, law, procedures, letters: new TemplateMailWriter() };
  const worker = await startWorker(parts, { place: { databaseUrl: database.appUrl } });
  const waiting = () =>
    store.run(
      { kind: 'system' },
      async (tx) =>
        (await tx.jobs.unpublished()) + (await asOwner(database, `select from issued_document where state = 'waiting'`)).length,
    );
  return {
    url: `http://127.0.0.1:${String(port)}`,
    app,
    store,
    gateways,
    dataDir,
    quiet: () => until(async () => (await waiting()) === 0, 'jobs still wait'),
    stop: async () => {
      await worker.stop();
      await renderer.close();
      await app.close();
      await queue.close();
      await store.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
