// Files in a local folder, named by their content: a file is whole or absent, and a changed one is never handed out.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { FileStore, PaperMediaType, StoredFile } from '#casework';
import { detectMediaType } from './detect-media-type';

const KEY = /^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}$/;

/** A stored file is missing or its bytes are no longer those that were put. */
export class StoredFileError extends Error {
  constructor(
    readonly key: string,
    readonly reason: 'not a key' | 'missing' | 'changed',
    options?: ErrorOptions,
  ) {
    super(`Stored file ${key}: ${reason}`, options);
    this.name = 'StoredFileError';
  }
}

export class LocalFileStore implements FileStore {
  /** `folder` is made on the first put, for this user only. */
  constructor(private readonly folder: string) {}

  /** Key `ab/cd/<sha256>`. On return the bytes are on disk; a damaged copy of the same content is replaced. */
  async put(bytes: Buffer): Promise<StoredFile> {
    const sha256 = hashOf(bytes);
    const key = `${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    const stored = { key, sha256, size: bytes.length };
    if (await this.holds(key)) return stored;
    const file = path.join(this.folder, key);
    const made = await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}`;
    try {
      await writeThrough(draft, bytes);
      await rename(draft, file);
    } finally {
      await rm(draft, { force: true });
    }
    await syncFolders(path.dirname(file), made === undefined ? path.dirname(file) : path.dirname(made));
    return stored;
  }

  /** Throws StoredFileError for a file that is missing or changed, or a text that is no key. */
  async get(key: string): Promise<Buffer> {
    if (!KEY.test(key)) throw new StoredFileError(key, 'not a key');
    let bytes: Buffer;
    try {
      bytes = await readFile(path.join(this.folder, key));
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
      throw new StoredFileError(key, 'missing', { cause });
    }
    if (!key.endsWith(hashOf(bytes))) throw new StoredFileError(key, 'changed');
    return bytes;
  }

  mediaType(bytes: Buffer): Promise<PaperMediaType | null> {
    return detectMediaType(bytes);
  }

  private async holds(key: string): Promise<boolean> {
    try {
      await this.get(key);
      return true;
    } catch (error) {
      if (error instanceof StoredFileError) return false;
      throw error;
    }
  }
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeThrough(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

// A rename lasts once its folder is on disk, a new folder once the one above it is.
async function syncFolders(from: string, upTo: string): Promise<void> {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (folder === upTo || path.dirname(folder) === folder) return;
  }
}
