// The release that runs, as package.json names it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { repositoryRoot } from './repository-root';

const Package = z.object({ version: z.string() });

export function productVersion(): string {
  return Package.parse(JSON.parse(readFileSync(path.join(repositoryRoot(), 'package.json'), 'utf8'))).version;
}
