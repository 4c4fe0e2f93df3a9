// The secret that signs session cookies: made once and kept in the data folder, so that a restart keeps people signed in.
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const LENGTH = 64;

/** The secret of this data folder: 64 hexadecimal characters, in a file that only its owner may read. Throws when the file holds anything else. */
export function keptSessionSecret(dataDir: string): string {
  const file = path.join(dataDir, 'session-secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, randomBytes(LENGTH / 2).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (!new RegExp(`^[0-9a-f]{${LENGTH}}$`).test(secret))
    throw new Error(`${file} is damaged; remove it, and everybody signs in anew`);
  return secret;
}
