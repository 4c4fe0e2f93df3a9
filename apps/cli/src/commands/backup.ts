// `licet backup`: the whole installation in one file.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { gatewaysOf, productVersion, readConfig } from '#gateways';
import { pendingMigrations } from '#store';
import type { DumpChoice } from '../backup/choose-dump';
import { machinePrograms } from '../backup/pg-dump';
import { writeBackup } from '../backup/write-backup';
import { UsageError, type Command } from '../command';
import { CommandFault } from '../command-fault';
import { withDatabase } from '../up/with-database';

export const backupInstallation: Command = {
  name: 'backup',
  summary: 'Writes all rows and stored files, as of one moment, to FILE, which must not exist. Licet may run meanwhile.',
  options: { logical: { type: 'boolean', help: 'Make Licet’s own dump of the rows also where pg_dump could make it' } },
  operands: ['FILE'],
  run: async ({ operands, flags }, terminal) => {
    const [name] = operands;
    if (!name) throw new UsageError('Name the file to write', backupInstallation);
    const file = path.resolve(name);
    if (existsSync(file)) throw new CommandFault(`${file} exists. Cure: name a new file.`);
    if (!existsSync(path.dirname(file))) throw new CommandFault(`There is no folder ${path.dirname(file)}. Cure: make it first.`);
    const config = readConfig(terminal.env);
    const { files, wall } = gatewaysOf(config);
    return withDatabase(config, async ({ appUrl, ownerUrl }) => {
      if ((await pendingMigrations(appUrl)).length > 0)
        throw new CommandFault(
          'The database is not of this release. Cure: back up with the release that it is of, or migrate first.',
        );
      const counts = await writeBackup(file, {
        appUrl,
        ownerUrl,
        programs: machinePrograms,
        logical: flags['logical'] ?? false,
        files,
        version: productVersion(),
        at: wall.now(),
      });
      terminal.out(`${file}: ${counts.rows} rows of ${counts.tables} tables and ${counts.files} files.`);
      terminal.out(inWords(counts.choice));
      terminal.out('It holds personal data and the hashes of passwords: keep it as you keep the database.');
      return 0;
    });
  },
};

function inWords(choice: DumpChoice): string {
  if (choice.kind === 'pg_dump') return `The rows are an archive of pg_dump ${choice.major} in custom format.`;
  return `The rows are a dump by Licet itself: ${choice.why}.`;
}
