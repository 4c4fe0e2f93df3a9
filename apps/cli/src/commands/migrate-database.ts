// `licet migrate`: brings tables and queue to this release, for an installation with a database server of its own.
import { readConfig } from '#gateways';
import type { Command } from '../command';
import { CommandFault } from '../command-fault';
import { migrateAll } from '../up/prepare-database';

export const migrateDatabase: Command = {
  name: 'migrate',
  summary: 'Makes or updates the tables as the role of DATABASE_OWNER_URL and lets the role of DATABASE_URL use them.',
  options: {},
  operands: [],
  run: async (_input, terminal) => {
    const { databaseUrl, databaseOwnerUrl } = readConfig(terminal.env);
    if (!databaseUrl || !databaseOwnerUrl) {
      throw new CommandFault(
        'Set DATABASE_OWNER_URL (the role that owns the tables) and DATABASE_URL (the role of the app). The embedded database is migrated by `licet up`.',
      );
    }
    const applied = await migrateAll({ ownerUrl: databaseOwnerUrl, appUrl: databaseUrl });
    terminal.out(applied === 0 ? 'The database is up to date.' : `The database is up to date: ${applied} migrations applied.`);
    return 0;
  },
};
