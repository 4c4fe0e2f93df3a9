// The record of what was done to teams, members, queues and absences: added to and read, newest first.
import type { PageOf, PageRequest, TeamActRecord, TeamShelf } from '#casework';
import type { Unit } from '../unit';
import { pageOf, readPage } from './cursor';
import { fromRaw, type Raw } from './raw-row';

const LIST = 'team-acts';

export class TeamActRepository implements Pick<TeamShelf, 'addAct' | 'acts'> {
  constructor(protected readonly unit: Unit) {}

  async addAct(row: Parameters<TeamShelf['addAct']>[0]): Promise<void> {
    const { id, organisationId, at, personId, act, subjectId, before, after } = row;
    await this.unit.changed(
      `insert into team_act (id, organisation_id, at, person_id, act, subject_id, before, after) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, organisationId, at, personId, act, subjectId, before && JSON.stringify(before), after && JSON.stringify(after)],
    );
  }

  async acts(page: PageRequest): Promise<PageOf<TeamActRecord>> {
    const { limit, after } = readPage(LIST, page);
    const rows = await this.unit.rows<Raw<TeamActRecord>>(
      `select t.id, t.organisation_id as "organisationId", t.at, t.person_id as "personId", p.name as "personName", t.act,
              t.subject_id as "subjectId", t.before, t.after
       from team_act t left join person p on p.id = t.person_id
       where $1::uuid is null or t.seq < (select o.seq from team_act o where o.id = $1)
       order by t.seq desc limit $2`,
      [after?.id ?? null, limit + 1],
    );
    return pageOf(LIST, rows.map(fromRaw<TeamActRecord>), limit, ({ at }) => at);
  }
}
