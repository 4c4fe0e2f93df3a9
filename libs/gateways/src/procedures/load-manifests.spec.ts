import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ProcedureError } from '#licensing';
import { loadManifests } from './load-manifests';

test('the procedures that ship are loaded by their id', async () => {
  const procedures = await loadManifests();
  expect(procedures.of({ procedure: 'dual-use-single' }).name.en).toBe('Single licence for dual-use items');
});

test('an empty folder, or a manifest that is not sound, stops the start with its file and line', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'licet-manifests-'));
  const folder = 'libs/licensing/data/procedures';
  mkdirSync(path.join(root, folder), { recursive: true });
  await expect(loadManifests(root)).rejects.toThrow(/there is no procedure/);
  writeFileSync(path.join(root, folder, 'a.yaml'), '# A manifest\nid: a\n');
  const attempt = loadManifests(root);
  await expect(attempt).rejects.toThrow(ProcedureError);
  await expect(attempt).rejects.toThrow(`${folder}/a.yaml:1 [stages] it is missing`);
  rmSync(root, { recursive: true });
});
