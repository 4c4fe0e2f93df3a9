// `licet clock set` and `licet clock show`: the clock of a demo, moved for server and worker alike while they run.
import { MoveDemoClock } from '#casework';
import { gatewaysOf, isMoment, readConfig, type Gateways } from '#gateways';
import { addMs, instant } from '#kernel';
import { createStore, pendingMigrations } from '#store';
import { UsageError, type Command } from '../command';
import { CommandFault } from '../command-fault';
import type { Terminal } from '../terminal';
import { withDatabase } from '../up/with-database';

export const setClock: Command = {
  name: 'clock set',
  summary:
    'Moves the clock of a demo forward to MOMENT, such as 2025-11-08T09:00:00+08:00; running servers follow within a second.',
  options: {},
  operands: ['MOMENT'],
  run: async ({ operands }, terminal) => {
    const [text = ''] = operands;
    if (!isMoment(text)) throw new UsageError('Name a moment with its offset, such as 2025-11-08T09:00:00+08:00', setClock);
    return withDemoClock(terminal, async (demoClock, gateways) => {
      const { now, moved } = await demoClock.forward(instant(text));
      if (!moved) throw new CommandFault(`The clock stands at ${now} and never goes back. Cure: name a later moment.`);
      terminal.out(`The clock of this demo shows ${now}, ${gateways.clock.dayOf(now)}.`);
      return 0;
    });
  },
};

export const showClock: Command = {
  name: 'clock show',
  summary: 'Says what the clock of a demo shows.',
  options: {},
  operands: [],
  run: (_input, terminal) =>
    withDemoClock(terminal, async (demoClock, gateways) => {
      const aheadMs = await demoClock.aheadMs();
      const now = addMs(gateways.wall.now(), aheadMs);
      const words = aheadMs === 0 ? 'the wall clock' : 'moved';
      terminal.out(`The clock of this demo shows ${now}, ${gateways.clock.dayOf(now)} (${words}).`);
      return 0;
    }),
};

async function withDemoClock(
  terminal: Terminal,
  work: (demoClock: MoveDemoClock, gateways: Gateways) => Promise<number>,
): Promise<number> {
  const config = readConfig(terminal.env);
  if (!config.demo)
    throw new CommandFault('Only a demo has a clock that can be moved. Cure: set LICET_DEMO=1 if this is a demo.');
  const gateways = gatewaysOf(config);
  return withDatabase(config, async ({ appUrl }) => {
    if ((await pendingMigrations(appUrl)).length > 0)
      throw new CommandFault('The database is not of this release. Cure: run `licet up` or `licet migrate` first.');
    const store = await createStore({ url: appUrl, poolSize: 1 });
    try {
      return await work(new MoveDemoClock(store, gateways.wall), gateways);
    } finally {
      await store.close();
    }
  });
}
