// The recorded authority of agents.
import type { Instant, LocalDate } from '#kernel';
import type { AgencyRecord, AgencyShelf } from '#casework';
import { AgencyRow } from '../rows/agency.row';
import type { Unit } from '../unit';
import { isUuid } from './cursor';
import { fromRaw, type Raw } from './raw-row';

const AGENCY = `select g.id, g.principal_id as "principalId", jsonb_build_object('zh', po.name_zh, 'en', po.name_en) as "principalName",
    g.agent_id as "agentId", jsonb_build_object('zh', ao.name_zh, 'en', ao.name_en) as "agentName", g.first_day::text as "from", g.last_day::text as "to",
    g.note, g.recorded_by as "recordedBy", g.recorded_at as "recordedAt", g.revoked_at as "revokedAt"
  from agency g join organisation po on po.id = g.principal_id join organisation ao on ao.id = g.agent_id`;

export class AgencyRepository implements AgencyShelf {
  constructor(private readonly unit: Unit) {}

  async add(row: Parameters<AgencyShelf['add']>[0]): Promise<void> {
    await this.unit.use((entities) => entities.insert(AgencyRow, row));
  }

  async find(id: string): Promise<AgencyRecord | null> {
    if (!isUuid(id)) return null;
    return (await this.read(`${AGENCY} where g.id = $1`, [id]))[0] ?? null;
  }

  async revoke(id: string, at: Instant): Promise<boolean> {
    if (!isUuid(id)) return false;
    return (await this.unit.changed('update agency set revoked_at = $2 where id = $1 and revoked_at is null', [id, at])) === 1;
  }

  async holds(principalId: string, agentId: string, day: LocalDate): Promise<boolean> {
    const rows = await this.unit.rows(
      `select from agency where principal_id = $1 and agent_id = $2 and revoked_at is null and first_day <= $3 and coalesce($3 <= last_day, true) limit 1`,
      [principalId, agentId, day],
    );
    return rows.length === 1;
  }

  list(): Promise<readonly AgencyRecord[]> {
    const organisationId = this.unit.onlyOrganisation;
    const own = organisationId === null ? '' : 'where g.principal_id = $1 or g.agent_id = $1';
    return this.read(`${AGENCY} ${own} order by g.recorded_at desc, g.id desc`, organisationId === null ? [] : [organisationId]);
  }

  private async read(text: string, values: readonly unknown[]): Promise<AgencyRecord[]> {
    return (await this.unit.rows<Raw<AgencyRecord>>(text, values)).map(fromRaw<AgencyRecord>);
  }
}
