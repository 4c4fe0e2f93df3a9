// Row-level security over many organisations, by bare SQL as the app's role: each sees all of its own rows and none of anyone else's, and changes none.
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { OrganisationRecord, PersonRecord, Transaction } from '#casework';
import { applicationIn, NOON, paper, storedWorld, SYSTEM } from '../../builders/stored-world';
import { Lot } from '../lot';
import type { Soaked } from '../soak';

const ORGANISATIONS = 60;
const APPLICATIONS = 8;
/** Tables that a case fills from its first day. */
const FILLED = ['application', 'paper', 'case_log'];

interface Owner {
  readonly organisation: OrganisationRecord;
  readonly person: PersonRecord;
}

export async function ownRowsOnly(seed: number): Promise<Soaked> {
  const world = await storedWorld();
  const client = new Client({ connectionString: world.database.appUrl });
  await client.connect();
  try {
    const owners = Array.from({ length: ORGANISATIONS }, (_, index) => owner(world.north, world.wang, index));
    for (const one of owners) await world.store.run(SYSTEM, (tx) => settle(tx, one));
    const { rows } = await client.query<{ name: string }>(
      `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id'
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and has_table_privilege(c.oid, 'select') order by 1`,
    );
    const tables = rows.map(({ name }) => name);
    const lot = new Lot(seed);
    const count = { organisations: owners.length, tables: tables.length, looks: 0, rows: 0, changesTried: 0 };
    for (const { organisation, person } of owners) {
      for (const table of tables) {
        const seen = await look(client, { kind: 'organisation', organisation, person }, table);
        const foreign = seen.filter((id) => id !== organisation.id).length;
        if (foreign > 0) throw new Error(`${foreign} foreign rows of ${table}`);
        if (FILLED.includes(table) && seen.length !== APPLICATIONS)
          throw new Error(`${seen.length} rows of ${table}, not ${APPLICATIONS}`);
        if ((await look(client, { kind: '', organisation, person }, table)).length > 0)
          throw new Error(`${table} is read without a reach`);
        count.looks += 2;
        count.rows += seen.length;
      }
      const victim = lot.of(owners.filter((other) => other.organisation !== organisation));
      const changed = await inReach(client, { kind: 'organisation', organisation, person }, () =>
        client.query('update application set version = version + 1 where organisation_id = $1', [victim.organisation.id]),
      );
      if (changed.rowCount !== 0) throw new Error('A foreign application was changed');
      count.changesTried += 1;
    }
    return count;
  } finally {
    await client.end();
    await world.end();
  }
}

function owner(like: OrganisationRecord, person: PersonRecord, index: number): Owner {
  const organisation = { ...like, id: randomUUID(), creditCode: `SOAK${index}` };
  return {
    organisation,
    person: { ...person, id: randomUUID(), organisationId: organisation.id, email: `soak${index}@soak.example` },
  };
}

async function settle(tx: Transaction, { organisation, person }: Owner): Promise<void> {
  await tx.people.addOrganisation(organisation);
  await tx.people.add({
    id: person.id,
    organisationId: organisation.id,
    email: person.email,
    name: person.name,
    roles: ['exporter'],
    state: 'active',
  });
  for (let made = 0; made < APPLICATIONS; made++) {
    const application = await applicationIn(tx, person, 'submitted');
    await tx.papers.add(paper(application));
    const of = { applicationId: application.id, organisationId: organisation.id };
    await tx.log.append({ ...of, at: NOON, actorId: person.id, verb: 'create', audience: 'applicant', payload: {} });
  }
}

interface Sight extends Owner {
  readonly kind: 'organisation' | '';
}

/** The organisations of the rows that are seen. */
async function look(client: Client, sight: Sight, table: string): Promise<string[]> {
  const { rows } = await inReach(client, sight, () =>
    client.query<{ id: string }>(`select organisation_id as id from ${client.escapeIdentifier(table)}`),
  );
  return rows.map(({ id }) => id);
}

async function inReach<T>(client: Client, { kind, organisation, person }: Sight, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  await client.query(
    `select set_config('licet.reach', $1, true), set_config('licet.organisation_id', $2, true), set_config('licet.person_id', $3, true)`,
    [kind, organisation.id, person.id],
  );
  const result = await work();
  await client.query('rollback');
  return result;
}
