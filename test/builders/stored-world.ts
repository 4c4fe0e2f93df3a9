// A database with two exporters and an authority, their people, and applications in the states that store tests need.
import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { instant, localDate, type Instant } from '#kernel';
import { emptyContent, emptyItem, type ApplicationContent, type ApplicationStatus } from '#licensing';
import type {
  AdviceRecord,
  ApplicationRecord,
  OrganisationRecord,
  PaperRecord,
  PersonRecord,
  PlaceRecord,
  QueueRecord,
  Reach,
  Transaction,
} from '#casework';
import { createStore, type PostgresStore } from '#store';
import { freshDatabase, type FreshDatabase } from '../harness/database';

export const SYSTEM: Reach = { kind: 'system' };
export const SIGN_IN: Reach = { kind: 'sign-in' };
export const NOON = instant('2026-03-02T04:00:00Z');

export interface StoredWorld {
  readonly database: FreshDatabase;
  readonly store: PostgresStore;
  /** Exporters. */
  readonly north: OrganisationRecord;
  readonly south: OrganisationRecord;
  readonly authority: OrganisationRecord;
  readonly wang: PersonRecord;
  readonly li: PersonRecord;
  readonly reviewer: PersonRecord;
  readonly signer: PersonRecord;
  readonly administrator: PersonRecord;
  end(): Promise<void>;
}

export async function storedWorld(poolSize = 25): Promise<StoredWorld> {
  const database = await freshDatabase();
  const store = await createStore({ url: database.appUrl, poolSize });
  const north = organisation('exporter', '北方稀土', 'North Rare Earths', '91110000000000001A');
  const south = organisation('exporter', '南方磁材', 'South Magnets', '91110000000000002B');
  const authority = organisation('authority', '示范主管机关', 'Demo Authority', '');
  const wang = person(north, 'wang@north.example', '王', ['exporter']);
  const li = person(south, 'li@south.example', '李', ['exporter']);
  const reviewer = person(authority, 'chen@authority.example', '陈', ['reviewer']);
  const signer = person(authority, 'zhao@authority.example', '赵', ['countersigner']);
  const administrator = person(authority, 'sun@authority.example', '孙', ['administrator']);
  await store.run(SYSTEM, async (tx) => {
    for (const row of [north, south, authority]) await tx.people.addOrganisation(row);
    for (const row of [wang, li, reviewer, signer, administrator]) await tx.people.add(row);
  });
  const end = async () => {
    await store.close();
    await database.drop();
  };
  return { database, store, north, south, authority, wang, li, reviewer, signer, administrator, end };
}

/** The reach of a person on cases. */
export function reachOf(person: PersonRecord, kind: 'organisation' | 'authority' | 'administrator'): Reach {
  return { kind, organisationId: person.organisationId, personId: person.id };
}

/** A draft of the person's organisation. */
export function draft(
  tx: Transaction,
  owner: PersonRecord,
  at: Instant = NOON,
  content = dysprosium(),
  agentId?: string,
): Promise<ApplicationRecord> {
  return tx.applications.create({
    id: randomUUID(),
    organisationId: owner.organisationId,
    procedure: 'dual-use-single',
    content,
    ...(agentId !== undefined && { agentId }),
    createdBy: owner.id,
    at,
    year: 2026,
  });
}

/** A draft that was put into the status directly; filed ones bear `at` as their submission. */
export async function applicationIn(
  tx: Transaction,
  owner: PersonRecord,
  status: ApplicationStatus,
  at: Instant = NOON,
  agentId?: string,
): Promise<ApplicationRecord> {
  const { id } = await draft(tx, owner, at, dysprosium(), agentId);
  await tx.applications.move(id, { status: 'draft', version: 1 }, { status, told: true, submittedAt: at }, at);
  const record = await tx.applications.find(id);
  if (!record) throw new Error(`application ${id} is not there after its move`);
  return record;
}

/** A team of the people, who belong to one authority. */
export async function teamOf(
  tx: Transaction,
  ...[first, ...others]: readonly [PersonRecord, ...PersonRecord[]]
): Promise<string> {
  const id = randomUUID();
  await tx.teams.addTeam({ id, organisationId: first.organisationId, name: { zh: '审查一组', en: 'Review team one' } });
  await tx.teams.setMembers(
    id,
    [first, ...others].map((one) => one.id),
  );
  return id;
}

/** A queue of the team. */
export async function queueOf(tx: Transaction, teamId: string, given: Partial<QueueRecord> = {}): Promise<string> {
  const id = randomUUID();
  const stages = ['submitted', 'in-review'] as const;
  await tx.teams.addQueue({
    id,
    teamId,
    name: { zh: '收件', en: 'Intake' },
    kind: 'work',
    stages,
    feederIds: [],
    fallback: false,
    ...given,
  });
  return id;
}

/** What `places.enter` takes for the application, which arrived at noon. */
export function placeOn(
  queueId: string,
  application: ApplicationRecord,
  given: Partial<PlaceRecord> = {},
): Omit<PlaceRecord, 'leftAt' | 'ending'> {
  const { id: applicationId, organisationId, status: stage, round } = application;
  const nobody = { holderId: null, ruleId: null, ruleVersion: null, placedBy: null };
  const of = { applicationId, organisationId, queueId, stage, round };
  return { id: randomUUID(), ...of, arrivedAt: NOON, dueOn: null, ...nobody, ...given };
}

/** Final advice on the one item `i` of the application. */
export function finalAdvice(application: ApplicationRecord, adviserId: string): Omit<AdviceRecord, 'adviserName'> {
  const of = { applicationId: application.id, organisationId: application.organisationId, round: application.round };
  const verdict = { verdict: 'approve', controlCode: '1C905.b', conditions: [], criteria: [] } as const;
  const lines = [{ itemId: 'i', ...verdict, reason: '最终用途明确' }];
  return { id: randomUUID(), ...of, level: 'final', teamId: null, version: 1, adviserId, lines, at: NOON };
}

export function paper(application: ApplicationRecord): PaperRecord {
  return {
    id: randomUUID(),
    applicationId: application.id,
    organisationId: application.organisationId,
    kind: 'A3',
    fileName: '合同.pdf',
    mediaType: 'application/pdf',
    size: 1200,
    sha256: sha256('contract'),
    fileKey: 'files/contract',
    addedBy: application.createdBy,
    addedAt: NOON,
  };
}

/** What `licences.create` takes for the application. */
export function licence(
  application: ApplicationRecord,
  issuedBy: string,
  number = `DEMO-2026-${randomUUID()}`,
  issuedAt: Instant = NOON,
) {
  return {
    id: randomUUID(),
    number,
    applicationId: application.id,
    organisationId: application.organisationId,
    state: 'issued' as const,
    validFrom: localDate('2026-03-03'),
    validTo: localDate('2027-03-02'),
    issuedAt,
    issuedBy,
    documentId: randomUUID(),
    verificationHash: sha256(randomUUID()),
    view: { number, items: [{ code: '1C905.b' }] },
  };
}

export function dysprosium(): ApplicationContent {
  const content = emptyContent();
  content.shipment.destination = 'JP';
  content.items = [
    {
      ...emptyItem(randomUUID()),
      nameZh: '氧化镝',
      nameEn: 'Dysprosium oxide',
      controlCode: '1C905.b',
      hsCode: '2846901500',
      specification: '99.9 %',
      form: 'powder',
      origin: 'CN',
      quantity: '100',
      unit: 'kg',
      value: '28000.50',
      currency: 'CNY',
    },
  ];
  return content;
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** One statement as the owner of the tables; row-level security is forced on the owner as well. */
export async function asOwner<Row>(database: Pick<FreshDatabase, 'ownerUrl'>, ...statements: readonly string[]): Promise<Row[]> {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const statement of statements) rows = (await client.query(statement)).rows as unknown[];
    return rows as Row[];
  } finally {
    await client.end();
  }
}

/** True while some statement of the database waits for another transaction. */
export async function waitsForLock(database: Pick<FreshDatabase, 'ownerUrl'>): Promise<boolean> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await asOwner(database, waiting)).length > 0;
}

function organisation(kind: 'exporter' | 'authority', nameZh: string, nameEn: string, creditCode: string): OrganisationRecord {
  return { id: randomUUID(), kind, nameZh, nameEn, creditCode, address: '北京市东长安街2号', province: '北京' };
}

function person(of: OrganisationRecord, email: string, name: string, roles: PersonRecord['roles']): PersonRecord {
  return { id: randomUUID(), organisationId: of.id, email, name, roles, state: 'active', version: 1 };
}
