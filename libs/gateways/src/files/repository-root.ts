// The folder of the product itself, found from the source and from the built files alike.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The nearest folder above this file whose package.json bears the name "licet". Throws when there is none. */
export function repositoryRoot(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'licet') return folder;
    if (path.dirname(folder) === folder) throw new Error(`No package.json named "licet" above ${__dirname}`);
  }
}
