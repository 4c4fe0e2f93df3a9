import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { repositoryRoot } from '../files/repository-root';
import { endInWords, startChildApp, type ChildApp } from './child-app';

const file = path.join(repositoryRoot(), 'test/harness/child-program.cjs');
const apps: ChildApp[] = [];

function start(manner: string): { app: ChildApp; lines: string[] } {
  const lines: string[] = [];
  const app = startChildApp({ name: 'demo', file, args: [manner], print: (line) => lines.push(line) });
  apps.push(app);
  return { app, lines };
}

afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop(0);
});

test('a child reports its facts, its lines bear its name, and doubled signals end it once with code 0', async () => {
  const { app, lines } = start('ends');
  expect(await app.ready).toEqual({ url: 'http://127.0.0.1:1' });
  process.kill(app.pid, 'SIGINT');
  await Promise.all([app.stop(), app.stop()]);
  expect(await app.ended).toEqual({ code: 0, signal: null });
  expect(lines).toEqual(['[demo] first', '[demo] second', '[demo] stopping 1']);
});

test('a child that ends before it is ready is told with its exit code', async () => {
  const { app } = start('fails');
  await expect(app.ready).rejects.toThrow(/demo ended before it was ready \(exit code 3\)/);
});

test('a child that a signal kills before it is ready is told with the signal', async () => {
  const { app } = start('deaf');
  process.kill(app.pid, 'SIGKILL');
  await expect(app.ready).rejects.toThrow(/demo ended before it was ready \(signal SIGKILL\)/);
});

test('a child that cannot be started is told', async () => {
  const app = startChildApp({ name: 'demo', file: `${file}.gone`, print: () => undefined });
  expect(endInWords(await app.ended)).toBe('exit code 1');
  expect(endInWords({ code: null, signal: null })).toBe('it could not be started');
});

test('a stop that fails is printed and ends with code 1', async () => {
  const { app, lines } = start('stumbles');
  await app.ready;
  await app.stop();
  expect(await app.ended).toEqual({ code: 1, signal: null });
  expect(lines.join('\n')).toMatch(/could not close/);
});

test('a child that does not listen is killed after its grace', async () => {
  const { app } = start('deaf');
  await app.ready;
  await app.stop(50);
  expect(endInWords(await app.ended)).toBe('signal SIGKILL');
});

test('a child ends by itself when the process that holds its channel is gone', async () => {
  const child = fork(file, ['ends'], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  child.disconnect();
  expect((await once(child, 'exit'))[0]).toBe(0);
});
