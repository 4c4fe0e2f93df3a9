import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { wherePresent } from '../../../../test/harness/where-present';
import { layLinks, packagedPrograms, usablePrograms } from './binaries';
import { chooseRunUser } from './run-user';

const asRoot = wherePresent(
  process.getuid?.() === 0 ? null : 'this run is not root',
  'programs below a folder closed to the user',
);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'licet-programs-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the library links that an install without scripts leaves out are laid, once', () => {
  const native = path.join(folder, 'native');
  mkdirSync(path.join(native, 'lib'), { recursive: true });
  writeFileSync(path.join(native, 'lib/libx.so.1.2'), '');
  writeFileSync(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([
      { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so.1' },
      { source: 'native/lib/libx.so.1.2', target: 'native/lib/libx.so' },
    ]),
  );
  layLinks(native);
  layLinks(native);
  expect(readlinkSync(path.join(native, 'lib/libx.so.1'))).toBe('libx.so.1.2');
  expect(readlinkSync(path.join(native, 'lib/libx.so'))).toBe('libx.so.1.2');
});

/** Enough of the programs to run, as an install without scripts leaves them: no share folder, no links. */
function barePrograms(to: string): { folder: string; version: string } {
  const packaged = packagedPrograms();
  mkdirSync(to, { recursive: true });
  for (const part of ['bin', 'lib', 'pg-symlinks.json']) spawnSync('cp', ['-a', path.join(packaged.folder, part), to]);
  expect(spawnSync('find', [to, '-type', 'l', '-delete']).status).toBe(0);
  return { ...packaged, folder: to };
}

test('programs that the user can run stay where they are, and get their links', () => {
  const programs = barePrograms(path.join(folder, 'native'));
  const user = chooseRunUser(path.join(folder, 'data'));
  expect(usablePrograms(programs, user, () => path.join(folder, 'never'))).toBe(programs.folder);
  expect(readdirSync(folder)).toEqual(['native']);
});

asRoot.it('programs below a folder closed to the user are copied once to where the user can go', () => {
  const [closed, open] = [path.join(folder, 'closed'), path.join(folder, 'open')];
  mkdirSync(closed, { mode: 0o700 });
  mkdirSync(open);
  const programs = barePrograms(path.join(closed, 'native'));
  const user = chooseRunUser(path.join(folder, 'data'));
  const copy = path.join(open, `native-${programs.version}`);
  expect(usablePrograms(programs, user, () => open)).toBe(copy);
  writeFileSync(path.join(copy, 'mark'), '');
  expect(usablePrograms(programs, user, () => open)).toBe(copy);
  expect(readdirSync(open)).toEqual([`native-${programs.version}`]);
  expect(readdirSync(copy)).toContain('mark');
});
