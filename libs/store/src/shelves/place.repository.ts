// Places of cases on queues: entered, held, handed over and left; a free one is given to one taker only.
import type { Instant, LocalDate } from '#kernel';
import type { PageOf, PageRequest, PlaceEnd, PlaceFilter, PlaceRecord, PlaceShelf, PlaceSummary } from '#casework';
import { isUuid } from './cursor';
import { countOf, countsOf, pageOfPlaces } from './place-lists';
import { fromRaw, type Raw } from './raw-row';
import { takeFree } from './take-free';
import { WatchRepository } from './watch.repository';

const COLUMNS = `p.id, p.application_id as "applicationId", p.organisation_id as "organisationId", p.queue_id as "queueId", p.stage, p.round,
  p.arrived_at as "arrivedAt", nullif(p.due_key, 'infinity')::text as "dueOn", p.holder_id as "holderId", p.rule_id as "ruleId",
  p.rule_version as "ruleVersion", p.placed_by as "placedBy", p.left_at as "leftAt", p.ending`;

export class PlaceRepository extends WatchRepository implements PlaceShelf {
  async enter(rows: Parameters<PlaceShelf['enter']>[0], dueBasis = ''): Promise<void> {
    if (rows.length === 0) return;
    await this.unit.changed(
      `insert into place (id, application_id, organisation_id, queue_id, stage, round, destination, arrived_at, due_key, due_basis, holder_id, rule_id,
         rule_version, placed_by)
       select r.id, "applicationId", "organisationId", "queueId", stage, r.round, a.destination, "arrivedAt", coalesce("dueOn", 'infinity'), $2, "holderId",
              "ruleId", "ruleVersion", "placedBy"
       from jsonb_to_recordset($1) as r (id uuid, "applicationId" uuid, "organisationId" uuid, "queueId" uuid, stage text, round integer,
         "arrivedAt" timestamptz, "dueOn" date, "holderId" uuid, "ruleId" uuid, "ruleVersion" integer, "placedBy" uuid)
         join application a on a.id = r."applicationId"`,
      [JSON.stringify(rows), dueBasis],
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

  async setDue(applicationId: string, dueOn: LocalDate | null, dueBasis: string): Promise<void> {
    await this.unit.changed(
      `update place set due_key = $2::date, due_basis = $3
       where application_id = $1 and left_at is null and (due_key <> $2::date or due_basis <> $3)`,
      [applicationId, dueOn ?? 'infinity', dueBasis],
    );
  }

  /** Read from both sides of the fingerprint, so that the index tells that there is none. */
  dueOtherwise(dueBasis: string, limit: number): ReturnType<PlaceShelf['dueOtherwise']> {
    return this.read(
      `select p.id, a.procedure, a.accepted_at as "acceptedAt", a.decided_at as "decidedAt"
       from place p join application a on a.id = p.application_id
       where p.id in (select id from (
           (select p.id from place p where p.left_at is null and p.due_basis < $1 limit $2)
           union all (select p.id from place p where p.left_at is null and p.due_basis > $1 limit $2)) other)
         and p.left_at is null and p.due_basis <> $1
       limit $2 for update of p skip locked`,
      [dueBasis, limit],
    );
  }

  async putDue(rows: Parameters<PlaceShelf['putDue']>[0], dueBasis: string): Promise<void> {
    if (rows.length === 0) return;
    await this.unit.changed(
      `update place p set due_key = coalesce(r."dueOn", 'infinity'), due_basis = $2 from jsonb_to_recordset($1) as r (id uuid, "dueOn" date)
       where p.id = r.id and p.left_at is null`,
      [JSON.stringify(rows), dueBasis],
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

  takeFree(queueIds: readonly string[], holderId: string): ReturnType<PlaceShelf['takeFree']> {
    return takeFree(this.unit, queueIds, holderId);
  }

  handOver(fromPersonId: string, toPersonId: string | null): ReturnType<PlaceShelf['handOver']> {
    return this.unit.rows(
      `select application_id as "applicationId", organisation_id as "organisationId", queue_id as "queueId", holder_id as "holderId"
       from licet_hand_over($1, $2)`,
      [fromPersonId, toPersonId],
    );
  }

  private async read<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.unit.rows<Raw<Row>>(text, values)).map(fromRaw<Row>);
  }
}
