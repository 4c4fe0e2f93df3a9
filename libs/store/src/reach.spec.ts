// The matrix of row-level security: every table, every reach, seen through bare SQL as the app's role, so that no query of ours can hide a hole.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { addMs } from '#kernel';
import type { Reach } from '#casework';
import { begun, decided, LAW, library, readBy } from '../../../test/builders/reach-rows';
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

type Row = Readonly<Record<string, unknown>>;
type Kind = Exclude<Reach['kind'], 'system'>;
type Rule = (row: Row) => boolean;

let world: StoredWorld;
let client: Client;
/** All rows of each table, as the system sees them. */
const everything = new Map<string, Row[]>();

beforeAll(async () => {
  world = await storedWorld();
  await world.store.run(SYSTEM, async (tx) => {
    await tx.laws.keep({ hash: LAW, lastDayInclusive: true, texts: Buffer.from('law') }, NOON);
    const drafted = await draft(tx, world.wang);
    await begun(tx, drafted, world.wang);
    await library(tx, world, drafted, world.wang);
    for (const owner of [world.wang, world.li]) {
      const granted = await applicationIn(tx, owner, 'granted');
      await decided(tx, world, granted, owner);
      await library(tx, world, granted, owner);
    }
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
      const settings = `select set_config('licet.reach', $1, true), set_config('licet.organisation_id', $2, true), set_config('licet.person_id', $3, true)`;
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

const all: Rule = () => true;
const ofNorth: Rule = (row) => row['organisation_id'] === world.north.id;
const ofAuthority: Rule = (row) => row['organisation_id'] === world.authority.id;
const filed: Rule = (row) =>
  rowsOf('application').some((app) => app['id'] === (row['application_id'] ?? row['id']) && app['submitted_at'] !== null);

/** A row about a version of a product that an item of a filed application was taken from. */
const taken: Rule = (row) =>
  rowsOf('product_use').some(
    (use) =>
      use['product_id'] === (row['product_id'] ?? row['id']) &&
      (row['product_id'] === undefined || use['version'] === row['version']) &&
      filed(use),
  );
const ownView: Rule = (row) => ofNorth(row) && row['view'] === 'exporter';
/** A licence, or the paper of a determination that the rule lets through. */
const paperOf =
  (rule: Rule): Rule =>
  (row) =>
    row['kind'] === 'licence' || rowsOf('product_determination').some((made) => made['document_id'] === row['id'] && rule(made));

/** Who sees which rows; a reach that is not named sees none. `organisation` is that of north. */
const VISIBLE: Readonly<Record<string, Partial<Record<Kind, Rule>>>> = {
  organisation: { organisation: (row) => row['id'] === world.north.id, authority: all, administrator: all, 'sign-in': all },
  person: {
    organisation: ofNorth,
    authority: (row) => row['organisation_id'] === world.authority.id,
    administrator: all,
    'sign-in': all,
  },
  person_token: { administrator: all, 'sign-in': all },
  session: { administrator: all, 'sign-in': all },
  sign_in_failure: { 'sign-in': all },
  application: { organisation: ofNorth, authority: filed },
  paper: { organisation: ofNorth, authority: filed },
  case_log: {
    organisation: ofNorth,
    authority: filed,
    administrator: (row) => row['verb'] === 'hand-over' && row['actor_id'] === world.administrator.id,
  },
  advice: { authority: all },
  countersignature: { authority: all },
  determination: { organisation: (row) => ofNorth(row) && row['view'] === 'exporter', authority: filed },
  list_check: { organisation: ofNorth, authority: filed },
  law_reading: { organisation: ofNorth, authority: ofAuthority },
  law_reading_act: { organisation: ofNorth, authority: ofAuthority },
  licence: { organisation: ofNorth, authority: all },
  issued_document: { organisation: (row) => ofNorth(row) && paperOf(ownView)(row), authority: paperOf(taken) },
  law_text: { organisation: all, authority: all },
  product: { organisation: ofNorth, authority: taken },
  product_version: { organisation: ofNorth, authority: taken },
  product_use: { organisation: ofNorth, authority: filed },
  product_determination: { organisation: ownView, authority: taken },
  number_series: { organisation: all, authority: all },
  due: { organisation: ofNorth, authority: all },
  outbox: {},
  kept_answer: {
    organisation: (row) => row['person_id'] === world.wang.id,
    authority: (row) => row['person_id'] === world.reviewer.id,
  },
  job_receipt: {},
  demo_clock: {},
};

function reaches(): Reach[] {
  return [
    reachOf(world.wang, 'organisation'),
    reachOf(world.reviewer, 'authority'),
    reachOf(world.administrator, 'administrator'),
    { kind: 'sign-in' },
    { kind: 'verification', codeHash: sha256('nothing bears it') },
  ];
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
    for (const reach of reaches()) {
      const rule = VISIBLE[table]?.[reach.kind as Kind] ?? (() => false);
      const seen = await inReach(reach, () => select(table));
      expect({ reach: reach.kind, seen: seen.map(keyOf).sort() }).toEqual({
        reach: reach.kind,
        seen: rowsOf(table).filter(rule).map(keyOf).sort(),
      });
    }
  });

  test("another organisation's rows cannot be added, changed or removed", async () => {
    const north = reachOf(world.wang, 'organisation');
    const foreign = rowsOf(table).filter((row) => (row['organisation_id'] ?? row['id']) !== world.north.id);
    const shared = ['number_series', 'outbox'].includes(table);
    for (const row of shared ? [] : foreign)
      await expect(inReach(north, () => insertLike(table, row))).rejects.toThrow(/row-level security/);
    const untouched = rowsOf(table)
      .filter((row) => !VISIBLE[table]?.organisation?.(row))
      .map(keyOf);
    const touched = [...(await inReach(north, () => tryUpdate(table))), ...(await inReach(north, () => tryDelete(table)))];
    expect(touched.filter((key) => untouched.includes(key))).toEqual([]);
  });
});

function keyOf(row: Row): string {
  if (row['version'] !== undefined && row['product_id'] !== undefined && row['id'] === undefined)
    return [row['application_id'], row['product_id'], row['version']].map(String).join('/');
  return String(row['id'] ?? row['hash'] ?? row['id_hash'] ?? row['effect_key'] ?? row['key'] ?? row['series']);
}

async function columns(table: string, privilege?: 'UPDATE'): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and attidentity = ''
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
