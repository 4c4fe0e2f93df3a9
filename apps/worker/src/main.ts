// The worker process: jobs and the outbox relay, no HTTP.
import 'reflect-metadata';
import { MoveDemoClock } from '#casework';
import { TemplateMailWriter, TypstDocumentRenderer } from '#documents';
import { ConfigError, gatewaysOf, loadLaw, loadManifests, onStopSignal, openLog, readConfig, reportReady } from '#gateways';
import { openQueue } from '#queue';
import { createStore } from '#store';
import { startWorker } from './start-worker';

const CONNECTIONS = 6;
/** What is open, in the order of opening; closed from the last to the first. */
const open: { close(): Promise<unknown> }[] = [];

async function main(): Promise<void> {
  onStopSignal(closeAll);
  const config = readConfig(process.env);
  const log = openLog({ name: 'worker', level: config.logLevel });
  const { databaseUrl, redisUrl } = config;
  if (!databaseUrl)
    throw new Error('DATABASE_URL is not set. Cure: start with `licet up`, or name the database by the role of the app.');
  const store = await createStore({ url: databaseUrl, poolSize: CONNECTIONS });
  open.push(store);
  const queue = openQueue({ databaseUrl, redisUrl });
  open.push(queue);
  const renderer = new TypstDocumentRenderer();
  open.push(renderer);
  const gateways = gatewaysOf(config);
  if (gateways.movable) {
    const demoClock = new MoveDemoClock(store, gateways.wall);
    if (config.clock) await demoClock.start(config.clock);
    await gateways.movable.follow(() => demoClock.aheadMs());
    open.push(gateways.movable);
  }
  const [law, procedures] = [await loadLaw(), await loadManifests()];
  const parts = { ...gateways, store, queue, renderer, law, procedures, letters: new TemplateMailWriter() };
  const worker = await startWorker(parts, { place: { databaseUrl, redisUrl }, heartbeat: config.heartbeat, log });
  open.push({ close: () => worker.stop() });
  log.info({ demo: config.demo }, 'worker ready');
  reportReady();
}

async function closeAll(): Promise<void> {
  for (let part = open.pop(); part !== undefined; part = open.pop()) await part.close();
}

main().catch(async (error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  await closeAll().catch(console.error);
  process.exit(1);
});
