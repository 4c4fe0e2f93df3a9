// Guard: what docker-compose.yml sets is known to the configuration, nothing secret has a default, and the start order and files of the image are those of the product.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { readConfig, repositoryRoot } from '#gateways';

interface Service {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly volumes?: readonly string[];
  readonly ports?: readonly string[];
  readonly container_name?: string;
}

const root = repositoryRoot();
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const { services, volumes } = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const dockerfile = readFileSync(path.join(root, 'Dockerfile'), 'utf8');
const VALUES: Readonly<Record<string, string>> = {
  LICET_OWNER_PASSWORD: 'owner1',
  LICET_APP_PASSWORD: 'app1',
  LICET_SESSION_SECRET: 'x'.repeat(40),
  LICET_PUBLIC_URL: 'https://licet.example',
  SMTP_URL: 'smtp://mail.example',
  MAIL_FROM: 'licet@mail.example',
};

const named = (name: string): Service => {
  const service = services[name];
  if (!service) throw new Error(`There is no service ${name}`);
  return service;
};

/** The value as compose fills it in. Throws Error for a variable that is required and not set. */
function filled(value: string, values: Readonly<Record<string, string>>): string {
  return value.replace(/\$\{(\w+)(?::([?-])([^}]*))?\}/g, (_all, name: string, kind?: string, rest?: string) => {
    const given = values[name];
    if (given) return given;
    if (kind === '-') return rest ?? '';
    throw new Error(`${name}: ${rest ?? 'not set'}`);
  });
}

test.each(['migrate', 'server', 'worker'])('%s: all settings are known and fit together', (name) => {
  const { environment = {} } = named(name);
  const settings = Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, filled(value, VALUES)]));
  const config = readConfig(settings);
  expect(config.demo).toBe(false);
  const known = /^(HOST|PORT|DATABASE_URL|DATABASE_OWNER_URL|REDIS_URL|SMTP_URL|MAIL_FROM|LICET_\w+)$/;
  expect(Object.keys(settings).filter((key) => !known.test(key))).toEqual([]);
});

test('nothing starts until each secret and address is given', () => {
  for (const missing of Object.keys(VALUES)) {
    const values = Object.fromEntries(Object.entries(VALUES).filter(([key]) => key !== missing));
    expect(() => filled(text, values)).toThrow(missing);
  }
  expect(text).not.toMatch(/(PASSWORD|SECRET)[^\n]*:-/);
});

test('one migration runs before server and worker, the database and a Redis that evicts nothing before all', () => {
  expect(named('postgres').image).toBe('postgres:18');
  expect(named('redis').image).toBe('redis:7');
  expect(named('redis').command?.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/);
  for (const name of ['server', 'worker']) {
    expect(named(name).depends_on).toMatchObject({
      migrate: { condition: 'service_completed_successfully' },
      redis: { condition: 'service_healthy' },
    });
    expect(named(name).environment).not.toHaveProperty('DATABASE_OWNER_URL');
  }
  expect(named('migrate').depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  for (const name of ['postgres', 'redis', 'server', 'worker']) expect(named(name).healthcheck?.test[0]).toBe('CMD');
});

test('workers can be multiplied, data lie in named volumes, and no port but the server’s is open', () => {
  expect({ ports: named('worker').ports, name: named('worker').container_name }).toEqual({ ports: undefined, name: undefined });
  const own = Object.values(services).flatMap(({ volumes: mounts = [] }) => mounts.map((mount) => mount.split(':')[0] ?? ''));
  expect(own.filter((mount) => !mount.startsWith('./')).every((mount) => Object.hasOwn(volumes, mount))).toBe(true);
  expect(own.filter((mount) => mount.startsWith('./')).every((mount) => existsSync(path.join(root, mount)))).toBe(true);
  expect(Object.entries(services).filter(([, { ports }]) => ports)).toEqual([
    ['server', expect.objectContaining({ ports: ['127.0.0.1:3000:3000'] })],
  ]);
});

test('a worker is healthy while its sign of life is fresh, and neither before the first nor when it is a minute old', () => {
  const { environment = {}, healthcheck } = named('worker');
  expect(path.posix.isAbsolute(environment['LICET_HEARTBEAT'] ?? '')).toBe(true);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-compose-'));
  const file = path.join(folder, 'beat');
  const [kind, program, ...args] = healthcheck?.test ?? [];
  const healthy = () => {
    const env = { ...process.env, LICET_HEARTBEAT: file };
    return spawnSync(program === 'node' ? process.execPath : '', args, { env, stdio: 'ignore' }).status === 0;
  };
  expect({ kind, healthy: healthy() }).toEqual({ kind: 'CMD', healthy: false });
  writeFileSync(file, '');
  expect(healthy()).toBe(true);
  const { mtimeMs } = statSync(file);
  utimesSync(file, mtimeMs / 1000 - 61, mtimeMs / 1000 - 61);
  expect(healthy()).toBe(false);
  rmSync(folder, { recursive: true });
});

test('the image is built in stages, runs as an unprivileged user and holds every file that the product reads', () => {
  expect(dockerfile.match(/^FROM node:20-bookworm-slim/gm)?.length).toBe(3);
  expect(dockerfile).not.toMatch(/npm ci/);
  const last = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER node$/m);
  expect(last).not.toMatch(/^RUN npm/m);
  const copied = [...last.matchAll(/^COPY (?:--from=\w+ \/licet\/)?(\S+) /gm)].map(([, from]) => from);
  expect(copied).toEqual(['node_modules', 'dist', 'package.json', 'libs/regulation/data', 'libs/licensing/data', 'templates']);
  const sent = readFileSync(path.join(root, '.dockerignore'), 'utf8');
  for (const [, from = ''] of dockerfile.matchAll(/^COPY (?!--from)((?:\S+ )+)\S+$/gm))
    for (const one of from.trim().split(' ')) {
      expect({ one, there: existsSync(path.join(root, one)) }).toEqual({ one, there: true });
      expect(sent).toMatch(new RegExp(`^!${one.split('/')[0]?.replace('.', '\\.')}$`, 'm'));
    }
});

test('each start command names a program of the build', () => {
  for (const name of ['migrate', 'server', 'worker']) {
    const [node, program = ''] = named(name).command ?? [];
    expect(node).toBe('node');
    expect(existsSync(path.join(root, program.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
  }
});
