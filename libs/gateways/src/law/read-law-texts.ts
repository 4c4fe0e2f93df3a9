// Reads the law files from disk; parsing and judging them is the regulation's.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { LawText } from '#regulation';

const LAW_FOLDER = 'libs/regulation/data';

/** All `.yaml` files below `libs/regulation/data` of the root, sorted by path; paths are relative to the root, with `/`. Throws when the folder is missing. */
export async function readLawTexts(root: string): Promise<LawText[]> {
  const entries = await readdir(path.join(root, LAW_FOLDER), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  paths.sort((a, b) => (a < b ? -1 : 1));
  return Promise.all(
    paths.map(async (relative) => ({ path: relative, text: await readFile(path.join(root, relative), 'utf8') })),
  );
}
