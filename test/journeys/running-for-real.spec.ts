// The start commands of docker-compose.yml as separate processes on a database of their own: migrate, server, worker; a moved clock, metrics, a log without persons,
// and a stop that lets an open request end.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { createStore } from '#store';
import { gatewaysOf, loadLaw, loadManifests, readConfig, repositoryRoot } from '#gateways';
import { DEMO_PASSWORD, DEMO_PEOPLE } from '../../apps/cli/src/demo/demo-people';
import { seedDemo } from '../../apps/cli/src/demo/seed-demo';
import { freePort } from '../../apps/cli/src/up/port';
import { emptyDatabase, type FreshDatabase } from '../harness/database';
import { until } from '../harness/until';

jest.setTimeout(120_000);

interface Service {
  readonly command: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
}
interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
}

const compose = parse(readFileSync(path.join(repositoryRoot(), 'docker-compose.yml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'licet-real-'));
const running: ChildProcess[] = [];
let database: FreshDatabase;
let settings: Record<string, string>;
let url: string;
let server: Started;
let worker: Started;

function start(args: readonly string[], more: Record<string, string> = {}): Started {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LICET_|DATABASE_|REDIS_|SMTP_|MAIL_|NODE_OPTIONS|JEST_)/.test(name)),
  );
  const child = spawn(process.execPath, args, {
    cwd: repositoryRoot(),
    env: { ...clean, NODE_ENV: 'production', ...settings, ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const text = { out: '', err: '' };
  child.stdout?.on('data', (part: Buffer) => (text.out += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (text.err += part.toString()));
  return { child, out: () => text.out, err: () => text.err };
}

const commandOf = (name: string) => (compose.services[name]?.command ?? []).slice(1);

async function ended({ child }: Started): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close');
  return child.exitCode;
}

async function ready(started: Started, words: string): Promise<void> {
  await until(
    async () => {
      if (started.child.exitCode !== null) throw new Error(`Ended with ${started.child.exitCode}:\n${started.err()}`);
      return started.out().includes(words);
    },
    `no "${words}"`,
    60_000,
  );
}

const licet = (...args: string[]) => start(['dist/apps/cli/src/main.js', ...args]);
const lines = ({ out }: Started) =>
  out()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

beforeAll(async () => {
  database = await emptyDatabase();
  const port = await freePort('127.0.0.1');
  url = `http://127.0.0.1:${port}`;
  settings = {
    DATABASE_URL: database.appUrl,
    LICET_DATA_DIR: dataDir,
    LICET_DEMO: '1',
    LICET_METRICS: '1',
    LICET_HEARTBEAT: path.join(dataDir, 'heartbeat'),
    HOST: '127.0.0.1',
    PORT: String(port),
  };
  const migrated = start(commandOf('migrate'), { DATABASE_OWNER_URL: database.ownerUrl });
  expect({ code: await ended(migrated), err: migrated.err() }).toEqual({ code: 0, err: '' });
  const config = readConfig(settings);
  const store = await createStore({ url: database.appUrl, poolSize: 3 });
  await seedDemo({ ...gatewaysOf(config), store, law: await loadLaw(), procedures: await loadManifests() });
  await store.close();
  server = start(commandOf('server'));
  worker = start(commandOf('worker'));
  await ready(server, 'server ready');
  await ready(worker, 'worker ready');
});

afterAll(async () => {
  for (const child of running) {
    if (child.exitCode === null && child.signalCode === null) {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }
  }
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function signIn(email: string): Promise<{ cookie: string; token: string }> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  expect(answer.status).toBe(200);
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { cookie: cookie.join('; '), token: csrfToken };
}

test('the health check of the worker’s container finds its sign of life', async () => {
  const check = (compose.services['worker']?.healthcheck?.test ?? []).slice(2);
  expect(check[0]).toBe('-e');
  await until(async () => (await ended(start(check))) === 0, 'the worker gives no sign of life');
});

const secrets: string[] = [];

test('a case is made; the log names request and case, and the worker its jobs', async () => {
  const { cookie, token } = await signIn(DEMO_PEOPLE.exporter1.email);
  secrets.push(token, cookie.split('=')[1] ?? '', decodeURIComponent(cookie.split('=')[1] ?? ''));
  const headers = { cookie, 'x-csrf-token': token };
  const made = await fetch(`${url}/api/v1/applications`, { method: 'POST', headers });
  const { id } = (await made.json()) as { id: string };
  expect((await fetch(`${url}/api/v1/applications/${id}?language=en`, { headers })).status).toBe(200);
  await fetch(`${url}/invitation/a-token-that-nobody-may-read`);
  await fetch(`${url}/sign-in?email=${DEMO_PEOPLE.exporter1.email}`);
  const reset = await fetch(`${url}/api/v1/account/password-reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: DEMO_PEOPLE.reviewer1.email }),
  });
  expect([202, 204, 404]).toContain(reset.status);
  await until(async () => server.out().includes(id) && worker.out().includes('job done'), 'no line of the case or of a job');
  const request = lines(server).find((line) => line['case'] === id);
  expect(request).toMatchObject({
    msg: 'request',
    method: 'GET',
    route: '/api/v1/applications/:id',
    request: expect.stringMatching(/^[0-9a-f-]{36}$/) as unknown,
    status: 200,
    ms: expect.any(Number) as unknown,
  });
  expect(lines(worker).find((line) => line['msg'] === 'job done')).toMatchObject({
    job: expect.any(String) as unknown,
    name: expect.any(String) as unknown,
  });
});

test('figures are served by route, with queue, outbox, connections and build', async () => {
  const answer = await fetch(`${url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
  const text = await answer.text();
  expect(text).toMatch(/licet_http_request_seconds_count\{method="GET",route="\/api\/v1\/applications\/:id",status="200"\} 1/);
  expect(text).toMatch(/^licet_outbox_waiting \d+$/m);
  expect(text).toMatch(/^licet_jobs\{state="completed"\} [1-9]/m);
  for (const state of ['waiting', 'handed']) expect(text).toMatch(new RegExp(`^licet_due_rows\\{state="${state}"\\} \\d+$`, 'm'));
  expect(text).toMatch(/^licet_database_connections\{state="open"\} [1-9]/m);
  expect(text).toMatch(/^licet_build_info\{version="\d+\.\d+\.\d+",node="v\d+/m);
  expect(text).not.toMatch(/@|a-token/);
});

test('a clock that is moved is seen by the running server, on each page and in each answer, and goes back for nobody', async () => {
  expect((await fetch(`${url}/sign-in`)).headers.get('x-licet-clock')).toBeNull();
  expect(await ended(licet('clock', 'set', '2030-02-03T09:00:00+08:00'))).toBe(0);
  await until(async () => (await fetch(`${url}/health/live`)).headers.has('x-licet-clock'), 'the server does not follow', 5_000);
  const zh = await (await fetch(`${url}/sign-in`, { headers: { 'accept-language': 'zh-CN' } })).text();
  const en = await (await fetch(`${url}/sign-in`, { headers: { 'accept-language': 'en' } })).text();
  expect(zh).toMatch(/时钟已调整.*2030-02-03/);
  expect(en).toMatch(/clock of this demo was moved: here it is 2030-02-03/);
  expect((await fetch(`${url}/health/live`)).headers.get('x-licet-clock')).toMatch(/^2030-02-03T01:/);
  const back = licet('clock', 'set', '2027-01-01T00:00:00Z');
  expect({ code: await ended(back), err: back.err() }).toMatchObject({
    code: 1,
    err: expect.stringMatching(/never goes back/) as unknown,
  });
  const shown = licet('clock', 'show');
  await ended(shown);
  expect(shown.out()).toMatch(/2030-02-03/);
  const none = start(['dist/apps/cli/src/main.js', 'clock', 'set', '2031-01-01T00:00:00Z'], { LICET_DEMO: '0' });
  expect({ code: await ended(none), err: none.err() }).toMatchObject({
    code: 1,
    err: expect.stringMatching(/Only a demo/) as unknown,
  });
});

test('told to stop, the server answers the request that is open and takes no other; the worker ends as well', async () => {
  const open = http.request(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': 2, expect: '100-continue' },
  });
  const answered = once(open, 'response') as Promise<[http.IncomingMessage]>;
  open.flushHeaders();
  await once(open, 'continue');
  server.child.kill('SIGTERM');
  worker.child.kill('SIGTERM');
  await until(
    async () =>
      fetch(`${url}/health/live`).then(
        () => false,
        () => true,
      ),
    'the server takes new requests',
  );
  expect(server.child.exitCode).toBeNull();
  open.end('{}');
  const [response] = await answered;
  response.resume();
  expect(response.statusCode).toBe(422);
  expect([await ended(server), await ended(worker)]).toEqual([0, 0]);
  expect(lines(server).some((line) => line['level'] !== 'info')).toBe(false);
});

test('nothing in the log tells of a person, a password, a session or a token', () => {
  const text = [server, worker].map((one) => one.out() + one.err()).join('\n');
  const people = Object.values(DEMO_PEOPLE).flatMap(({ email, name }) => [email, name]);
  for (const word of [...people, DEMO_PASSWORD, 'a-token-that', new URL(database.appUrl).password, ...secrets].filter(Boolean))
    expect(text).not.toContain(word);
  expect(text).not.toMatch(/[\w.]+@[\w.]+/);
});
