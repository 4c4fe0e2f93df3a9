// TypeORM's connection to PostgreSQL: explicit entities and migrations, never a synchronised schema.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { MIGRATIONS, MIGRATIONS_TABLE } from './migrations';
import { ROWS } from './rows';

/** Longest wait for a free connection, and longest run of one statement, in milliseconds. */
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 30_000;

/** The source that runs migrations as the owner; no time limit on a statement. */
export function ownerDataSource(ownerUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: ownerUrl,
    applicationName: 'licet-migrate',
    migrations: MIGRATIONS,
    migrationsTableName: MIGRATIONS_TABLE,
    installExtensions: false,
    poolSize: 2,
  });
}

/** The source of the app: its own pool of at most `poolSize` connections. */
export function appDataSource(url: string, poolSize: number): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: 'licet',
    entities: [...ROWS],
    installExtensions: false,
    poolSize,
    extra: { connectionTimeoutMillis: CONNECT_TIMEOUT_MS, statement_timeout: STATEMENT_TIMEOUT_MS },
  });
}
