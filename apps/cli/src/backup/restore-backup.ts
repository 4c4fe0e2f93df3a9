// Brings a backup back into an empty installation: the file is read whole and checked before anything is written.
import type { FileStore } from '#casework';
import { filledTables, loadSnapshot, MIGRATION_NAMES, settleSnapshot, type LoadedTable, type SnapshotLoader } from '#store';
import { CommandFault } from '../command-fault';
import { checkBackup, DamagedBackup, readBackup, type BackupHead, type BackupLine } from './backup-file';
import { chooseRestore, type DumpPrograms } from './choose-dump';
import { restored } from './pg-dump';

export interface RestoreTarget {
  readonly ownerUrl: string;
  readonly files: FileStore;
  /** Makes the tables of this release. */
  readonly migrate: () => Promise<unknown>;
  readonly programs: DumpPrograms;
}

export interface RestoreOutcome {
  readonly madeAt: string;
  readonly rows: number;
  readonly files: number;
  readonly jobsAgain: number;
}

/** Throws DamagedBackup, or CommandFault when the database is not empty, the backup is of another release, or its archive needs a pg_restore that is not there; then nothing was written. */
export async function restoreBackup(file: string, target: RestoreTarget): Promise<RestoreOutcome> {
  const head = await checkBackup(file);
  if (head.migrations.join() !== MIGRATION_NAMES.join()) {
    throw new CommandFault(
      `The backup was made by release ${head.version}, whose tables differ from those of this one. Cure: restore it with that release, then run \`licet migrate\` of this one.`,
    );
  }
  const filled = await filledTables(target.ownerUrl);
  if (filled.length > 0) {
    throw new CommandFault(
      `The database is not empty: ${filled.join(', ')} hold rows. Cure: name an empty database in DATABASE_URL and DATABASE_OWNER_URL, or an empty folder in LICET_DATA_DIR.`,
    );
  }
  const program = head.archive && (await requireRestore(head.archive.major, target.programs));
  await target.migrate();
  const outcome = await (head.archive && program
    ? restoreArchive(file, head.archive, program, target)
    : restoreRows(file, target));
  return { madeAt: head.madeAt, ...outcome };
}

type Restored = Omit<RestoreOutcome, 'madeAt'>;

async function restoreRows(file: string, target: RestoreTarget): Promise<Restored> {
  let rows = 0;
  let files = 0;
  const { jobsAgain } = await loadSnapshot(target.ownerUrl, async (loader) => {
    const lines = new Lines(readBackup(file));
    for (let line = await lines.next(); line !== null; line = await lines.next()) {
      if (line.kind === 'table') rows += await loadRows(loader, line, lines);
      else if (line.kind === 'file') files += await putFile(target.files, line);
      else throw new DamagedBackup('it holds a row without a table');
    }
  });
  return { rows, files, jobsAgain };
}

/** The files first: what they are is checked before a row is written. */
async function restoreArchive(
  file: string,
  { rows }: NonNullable<BackupHead['archive']>,
  program: string,
  target: RestoreTarget,
): Promise<Restored> {
  let files = 0;
  for await (const line of readBackup(file)) if (line.kind === 'file') files += await putFile(target.files, line);
  await restored(program, target.ownerUrl, archiveOf(file));
  return { rows, files, ...(await settleSnapshot(target.ownerUrl, rows)) };
}

async function* archiveOf(file: string): AsyncGenerator<Buffer> {
  for await (const line of readBackup(file)) if (line.kind === 'archive') yield line.bytes;
}

async function requireRestore(major: number, programs: DumpPrograms): Promise<string> {
  const { program, why } = await chooseRestore(major, programs);
  if (program) return program;
  throw new CommandFault(
    `The rows of this backup are an archive of pg_dump ${major}, and ${why}. Cure: install the client programs of PostgreSQL ${major} or newer.`,
  );
}

function loadRows(loader: SnapshotLoader, table: LoadedTable, lines: Lines): Promise<number> {
  return loader.load({ name: table.name, columns: table.columns }, lines.rows());
}

async function putFile(store: FileStore, { key, bytes }: Extract<BackupLine, { kind: 'file' }>): Promise<number> {
  const stored = await store.put(bytes);
  if (stored.key !== key) throw new DamagedBackup(`the stored file ${key} is not what its name says`);
  return 1;
}

/** Lines one after the other, with a look at the next one. */
class Lines {
  private ahead: BackupLine | null = null;

  constructor(private readonly source: AsyncGenerator<BackupLine>) {}

  async next(): Promise<BackupLine | null> {
    const { ahead } = this;
    this.ahead = null;
    if (ahead) return ahead;
    const step = await this.source.next();
    return step.done ? null : step.value;
  }

  /** The rows up to the next line that is none. */
  async *rows(): AsyncGenerator<string> {
    for (let line = await this.next(); line !== null; line = await this.next()) {
      if (line.kind !== 'row') {
        this.ahead = line;
        return;
      }
      yield line.text;
    }
  }
}
