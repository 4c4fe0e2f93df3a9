import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readProcedureTexts } from './read-procedure-texts';

const FOLDER = 'libs/licensing/data/procedures';
let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'licet-procedures-'));
  mkdirSync(path.join(root, FOLDER), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

test('all manifests are read, sorted by name, and nothing else', async () => {
  writeFileSync(path.join(root, FOLDER, 'b.yaml'), 'b: 乙');
  writeFileSync(path.join(root, FOLDER, 'a.yaml'), 'a: 1');
  writeFileSync(path.join(root, FOLDER, 'notes.md'), 'no manifest');
  expect(await readProcedureTexts(root)).toEqual([
    { path: `${FOLDER}/a.yaml`, text: 'a: 1' },
    { path: `${FOLDER}/b.yaml`, text: 'b: 乙' },
  ]);
});

test('a missing folder is a fault, never a house without procedures', async () => {
  await expect(readProcedureTexts(path.join(root, 'elsewhere'))).rejects.toThrow(/ENOENT/);
});
