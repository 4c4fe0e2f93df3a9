// A queue with as many open cases as are asked for: copies of one filed application, each a case of its own on the fallback queue.
import { Client } from 'pg';
import { anApplication } from '../builders/application';
import type { House } from '../builders/house';

/** Adds so many filed cases to the house, due on different days. */
export async function fillQueue(here: House, count: number): Promise<void> {
  const { id } = await anApplication(here).submitted().build();
  const client = new Client({ connectionString: here.database.ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('licet.reach', 'system', false)`);
    await client.query('set session_replication_role = replica');
    const columns = `organisation_id, procedure, status, content, round, created_by, created_at, submitted_at, updated_at,
      told_version, told_at`;
    await client.query(
      `insert into application (id, reference, version, ${columns})
       select gen_random_uuid(), 'BN-2026-' || to_char(n, 'FM000000'), 1, ${columns} from application, generate_series(1, $2) n where id = $1`,
      [id, count - 1],
    );
    await client.query(
      `insert into place (id, application_id, organisation_id, queue_id, stage, round, arrived_at, due_key, destination)
       select gen_random_uuid(), a.id, a.organisation_id, p.queue_id, p.stage, p.round, p.arrived_at + random() * interval '1 day',
              date '2026-05-01' + (random() * 60)::integer, p.destination
       from application a, place p where p.application_id = $1 and a.reference like 'BN-%'`,
      [id],
    );
    await client.query('set session_replication_role = default');
    await client.query('vacuum analyze application');
    await client.query('vacuum analyze place');
  } finally {
    await client.end();
  }
}
