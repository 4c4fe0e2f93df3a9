// Writes an installation into one file: every row of one moment, and every stored file that a row names.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FileStore } from '#casework';
import type { Instant } from '#kernel';
import { readSnapshot, type Snapshot } from '#store';
import { FORMAT, Seal } from './backup-file';
import { chooseDump, type DumpChoice, type DumpPrograms } from './choose-dump';
import { dumped } from './pg-dump';

export interface BackupSource {
  /** The app's role. */
  readonly appUrl: string;
  /** The role that owns the tables, which alone can run pg_dump; null where it is not known. */
  readonly ownerUrl: string | null;
  readonly programs: DumpPrograms;
  /** True: Licet's own dump in any case. */
  readonly logical: boolean;
  readonly files: FileStore;
  readonly version: string;
  readonly at: Instant;
}

export interface BackupCounts {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly choice: DumpChoice;
}

/** The file appears under its name when it is whole and on disk, for this user only. Throws StoredFileError when a stored file is missing or changed, CommandFault with the words of pg_dump when that fails. */
export async function writeBackup(file: string, source: BackupSource): Promise<BackupCounts> {
  const draft = `${file}.part`;
  try {
    const counts = await writeDraft(draft, source);
    await syncFile(draft);
    await rename(draft, file);
    return counts;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function writeDraft(draft: string, source: BackupSource): Promise<BackupCounts> {
  const gzip = createGzip();
  const sink = gzip.pipe(createWriteStream(draft, { mode: 0o600 }));
  const failed = new Promise<never>((_resolve, reject) => sink.once('error', reject));
  failed.catch(() => undefined);
  const seal = new Seal();
  const put = async (line: string) => {
    if (!gzip.write(`${line}\n`)) await Promise.race([once(gzip, 'drain'), failed]);
  };
  const say = async (line: string) => {
    seal.add(line);
    await put(line);
  };
  const counts = await readSnapshot(source.appUrl, async (snapshot) => {
    const { version, at } = source;
    const { migrations, tables } = snapshot;
    const choice = source.logical ? ASKED : await chooseDump(snapshot.serverMajor, source.ownerUrl, source.programs);
    const head = { licet: 'backup', format: FORMAT, version, madeAt: at, migrations };
    const rows = await (choice.kind === 'pg_dump' ? sayArchive(snapshot, choice, head, say) : sayRows(snapshot, head, say));
    const keys = await snapshot.fileKeys();
    for (const key of keys) await say(JSON.stringify({ file: key, bytes: (await source.files.get(key)).toString('base64') }));
    return { tables: tables.length, rows, files: keys.length, choice };
  });
  await put(seal.end());
  gzip.end();
  await finished(sink);
  return counts;
}

const ASKED: DumpChoice = { kind: 'logical', why: 'it was asked for' };

type Say = (line: string) => Promise<void>;

async function sayArchive(
  snapshot: Snapshot,
  { program, ownerUrl, major }: Extract<DumpChoice, { kind: 'pg_dump' }>,
  head: object,
  say: Say,
): Promise<number> {
  const rows = await snapshot.countRows();
  await say(JSON.stringify({ ...head, archive: { major, rows } }));
  for await (const piece of dumped(program, ownerUrl, await snapshot.share()))
    await say(JSON.stringify({ archive: piece.toString('base64') }));
  return rows;
}

async function sayRows({ tables }: Snapshot, head: object, say: Say): Promise<number> {
  await say(JSON.stringify(head));
  let rows = 0;
  for (const table of tables) {
    await say(JSON.stringify({ table: table.name, columns: table.columns }));
    for await (const row of table.rows()) {
      await say(JSON.stringify(row));
      rows += 1;
    }
  }
  return rows;
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
