// Routing rules and what happened to their versions: added and read, never changed.
import type { RuleRecord, RuleShelf } from '#casework';
import { RoutingRuleActRow } from '../rows/routing-rule-act.row';
import { RoutingRuleRow } from '../rows/routing-rule.row';
import type { Unit } from '../unit';
import { isUuid } from './cursor';
import { fromRaw, type Raw } from './raw-row';

const RULE = `select r.id, r.version, jsonb_build_object('zh', r.name_zh, 'en', r.name_en) as name, r.tier, r.stages, r.criteria, r.effect,
    r.first_day::text as "from", r.last_day::text as "to", r.reason, r.proposed_by as "proposedBy", p.name as "proposedByName",
    r.proposed_at as "proposedAt",
    case when j.act = 'approve' then 'approved' when j.act = 'reject' then 'rejected' else 'proposed' end as state,
    j.person_id as "judgedBy", jp.name as "judgedByName", j.at as "judgedAt"
  from routing_rule r
    left join person p on p.id = r.proposed_by
    left join routing_rule_act j on j.rule_id = r.id and j.rule_version = r.version left join person jp on jp.id = j.person_id`;

export class RuleRepository implements RuleShelf {
  constructor(private readonly unit: Unit) {}

  async propose({ name, stages, ...rule }: Parameters<RuleShelf['propose']>[0]): Promise<void> {
    const row = { ...rule, nameZh: name.zh, nameEn: name.en, stages: [...stages] };
    await this.unit.use((entities) => entities.insert(RoutingRuleRow, row));
  }

  async act({ id, version, proposedBy }: Parameters<RuleShelf['act']>[0], act: Parameters<RuleShelf['act']>[1]): Promise<void> {
    const row = { ruleId: id, ruleVersion: version, proposedBy, ...act };
    await this.unit.use((entities) => entities.insert(RoutingRuleActRow, row));
  }

  async find(id: string, version: number): Promise<RuleRecord | null> {
    if (!isUuid(id)) return null;
    return (await this.read(`${RULE} where r.id = $1 and r.version = $2`, [id, version]))[0] ?? null;
  }

  list(): Promise<readonly RuleRecord[]> {
    return this.read(`${RULE} order by r.tier, r.id, r.version`, []);
  }

  standing(): Promise<readonly RuleRecord[]> {
    return this.read(`select * from (${RULE}) r where r.state = 'approved' order by r.tier, r.id, r.version`, []);
  }

  private async read(text: string, values: readonly unknown[]): Promise<readonly RuleRecord[]> {
    return (await this.unit.rows<Raw<RuleRecord>>(text, values)).map(fromRaw<RuleRecord>);
  }
}
