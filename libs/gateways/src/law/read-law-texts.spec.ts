import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readLawTexts } from './read-law-texts';

test('all law files are read, sorted by path, and nothing else', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'licet-law-'));
  const data = path.join(root, 'libs/regulation/data');
  mkdirSync(path.join(data, 'instruments'), { recursive: true });
  writeFileSync(path.join(data, 'instruments/b.yaml'), 'b: 乙');
  writeFileSync(path.join(data, 'instruments/a.yaml'), 'a: 1');
  writeFileSync(path.join(data, 'calendar.yaml'), 'c: 1');
  writeFileSync(path.join(data, 'notes.md'), 'no law');
  expect(await readLawTexts(root)).toEqual([
    { path: 'libs/regulation/data/calendar.yaml', text: 'c: 1' },
    { path: 'libs/regulation/data/instruments/a.yaml', text: 'a: 1' },
    { path: 'libs/regulation/data/instruments/b.yaml', text: 'b: 乙' },
  ]);
  rmSync(root, { recursive: true });
});

test('a missing folder is a fault, never an empty law', async () => {
  await expect(readLawTexts(path.join(tmpdir(), 'no-such-root'))).rejects.toThrow(/ENOENT/);
});
