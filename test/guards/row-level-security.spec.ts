// Guard: every table is under forced row-level security with a policy, and the app's role can neither pass it nor own anything.
import { asOwner } from '../builders/stored-world';
import { freshDatabase, type FreshDatabase } from '../harness/database';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** The only table without an organisation's data and without a policy: names of migrations. */
const OPEN = 'licet_migration';

test('every table has row-level security enabled, forced and with a policy', async () => {
  const tables = await asOwner<{ name: string; enabled: boolean; forced: boolean; policies: number; holds: boolean }>(
    database,
    `select c.relname as name, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
            (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
            exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as holds
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> '${OPEN}'`,
  );
  expect(tables.filter((table) => table.holds).length).toBeGreaterThanOrEqual(9);
  expect(tables.filter((table) => !table.enabled || !table.forced || table.policies === 0)).toEqual([]);
});

test('no view or materialised view reads past the policies', async () => {
  const views = await asOwner(
    database,
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')`,
  );
  expect(views).toEqual([]);
});

test('the group role has no login and stands under the policies; its members own nothing and neither do they pass', async () => {
  const roles = await asOwner<{ name: string }>(
    database,
    `select r.rolname as name, r.rolcanlogin as login, r.rolsuper as super, r.rolbypassrls as bypass, r.rolcreaterole as roles, r.rolcreatedb as databases,
            exists (select from pg_class c where c.relowner = r.oid and c.relnamespace = 'public'::regnamespace) as owner
     from pg_roles r where r.rolname = 'licet_app' or pg_has_role(r.oid, 'licet_app', 'member') and not r.rolsuper`,
  );
  const below = { super: false, bypass: false, roles: false, databases: false, owner: false };
  expect(roles).toContainEqual({ name: 'licet_app', login: false, ...below });
  expect(roles.filter((role) => role.name !== 'licet_app').length).toBeGreaterThanOrEqual(1);
  for (const role of roles) expect(role).toMatchObject(below);
});

test('nothing is granted to everybody', async () => {
  const open = await asOwner(
    database,
    `select table_name as what from information_schema.table_privileges where table_schema = 'public' and grantee = 'PUBLIC'
     union all
     select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
     where p.pronamespace = 'public'::regnamespace and a.grantee = 0 and p.probin is null
     union all
     select n.nspname from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'public' and a.grantee = 0`,
  );
  expect(open).toEqual([]);
});

test('functions that act as their owner fix their search path', async () => {
  const loose = await asOwner(
    database,
    `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and not coalesce(proconfig::text like '%search_path=%', false)`,
  );
  expect(loose).toEqual([]);
});
