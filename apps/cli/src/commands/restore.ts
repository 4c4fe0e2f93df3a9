// `licet restore`: a backup into an empty installation.
import path from 'node:path';
import { gatewaysOf, readConfig } from '#gateways';
import { DamagedBackup } from '../backup/backup-file';
import { machinePrograms } from '../backup/pg-dump';
import { restoreBackup } from '../backup/restore-backup';
import { UsageError, type Command } from '../command';
import { CommandFault } from '../command-fault';
import { migrateAll } from '../up/prepare-database';
import { withDatabase } from '../up/with-database';

export const restoreInstallation: Command = {
  name: 'restore',
  summary: 'Brings the backup in FILE back into an empty database and file folder; a damaged file changes nothing.',
  options: {},
  operands: ['FILE'],
  run: async ({ operands }, terminal) => {
    const [name] = operands;
    if (!name) throw new UsageError('Name the file to read', restoreInstallation);
    const config = readConfig(terminal.env);
    if (config.databaseUrl && !config.databaseOwnerUrl)
      throw new CommandFault('Set DATABASE_OWNER_URL as well: the role that owns the tables brings the rows back.');
    const { files } = gatewaysOf(config);
    return withDatabase(config, async ({ appUrl, ownerUrl }) => {
      try {
        const target = {
          ownerUrl: ownerUrl ?? appUrl,
          files,
          migrate: () => migrateAll({ ownerUrl, appUrl }),
          programs: machinePrograms,
        };
        const outcome = await restoreBackup(path.resolve(name), target);
        terminal.out(`Restored as of ${outcome.madeAt}: ${outcome.rows} rows and ${outcome.files} files.`);
        if (outcome.jobsAgain > 0) terminal.out(`${outcome.jobsAgain} jobs that were on their way are handed out again.`);
        return 0;
      } catch (error) {
        if (error instanceof DamagedBackup) throw new CommandFault(error.message, { cause: error });
        throw error;
      }
    });
  },
};
