// A fresh, migrated database per test file, copied from a template that is migrated once per run.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

const TEMPLATE = 'licet_template';
const LOCK = 5_423_841_002;

export interface FreshDatabase {
  /** The owner of the tables. */
  readonly ownerUrl: string;
  /** The app's unprivileged role. */
  readonly appUrl: string;
  readonly name: string;
  /** Removes the database, cutting connections that are still open. */
  drop(): Promise<void>;
}

/** A migrated database of the caller's own; any number may be made at once, from any worker of the run. */
export function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase(async (admin, name) => {
    await ensureTemplate(admin);
    await admin.query(`create database ${name} template ${TEMPLATE} strategy file_copy`);
  });
}

/** A database without any table, for tests of the migrations themselves. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return createDatabase(async (admin, name) => void (await admin.query(`create database ${name}`)));
}

async function createDatabase(create: (admin: Client, name: string) => Promise<void>): Promise<FreshDatabase> {
  const name = `t${process.env['JEST_WORKER_ID'] ?? '0'}_${randomBytes(6).toString('hex')}`;
  await withAdmin((admin) => create(admin, name));
  return {
    ownerUrl: urlOf('LICET_TEST_PG_URL', name),
    appUrl: urlOf('LICET_TEST_PG_APP_URL', name),
    name,
    drop: () => withAdmin(async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`))),
  };
}

// The template gets its name only when it is whole, so that a failed migration is tried again and never copied.
async function ensureTemplate(admin: Client): Promise<void> {
  const exists = async () => (await admin.query('select 1 from pg_database where datname = $1', [TEMPLATE])).rowCount === 1;
  if (await exists()) return;
  await admin.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    if (await exists()) return;
    const draft = `${TEMPLATE}_draft`;
    await admin.query(`drop database if exists ${draft} with (force)`);
    await admin.query(`create database ${draft}`);
    await migrate(urlOf('LICET_TEST_PG_URL', draft));
    await admin.query(`alter database ${draft} with is_template true allow_connections false`);
    await admin.query(`alter database ${draft} rename to ${TEMPLATE}`);
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

// Only the worker that builds the template loads the store.
async function migrate(ownerUrl: string): Promise<void> {
  const store = await import('#store');
  await store.migrate(ownerUrl);
}

async function withAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: urlOf('LICET_TEST_PG_URL', 'postgres') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(variable: string, database: string): string {
  const base = process.env[variable];
  if (base === undefined)
    throw new Error(`${variable} is not set: run this test by Jest, whose global set-up starts the database`);
  const url = new URL(base);
  url.pathname = `/${database}`;
  return url.href;
}
