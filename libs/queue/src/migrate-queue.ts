// Makes the queue's tables as the owner of the database and gives the app's role what it needs to use them, no more.
import { Client } from 'pg';
import { runMigrations } from 'bullmq';
import { QUEUE_NAME, QUEUE_SCHEMA } from './backend';

/** Brings the schema `bullmq` up to date and grants its use to the role. Idempotent. Throws Error when the role is missing. */
export async function migrateQueue(ownerUrl: string, appRole = 'licet_app'): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ database: string; known: boolean }>(
      'select current_database() as database, exists (select from pg_roles where rolname = $1) as known',
      [appRole],
    );
    const [row] = rows;
    if (!row?.known) throw new Error(`The role ${appRole} does not exist; run the migrations of the store first.`);
    await runMigrations(client, QUEUE_SCHEMA);
    const role = client.escapeIdentifier(appRole);
    await client.query('begin');
    // Made now, because the app's role may not create it at the first job.
    await client.query(`select ${QUEUE_SCHEMA}.next_job_id($1)`, [QUEUE_NAME]);
    await client.query(`grant usage on schema ${QUEUE_SCHEMA} to ${role}`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${role}`);
    await client.query(`revoke insert, update, delete on ${QUEUE_SCHEMA}.migration from ${role}`);
    await client.query(`grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${role}`);
    await client.query(`grant execute on all functions in schema ${QUEUE_SCHEMA} to ${role}`);
    // Bulk adding collects its rows in a temporary table.
    await client.query(`grant temporary on database ${client.escapeIdentifier(row.database)} to ${role}`);
    await client.query('commit');
  } finally {
    await client.end();
  }
}
