// The Nest module: gives the port, and closes its connections when the app stops.
import { Test } from '@nestjs/testing';
import { Store } from '#casework';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/database';
import { StoreModule } from './index';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test('an app gets the store by its port and leaves no connection behind', async () => {
  const app = await Test.createTestingModule({ imports: [StoreModule.forRoot({ url: database.appUrl, poolSize: 2 })] }).compile();
  const store = app.get(Store);
  expect(await store.run({ kind: 'system' }, (tx) => tx.applications.count({}))).toBe(0);
  await app.close();
  await expect(store.ping()).rejects.toThrow();
});
