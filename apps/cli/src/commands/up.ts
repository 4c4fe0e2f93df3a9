// `licet up`: database, tables, law and demo, then server and worker, until Ctrl-C or until one of them, the database included, ends.
import {
  endInWords,
  gatewaysOf,
  loadLaw,
  loadManifests,
  onStopSignal,
  readConfig,
  type ChildApp,
  type Config,
  type Gateways,
} from '#gateways';
import { MoveDemoClock, type LoadedLaw, type Store } from '#casework';
import { createStore } from '#store';
import type { Command } from '../command';
import { CommandFault } from '../command-fault';
import { seedDemo, type Seeded } from '../demo/seed-demo';
import type { Terminal } from '../terminal';
import { localAddress } from '../up/address';
import { serverReady, startApp, workerReady, type AppEnvironment, type AppName } from '../up/apps';
import { holdDataFolder, openDatabase } from '../up/open-database';
import { Parts, Stopped } from '../up/parts';
import { freePort, requireFreePort } from '../up/port';
import { migrateAll, type DatabaseUrls } from '../up/prepare-database';
import { Progress } from '../up/progress';
import { signInTable } from '../up/sign-in-table';

export const up: Command = {
  name: 'up',
  summary: 'Starts everything: the embedded database (unless DATABASE_URL is set), server and worker. Ctrl-C stops it.',
  options: {},
  operands: [],
  run: async (_input, terminal) => {
    const config = readConfig(terminal.env);
    const parts = new Parts();
    onStopSignal(() => {
      terminal.out('Licet stops.');
      return parts.stop();
    });
    try {
      return await serve(config, parts, terminal);
    } catch (error) {
      const asked = parts.isStopping;
      await parts.stop();
      if (asked || error instanceof Stopped) return 0;
      throw error;
    }
  },
};

/** Runs until a part ends of itself, and throws then what ended. */
async function serve(config: Config, parts: Parts, terminal: Terminal): Promise<never> {
  const progress = new Progress(terminal);
  const port = config.port === 0 ? await freePort(config.host) : config.port;
  const address = localAddress(config.host, port);
  await holdDataFolder(config, parts, address);
  await requireFreePort(config.host, port);
  terminal.out(`Licet starts; its data lie in ${config.dataDir}`);
  const [database, law] = await Promise.all([
    openDatabase(config, parts, progress),
    progress.step(
      'law',
      () => loadLaw(),
      ({ rulebook }) => `hash ${rulebook.hash.slice(0, 12)}`,
    ),
  ]);
  const work = async () => {
    await fill(config, database, law, parts, progress, terminal);
    const env: AppEnvironment = {
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: undefined,
      PORT: String(port),
      LICET_DATA_DIR: config.dataDir,
      LICET_DEMO: config.demo ? '1' : '0',
      LICET_CLOCK: undefined,
      LICET_LOG_LEVEL: terminal.env['LICET_LOG_LEVEL'] || 'warn',
      ...(config.port === 0 && !terminal.env['LICET_PUBLIC_URL'] && { LICET_PUBLIC_URL: address }),
    };
    const apps = await startApps(env, address, parts, progress, terminal);
    terminal.out(`\nLicet is ready after ${progress.elapsed()}: ${terminal.env['LICET_PUBLIC_URL'] ?? address}\n`);
    if (config.demo) terminal.out(['Demo sign-ins', ...signInTable(), ''].join('\n'));
    terminal.out('Ctrl-C stops it.');
    const { name, end } = await Promise.race(apps.map(async (app) => ({ name: app.name, end: await app.ended })));
    parts.goOn();
    throw new CommandFault(`The ${name} ended (${endInWords(end)}), so everything stops.`);
  };
  return Promise.race([work(), database.lost]);
}

async function fill(
  config: Config,
  database: DatabaseUrls,
  law: LoadedLaw,
  parts: Parts,
  progress: Progress,
  terminal: Terminal,
): Promise<void> {
  parts.goOn();
  await progress.step(
    'tables',
    () => migrateAll(database),
    (count) => (count === 0 ? 'up to date' : `${count} migrations applied`),
  );
  parts.goOn();
  if (config.demo) await progress.step('demo', () => fillDemo(config, database.appUrl, law, terminal), demoInWords);
}

async function startApps(
  env: AppEnvironment,
  address: string,
  parts: Parts,
  progress: Progress,
  terminal: Terminal,
): Promise<readonly ChildApp[]> {
  const print = (line: string) => terminal.out(line);
  const open = (name: AppName) => parts.open(() => Promise.resolve(startApp(name, env, print)));
  const [server, worker] = [await open('server'), await open('worker')];
  await Promise.all([
    progress.step(
      'worker',
      () => workerReady(worker),
      () => 'ready',
    ),
    progress.step(
      'server',
      () => serverReady(server, address),
      () => 'ready',
    ),
  ]);
  parts.goOn();
  return [server, worker];
}

async function startClock(config: Config, gateways: Gateways, store: Store, terminal: Terminal): Promise<void> {
  const demoClock = new MoveDemoClock(store, gateways.wall);
  if (config.clock) {
    const { now, moved } = await demoClock.start(config.clock);
    if (!moved) terminal.out(`  The clock stands at ${now} already and never goes back; LICET_CLOCK is left aside.`);
  }
  gateways.movable?.moveTo(await demoClock.aheadMs());
}

async function fillDemo(config: Config, url: string, law: LoadedLaw, terminal: Terminal): Promise<Seeded> {
  const store = await createStore({ url, poolSize: 3 });
  try {
    const gateways = gatewaysOf(config);
    await startClock(config, gateways, store, terminal);
    return await seedDemo({ ...gateways, store, law, procedures: await loadManifests() });
  } finally {
    await store.close();
  }
}

function demoInWords(seeded: Seeded): string {
  if (!seeded) return 'left out: the database holds other organisations';
  const { people, cases, products } = seeded;
  return people + cases + products === 0 ? 'is there' : `${people} people, ${cases} cases and ${products} products added`;
}
