import { Client } from 'pg';
import { emptyDatabase, type FreshDatabase } from '../../../test/harness/database';
import { migrateQueue } from './migrate-queue';

describe('migrateQueue', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await emptyDatabase();
  });
  afterEach(() => database.drop());

  async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  it('may be run again and by several processes at once', async () => {
    await Promise.all([migrateQueue(database.ownerUrl), migrateQueue(database.ownerUrl)]);
    await migrateQueue(database.ownerUrl);
    const tables = await as(database.appUrl, (client) =>
      client.query("select 1 from pg_tables where schemaname = 'bullmq' and tablename = 'job'"),
    );
    expect(tables.rowCount).toBe(1);
  });

  it('gives the app’s role the use of the queue and neither its shape nor its ledger', async () => {
    await migrateQueue(database.ownerUrl);
    await as(database.appUrl, async (client) => {
      await expect(client.query('create table bullmq.mine (id int)')).rejects.toThrow('permission denied for schema bullmq');
      await expect(client.query('alter table bullmq.job add column mine int')).rejects.toThrow('must be owner of table job');
      await expect(client.query('delete from bullmq.migration')).rejects.toThrow('permission denied for table migration');
      await expect(client.query('select count(*) from bullmq.job')).resolves.toMatchObject({ rows: [{ count: '0' }] });
    });
  });

  it('names the cure when the app’s role is missing', async () => {
    await expect(migrateQueue(database.ownerUrl, 'no_such_role')).rejects.toThrow(
      'The role no_such_role does not exist; run the migrations of the store first.',
    );
  });
});
