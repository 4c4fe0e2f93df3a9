import path from 'node:path';
import fc from 'fast-check';
import { ConfigError, readConfig, type ConfigFault, type Environment } from './config';

function faultsOf(env: Environment): readonly ConfigFault[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataDir: path.resolve('.licet'),
    databaseUrl: null,
    databaseOwnerUrl: null,
    redisUrl: null,
    demo: true,
    publicUrl: 'http://127.0.0.1:3000',
    smtpUrl: null,
    mailFrom: 'Licet <licet@localhost>',
    timeZone: 'Asia/Shanghai',
    sessionSecret: null,
    sessionHours: 12,
    clock: null,
    logLevel: 'info',
    heartbeat: null,
    metrics: false,
  });
});

test('the sign of life is a file, relative to the working directory', () => {
  expect(readConfig({ LICET_HEARTBEAT: 'run/beat' }).heartbeat).toBe(path.resolve('run/beat'));
  expect(faultsOf({ LICET_HEARTBEAT: 'x'.repeat(501) })).toMatchObject([{ name: 'LICET_HEARTBEAT' }]);
});

test('an empty value counts as unset', () => {
  expect(readConfig({ REDIS_URL: '', PORT: '', LICET_DEMO: '' })).toEqual(readConfig({}));
});

test('all errors are listed together, and no value is repeated', () => {
  const env = {
    HOST: 'a b',
    PORT: '65536',
    DATABASE_URL: 'mysql://u:secret@h/d',
    REDIS_URL: 'secret',
    LICET_DEMO: 'yes',
    LICET_PUBLIC_URL: 'https://licet.example/path',
    SMTP_URL: 'http://secret',
    MAIL_FROM: 'a@b\r\nBcc: c@d',
    LICET_TIME_ZONE: 'Mars/Olympus',
    LICET_SESSION_HOURS: '0',
    LICET_DATA_DIRR: 'x',
  };
  const faults = faultsOf(env);
  expect(new Set(faults.map((fault) => fault.name))).toEqual(new Set(Object.keys(env)));
  expect(faults).toHaveLength(Object.keys(env).length);
  expect(new ConfigError(faults).message).not.toMatch(/secret|Mars|Bcc/);
});

test.each([
  ['LICET_DATADIR', 'LICET_DATA_DIR'],
  ['LICET_TIMEZONE', 'LICET_TIME_ZONE'],
  ['LICET_SESION_HOUR', 'LICET_SESSION_HOURS'],
])('%s is refused and %s named', (wrong, right) => {
  expect(faultsOf({ [wrong]: '1' })).toEqual([{ name: wrong, problem: `no such setting; did you mean ${right}?` }]);
});

test('names of the test harness and of other programs are left alone', () => {
  expect(faultsOf({ LICET_TEST_PG_URL: 'x', PATH: '/bin', NODE_ENV: 'test' })).toEqual([]);
});

test.each([
  ['PORT', ['0', '1', '3000', '65535'], ['-1', '65536', '1e3', '0x10', ' 1', '1.5']],
  ['LICET_SESSION_HOURS', ['1', '168'], ['0', '169', 'x']],
  ['LICET_SESSION_SECRET', ['x'.repeat(32), 'x'.repeat(200)], ['x'.repeat(31), 'x'.repeat(201)]],
  ['HOST', ['0.0.0.0', '::1', 'localhost', 'licet.example'], ['a b', '-a', 'http://x', '1.2.3.4/8']],
  [
    'LICET_PUBLIC_URL',
    ['https://licet.example', 'http://h:8080/'],
    ['licet.example', 'ftp://h', 'https://h/p', 'https://h/?q', 'https://u@h'],
  ],
  ['MAIL_FROM', ['a@b', 'Licet <licet@mail.example>', '许可 <a@b.cn>'], ['a', 'a@b, c@d', 'x <a@b> <c@d>', 'x\n<a@b>']],
  ['LICET_TIME_ZONE', ['Asia/Shanghai', 'UTC', 'Europe/Berlin'], ['Shanghai', '+25:00']],
  ['REDIS_URL', ['redis://h:6379', 'rediss://u:p@h'], ['h:6379', 'http://h']],
  ['LICET_DEMO', ['0', '1'], ['true', '2']],
  [
    'LICET_CLOCK',
    ['2025-10-08T00:00:00Z', '2025-10-08T09:00:00+08:00', '2025-10-08T09:00Z'],
    ['2025-10-08', '2025-10-08T09:00:00', '2025-13-08T00:00:00Z', '2025-02-30T00:00:00Z', 'now', '1999-12-31T23:59:59Z'],
  ],
  ['LICET_LOG_LEVEL', ['fatal', 'error', 'warn', 'info', 'debug', 'silent'], ['trace', 'INFO', '30']],
  ['LICET_METRICS', ['0', '1'], ['yes', '2']],
])('%s: bounds and forms', (name, good, bad) => {
  for (const value of good) expect([value, faultsOf({ [name]: value })]).toEqual([value, []]);
  for (const value of bad) expect([value, faultsOf({ [name]: value }).map((fault) => fault.name)]).toEqual([value, [name]]);
});

test('every port from 0 to 65535 and no other whole number is taken', () => {
  fc.assert(
    fc.property(fc.integer({ min: -10, max: 200_000 }), (port) => {
      expect(faultsOf({ PORT: String(port) }).length === 0).toBe(port >= 0 && port <= 65_535);
    }),
  );
});

test('demo data are off with DATABASE_URL unless LICET_DEMO=1', () => {
  const url = 'postgres://app:p@h/licet';
  expect(readConfig({ DATABASE_URL: url }).demo).toBe(false);
  expect(readConfig({ DATABASE_URL: url, LICET_DEMO: '1' }).demo).toBe(true);
  expect(readConfig({ LICET_DEMO: '0' }).demo).toBe(false);
});

test('contradictions are named: one role for both, an owner alone, a mail server without sender', () => {
  expect(faultsOf({ DATABASE_URL: 'postgres://a:p@h/d', DATABASE_OWNER_URL: 'postgres://a:q@h/d' }).map((f) => f.name)).toEqual([
    'DATABASE_URL',
  ]);
  expect(faultsOf({ DATABASE_OWNER_URL: 'postgres://o:p@h/d' }).map((f) => f.name)).toEqual(['DATABASE_URL']);
  expect(faultsOf({ SMTP_URL: 'smtp://h' }).map((f) => f.name)).toEqual(['MAIL_FROM']);
  expect(faultsOf({ DATABASE_URL: 'postgres://a:p@h/d', DATABASE_OWNER_URL: 'postgres://o:p@h/d' })).toEqual([]);
});

test('LICET_CLOCK is refused for anything but a demo', () => {
  const LICET_CLOCK = '2025-10-08T09:00:00+08:00';
  const DATABASE_URL = 'postgres://a:p@h/d';
  expect(readConfig({ LICET_CLOCK }).clock).toBe('2025-10-08T01:00:00.000Z');
  expect(readConfig({ LICET_CLOCK, DATABASE_URL, LICET_DEMO: '1' }).clock).toBe('2025-10-08T01:00:00.000Z');
  expect(faultsOf({ LICET_CLOCK, DATABASE_URL }).map((f) => f.name)).toEqual(['LICET_CLOCK']);
  expect(faultsOf({ LICET_CLOCK, LICET_DEMO: '0' }).map((f) => f.name)).toEqual(['LICET_CLOCK']);
});

test('the public address follows host and port, and an IPv6 host is bracketed', () => {
  expect(readConfig({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://[::1]:80');
  expect(readConfig({ LICET_PUBLIC_URL: 'https://licet.example/' }).publicUrl).toBe('https://licet.example');
});
