// The session secret is made once, kept for its owner only, and never replaced in silence.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keptSessionSecret } from './session-secret';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'licet-secret-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('stays the same and is nobody else’s to read', () => {
  const secret = keptSessionSecret(path.join(folder, 'new'));
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(keptSessionSecret(path.join(folder, 'new'))).toBe(secret);
  expect(statSync(path.join(folder, 'new', 'session-secret')).mode & 0o777).toBe(0o600);
});

it('differs between folders', () => {
  expect(keptSessionSecret(path.join(folder, 'a'))).not.toBe(keptSessionSecret(path.join(folder, 'b')));
});

it('stops at a damaged file and says what to do', () => {
  writeFileSync(path.join(folder, 'session-secret'), '');
  expect(() => keptSessionSecret(folder)).toThrow(/damaged; remove it/);
});
