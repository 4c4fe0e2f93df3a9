// Places of cases on queues: entered, held, handed over and left; a free one is given to one taker only.
import type { Instant, LocalDate } from '#kernel';
import type { PageOf, PageRequest, PlaceEnd, PlaceFilter, PlaceRecord, PlaceShelf, PlaceSummary } from '#casework';
import { isUuid } from './cursor';
import { countOf, countsOf, pageOfPlaces } from './place-lists';
import { fromRaw, type Raw } from './raw-row';
import { WatchRepository } from './watch.repository';

const COLUMNS = `p.id, p.application_id as "applicationId", p.organisation_id as "organisationId", p.queue_id as "queueId", p.stage, p.round,
  p.arrived_at as "arrivedAt", nullif(p.due_key, 'infinity')::text as "dueOn", p.holder_id as "holderId", p.rule_id as "ruleId",
  p.rule_version as "ruleVersion", p.placed_by as "placedBy", p.left_at as "leftAt", p.ending`;

/** So many of the first free places of each queue are looked at before all of them are: more than takers at once are likely to hold. */
const FIRST_PLACES = 64;

const TAKE = `update place t set holder_id = $2 from first, application a where t.id = first.id and a.id = t.application_id
  returning t.id as "placeId", t.queue_id as "queueId", t.application_id as "applicationId", t.organisation_id as "organisationId", a.version`;
const IN_ORDER = 'order by p.due_key, p.arrived_at, p.id limit 1 for update of p skip locked';
const IS_FREE = 'p.left_at is null and p.holder_id is null';

const TAKE_OF_ONE = `with first as materialized (select p.id from place p where p.queue_id = $1 and ${IS_FREE} ${IN_ORDER}) ${TAKE}`;
const TAKE_OF_THE_FIRST = `with first as materialized (
    select p.id from (
      select f.id from (select distinct unnest($1::uuid[]) as id) q cross join lateral (
        select p.id, p.due_key, p.arrived_at from place p where p.queue_id = q.id and ${IS_FREE}
        order by p.due_key, p.arrived_at, p.id limit ${FIRST_PLACES}) f
      order by f.due_key, f.arrived_at, f.id limit ${FIRST_PLACES}) f
    join place p on p.id = f.id where ${IS_FREE} ${IN_ORDER})
  ${TAKE}`;
const TAKE_OF_ALL = `with first as materialized (select p.id from place p where p.queue_id = any ($1::uuid[]) and ${IS_FREE} ${IN_ORDER}) ${TAKE}`;

type TakenRow = NonNullable<Awaited<ReturnType<PlaceShelf['takeFree']>>>;

export class PlaceRepository extends WatchRepository implements PlaceShelf {
  async enter(rows: Parameters<PlaceShelf['enter']>[0]): Promise<void> {
    if (rows.length === 0) return;
    await this.unit.changed(
      `insert into place (id, application_id, organisation_id, queue_id, stage, round, destination, arrived_at, due_key, holder_id, rule_id, rule_version, placed_by)
       select r.id, "applicationId", "organisationId", "queueId", stage, r.round, a.destination, "arrivedAt", coalesce("dueOn", 'infinity'), "holderId",
              "ruleId", "ruleVersion", "placedBy"
       from jsonb_to_recordset($1) as r (id uuid, "applicationId" uuid, "organisationId" uuid, "queueId" uuid, stage text, round integer,
         "arrivedAt" timestamptz, "dueOn" date, "holderId" uuid, "ruleId" uuid, "ruleVersion" integer, "placedBy" uuid)
         join application a on a.id = r."applicationId"`,
      [JSON.stringify(rows)],
    );
  }

  async leave(ids: readonly string[], ending: PlaceEnd, at: Instant): Promise<void> {
    if (ids.length === 0) return;
    await this.unit.changed('update place set left_at = $3, ending = $2 where id = any ($1::uuid[]) and left_at is null', [
      ids,
      ending,
      at,
    ]);
  }

  async setDue(applicationId: string, dueOn: LocalDate | null): Promise<void> {
    await this.unit.changed(
      `update place set due_key = $2::date where application_id = $1 and left_at is null and due_key <> $2::date`,
      [applicationId, dueOn ?? 'infinity'],
    );
  }

  async find(id: string): Promise<PlaceRecord | null> {
    if (!isUuid(id)) return null;
    return (await this.read<PlaceRecord>(`select ${COLUMNS} from place p where p.id = $1`, [id]))[0] ?? null;
  }

  ofApplication(applicationId: string): Promise<readonly (PlaceRecord & { readonly holderName: string | null })[]> {
    return this.read(
      `select ${COLUMNS}, h.name as "holderName" from place p left join person h on h.id = p.holder_id
       where p.application_id = $1 order by p.arrived_at, p.id`,
      [applicationId],
    );
  }

  list(filter: PlaceFilter, page: PageRequest): Promise<PageOf<PlaceSummary>> {
    return pageOfPlaces(this.unit, filter, page);
  }

  count(filter: PlaceFilter, most: number): Promise<number> {
    return countOf(this.unit, filter, most);
  }

  counts(queueIds: readonly string[], most: number): ReturnType<PlaceShelf['counts']> {
    return countsOf(this.unit, queueIds, most);
  }

  async assign(id: string, expected: string | null, holderId: string | null): Promise<boolean> {
    if (!isUuid(id)) return false;
    const changed = await this.unit.changed(
      'update place set holder_id = $3 where id = $1 and holder_id is not distinct from $2::uuid and left_at is null',
      [id, expected, holderId],
    );
    return changed === 1;
  }

  async takeFree(queueIds: readonly string[], holderId: string): Promise<TakenRow | null> {
    const [only] = queueIds;
    if (only === undefined) return null;
    if (queueIds.length === 1) return this.taken(TAKE_OF_ONE, only, holderId);
    return (await this.taken(TAKE_OF_THE_FIRST, queueIds, holderId)) ?? this.taken(TAKE_OF_ALL, queueIds, holderId);
  }

  handOver(fromPersonId: string, toPersonId: string | null): Promise<readonly { id: string; organisationId: string }[]> {
    return this.unit.rows('select id, organisation_id as "organisationId" from licet_hand_over($1, $2)', [
      fromPersonId,
      toPersonId,
    ]);
  }

  private async taken(text: string, queues: string | readonly string[], holderId: string): Promise<TakenRow | null> {
    return (await this.unit.rows<TakenRow>(text, [queues, holderId]))[0] ?? null;
  }

  private async read<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.unit.rows<Raw<Row>>(text, values)).map(fromRaw<Row>);
  }
}
