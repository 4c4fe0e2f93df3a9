// A database of the release before queues, with cases in every state of then: the migrations keep all of it in the new shapes.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { emptyContent } from '#licensing';
import type { Reach, Transaction } from '#casework';
import { asOwner, SYSTEM } from '../../../../test/builders/stored-world';
import { emptyDatabase, type FreshDatabase } from '../../../../test/harness/database';
import { APP_ROLE, ensureGroupRole } from '../app-role';
import { createStore, migrate, type PostgresStore } from '../index';
import { MIGRATIONS, MIGRATIONS_TABLE } from './index';

const AT = '2026-03-02T04:00:00.000Z';
const OPEN = ['submitted', 'accepted', 'in-review', 'advised', 'countersigned'];
const LAST_OF_THEN = 13;

let database: FreshDatabase;
let store: PostgresStore;
const [exporter, authority] = [randomUUID(), randomUUID()];
const people = {
  wang: { id: randomUUID(), of: exporter, roles: ['exporter'], state: 'active' },
  chen: { id: randomUUID(), of: authority, roles: ['reviewer'], state: 'active' },
  zhao: { id: randomUUID(), of: authority, roles: ['countersigner'], state: 'invited' },
  qian: { id: randomUUID(), of: authority, roles: ['manager', 'administrator'], state: 'active' },
  sun: { id: randomUUID(), of: authority, roles: ['administrator'], state: 'active' },
  gone: { id: randomUUID(), of: authority, roles: ['reviewer'], state: 'deactivated' },
};
const cases = new Map<string, string>();

beforeAll(async () => {
  database = await emptyDatabase();
  await toTheReleaseOfThen();
  await fill();
  await migrate(database.ownerUrl);
  store = await createStore({ url: database.appUrl, poolSize: 2 });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

async function toTheReleaseOfThen(): Promise<void> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  await ensureGroupRole(client, APP_ROLE);
  await client.end();
  const migrations = MIGRATIONS.slice(0, LAST_OF_THEN);
  const source = new DataSource({
    type: 'postgres',
    url: database.ownerUrl,
    migrations,
    migrationsTableName: MIGRATIONS_TABLE,
    installExtensions: false,
  });
  await source.initialize();
  await source.runMigrations({ transaction: 'all' });
  await source.destroy();
}

async function fill(): Promise<void> {
  const sql = [`set licet.reach = 'system'`];
  sql.push(
    `insert into organisation values ('${exporter}', 'exporter', '北', 'North', 'X', '', ''), ('${authority}', 'authority', '关', 'Authority', '', '', '')`,
  );
  for (const [name, { id, of, roles, state }] of Object.entries(people))
    sql.push(
      `insert into person (id, organisation_id, email, name, roles, state) values ('${id}', '${of}', '${name}@x', '${name}', '{${roles.join()}}', '${state}')`,
    );
  const statuses = ['draft', 'returned', ...OPEN, 'granted', 'refused', 'closed', 'withdrawn'];
  for (const [n, status] of statuses.entries()) {
    const id = randomUUID();
    cases.set(status, id);
    const filed = status === 'draft' ? 'null' : `'${AT}'`;
    const holder = ['accepted', 'granted'].includes(status) ? `'${people.chen.id}'` : 'null';
    sql.push(
      `insert into application (id, reference, organisation_id, procedure, status, version, content, holder_id, round, created_by, created_at, submitted_at, updated_at)
       values ('${id}', 'LA-2026-${n}', '${exporter}', 'dual-use-single', '${status}', 7, '${JSON.stringify(emptyContent())}', ${holder}, 2, '${people.wang.id}', '${AT}', ${filed}, '${AT}')`,
    );
  }
  for (const [status, recommendation] of [
    ['granted', 'approve-with-conditions'],
    ['refused', 'approve'],
    ['closed', 'refuse'],
    ['advised', 'approve'],
  ] as const)
    sql.push(...adviceOn(status, recommendation));
  for (const [status, verb] of [
    ['granted', 'grant'],
    ['refused', 'refuse'],
    ['closed', 'refuse'],
  ] as const)
    sql.push(
      `insert into case_log (application_id, organisation_id, at, actor_id, verb, payload) values ('${cases.get(status) ?? ''}', '${exporter}', '${AT}', '${people.qian.id}', '${verb}', '{}')`,
    );
  for (const [person, verb, day] of [
    [people.wang, 'submit', '2026-03-01'],
    [people.zhao, 'send-back', '2026-03-03'],
  ] as const) {
    const of = `'${cases.get('advised') ?? ''}', '${exporter}'`;
    sql.push(
      `insert into list_check (id, application_id, organisation_id, item_id, edition, note, on_day, person_id, at)
       values ('${randomUUID()}', ${of}, 'a', '2024', '', '${day}', '${person.id}', '${AT}')`,
      `insert into case_log (application_id, organisation_id, at, actor_id, verb, payload) values (${of}, '${day}T04:00:00Z', '${person.id}', '${verb}', '{}')`,
    );
  }
  await asOwner(database, ...sql);
}

/** Advice of two rounds, the second of which stands; the first was sent back. */
function adviceOn(status: string, recommendation: string): string[] {
  const application = cases.get(status) ?? '';
  const conditions = recommendation === 'approve-with-conditions' ? [{ zh: '民用', en: 'Civil use' }] : [];
  const items = [
    { itemId: 'b', controlCode: '1C905.b' },
    { itemId: 'a', controlCode: '1C905.a' },
  ];
  return [1, 2].flatMap((round) => {
    const advice = randomUUID();
    return [
      `insert into advice (id, application_id, organisation_id, round, adviser_id, recommendation, reasons, conditions, items, at)
       values ('${advice}', '${application}', '${exporter}', ${round}, '${people.chen.id}', '${recommendation}', 'r${round}', '${JSON.stringify(conditions)}', '${JSON.stringify(items)}', '${AT}')`,
      `insert into countersignature (id, advice_id, application_id, organisation_id, adviser_id, signer_id, outcome, reason, at)
       values ('${randomUUID()}', '${advice}', '${application}', '${exporter}', '${people.chen.id}', '${people.zhao.id}', '${round === 1 ? 'sent-back' : 'signed'}', '', '${AT}')`,
    ];
  });
}

function inReach<T>(work: (tx: Transaction) => Promise<T>, reach: Reach = SYSTEM): Promise<T> {
  return store.run(reach, work);
}
const idOf = (status: string) => cases.get(status) ?? '';

test('what was granted or refused is published, every other case stands where it stood', async () => {
  const found = await inReach(async (tx) => {
    const statuses: [string, string | undefined][] = [];
    for (const [status, id] of cases) statuses.push([status, (await tx.applications.find(id))?.status]);
    return statuses;
  });
  const now = (status: string) => (['granted', 'refused'].includes(status) ? 'published' : status);
  expect(found).toEqual([...cases.keys()].map((status) => [status, now(status)]));
});

test('each case that lies with the authority stands on the one fallback queue, with the officer who held it', async () => {
  const { teams, queues, places } = await inReach(async (tx) => ({
    teams: await tx.teams.teams(),
    queues: await tx.teams.queues(),
    places: (await Promise.all([...cases.values()].map((id) => tx.places.ofApplication(id)))).flat(),
  }));
  expect(teams).toMatchObject([{ organisationId: authority, name: { zh: '全体经办', en: 'All officers' }, retired: false }]);
  expect(teams[0]?.memberIds).toEqual([people.chen.id, people.zhao.id, people.qian.id].sort());
  expect(queues).toMatchObject([
    { teamId: teams[0]?.id, name: { zh: '未分派', en: 'Unrouted' }, kind: 'work', fallback: true, retired: false, feederIds: [] },
  ]);
  expect(queues[0]?.stages).toHaveLength(11);
  expect(
    places.map(({ stage, holderId, queueId, round, dueOn, leftAt }) => ({ stage, holderId, queueId, round, dueOn, leftAt })),
  ).toEqual(
    OPEN.map((stage) => ({
      stage,
      holderId: stage === 'accepted' ? people.chen.id : null,
      queueId: queues[0]?.id,
      round: 2,
      dueOn: null,
      leftAt: null,
    })),
  );
});

test('advice of then is final, line by line, with its signature in the first place', async () => {
  const [advice, signatures] = await inReach(async (tx) => [
    await tx.reviews.advice(idOf('granted')),
    await tx.reviews.countersignatures(idOf('granted')),
  ]);
  const line = { verdict: 'approve-with-conditions', conditions: [{ zh: '民用', en: 'Civil use' }], criteria: [] };
  const final = { level: 'final', teamId: null, version: 1, adviserId: people.chen.id };
  expect(advice).toMatchObject(
    [1, 2].map((round) => ({
      ...final,
      round,
      lines: [
        { ...line, itemId: 'b', controlCode: '1C905.b', reason: `r${round}` },
        { ...line, itemId: 'a', controlCode: '1C905.a', reason: `r${round}` },
      ],
    })),
  );
  expect(signatures.map(({ place, outcome, signerId }) => [place, outcome, signerId])).toEqual([
    [1, 'sent-back', people.zhao.id],
    [1, 'signed', people.zhao.id],
  ]);
  await expect(asOwner(database, `set licet.reach = 'system'`, 'update advice set round = round')).rejects.toThrow(/only grows/);
});

test('what was decided stands as a published decision on the last advice, without the officers’ reasons', async () => {
  const decisions = await inReach((tx) =>
    Promise.all(['granted', 'refused', 'closed', 'advised'].map((status) => tx.decisions.find(idOf(status)))),
  );
  const told = (verdict: string, conditions: unknown[] = []) => ({
    lines: ['b', 'a'].map((itemId) => ({ itemId, verdict, controlCode: `1C905.${itemId}`, conditions, criteria: [] })),
    publishedBy: people.qian.id,
    publishedAt: AT,
  });
  expect(decisions).toMatchObject([
    told('approve-with-conditions', [{ zh: '民用', en: 'Civil use' }]),
    told('refuse'),
    told('refuse'),
    null as never,
  ]);
  expect(JSON.stringify(decisions)).not.toContain('reason');
});

test('the applicant knows of the log of then what it was told, and its case as of the last of it', async () => {
  const reach = { kind: 'organisation', organisationId: exporter, personId: people.wang.id } as const;
  const known = await inReach(
    async (tx) => ({
      log: (await tx.log.ofApplication(idOf('advised'))).map(({ verb }) => verb),
      granted: (await tx.log.ofApplication(idOf('granted'))).map(({ verb }) => verb),
      checks: (await tx.reviews.listChecks(idOf('advised'))).map(({ personId }) => personId),
      advised: await tx.applications.find(idOf('advised')),
      draft: await tx.applications.find(idOf('draft')),
    }),
    reach,
  );
  expect(known).toMatchObject({
    log: ['submit'],
    granted: ['grant'],
    checks: [people.wang.id],
    advised: { toldVersion: 7, toldAt: '2026-03-01T04:00:00.000Z' },
    draft: { toldVersion: 7, toldAt: AT },
  });
  expect((await inReach((tx) => tx.reviews.listChecks(idOf('advised')))).map(({ side }) => side)).toEqual([
    'applicant',
    'authority',
  ]);
});

test('who reviewed may go on with all that a reviewer did; nobody else gains anything', async () => {
  const roles = await inReach(async (tx) =>
    (await tx.people.list()).map(({ name, roles: held }) => [name, [...held].sort().join()]),
  );
  const reviewing = 'case-officer,provincial-officer,reviewer,team-lead';
  expect(Object.fromEntries(roles)).toEqual({
    wang: 'exporter',
    chen: reviewing,
    zhao: 'countersigner',
    qian: 'administrator,manager',
    sun: 'administrator',
    gone: reviewing,
  });
});

test('an installation without an authority gets no team', async () => {
  const other = await emptyDatabase();
  await migrate(other.ownerUrl);
  expect(await asOwner(other, `set licet.reach = 'system'`, 'select from team union all select from queue')).toEqual([]);
  await other.drop();
});
