// The form of a backup file: gzipped JSON lines, a head, the rows (tables with their rows, or an archive of pg_dump in pieces), stored files, and an end that seals all lines before it.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';

export const FORMAT = 1;

/** Longest line, in characters: the largest stored file and some. */
const LONGEST_LINE = 64 * 1024 * 1024;

const Head = z.strictObject({
  licet: z.literal('backup'),
  format: z.literal(FORMAT),
  version: z.string().max(50),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.string().max(100)).max(10_000),
  /** Where the rows are an archive of pg_dump: its major version, and how many rows it holds. */
  archive: z.strictObject({ major: z.int().min(1).max(1_000), rows: z.int().min(0) }).optional(),
});
const Piece = z.strictObject({ archive: z.base64() });
const Table = z.strictObject({ table: z.string().max(63), columns: z.array(z.string().max(63)).max(1_600) });
const File = z.strictObject({ file: z.string().max(200), bytes: z.base64() });
const End = z.strictObject({ end: z.strictObject({ lines: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }) });

export type BackupHead = z.infer<typeof Head>;
export type BackupLine =
  | { readonly kind: 'table'; readonly name: string; readonly columns: readonly string[] }
  | { readonly kind: 'row'; readonly text: string }
  | { readonly kind: 'archive'; readonly bytes: Buffer }
  | { readonly kind: 'file'; readonly key: string; readonly bytes: Buffer };

/** The file is not a backup, or not whole. */
export class DamagedBackup extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The backup cannot be used: ${reason}. Nothing was restored.`, options);
    this.name = 'DamagedBackup';
  }
}

/** Counts and hashes the lines that it is given; `end` is the last line of the file. */
export class Seal {
  private readonly hash = createHash('sha256');
  private lines = 0;

  add(line: string): void {
    this.hash.update(line).update('\n');
    this.lines += 1;
  }

  end(): string {
    return JSON.stringify({ end: { lines: this.lines, sha256: this.hash.digest('hex') } });
  }
}

/** Reads the whole file and checks its seal. Throws DamagedBackup. */
export async function checkBackup(file: string): Promise<BackupHead> {
  const seal = new Seal();
  let head: BackupHead | null = null;
  let ended = false;
  for await (const line of linesOf(file)) {
    if (ended) throw new DamagedBackup('something follows its end');
    if (line.startsWith('{"end":')) {
      if (line !== seal.end() || !End.safeParse(parsed(line)).success)
        throw new DamagedBackup('its lines are not those that were written');
      ended = true;
      continue;
    }
    head ??= headOf(line);
    seal.add(line);
  }
  if (!head || !ended) throw new DamagedBackup('its end is missing');
  return head;
}

/** The lines between head and end of a file that was checked. */
export async function* readBackup(file: string): AsyncGenerator<BackupLine> {
  let first = true;
  for await (const line of linesOf(file)) {
    if (!first && !line.startsWith('{"end":')) yield lineOf(line);
    first = false;
  }
}

function headOf(line: string): BackupHead {
  const head = Head.safeParse(parsed(line));
  if (!head.success) throw new DamagedBackup('it is not a backup of Licet in a form that this release reads');
  return head.data;
}

function lineOf(line: string): BackupLine {
  const value = parsed(line);
  if (typeof value === 'string') return { kind: 'row', text: value };
  const table = Table.safeParse(value);
  if (table.success) return { kind: 'table', name: table.data.table, columns: table.data.columns };
  const file = File.safeParse(value);
  if (file.success) return { kind: 'file', key: file.data.file, bytes: Buffer.from(file.data.bytes, 'base64') };
  const piece = Piece.safeParse(value);
  if (piece.success) return { kind: 'archive', bytes: Buffer.from(piece.data.archive, 'base64') };
  throw new DamagedBackup('it holds a line that is neither row nor table nor file');
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new DamagedBackup('it holds a line that is no JSON', { cause });
  }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const text = source.pipe(createGunzip()).setEncoding('utf8');
  source.on('error', (error) => text.destroy(error));
  let rest: string[] = [];
  let length = 0;
  try {
    for await (const chunk of text as AsyncIterable<string>) {
      const parts = chunk.split('\n');
      for (const part of parts.slice(0, -1)) {
        yield rest.join('') + part;
        rest = [];
        length = 0;
      }
      rest.push(parts.at(-1) ?? '');
      length += parts.at(-1)?.length ?? 0;
      if (length > LONGEST_LINE) throw new DamagedBackup('it holds a line that is too long');
    }
  } catch (error) {
    if (error instanceof DamagedBackup) throw error;
    throw new DamagedBackup(`it cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`, { cause: error });
  } finally {
    source.destroy();
  }
  if (rest.join('') !== '') throw new DamagedBackup('its last line is cut off');
}
