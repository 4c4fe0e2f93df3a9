// The schema from empty: whole in one go, once only, and with an honest answer about what is pending.
import { Client } from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../test/harness/database';
import { migrate, pendingMigrations } from './index';
import { MIGRATIONS } from './migrations';

let database: FreshDatabase;

beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

const names = MIGRATIONS.map((migration) => migration.name);

test('an empty database lacks every migration, a migrated one none', async () => {
  expect(await pendingMigrations(database.appUrl)).toEqual(names);
  await migrate(database.ownerUrl);
  expect(await pendingMigrations(database.appUrl)).toEqual([]);
});

test('a database of an earlier release names what it lacks', async () => {
  await migrate(database.ownerUrl);
  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('delete from licet_migration where name = $1', [names.at(-1)]);
  await owner.end();
  expect(await pendingMigrations(database.appUrl)).toEqual(names.slice(-1));
});

test('three processes that migrate at once leave one schema', async () => {
  await Promise.all([migrate(database.ownerUrl), migrate(database.ownerUrl), migrate(database.ownerUrl)]);
  expect(await pendingMigrations(database.ownerUrl)).toEqual([]);
  await migrate(database.ownerUrl);
});
