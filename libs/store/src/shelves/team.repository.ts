// Teams, queues and absences of the authority.
import type { Instant, LocalDate } from '#kernel';
import type { AbsenceRecord, QueueRecord, TeamRecord, TeamShelf } from '#casework';
import { AbsenceRow } from '../rows/absence.row';
import { QueueRow } from '../rows/queue.row';
import { TeamRow } from '../rows/team.row';
import { byName } from './by-name';
import { isUuid } from './cursor';
import { fromRaw, onlyRow, type Raw } from './raw-row';
import { TeamActRepository } from './team-act.repository';

const TEAM = `select t.id, t.organisation_id as "organisationId", jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as name, t.retired, t.version,
    array(select m.person_id::text from team_member m where m.team_id = t.id order by m.person_id) as "memberIds"
  from team t`;
const QUEUE = `select q.id, q.team_id as "teamId", jsonb_build_object('zh', q.name_zh, 'en', q.name_en) as name, q.kind, q.stages,
    array(select f.feeder_id::text from queue_feeder f where f.queue_id = q.id order by f.feeder_id) as "feederIds", q.fallback, q.retired, q.version
  from queue q`;
const ABSENCE = `select id, organisation_id as "organisationId", person_id as "personId", substitute_id as "substituteId", first_day::text as "from",
    last_day::text as "to", recorded_by as "recordedBy", ended_at as "endedAt"
  from absence`;

export class TeamRepository extends TeamActRepository implements TeamShelf {
  async teams(): Promise<readonly TeamRecord[]> {
    const rows = await this.unit.rows<TeamRecord>(TEAM, []);
    return rows.sort((a, b) => byName(a.name.zh, b.name.zh) || byName(a.id, b.id));
  }

  async addTeam({ id, organisationId, name }: Parameters<TeamShelf['addTeam']>[0]): Promise<void> {
    const row = { id, organisationId, nameZh: name.zh, nameEn: name.en, retired: false, version: 1 };
    await this.unit.use((entities) => entities.insert(TeamRow, row));
  }

  async changeTeam(id: string, version: number, { name, retired }: Parameters<TeamShelf['changeTeam']>[2]): Promise<boolean> {
    const changed = await this.unit.changed(
      `update team set name_zh = coalesce($3::text, name_zh), name_en = coalesce($4::text, name_en), retired = coalesce($5::boolean, retired),
              version = version + 1
       where id = $1 and version = $2`,
      [id, version, name?.zh, name?.en, retired],
    );
    return changed === 1;
  }

  async joinFallback(personId: string, organisationId: string): Promise<string | null> {
    const rows = await this.unit.rows<{ id: string }>(
      `with joined as (
         insert into team_member (team_id, person_id, organisation_id)
         select t.id, $1::uuid, t.organisation_id from queue q join team t on t.id = q.team_id where q.fallback and t.organisation_id = $2
         on conflict (team_id, person_id) do nothing returning team_id)
       update team t set version = t.version + 1 from joined j where t.id = j.team_id returning t.id`,
      [personId, organisationId],
    );
    return rows[0]?.id ?? null;
  }

  async setMembers(teamId: string, personIds: readonly string[]): Promise<void> {
    await this.unit.changed('delete from team_member where team_id = $1 and person_id <> all ($2::uuid[])', [teamId, personIds]);
    await this.unit.changed(
      `insert into team_member (team_id, person_id, organisation_id)
       select t.id, p.id, t.organisation_id from team t cross join unnest($2::uuid[]) as p (id) where t.id = $1
       on conflict (team_id, person_id) do nothing`,
      [teamId, personIds],
    );
  }

  async desk(personId: string, day: LocalDate): ReturnType<TeamShelf['desk']> {
    const rows = await this.unit.rows<Awaited<ReturnType<TeamShelf['desk']>>>(
      `with mine as materialized (
         select $1::uuid as id, 0 as place, true as leads
         union select a.person_id, 1, 'team-lead' = any (p.roles) from absence a join person p on p.id = a.person_id and p.state = 'active'
           where a.substitute_id = $1 and a.ended_at is null and a.first_day <= $2::date and a.last_day >= $2::date),
       queues as materialized (
         select q.id::text, bool_or(mine.leads) as led from mine join team_member m on m.person_id = mine.id
           join team t on t.id = m.team_id and not t.retired join queue q on q.team_id = t.id and not q.retired group by q.id)
       select array(select id::text from mine order by place, id) as "personIds", array(select id from queues) as "queueIds",
              array(select id from queues where led) as "ledQueueIds"`,
      [personId, day],
    );
    return onlyRow(rows);
  }

  async teamsOf(personId: string): Promise<readonly string[]> {
    if (!isUuid(personId)) return [];
    const rows = await this.unit.rows<{ id: string }>(
      'select t.id from team t join team_member m on m.team_id = t.id where m.person_id = $1 and not t.retired order by t.id',
      [personId],
    );
    return rows.map(({ id }) => id);
  }

  async queues(): Promise<readonly QueueRecord[]> {
    const rows = await this.unit.rows<QueueRecord & { readonly team: string }>(
      `select q.*, t.name_zh as team from (${QUEUE}) q join team t on t.id = q."teamId"`,
      [],
    );
    return rows
      .sort((a, b) => byName(a.team, b.team) || byName(a.teamId, b.teamId) || byName(a.name.zh, b.name.zh) || byName(a.id, b.id))
      .map(({ team: _team, ...queue }) => queue);
  }

  async holdQueue(id: string): Promise<void> {
    if (isUuid(id)) await this.unit.rows('select id from queue where id = $1 for update', [id]);
  }

  async keepQueues(ids: readonly string[]): Promise<void> {
    await this.unit.rows('select id from queue where id = any ($1::uuid[]) order by id for key share', [ids.filter(isUuid)]);
  }

  async addQueue({ name, feederIds, stages, ...queue }: Parameters<TeamShelf['addQueue']>[0]): Promise<void> {
    const organisationId = await this.organisationOf(queue.teamId);
    const row = { ...queue, organisationId, nameZh: name.zh, nameEn: name.en, stages: [...stages], retired: false, version: 1 };
    await this.unit.use((entities) => entities.insert(QueueRow, row));
    await this.setFeeders(queue.id, feederIds);
  }

  async changeQueue(id: string, version: number, change: Parameters<TeamShelf['changeQueue']>[2]): Promise<boolean> {
    const { name, stages, feederIds, retired, teamId, kind } = change;
    const changed = await this.unit.changed(
      `update queue set name_zh = coalesce($3::text, name_zh), name_en = coalesce($4::text, name_en), stages = coalesce($5::text[], stages),
              retired = coalesce($6::boolean, retired), team_id = coalesce($7::uuid, team_id), kind = coalesce($8::text, kind), version = version + 1
       where id = $1 and version = $2`,
      [id, version, name?.zh, name?.en, stages, retired, teamId, kind],
    );
    if (changed !== 1) return false;
    if (feederIds) await this.setFeeders(id, feederIds);
    return true;
  }

  async dropFeeder(id: string): Promise<void> {
    await this.unit.changed(
      `with dropped as (delete from queue_feeder where feeder_id = $1 returning queue_id)
       update queue q set version = q.version + 1 from dropped d where q.id = d.queue_id`,
      [id],
    );
  }

  async addAbsence(row: Omit<AbsenceRecord, 'endedAt'>): Promise<void> {
    await this.unit.use((entities) => entities.insert(AbsenceRow, row));
  }

  async endAbsence(id: string, at: Instant): Promise<boolean> {
    return (await this.unit.changed('update absence set ended_at = $2 where id = $1 and ended_at is null', [id, at])) === 1;
  }

  async findAbsence(id: string): Promise<AbsenceRecord | null> {
    if (!isUuid(id)) return null;
    return (await this.readAbsences(`${ABSENCE} where id = $1`, [id]))[0] ?? null;
  }

  absences(day: LocalDate): Promise<readonly AbsenceRecord[]> {
    return this.readAbsences(`${ABSENCE} where ended_at is null and last_day >= $1::date order by first_day, id`, [day]);
  }

  private async setFeeders(queueId: string, feederIds: readonly string[]): Promise<void> {
    await this.unit.changed('delete from queue_feeder where queue_id = $1 and feeder_id <> all ($2::uuid[])', [
      queueId,
      feederIds,
    ]);
    await this.unit.changed(
      `insert into queue_feeder (queue_id, feeder_id, organisation_id)
       select q.id, f.id, q.organisation_id from queue q cross join unnest($2::uuid[]) as f (id) where q.id = $1
       on conflict (queue_id, feeder_id) do nothing`,
      [queueId, feederIds],
    );
  }

  private async organisationOf(teamId: string): Promise<string> {
    const [team] = await this.unit.rows<{ organisationId: string }>(
      'select organisation_id as "organisationId" from team where id = $1',
      [teamId],
    );
    if (!team) throw new Error(`There is no team ${teamId} for the queue`);
    return team.organisationId;
  }

  private async readAbsences(text: string, values: readonly unknown[]): Promise<AbsenceRecord[]> {
    return (await this.unit.rows<Raw<AbsenceRecord>>(text, values)).map(fromRaw<AbsenceRecord>);
  }
}
