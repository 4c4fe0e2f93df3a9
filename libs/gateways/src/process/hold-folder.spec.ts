// One launcher per data folder: a live one is named, what a dead one left is cleared away.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot } from '../files/repository-root';
import { holdFolder } from './hold-folder';

const base = mkdtempSync(path.join(tmpdir(), 'licet-hold-'));
let folder: string;
let count = 0;
beforeEach(() => {
  folder = path.join(base, String(++count));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Another process that takes the folder, says so, and stays. */
async function other() {
  const program = `require('./test/harness/register-ts.cjs');
    const { holder } = require('./libs/gateways/src/process/hold-folder.ts').holdFolder(${JSON.stringify(folder)}, 'http://127.0.0.1:7');
    console.log(holder ? 'refused' : 'held'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['-e', program], { cwd: repositoryRoot(), stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const kill = async () => {
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  return { said, pid: child.pid ?? 0, kill };
}

test('a free folder is made, held and given free again', async () => {
  const { held } = holdFolder(path.join(folder, 'deep'), 'http://127.0.0.1:1');
  expect(readdirSync(path.join(folder, 'deep'))).toEqual([`launcher-${process.pid}.json`]);
  await held?.stop();
  await held?.stop();
  expect(readdirSync(path.join(folder, 'deep'))).toEqual([]);
});

test('a second process is told who holds the folder, leaves no trace, and takes it once the first was killed', async () => {
  const first = await other();
  try {
    expect(first.said).toBe('held');
    expect(holdFolder(folder, 'http://127.0.0.1:8')).toEqual({
      held: null,
      holder: expect.objectContaining({ pid: first.pid, address: 'http://127.0.0.1:7' }) as unknown,
    });
    expect(readdirSync(folder)).toEqual([`launcher-${first.pid}.json`]);
  } finally {
    await first.kill();
  }
  expect(holdFolder(folder, 'http://127.0.0.1:8').holder).toBeNull();
  expect(readdirSync(folder)).toEqual([`launcher-${process.pid}.json`]);
});

test.each([
  ['of a number that another program now bears', { pid: process.ppid, born: '1', address: 'http://127.0.0.1:7' }],
  ['of a process that is no more', { pid: 2_147_483_646, born: '1', address: 'http://127.0.0.1:7' }],
  ['that a power cut left empty', null],
])('a file %s hinders nobody', (_what, text) => {
  holdFolder(folder, 'http://127.0.0.1:1');
  const file = path.join(folder, 'launcher-1234567.json');
  writeFileSync(file, text === null ? '' : JSON.stringify(text));
  expect(holdFolder(folder, 'http://127.0.0.1:8').holder).toBeNull();
  expect(existsSync(file)).toBe(false);
});
