// The two places where a queue may live, for tests that must pass on both: the run's PostgreSQL, and Redis where there is one.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { migrateQueue, type QueuePlace } from '#queue';
import { emptyDatabase } from '../harness/database';
import { absentUnlessRequired } from '../harness/where-present';

export interface QueueHome {
  readonly place: QueuePlace;
  /** Cuts every connection to the backend, as a restart or a broken network would. Absent where others share the backend. */
  cut?(): Promise<void>;
  /** The backend stops answering, and answers again; what it held may be gone. Absent where others share the backend. */
  readonly outage?: { begin(): Promise<void>; end(): Promise<void> };
  close(): Promise<void>;
}

/** A database with nothing but the queue's schema, used through the app's unprivileged role. */
export async function postgresHome(): Promise<QueueHome> {
  const database = await emptyDatabase();
  await migrateQueue(database.ownerUrl);
  const cut = async () => {
    const client = new Client({ connectionString: database.ownerUrl });
    await client.connect();
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    await client.end();
  };
  const allow = async (allowed: boolean) => {
    const admin = new Client({ connectionString: process.env['LICET_TEST_PG_URL'] });
    await admin.connect();
    await admin.query(`alter database ${database.name} with allow_connections ${allowed}`);
    if (!allowed) await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database.name]);
    await admin.end();
  };
  const outage = { begin: () => allow(false), end: () => allow(true) };
  return { place: { databaseUrl: database.appUrl }, cut, outage, close: () => database.drop() };
}

/** Why the Redis cases cannot run, or null. LICET_TEST_REQUIRE_REDIS=1 makes the absence an error. */
export function whyNoRedis(): string | null {
  const present = Boolean(process.env['REDIS_URL']) || spawnSync('redis-server', ['--version']).status === 0;
  return absentUnlessRequired('REDIS', present ? null : 'REDIS_URL is not set and there is no redis-server program');
}

/** The Redis of REDIS_URL under a name of its own, or a server started for the caller alone, which keeps nothing on disk. */
export async function redisHome(): Promise<QueueHome> {
  const queueName = `licet-test-${randomBytes(6).toString('hex')}`;
  const given = process.env['REDIS_URL'];
  if (given) return { place: { databaseUrl: '', redisUrl: given, queueName }, close: () => Promise.resolve() };
  let server = await startRedis();
  const cut = async () => {
    const client = new Redis(server.url);
    await client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    client.disconnect();
  };
  const outage = {
    begin: () => server.stop(),
    end: async () => {
      server = await startRedis(server.port);
    },
  };
  return { place: { databaseUrl: '', redisUrl: server.url, queueName }, cut, outage, close: () => server.stop() };
}

/** A Redis server on the port, or on one that the kernel chooses. */
export async function startRedis(port?: number): Promise<{ url: string; port: number; stop(): Promise<void> }> {
  const chosen = port ?? (await freePort());
  const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-redis-'));
  const server = spawn(
    'redis-server',
    ['--port', String(chosen), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    server.stdout.on('data', (text: Buffer) => {
      if (text.toString().includes('eady to accept connections')) resolve();
    });
    server.once('exit', (code) => reject(new Error(`redis-server ended with ${code}`)));
  });
  return {
    url: `redis://127.0.0.1:${chosen}`,
    port: chosen,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) {
        const ended = once(server, 'exit');
        server.kill('SIGTERM');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
