// The database of `licet up`: the one that DATABASE_URL names, or the embedded one, which one launcher has for itself.
import { holdFolder, startEmbeddedPostgres, type Config } from '#gateways';
import { CommandFault } from '../command-fault';
import type { Parts } from './parts';
import type { DatabaseUrls } from './prepare-database';
import type { Progress } from './progress';

export interface OpenDatabase extends DatabaseUrls {
  /** Rejects with CommandFault when the embedded database ends; never settles for a database of someone else's, which may come back. */
  readonly lost: Promise<never>;
}

/** Takes the data folder for this launcher, unless the database lies elsewhere. Throws CommandFault when another launcher runs on it. */
export async function holdDataFolder({ databaseUrl, dataDir }: Config, parts: Parts, address: string): Promise<void> {
  if (databaseUrl) return;
  const { held, holder } = holdFolder(dataDir, address);
  if (holder)
    throw new CommandFault(
      `Licet already runs on ${dataDir} (process ${holder.pid}, ${holder.address}). Cure: use that one, stop it first (Ctrl-C where it was started, or kill ${holder.pid}), or set LICET_DATA_DIR to another folder.`,
    );
  await parts.open(() => Promise.resolve(held));
}

export async function openDatabase(config: Config, parts: Parts, progress: Progress): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl } = config;
  if (databaseUrl) return { ownerUrl: databaseOwnerUrl, appUrl: databaseUrl, lost: new Promise(() => undefined) };
  const server = await progress.step(
    'database',
    () => parts.open(() => startEmbeddedPostgres({ dataDir: config.dataDir })),
    ({ port, dataDir, joined }) => `embedded PostgreSQL ${joined ? 'joined' : 'started'} on port ${port}, in ${dataDir}`,
  );
  const lost = server.ended().then(() => {
    throw new CommandFault(
      `The database (process ${server.pid}) ended, so everything stops. Its last words stand in ${server.dataDir}/postgres.log; \`licet up\` starts it again and loses nothing that was saved.`,
    );
  });
  lost.catch(() => undefined);
  return { ownerUrl: server.ownerUrl, appUrl: server.appUrl, lost };
}
