// What every start makes sure of: the database, the group role that migrations grant to, and the unprivileged role the app signs in with.
import { Client, escapeLiteral } from 'pg';

/** Group role without login; migrations grant it what the app may do. */
export const APP_ROLE = 'licet_app';
/** Member of the group role; owns nothing and cannot pass row-level security. */
export const APP_LOGIN_ROLE = 'licet_app_login';
/** The application's database on the embedded server. */
export const DATABASE = 'licet';

const LOCK = 5_423_841_001;

/** Makes roles and database where they are missing. Safe to run from several processes at once. `adminUrl` names a superuser and the database `postgres`. */
export async function prepareRoles(adminUrl: string, appPassword: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    // A statement that fails must not put the password into the server's log.
    await client.query(`set log_min_error_statement = 'panic'`);
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname = any($1) union all select 'database' from pg_database where datname = $2`,
      [[APP_ROLE, APP_LOGIN_ROLE], DATABASE],
    );
    const found = new Set(rows.map((row) => row.name));
    if (!found.has(APP_ROLE)) await client.query(`create role ${APP_ROLE} nologin`);
    if (!found.has(APP_LOGIN_ROLE)) await client.query(`create role ${APP_LOGIN_ROLE}`);
    await client.query(
      `alter role ${APP_LOGIN_ROLE} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password ${escapeLiteral(appPassword)}`,
    );
    await client.query(`grant ${APP_ROLE} to ${APP_LOGIN_ROLE}`);
    if (!found.has('database')) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}
