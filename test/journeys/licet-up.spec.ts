// `licet up` as a person runs it, on the built program: started, stopped by a doubled Ctrl-C, killed, started twice, started again; nothing is lost.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../apps/cli/src/demo/demo-people';
import { until } from '../harness/until';

jest.setTimeout(120_000);

const PROGRAM = path.resolve(__dirname, '../../dist/apps/cli/src/main.js');

interface Started {
  readonly child: ChildProcess;
  readonly url: string;
  readonly said: () => string;
}

describe('licet up', () => {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'licet-up-'));
  const running: ChildProcess[] = [];

  afterAll(async () => {
    for (const child of running) await end(child, 'SIGTERM');
    const where = path.join(dataDir, 'where');
    if (existsSync(where)) rmSync(readFileSync(where, 'utf8').trim(), { recursive: true, force: true });
    rmSync(dataDir, { recursive: true, force: true });
  });

  function launch(): { child: ChildProcess; said: () => string } {
    const environment = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !/^(LICET_|DATABASE_|REDIS_|SMTP_|NODE_OPTIONS)/.test(name)),
    );
    const child = spawn(process.execPath, [PROGRAM, 'up'], {
      env: { ...environment, NODE_ENV: 'production', LICET_DATA_DIR: dataDir, PORT: '0' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.push(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => (text += part.toString()));
    return { child, said: () => text };
  }

  async function start(): Promise<Started> {
    const { child, said } = launch();
    await until(
      async () => {
        if (child.exitCode !== null) throw new Error(`licet up ended with ${child.exitCode}:\n${said()}`);
        return said().includes('Ctrl-C stops it.');
      },
      'licet up is not ready',
      60_000,
    );
    return { child, url: /ready after [^:]+: (http:\S+)/.exec(said())?.[1] ?? '', said };
  }

  function postmaster(): number {
    const where = path.join(dataDir, 'where');
    const home = existsSync(where) ? readFileSync(where, 'utf8').trim() : path.join(dataDir, 'postgres');
    return Number(readFileSync(path.join(home, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  }

  async function cases(url: string): Promise<readonly { reference: string; status: string }[]> {
    const headers = { 'content-type': 'application/json', 'accept-language': 'en' };
    const body = JSON.stringify({ email: DEMO_PEOPLE.exporter1.email, password: DEMO_PASSWORD });
    const session = await fetch(`${url}/api/v1/session`, { method: 'POST', headers, body });
    const cookie = session.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const listed = (await (await fetch(`${url}/api/v1/applications`, { headers: { cookie } })).json()) as {
      rows: { reference: string; status: string }[];
    };
    return listed.rows.map(({ reference, status }) => ({ reference, status }));
  }

  let first: Awaited<ReturnType<typeof cases>>;

  it('starts on an empty folder, listens on loopback only, and prints address and sign-ins', async () => {
    const { url, said, child } = await start();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(said()).toContain(DEMO_PEOPLE.reviewer1.email);
    expect(said()).toContain(DEMO_PASSWORD);
    first = await cases(url);
    expect(first.length).toBeGreaterThan(0);

    const ended = once(child, 'exit');
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  it('refuses a second launcher on the same data, names the first, and leaves it alone', async () => {
    const one = await start();
    const second = launch();
    expect(await once(second.child, 'close')).toEqual([1, null]);
    expect(second.said()).toContain(`Licet already runs on ${dataDir} (process ${one.child.pid}, ${one.url}).`);
    expect(second.said()).toContain('LICET_DATA_DIR');
    expect(await cases(one.url)).toEqual(first);
    await end(one.child, 'SIGTERM');
  });

  it('keeps everything when the launcher is killed, and again when the database is, too', async () => {
    const launched = await start();
    expect(await cases(launched.url)).toEqual(first);
    await end(launched.child, 'SIGKILL');
    await until(async () => !(await answers(launched.url)), 'the server outlives its launcher');

    const joined = await start();
    expect(joined.said()).toContain('embedded PostgreSQL joined');
    expect(await cases(joined.url)).toEqual(first);
    const database = postmaster();
    await end(joined.child, 'SIGKILL');
    process.kill(database, 'SIGKILL');

    const recovered = await start();
    expect(await cases(recovered.url)).toEqual(first);
    await end(recovered.child, 'SIGTERM');
  });

  it('ends with exit code 1 when its database is killed, whether it started or joined that database', async () => {
    const launched = await start();
    await end(launched.child, 'SIGKILL');
    const joined = await start();
    expect(joined.said()).toContain('embedded PostgreSQL joined');
    await endsWithDatabase(joined);

    const started = await start();
    expect(started.said()).toContain('embedded PostgreSQL started');
    expect(await cases(started.url)).toEqual(first);
    await endsWithDatabase(started);
  });

  async function endsWithDatabase({ child, url, said }: Started): Promise<void> {
    const ended = once(child, 'close', { signal: AbortSignal.timeout(40_000) });
    process.kill(postmaster(), 'SIGKILL');
    expect(await ended).toEqual([1, null]);
    expect(said()).toMatch(/The database .*ended.*everything stops\./);
    expect(await answers(url)).toBe(false);
  }
});

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/health/live`).then(
    () => true,
    () => false,
  );
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
