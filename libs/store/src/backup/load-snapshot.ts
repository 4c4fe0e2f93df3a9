// Puts the rows of a backup into an empty database, all of them or none.
import { Client, escapeIdentifier } from 'pg';
import { effectKey, parseJob } from '#casework';
import { MIGRATIONS } from '../migrations';
import { connectForBackup, countRows, tablesOf } from './read-snapshot';

/** Rows and characters that are inserted at once. */
const BATCH_ROWS = 500;
const BATCH_CHARACTERS = 4_000_000;

export interface LoadedTable {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface SnapshotLoader {
  /** Takes the rows of the table. Throws Error for a table or columns that this release does not have. */
  load(table: LoadedTable, rows: AsyncIterable<string>): Promise<number>;
}

export interface LoadOutcome {
  /** Jobs that were on their way in the queue when the backup was made; they are handed out again. */
  readonly jobsAgain: number;
}

/** Names of the migrations of this release, oldest first. */
export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);

/** Names of tables that hold rows; empty for a database without tables. `ownerUrl` is the role that owns them. */
export async function filledTables(ownerUrl: string): Promise<readonly string[]> {
  const client = await connectForBackup(ownerUrl);
  try {
    await client.query(`begin; set local licet.reach = 'system'`);
    const filled: string[] = [];
    for (const { name } of await tablesOf(client)) {
      const { rowCount } = await client.query(`select from public.${escapeIdentifier(name)} limit 1`);
      if (rowCount === 1) filled.push(name);
    }
    return filled;
  } finally {
    await client.end();
  }
}

/**
 * Runs the work, which loads tables in any order, in one transaction that nobody sees before its end; nothing stays when it throws.
 * The tables are of this release and empty. `ownerUrl` is the role that owns them.
 */
export async function loadSnapshot(ownerUrl: string, work: (loader: SnapshotLoader) => Promise<void>): Promise<LoadOutcome> {
  const client = await connectForBackup(ownerUrl);
  try {
    await client.query('begin');
    const tables = new Map((await tablesOf(client)).map(({ name, columns }) => [name, columns]));
    const links = await linksOf(client);
    for (const name of tables.keys()) await client.query(openTable(name));
    for (const { table, name } of links) await client.query(`alter table ${table} drop constraint ${escapeIdentifier(name)}`);
    await work({ load: (table, rows) => loadTable(client, tables.get(table.name), table, rows) });
    const jobsAgain = await handOutAgain(client);
    for (const { table, name, definition } of links)
      await client.query(`alter table ${table} add constraint ${escapeIdentifier(name)} ${definition}`);
    for (const name of tables.keys()) await client.query(closeTable(name));
    await countOn(client);
    await client.query('commit');
    return { jobsAgain };
  } finally {
    await client.end();
  }
}

/**
 * For rows that another program put in: counts them, and hands out again what was on its way in the queue. Throws Error, and hands out nothing,
 * when there are not as many as said. `ownerUrl` is the role that owns the tables.
 */
export async function settleSnapshot(ownerUrl: string, rows: number): Promise<LoadOutcome> {
  const client = await connectForBackup(ownerUrl);
  try {
    await client.query(`begin; set local licet.reach = 'system'`);
    const found = await countRows(client, await tablesOf(client));
    if (found !== rows) throw new Error(`${found} rows are there, and the backup says ${rows}`);
    const jobsAgain = await handOutAgain(client);
    await client.query('commit');
    return { jobsAgain };
  } finally {
    await client.end();
  }
}

const openTable = (name: string) =>
  `alter table public.${escapeIdentifier(name)} disable trigger user, no force row level security`;
const closeTable = (name: string) => `alter table public.${escapeIdentifier(name)} enable trigger user, force row level security`;

interface Link {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

/** References between tables: taken away while rows come in any order, and put back, which checks every row. */
async function linksOf(client: Client): Promise<readonly Link[]> {
  const { rows } = await client.query<Link>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid, conname`,
  );
  return rows;
}

async function loadTable(
  client: Client,
  columns: readonly string[] | undefined,
  table: LoadedTable,
  rows: AsyncIterable<string>,
): Promise<number> {
  if (columns?.join() !== table.columns.join()) throw new Error(`The table ${table.name} is not one of this release`);
  const insert = await insertInto(client, table.name);
  let batch: string[] = [];
  let characters = 0;
  let count = 0;
  const flush = async () => {
    if (batch.length > 0) await client.query(insert, [batch]);
    count += batch.length;
    batch = [];
    characters = 0;
  };
  for await (const row of rows) {
    batch.push(row);
    characters += row.length;
    if (batch.length === BATCH_ROWS || characters > BATCH_CHARACTERS) await flush();
  }
  await flush();
  return count;
}

/** Columns that PostgreSQL computes are computed anew. */
async function insertInto(client: Client, name: string): Promise<string> {
  const table = `public.${escapeIdentifier(name)}`;
  const { rows } = await client.query<{ column: string }>(
    `select attname as column from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  const columns = rows.map(({ column }) => escapeIdentifier(column));
  return `insert into ${table} (${columns.join(', ')}) overriding system value
          select ${columns.map((column) => `(r).${column}`).join(', ')} from (select line::${table} as r from unnest($1::text[]) as line offset 0) as given`;
}

/** The queue itself is not in a backup: a job that had been handed to it and had no effect yet is handed out again. Due rows come again by themselves. */
async function handOutAgain(client: Client): Promise<number> {
  const { rows } = await client.query<{ id: string; name: string; payload: unknown }>(
    `select id, name, payload from outbox where published_at is not null and name <> 'perform-due'`,
  );
  const keys = new Map(rows.map(({ id, name, payload }) => [id, effectKey(parseJob(name, payload))]));
  const { rowCount } = await client.query(
    `update outbox o set published_at = null from unnest($1::bigint[], $2::text[]) as handed (id, key)
     where o.id = handed.id and not exists (select from job_receipt r where r.effect_key = handed.key)`,
    [[...keys.keys()], [...keys.values()]],
  );
  return rowCount ?? 0;
}

/** Running numbers go on after the highest that was loaded. */
async function countOn(client: Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `select c.oid::regclass::text as table, quote_ident(a.attname) as column, pg_get_serial_sequence(c.oid::regclass::text, a.attname) as sequence
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attidentity <> ''
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  );
  for (const { table, column, sequence } of rows)
    await client.query(`select setval($1, max(${column})) from ${table} having max(${column}) is not null`, [sequence]);
}
