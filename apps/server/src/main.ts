// The server process: JSON API and pages over HTTP.
import 'reflect-metadata';
import { KeepLaw, MoveDemoClock } from '#casework';
import {
  ConfigError,
  gatewaysOf,
  loadLaw,
  loadManifests,
  onStopSignal,
  openLog,
  productVersion,
  readConfig,
  reportReady,
  repositoryRoot,
} from '#gateways';
import { openQueue } from '#queue';
import { createStore, pendingMigrations } from '#store';
import { createServer } from './create-server';
import { Metrics } from './http/metrics/metrics';
import { keptSessionSecret } from './http/security/session-secret';
import { stopServer } from './http/stop-server';

const CONNECTIONS = 10;
/** What is open, in the order of opening; closed from the last to the first. */
const open: { close(): Promise<unknown> }[] = [];

async function main(): Promise<void> {
  onStopSignal(closeAll);
  const config = readConfig(process.env);
  const log = openLog({ name: 'server', level: config.logLevel });
  const { databaseUrl, redisUrl } = config;
  if (!databaseUrl)
    throw new Error('DATABASE_URL is not set. Cure: start with `licet up`, or name the database by the role of the app.');
  const pending = await pendingMigrations(databaseUrl);
  if (pending.length > 0)
    throw new Error(`The database lacks ${pending.join(', ')}. Cure: run \`licet migrate\` with DATABASE_OWNER_URL.`);
  const store = await createStore({ url: databaseUrl, poolSize: CONNECTIONS });
  open.push(store);
  const queue = openQueue({ databaseUrl, redisUrl });
  open.push(queue);
  const { clock, movable, wall, files, passwords, settings } = gatewaysOf(config);
  if (movable) {
    const demoClock = new MoveDemoClock(store, wall);
    if (config.clock) await demoClock.start(config.clock);
    await movable.follow(() => demoClock.aheadMs());
    open.push(movable);
  }
  const law = await loadLaw();
  const procedures = await loadManifests();
  await new KeepLaw(store, clock, law).ensure();
  const app = await createServer({
    store,
    clock,
    files,
    passwords,
    settings,
    queue,
    log,
    ...(config.metrics && {
      metrics: new Metrics({
        store,
        clock,
        version: productVersion(),
        queueCounts: () => queue.counts(),
        pool: () => store.pool(),
      }),
    }),
    law,
    procedures,
    sessionSecret: config.sessionSecret ?? keptSessionSecret(config.dataDir),
    sessionHours: config.sessionHours,
    pendingMigrations: () => pendingMigrations(databaseUrl),
    root: repositoryRoot(),
  });
  open.push({
    close: async () => {
      if (!(await stopServer(app))) log.warn('requests were still open; they were cut off');
    },
  });
  await app.listen({ host: config.host, port: config.port });
  const address = await app.getUrl();
  log.info({ address, demo: config.demo }, 'server ready');
  reportReady({ address });
}

async function closeAll(): Promise<void> {
  for (let part = open.pop(); part !== undefined; part = open.pop()) await part.close();
}

main().catch(async (error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  await closeAll().catch(console.error);
  process.exit(1);
});
