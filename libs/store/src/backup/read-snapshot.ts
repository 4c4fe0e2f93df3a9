// All rows of an installation as of one moment, for a backup: read by the app's role in the reach `system`, which no policy hides anything from.
import { Client, escapeIdentifier } from 'pg';
import { MIGRATIONS_TABLE } from '../migrations';
import { onlyRow } from '../shelves/raw-row';

/** Rows that are fetched at once. */
const BATCH = 500;

export interface SnapshotTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** Each row as PostgreSQL writes a row as text, which loses nothing. */
  rows(): AsyncGenerator<string>;
}

export interface Snapshot {
  /** Names of the migrations that the database has seen, oldest first. */
  readonly migrations: readonly string[];
  /** The major version of the server, such as 18. */
  readonly serverMajor: number;
  /** In the order of their names, without the table of migrations. The queue's own tables are not among them. */
  readonly tables: readonly SnapshotTable[];
  /** Rows of all tables. */
  countRows(): Promise<number>;
  /** A name under which another session sees the same moment for as long as the work runs. */
  share(): Promise<string>;
  /** Keys of all stored files that a row names, in their order. */
  fileKeys(): Promise<readonly string[]>;
}

/** Runs the work on one moment of the database; what is written meanwhile is not seen. `url` is the app's or the owner's role. */
export async function readSnapshot<T>(url: string, work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  const client = await connectForBackup(url);
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    await client.query(`select set_config('licet.reach', 'system', true)`);
    const result = await work(await snapshotOf(client));
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/** A connection whose texts of days and figures are the same on every server. */
export async function connectForBackup(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'licet-backup' });
  await client.connect();
  await client.query(
    `set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set extra_float_digits = 1`,
  );
  return client;
}

async function snapshotOf(client: Client): Promise<Snapshot> {
  const { rows: migrations } = await client.query<{ name: string }>(`select name from public.${MIGRATIONS_TABLE} order by id`);
  const found = await tablesOf(client);
  const { major } = onlyRow(
    (await client.query<{ major: number }>(`select current_setting('server_version_num')::int / 10000 as major`)).rows,
  );
  return {
    serverMajor: major,
    migrations: migrations.map(({ name }) => name),
    tables: found.map(({ name, columns }) => ({ name, columns, rows: () => rowsOf(client, name) })),
    countRows: () => countRows(client, found),
    share: async () => onlyRow((await client.query<{ name: string }>('select pg_export_snapshot() as name')).rows).name,
    fileKeys: async () => {
      const named = found.filter(({ columns }) => columns.includes('file_key'));
      if (named.length === 0) return [];
      const parts = named.map(
        ({ name }) => `select file_key as key from public.${escapeIdentifier(name)} where file_key is not null`,
      );
      const { rows } = await client.query<{ key: string }>(`select key from (${parts.join(' union ')}) as keys order by key`);
      return rows.map(({ key }) => key);
    },
  };
}

/** Licet's tables with their columns in the order of the table. */
export async function tablesOf(
  client: Client,
): Promise<readonly { readonly name: string; readonly columns: readonly string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> $1 group by c.oid, c.relname order by c.relname`,
    [MIGRATIONS_TABLE],
  );
  return rows;
}

/** Rows of the tables, as the connection's reach shows them. */
export async function countRows(client: Client, tables: readonly { readonly name: string }[]): Promise<number> {
  let count = 0;
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) as count from public.${escapeIdentifier(name)}`);
    count += Number(onlyRow(rows).count);
  }
  return count;
}

async function* rowsOf(client: Client, name: string): AsyncGenerator<string> {
  const table = escapeIdentifier(name);
  await client.query(`declare backup_rows no scroll cursor for select t::text as row from public.${table} t`);
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`fetch ${BATCH} from backup_rows`);
    for (const { row } of rows) yield row;
    if (rows.length < BATCH) break;
  }
  await client.query('close backup_rows');
}
