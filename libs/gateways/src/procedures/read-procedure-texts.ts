// Reads the manifests of the procedures from disk; parsing and judging them is the licensing's.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProcedureText } from '#licensing';

const PROCEDURE_FOLDER = 'libs/licensing/data/procedures';

/** All `.yaml` files of `libs/licensing/data/procedures` of the root, sorted by name; paths are relative to the root, with `/`. Throws when the folder is missing. */
export async function readProcedureTexts(root: string): Promise<ProcedureText[]> {
  const names = (await readdir(path.join(root, PROCEDURE_FOLDER))).filter((name) => name.endsWith('.yaml')).sort();
  const texts: ProcedureText[] = [];
  for (const name of names) {
    const relative = `${PROCEDURE_FOLDER}/${name}`;
    texts.push({ path: relative, text: await readFile(path.join(root, relative), 'utf8') });
  }
  return texts;
}
