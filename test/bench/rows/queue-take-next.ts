// Cases handed out by "take next" to fifty officers at once, against a bare claim that passes by locked rows and writes the same rows.
import { Pool } from 'pg';
import { HoldPlace, SeedPerson, type Actor } from '#casework';
import { house, POOL_SIZE, type House } from '../../builders/house';
import { fillQueue } from '../full-queue';
import { PASSWORD } from '../../builders/people';
import { inFlight, type Sides } from '../in-turns';

const TAKERS = 50;
/** Cases of one turn of one side. */
const CASES = 500;
/** Turns of both sides, warm-up included, never empty the queue. */
const OPEN = 20_000;

const CLAIM = `with first as materialized (
    select id from place where queue_id = $1 and left_at is null and holder_id is null order by due_key, arrived_at, id limit 1 for update skip locked)
  update place t set holder_id = $2 from first where t.id = first.id returning t.id, t.application_id, t.organisation_id`;
const LOG = `insert into case_log (application_id, organisation_id, at, actor_id, verb, audience, payload) values ($1, $2, now(), $3, 'take', 'internal', $4)`;

export async function queueTakeNext(): Promise<Sides> {
  const here = await house();
  await fillQueue(here, OPEN);
  const takers = await newOfficers(here);
  const queueId = await here.store.run({ kind: 'system' }, async (tx) => {
    const fallback = (await tx.teams.queues()).find((queue) => queue.fallback);
    if (!fallback) throw new Error('There is no fallback queue');
    return fallback.id;
  });
  const bare = new Pool({ connectionString: here.database.appUrl, max: POOL_SIZE });
  const holding = here.get(HoldPlace);
  const seen = new Set<string>();
  const first = (caseId: string) => {
    if (seen.has(caseId)) throw new Error(`Case ${caseId} was handed out twice`);
    seen.add(caseId);
  };
  return {
    product: () =>
      perSecond(takers, async (officer) => {
        const taken = await holding.takeNext(officer);
        if (!taken) throw new Error('The queue is empty');
        first(taken.applicationId);
      }),
    bare: () => perSecond(takers, async (officer) => first(await claim(bare, queueId, officer))),
    close: async () => {
      await bare.end();
      await here.end();
    },
  };
}

/** Takers of the authority, all on its fallback queue. */
async function newOfficers(here: House): Promise<Actor[]> {
  const officers: Actor[] = [];
  for (let place = 1; place <= TAKERS; place++) {
    const row = {
      email: `taker${place}@house.test`,
      name: `Taker ${place}`,
      roles: ['case-officer' as const],
      password: PASSWORD,
    };
    officers.push(await here.get(SeedPerson).person(here.authority, row));
  }
  return officers;
}

async function perSecond(takers: readonly Actor[], take: (officer: Actor) => Promise<void>): Promise<number> {
  let left = CASES;
  let next = 0;
  const begun = performance.now();
  await inFlight(takers.length, async () => {
    const officer = takers[next++ % takers.length] as Actor;
    while (left-- > 0) await take(officer);
  });
  return CASES / ((performance.now() - begun) / 1000);
}

async function claim(pool: Pool, queueId: string, officer: Actor): Promise<string> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query({
      name: 'reach',
      text: `select set_config('licet.reach', 'authority', true), set_config('licet.organisation_id', $1, true), set_config('licet.person_id', $2, true)`,
      values: [officer.organisationId, officer.personId],
    });
    const { rows } = await client.query<{ id: string; application_id: string; organisation_id: string }>({
      name: 'claim',
      text: CLAIM,
      values: [queueId, officer.personId],
    });
    const [place] = rows;
    if (!place) throw new Error('The queue is empty');
    const payload = { side: 'authority', queueId };
    await client.query({
      name: 'log',
      text: LOG,
      values: [place.application_id, place.organisation_id, officer.personId, JSON.stringify(payload)],
    });
    await client.query('commit');
    return place.application_id;
  } finally {
    client.release();
  }
}
