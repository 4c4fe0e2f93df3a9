// The database of an installation for one command: the one that the settings name, or the embedded one, started for as long as the command runs.
import { startEmbeddedPostgres, type Config } from '#gateways';
import type { DatabaseUrls } from './prepare-database';

/** An embedded server that runs already is joined and goes on running. */
export async function withDatabase<T>(config: Config, work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  if (config.databaseUrl) return work({ ownerUrl: config.databaseOwnerUrl, appUrl: config.databaseUrl });
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir });
  try {
    return await work(server);
  } finally {
    await server.stop();
  }
}
