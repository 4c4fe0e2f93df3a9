// The row classes and the migrated tables say the same: columns, types, nullability, keys.
import { appDataSource } from '../data-source';
import { asOwner } from '../../../../test/builders/stored-world';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database';
import { ROWS } from './index';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly key: boolean;
}

test('each table has one row class with the same columns', async () => {
  const source = await appDataSource(database.appUrl, 1).initialize();
  const declared: Column[] = source.entityMetadatas.flatMap((entity) =>
    entity.columns.map((column) => ({
      table: entity.tableName,
      name: column.databaseName,
      type: source.driver.normalizeType(column) + (column.isArray ? '[]' : ''),
      nullable: column.isNullable,
      key: column.isPrimary,
    })),
  );
  await source.destroy();
  const stored = await asOwner<Column>(
    database,
    `select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
            not a.attnotnull as nullable, coalesce(a.attnum = any (i.indkey), false) as key
     from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_index i on i.indrelid = c.oid and i.indisprimary
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and c.relname <> 'licet_migration'`,
  );
  const sorted = (columns: Column[]) => columns.map((column) => JSON.stringify(Object.entries(column).sort())).sort();
  expect(sorted(declared)).toEqual(sorted(stored));
  expect(new Set(declared.map((column) => column.table)).size).toBe(ROWS.length);
});
