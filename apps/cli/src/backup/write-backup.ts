// Writes an installation into one file: every row of one moment, and every stored file that a row names.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { FileStore } from '#casework';
import type { Instant } from '#kernel';
import { readSnapshot } from '#store';
import { FORMAT, Seal } from './backup-file';

export interface BackupSource {
  /** The app's role. */
  readonly appUrl: string;
  readonly files: FileStore;
  readonly version: string;
  readonly at: Instant;
}

export interface BackupCounts {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/** The file appears under its name when it is whole and on disk, for this user only. Throws StoredFileError when a stored file is missing or changed. */
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
  const counts = await readSnapshot(source.appUrl, async ({ migrations, tables, fileKeys }) => {
    const { version, at } = source;
    await say(JSON.stringify({ licet: 'backup', format: FORMAT, version, madeAt: at, migrations }));
    let rows = 0;
    for (const table of tables) {
      await say(JSON.stringify({ table: table.name, columns: table.columns }));
      for await (const row of table.rows()) {
        await say(JSON.stringify(row));
        rows += 1;
      }
    }
    const keys = await fileKeys();
    for (const key of keys) await say(JSON.stringify({ file: key, bytes: (await source.files.get(key)).toString('base64') }));
    return { tables: tables.length, rows, files: keys.length };
  });
  await put(seal.end());
  gzip.end();
  await finished(sink);
  return counts;
}

async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
