// Tables and queue brought to this release, and the app's role allowed to use them.
import { migrateQueue } from '#queue';
import { grantAppRole, migrate, pendingMigrations } from '#store';
import { CommandFault, thrown } from '../command-fault';

export interface DatabaseUrls {
  /** Null: nobody may migrate. */
  readonly ownerUrl: string | null;
  readonly appUrl: string;
}

/** Applies what is pending; returns how many migrations that were. Throws CommandFault when something is pending and there is no owner's URL. */
export async function migrateAll({ ownerUrl, appUrl }: DatabaseUrls): Promise<number> {
  const pending = await reachable(() => pendingMigrations(ownerUrl ?? appUrl));
  if (!ownerUrl) {
    if (pending.length === 0) return 0;
    throw new CommandFault(
      `The database lacks ${pending.length} migrations of this release. Cure: set DATABASE_OWNER_URL to the role that owns the tables, or run \`licet migrate\` with it.`,
    );
  }
  await migrate(ownerUrl);
  await grantAppRole(ownerUrl, decodeURIComponent(new URL(appUrl).username));
  await migrateQueue(ownerUrl);
  return pending.length;
}

async function reachable<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const { code, message } = thrown(error);
    const words = message || code;
    throw new CommandFault(
      `The database does not answer: ${words}. Cure: check DATABASE_URL and DATABASE_OWNER_URL and that the server runs.`,
      {
        cause: error,
      },
    );
  }
}
