// The harness itself: databases of one run are apart from each other, and the app's role is not the owner.
import { Client } from 'pg';
import { emptyDatabase, freshDatabase } from './database';

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('fresh databases made at once are apart, and each is gone after drop', async () => {
  const [a, b] = await Promise.all([freshDatabase(), freshDatabase()]);
  await run(a.ownerUrl, 'create table only_here (n int)');
  await expect(run(b.ownerUrl, 'select * from only_here')).rejects.toThrow(/does not exist/);
  await Promise.all([a.drop(), b.drop()]);
  await expect(run(a.ownerUrl, 'select 1')).rejects.toThrow(/does not exist/);
});

test('a fresh database is migrated', async () => {
  const database = await freshDatabase();
  const { pendingMigrations } = await import('#store');
  expect(await pendingMigrations(database.appUrl)).toEqual([]);
  await database.drop();
});

test('the app signs in to its copy as a role that owns nothing', async () => {
  const database = await emptyDatabase();
  await run(database.ownerUrl, 'create table owned (n int)');
  await expect(run(database.appUrl, 'select * from owned')).rejects.toThrow(/permission denied/);
  await expect(run(database.appUrl, 'create table mine (n int)')).rejects.toThrow(/permission denied/);
  await database.drop();
});
