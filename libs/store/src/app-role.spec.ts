// Owners as they are in production: no superusers. They migrate, stay under the policies themselves, and are told the cure for what they may not do.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import {
  applicationIn,
  asOwner,
  placeOn,
  queueOf,
  reachOf,
  storedWorld,
  SYSTEM,
  teamOf,
  type StoredWorld,
} from '../../../test/builders/stored-world';
import { APP_ROLE, ensureGroupRole } from './app-role';
import { createStore, grantAppRole, migrate } from './index';

let world: StoredWorld;
const suffix = randomBytes(4).toString('hex');
const [plain, login, strong, house] = [`plain_${suffix}`, `login_${suffix}`, `strong_${suffix}`, `house_${suffix}`];

beforeAll(async () => {
  world = await storedWorld(2);
  await asOwner(
    world.database,
    `create role ${plain} login password 'p' nosuperuser nocreaterole`,
    `create role ${login} login password 'p'`,
    `create role ${strong} login password 'p' bypassrls`,
    `create database ${house} owner ${plain}`,
  );
});
afterAll(async () => {
  await asOwner(
    world.database,
    `drop database ${house} with (force)`,
    `drop role ${plain}`,
    `drop role ${login}`,
    `drop role ${strong}`,
  );
  await world.end();
});

function urlOf(role: string, database: string): string {
  const url = new URL(world.database.ownerUrl);
  url.username = role;
  url.password = 'p';
  url.pathname = `/${database}`;
  return url.href;
}

async function as<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

test('an owner without any privilege migrates, and sees no row without a reach', async () => {
  const ownerUrl = urlOf(plain, house);
  await migrate(ownerUrl);
  await grantAppRole(world.database.ownerUrl, login);
  const store = await createStore({ url: urlOf(login, house), poolSize: 2 });
  const handed = await store
    .run(SYSTEM, async (tx) => {
      for (const row of [world.north, world.authority]) await tx.people.addOrganisation(row);
      for (const row of [world.wang, world.reviewer, world.administrator]) await tx.people.add(row);
      const application = await applicationIn(tx, world.wang, 'submitted');
      const queue = await queueOf(tx, await teamOf(tx, world.reviewer));
      await tx.places.enter([placeOn(queue, application, { holderId: world.reviewer.id })]);
    })
    .then(() => store.run(reachOf(world.administrator, 'administrator'), (tx) => tx.places.handOver(world.reviewer.id, null)))
    .finally(() => store.close());
  expect(handed).toHaveLength(1);
  const counts = await as(ownerUrl, async (client) => {
    const tables = await client.query<{ name: string }>(
      `select relname as name from pg_class where relrowsecurity and relkind = 'r'`,
    );
    const rows = tables.rows.map(({ name }) => `select count(*)::int as count from ${name}`).join(' union all ');
    return (await client.query<{ count: number }>(rows)).rows.map((row) => row.count);
  });
  expect(counts.length).toBeGreaterThanOrEqual(17);
  expect(new Set(counts)).toEqual(new Set([0]));
});

test('an owner who may not create or grant roles is told what to do', async () => {
  await as(urlOf(plain, house), async (client) => {
    await expect(ensureGroupRole(client, `absent_${suffix}`)).rejects.toThrow(/may not create roles\. Cure.*CREATE ROLE absent_/);
    await expect(ensureGroupRole(client, APP_ROLE)).resolves.toBeUndefined();
  });
  await expect(grantAppRole(urlOf(plain, house), plain)).rejects.toThrow(/may not grant licet_app\. Cure.*GRANT licet_app TO/);
});

test('a role above row-level security is taken neither as group nor as login', async () => {
  await as(world.database.ownerUrl, (client) =>
    expect(ensureGroupRole(client, strong)).rejects.toThrow(/above row-level security\. Cure/),
  );
  await expect(grantAppRole(world.database.ownerUrl, strong)).rejects.toThrow(/above row-level security.*Cure/);
  await expect(grantAppRole(world.database.ownerUrl, `absent_${suffix}`)).rejects.toThrow(/no database role.*Cure/);
});

test('granting again, or several times at once, changes nothing', async () => {
  await asOwner(world.database, `revoke ${APP_ROLE} from ${login}`);
  await Promise.all(Array.from({ length: 6 }, () => grantAppRole(world.database.ownerUrl, login)));
  await grantAppRole(world.database.ownerUrl, login);
  const members = await asOwner(
    world.database,
    `select 1 from pg_auth_members where roleid = '${APP_ROLE}'::regrole and member = '${login}'::regrole`,
  );
  expect(members).toHaveLength(1);
});
