// Brings a database from empty, or from any earlier release, to the schema of this one.
import { Client } from 'pg';
import { APP_ROLE, ensureGroupRole } from './app-role';
import { ownerDataSource } from './data-source';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations';

/** One migration at a time per database; the number is Licet's own. */
const LOCK = 5_423_841_010;

/**
 * Runs all pending migrations as the owner, each process waiting for the one before it; nothing is changed when one fails.
 * Safe to repeat. Throws Error with the cure when the owner may not create the app's role.
 */
export async function migrate(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureGroupRole(client, APP_ROLE);
    const source = await ownerDataSource(ownerUrl).initialize();
    try {
      await source.runMigrations({ transaction: 'all' });
      await source.query(`grant select on ${MIGRATIONS_TABLE} to ${APP_ROLE}`);
    } finally {
      await source.destroy();
    }
  } finally {
    await client.end();
  }
}

/** Names of the migrations that the database has not seen, oldest first; all of them for an empty one. The app's role is enough. */
export async function pendingMigrations(url: string): Promise<readonly string[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ table: string | null }>('select to_regclass($1)::text as table', [
      `public.${MIGRATIONS_TABLE}`,
    ]);
    const seen = found[0]?.table
      ? (await client.query<{ name: string }>(`select name from public.${MIGRATIONS_TABLE}`)).rows
      : [];
    const names = new Set(seen.map((row) => row.name));
    return MIGRATIONS.map((migration) => migration.name).filter((name) => !names.has(name));
  } finally {
    await client.end();
  }
}
