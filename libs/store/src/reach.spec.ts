// The matrix of row-level security: every table, every reach, seen through bare SQL as the app's role, so that no query of ours can hide a hole.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { addMs } from '#kernel';
import type { ApplicationRecord, OrganisationRecord, PersonRecord, Reach } from '#casework';
import { matrixOf, type Kind, type Row } from '../../../test/builders/reach-matrix';
import { agency, begun, decided, LAW, library, queues, readBy } from '../../../test/builders/reach-rows';
import {
  applicationIn,
  draft,
  NOON,
  reachOf,
  sha256,
  storedWorld,
  SYSTEM,
  type StoredWorld,
} from '../../../test/builders/stored-world';

let world: StoredWorld;
let client: Client;
let east: OrganisationRecord;
let zhou: PersonRecord;
/** All rows of each table, as the system sees them. */
const everything = new Map<string, Row[]>();

beforeAll(async () => {
  world = await storedWorld();
  await world.store.run(SYSTEM, async (tx) => {
    await tx.laws.keep({ hash: LAW, lastDayInclusive: true, texts: Buffer.from('law') }, NOON);
    const drafted = await draft(tx, world.wang);
    await begun(tx, drafted, world.wang);
    await library(tx, world, drafted, world.wang);
    const granted: ApplicationRecord[] = [];
    for (const owner of [world.wang, world.li]) {
      const application = await applicationIn(tx, owner, 'published');
      await decided(tx, world, application, owner);
      await library(tx, world, application, owner);
      granted.push(application);
    }
    await queues(tx, world, granted);
    east = { ...world.south, id: randomUUID(), creditCode: '91110000000000003C' };
    zhou = { ...world.li, id: randomUUID(), organisationId: east.id, email: 'zhou@east.example' };
    await tx.people.addOrganisation(east);
    await tx.people.add(zhou);
    await agency(tx, world.li, east.id);
    await agency(tx, world.wang, east.id);
    await agency(tx, world.li, world.north.id);
    for (const agentId of [east.id, world.south.id]) {
      const filed = await applicationIn(tx, world.wang, 'published', NOON, agentId);
      await decided(tx, world, filed, world.wang);
      await library(tx, world, filed, world.wang);
    }
    await tx.answers.claim({
      key: zhou.id,
      personId: zhou.id,
      organisationId: world.north.id,
      requestHash: sha256('request'),
      now: NOON,
      expiresAt: addMs(NOON, 1),
    });
    for (const owner of [world.wang, world.li, world.reviewer]) {
      await tx.people.addToken({
        id: randomUUID(),
        personId: owner.id,
        purpose: 'invitation',
        tokenHash: owner.id,
        expiresAt: addMs(NOON, 1),
      });
      await tx.sessions.save({ idHash: owner.id, personId: owner.id, data: {}, expiresAt: addMs(NOON, 1) });
      await tx.answers.claim({
        key: owner.id,
        personId: owner.id,
        organisationId: owner.organisationId,
        requestHash: sha256('request'),
        now: NOON,
        expiresAt: addMs(NOON, 1),
      });
    }
    for (const { id, organisationId } of [world.wang, world.li, world.reviewer]) await readBy(tx, id, organisationId);
    await tx.people.addFailedSignIn('key', NOON);
    await tx.jobs.add({ name: 'render-licence', payload: { licenceId: randomUUID() } }, NOON);
    await tx.jobs.receipt('done', NOON);
  });
  client = new Client({ connectionString: world.database.appUrl });
  await client.connect();
  for (const table of await tables()) everything.set(table, await inReach(SYSTEM, () => select(table)));
});
afterAll(async () => {
  await client.end();
  await world.end();
});

async function tables(): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select tablename as table from pg_tables where schemaname = 'public' and tablename <> 'licet_migration' order by 1`,
  );
  return rows.map((row) => row.table);
}

async function select(table: string): Promise<Row[]> {
  return (await client.query<Row>(`select * from ${table}`)).rows;
}

/** Runs the work with the reach told, or with none, and takes back what it did. */
async function inReach<T>(reach: Reach | null, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    if (reach) {
      const ids = 'organisationId' in reach ? [reach.organisationId, reach.personId] : ['', ''];
      ids.push('agentId' in reach ? (reach.agentId ?? '') : '');
      const settings = `select set_config('licet.reach', $1, true), set_config('licet.organisation_id', $2, true), set_config('licet.person_id', $3, true),
        set_config('licet.agent_id', $4, true)`;
      await client.query(settings, [reach.kind, ...ids]);
    }
    return await work();
  } finally {
    await client.query('rollback');
  }
}

function rowsOf(table: string): Row[] {
  return everything.get(table) ?? [];
}

const VISIBLE = matrixOf(() => ({ world, agent: zhou }), rowsOf);

function reaches(): [Kind, Reach][] {
  return [
    ['organisation', reachOf(world.wang, 'organisation')],
    ['agent', byAgent()],
    ['authority', reachOf(world.reviewer, 'authority')],
    ['administrator', reachOf(world.administrator, 'administrator')],
    ['sign-in', { kind: 'sign-in' }],
    ['verification', { kind: 'verification', codeHash: sha256('nothing bears it') }],
  ];
}

function byAgent(): Reach {
  return { kind: 'organisation', organisationId: world.north.id, personId: zhou.id, agentId: east.id };
}

test('the matrix names every table, and each has rows to hide', async () => {
  expect(Object.keys(VISIBLE).sort()).toEqual(await tables());
  for (const table of Object.keys(VISIBLE)) expect({ table, filled: rowsOf(table).length > 0 }).toEqual({ table, filled: true });
});

describe.each(Object.keys(VISIBLE))('%s', (table) => {
  test('without a reach nothing is seen and nothing is written', async () => {
    expect(await inReach(null, () => select(table))).toEqual([]);
    for (const row of rowsOf(table))
      await expect(inReach(null, () => insertLike(table, row))).rejects.toThrow(/row-level security/);
  });

  test('each reach sees its rows and no other', async () => {
    for (const [kind, reach] of reaches()) {
      const rule = VISIBLE[table]?.[kind] ?? (() => false);
      const seen = await inReach(reach, () => select(table));
      expect({ reach: kind, seen: seen.map(keyOf).sort() }).toEqual({
        reach: kind,
        seen: rowsOf(table).filter(rule).map(keyOf).sort(),
      });
    }
  });

  test.each(['organisation', 'agent'] as const)(
    "another organisation's rows cannot be added, changed or removed by its %s",
    async (kind) => {
      const reach = new Map(reaches()).get(kind) ?? SYSTEM;
      const foreign = rowsOf(table).filter(
        (row) => ownerOf(row) !== world.north.id || (kind === 'agent' && !VISIBLE['application']?.agent?.(row)),
      );
      const shared = ['number_series', 'outbox', 'kept_answer'].includes(table);
      for (const row of shared ? [] : foreign)
        await expect(inReach(reach, () => insertLike(table, row))).rejects.toThrow(/row-level security/);
      const untouched = rowsOf(table)
        .filter((row) => !VISIBLE[table]?.[kind]?.(row))
        .map(keyOf);
      const touched = [...(await inReach(reach, () => tryUpdate(table))), ...(await inReach(reach, () => tryDelete(table)))];
      expect(touched.filter((key) => untouched.includes(key))).toEqual([]);
    },
  );
});

test('an authority that was revoked gives the agent nothing, and only the principal takes it back', async () => {
  const revoking = (reach: Reach) =>
    inReach(reach, async () => (await client.query(`update agency set revoked_at = now() returning *`)).rows.map(keyOf));
  const [given] = rowsOf('agency').filter((row) => row['agent_id'] === east.id && row['principal_id'] === world.north.id);
  expect(await revoking(byAgent())).toEqual([]);
  expect(await revoking(reachOf(zhou, 'organisation'))).toEqual([]);
  expect(await revoking(reachOf(world.wang, 'organisation'))).toEqual([given && keyOf(given)]);
  const left = await inReach(SYSTEM, async () => {
    await client.query(`update agency set revoked_at = now()`);
    await client.query(
      `select set_config('licet.reach', 'organisation', true), set_config('licet.organisation_id', $1, true),
      set_config('licet.person_id', $2, true), set_config('licet.agent_id', $3, true)`,
      [world.north.id, zhou.id, east.id],
    );
    return [...(await select('application')), ...(await select('paper')), ...(await select('issued_document'))];
  });
  expect(left).toEqual([]);
});

function ownerOf(row: Row): unknown {
  return row['principal_id'] ?? row['organisation_id'] ?? row['id'];
}

function keyOf(row: Row): string {
  if (row['version'] !== undefined && row['product_id'] !== undefined && row['id'] === undefined)
    return [row['application_id'], row['product_id'], row['version']].map(String).join('/');
  return String(row['id'] ?? row['hash'] ?? row['id_hash'] ?? row['effect_key'] ?? row['key'] ?? row['series'] ?? idsOf(row));
}

function idsOf(row: Row): string {
  return Object.keys(row)
    .filter((name) => name.endsWith('_id') || name === 'seq')
    .map((name) => String(row[name]))
    .join('/');
}

async function columns(table: string, privilege?: 'UPDATE'): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
     and ($2::text is null or has_column_privilege(attrelid, attnum, $2))`,
    [table, privilege ?? null],
  );
  return rows.map((row) => row.name);
}

/** Adds a row like this one under a new key. */
async function insertLike(table: string, row: Row): Promise<void> {
  const names = (await columns(table)).join(', ');
  const fresh = {
    ...row,
    ...(String(row['id']).includes('-') && { id: randomUUID() }),
    email: `${randomUUID()}@x.example`,
    token_hash: randomUUID(),
    id_hash: randomUUID(),
    credit_code: '',
  };
  await client.query(`insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1)`, [
    JSON.stringify(fresh),
  ]);
}

/** Keys of the rows that an update without condition reaches. */
async function tryUpdate(table: string): Promise<string[]> {
  const [column] = await columns(table, 'UPDATE');
  if (column === undefined) {
    await expect(client.query(`update ${table} set ${(await columns(table))[0] ?? ''} = default`)).rejects.toThrow(
      /permission denied/,
    );
    return [];
  }
  return (await client.query<Row>(`update ${table} set ${column} = ${column} returning *`)).rows.map(keyOf);
}

/** Keys of the rows that a delete without condition reaches. */
async function tryDelete(table: string): Promise<string[]> {
  const granted = await client.query<{ may: boolean }>(`select has_table_privilege($1, 'DELETE') as may`, [table]);
  if (!granted.rows[0]?.may) {
    await expect(client.query(`delete from ${table}`)).rejects.toThrow(/permission denied/);
    return [];
  }
  return (await client.query<Row>(`delete from ${table} returning *`)).rows.map(keyOf);
}
