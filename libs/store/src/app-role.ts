// The group role that owns nothing and may do only what the migrations grant; the login role of the app is its member.
import { Client, escapeIdentifier } from 'pg';

export const APP_ROLE = 'licet_app';

const NO_PRIVILEGE = '42501';
/** What PostgreSQL answers when two sessions make or grant the same role at once. */
const AT_ONCE = new Set(['42710', '23505', 'XX000']);
const TRIES = 5;

/** Makes the group role where it is missing. Throws Error with the cure when the owner may not, or when the role stands above row-level security. */
export async function ensureGroupRole(client: Client, name: string): Promise<void> {
  const { rows } = await client.query<{ above: boolean }>(
    'select rolsuper or rolbypassrls as above from pg_roles where rolname = $1',
    [name],
  );
  const [role] = rows;
  if (role?.above) {
    throw new Error(
      `The role ${name} stands above row-level security. Cure, as a superuser: ALTER ROLE ${name} NOSUPERUSER NOBYPASSRLS`,
    );
  }
  if (role) return;
  try {
    await client.query(`create role ${escapeIdentifier(name)} nologin`);
  } catch (error) {
    const code = codeOf(error);
    if (code === NO_PRIVILEGE) {
      throw new Error(
        `The owner role may not create roles. Cure, once per server, as a superuser: CREATE ROLE ${name} NOLOGIN NOSUPERUSER NOBYPASSRLS`,
        { cause: error },
      );
    }
    if (!AT_ONCE.has(code)) throw error;
  }
}

/**
 * Makes the login role a member of the group role, if it is not one yet. Throws Error with the cure when the owner may not grant it,
 * when there is no such login role, or when the login role stands above row-level security.
 */
export async function grantAppRole(ownerUrl: string, loginRoleName: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let tries = 1; !(await isMember(client, loginRoleName)); tries++) {
      try {
        await client.query(`grant ${APP_ROLE} to ${escapeIdentifier(loginRoleName)}`);
      } catch (error) {
        if (codeOf(error) === NO_PRIVILEGE) {
          throw new Error(
            `The owner role may not grant ${APP_ROLE}. Cure, as a superuser: GRANT ${APP_ROLE} TO "${loginRoleName}"`,
            { cause: error },
          );
        }
        if (tries === TRIES || !AT_ONCE.has(codeOf(error))) throw error;
      }
    }
  } finally {
    await client.end();
  }
}

async function isMember(client: Client, loginRoleName: string): Promise<boolean> {
  const { rows } = await client.query<{ above: boolean; member: boolean }>(
    `select rolsuper or rolbypassrls as above,
            exists (select from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid and g.rolname = $2) as member
     from pg_roles r where rolname = $1`,
    [loginRoleName, APP_ROLE],
  );
  const [role] = rows;
  if (!role)
    throw new Error(`There is no database role "${loginRoleName}". Cure: CREATE ROLE … LOGIN PASSWORD …, then run this again`);
  if (role.above) throw new Error(aboveSecurity(loginRoleName));
  return role.member;
}

/** The words for a login role that no policy would bind. */
export function aboveSecurity(role: string): string {
  return `The database role "${role}" stands above row-level security, so organisations would see each other. Cure: give DATABASE_URL a role that is NOSUPERUSER NOBYPASSRLS, owns no table, and is a member of ${APP_ROLE}`;
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
