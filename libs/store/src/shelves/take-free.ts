// The next free place for a taker: the first in the order of a page of which the taker can work the case, given to nobody else.
import type { PlaceShelf } from '#casework';
import type { Unit } from '../unit';
import { onlyRow } from './raw-row';

/** So many of the first free places of each queue are looked at before all of them are: more than takers at once are likely to hold. */
const FIRST_PLACES = 64;

/**
 * Place `p`, on a queue of that kind and team, is for the taker $2: neither the taker holds another place of the case, nor anybody a place on another review queue
 * of the same team. Each is a subquery of its own, so that the planner reads the places in their order and asks for each; the holder stands in a case expression,
 * lest the index of all held places be read, which looks short to a planner that saw it empty.
 */
const nobodyHolds = (kind: string, team: string) =>
  `coalesce((select false from place o where o.application_id = p.application_id and o.left_at is null and o.id <> p.id and case
     when o.holder_id is null then false when o.holder_id = $2::uuid then true
     else ${kind} = 'review' and exists (select from queue oq where oq.id = o.queue_id and oq.kind = 'review' and oq.team_id = ${team}) end
     limit 1), true)`;
/** On a countersigning queue: the taker did not give the final advice that stands in the round, nor sign it before. */
const mayBeSigned = (kind: string) =>
  `case when ${kind} = 'countersign' then coalesce((
     select v.adviser_id <> $2::uuid
       and not exists (select from countersignature c where c.advice_id = v.id and c.signer_id = $2::uuid and c.outcome = 'signed')
     from advice v where v.application_id = p.application_id and v.round = p.round and v.level = 'final' order by v.version desc limit 1), true) else true end`;
const isFor = (kind: string, team: string) => `${nobodyHolds(kind, team)} and ${mayBeSigned(kind)}`;
const column = (name: string, queue: string) => `(select q.${name} from queue q where q.id = ${queue})`;

const IS_FREE = 'p.left_at is null and p.holder_id is null';
const IN_ORDER = 'order by p.due_key, p.arrived_at, p.id limit 1 for update of p skip locked';
const TAKE = `update place t set holder_id = $2 from first, application a where t.id = first.id and a.id = t.application_id
  returning t.id as "placeId", t.queue_id as "queueId", t.application_id as "applicationId", t.organisation_id as "organisationId", a.version,
    exists (select from place o where o.application_id = t.application_id and o.left_at is null and o.id <> t.id) as shared`;

const OF_ONE = `with first as materialized (
    select p.id from place p where p.queue_id = $1 and ${IS_FREE} and ${isFor(column('kind', '$1'), column('team_id', '$1'))} ${IN_ORDER})
  ${TAKE}`;
const OF_THE_FIRST = `with first as materialized (
    select p.id from (
      select f.id from (select id, kind, team_id from queue where id = any ($1::uuid[])) q cross join lateral (
        select p.id, p.due_key, p.arrived_at from place p where p.queue_id = q.id and ${IS_FREE} and ${isFor('q.kind', 'q.team_id')}
        order by p.due_key, p.arrived_at, p.id limit ${FIRST_PLACES}) f
      order by f.due_key, f.arrived_at, f.id limit ${FIRST_PLACES}) f
    join place p on p.id = f.id where ${IS_FREE} ${IN_ORDER})
  ${TAKE}`;
const ofAny = isFor(column('kind', 'p.queue_id'), column('team_id', 'p.queue_id'));
const OF_ALL = `with first as materialized (
    select p.id from place p where p.queue_id = any ($1::uuid[]) and ${IS_FREE} and ${ofAny} ${IN_ORDER})
  ${TAKE}`;

const IN_TURN = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';
const STILL_FOR = `select ${nobodyHolds(column('kind', 'p.queue_id'), column('team_id', 'p.queue_id'))} as still from place p where p.id = $1`;
const GIVE_BACK = 'update place set holder_id = null where id = $1';

type Taken = NonNullable<Awaited<ReturnType<PlaceShelf['takeFree']>>>;

/** As `PlaceShelf.takeFree`. */
export async function takeFree(unit: Unit, queueIds: readonly string[], holderId: string): Promise<Taken | null> {
  const [only] = queueIds;
  if (only === undefined) return null;
  // Takers of one case on two queues do not see each other's place yet: they come in turn, and who finds the other there gives back and goes on past the case.
  for (;;) {
    const taken = await (queueIds.length === 1
      ? first(unit, OF_ONE, only, holderId)
      : ((await first(unit, OF_THE_FIRST, queueIds, holderId)) ?? first(unit, OF_ALL, queueIds, holderId)));
    if (!taken) return null;
    const { shared, ...place } = taken;
    if (!shared) return place;
    await unit.rows(IN_TURN, [place.applicationId]);
    if (onlyRow(await unit.rows<{ still: boolean }>(STILL_FOR, [place.placeId, holderId])).still) return place;
    await unit.changed(GIVE_BACK, [place.placeId]);
  }
}

async function first(
  unit: Unit,
  text: string,
  queues: string | readonly string[],
  holderId: string,
): Promise<(Taken & { readonly shared: boolean }) | null> {
  return (await unit.rows<Taken & { readonly shared: boolean }>(text, [queues, holderId]))[0] ?? null;
}
