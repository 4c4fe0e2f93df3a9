// Applications: created with a gap-free reference, changed only where the version still matches.
import type { Instant } from '#kernel';
import { wholeContent, type ApplicationContent, type ApplicationStatus } from '#licensing';
import type {
  ApplicationFilter,
  ApplicationOrigin,
  ApplicationRecord,
  ApplicationShelf,
  ApplicationSummary,
  PageOf,
  PageRequest,
} from '#casework';
import type { Unit } from '../unit';
import { isUuid, pageOf, readPage } from './cursor';
import { fromRaw, onlyRow, type Raw } from './raw-row';

const COLUMNS = `id, reference, organisation_id as "organisationId", procedure, status, version, content,
  case when origin_id is not null then jsonb_build_object('id', origin_id, 'kind', origin_kind) end as origin, agent_id as "agentId", round,
  created_by as "createdBy", created_at as "createdAt", submitted_at as "submittedAt", updated_at as "updatedAt",
  told_version as "toldVersion", told_at as "toldAt"`;

interface FlatSummary extends Omit<ApplicationSummary, 'organisation' | 'firstItem'> {
  readonly organisationZh: string;
  readonly organisationEn: string;
  readonly firstItemZh: string;
  readonly firstItemEn: string;
}

export class ApplicationRepository implements ApplicationShelf {
  constructor(private readonly unit: Unit) {}

  async create(row: Parameters<ApplicationShelf['create']>[0]): Promise<ApplicationRecord> {
    const rows = await this.unit.rows<Raw<ApplicationRecord>>(
      `with number as (
         insert into number_series (series, year, last) values ('application', $1, 1)
         on conflict (series, year) do update set last = number_series.last + 1 returning last
       )
       insert into application (id, reference, organisation_id, procedure, status, version, content, round, created_by, created_at, updated_at, told_version, told_at,
         origin_id, origin_kind, agent_id)
       select $2::uuid, 'LA-' || $1::int || '-' || to_char(last, 'FM000000'), $3::uuid, $10, 'draft', 1, $4::jsonb, 1, $5::uuid,
         $6::timestamptz, $6::timestamptz, 1, $6::timestamptz, $7::uuid, $8, $9::uuid
       from number
       returning ${COLUMNS}`,
      [
        row.year,
        row.id,
        row.organisationId,
        JSON.stringify(row.content),
        row.createdBy,
        row.at,
        row.origin?.id,
        row.origin?.kind,
        row.agentId,
        row.procedure,
      ],
    );
    return toRecord(onlyRow(rows));
  }

  find(id: string): Promise<ApplicationRecord | null> {
    return this.one(`select ${COLUMNS} from application where id = $1`, id);
  }

  amendmentOf(id: string): Promise<ApplicationRecord | null> {
    return this.one(`select ${COLUMNS} from application where origin_id = $1 and origin_kind = 'amend'`, id);
  }

  async untouched({ id, kind }: ApplicationOrigin, createdBy: string | null): Promise<ApplicationRecord | null> {
    const rows = await this.unit.rows<Raw<ApplicationRecord>>(
      `select ${COLUMNS} from application
       where origin_id = $1 and origin_kind = $2 and status = 'draft' and version = 1 and coalesce(created_by = $3::uuid, true)
       order by created_at, id limit 1`,
      [id, kind, createdBy],
    );
    return rows.map(toRecord)[0] ?? null;
  }

  findToChange(id: string): Promise<ApplicationRecord | null> {
    return this.one(`select ${COLUMNS} from application where id = $1 for no key update`, id);
  }

  async list(filter: ApplicationFilter, page: PageRequest, order: 'newest' | 'oldest'): Promise<PageOf<ApplicationSummary>> {
    const { limit, after } = readPage(order, page);
    const { where, values } = this.conditions(filter);
    const [sort, direction, compare] = order === 'newest' ? ['a.told_at', 'desc', '<'] : ['a.submitted_at', 'asc', '>'];
    if (order === 'oldest') where.push('a.submitted_at is not null');
    if (after) {
      values.push(after.at, after.id);
      where.push(`(${sort}, a.id) ${compare} ($${values.length - 1}::timestamptz, $${values.length}::uuid)`);
    }
    const rows = await this.unit.rows<Raw<FlatSummary>>(
      `select a.id, a.reference, a.procedure, a.status, a.version, a.destination,
              a.first_item_zh as "firstItemZh", a.first_item_en as "firstItemEn", a.item_count as "itemCount",
              a.submitted_at as "submittedAt", a.accepted_at as "acceptedAt", a.decided_at as "decidedAt", a.updated_at as "updatedAt",
              a.told_version as "toldVersion", a.told_at as "toldAt",
              o.name_zh as "organisationZh", o.name_en as "organisationEn"
       from application a join organisation o on o.id = a.organisation_id
       where ${where.join(' and ')}
       order by ${sort} ${direction}, a.id ${direction} limit ${limit + 1}`,
      values,
    );
    return pageOf(order, rows.map(toSummary), limit, (row) =>
      order === 'newest' ? row.toldAt : (row.submittedAt ?? row.updatedAt),
    );
  }

  async count(filter: ApplicationFilter): Promise<number> {
    const { where, values } = this.conditions(filter);
    const rows = await this.unit.rows<{ count: number }>(
      `select count(*)::int as count from application a where ${where.join(' and ')}`,
      values,
    );
    return onlyRow(rows).count;
  }

  async saveContent(id: string, version: number, content: ApplicationContent, at: Instant): Promise<boolean> {
    const changed = await this.unit.changed(
      `update application set content = $3::jsonb, version = version + 1, updated_at = $4, told_version = told_version + 1, told_at = $4
       where id = $1 and version = $2`,
      [id, version, JSON.stringify(content), at],
    );
    return changed === 1;
  }

  async move(
    id: string,
    expected: { status: ApplicationStatus; version: number },
    change: Parameters<ApplicationShelf['move']>[2],
    at: Instant,
  ): Promise<boolean> {
    const changed = await this.unit.changed(
      `update application set status = $4, version = version + 1, updated_at = $5, round = coalesce($6::int, round),
              submitted_at = coalesce($7::timestamptz, submitted_at), accepted_at = coalesce($8::timestamptz, accepted_at),
              decided_at = coalesce($9::timestamptz, decided_at), told_version = told_version + $10::boolean::int,
              told_at = case when $10 then $5 else told_at end
       where id = $1 and status = $2 and version = $3`,
      [
        id,
        expected.status,
        expected.version,
        change.status,
        at,
        change.round,
        change.submittedAt,
        change.acceptedAt,
        change.decidedAt,
        change.told,
      ],
    );
    return changed === 1;
  }

  async touch(id: string, at: Instant, told: boolean): Promise<Pick<ApplicationRecord, 'version' | 'toldVersion'>> {
    const rows = await this.unit.rows<Pick<ApplicationRecord, 'version' | 'toldVersion'>>(
      `update application set version = version + 1, updated_at = $2, told_version = told_version + $3::boolean::int,
              told_at = case when $3 then $2 else told_at end
       where id = $1 returning version, told_version as "toldVersion"`,
      [id, at, told],
    );
    return onlyRow(rows);
  }

  async filed(
    statuses: readonly ApplicationStatus[],
    afterId: string | null,
    limit: number,
  ): Promise<readonly ApplicationRecord[]> {
    const after =
      afterId === null ? '' : 'and (submitted_at, id) < (select b.submitted_at, b.id from application b where b.id = $3)';
    const rows = await this.unit.rows<Raw<ApplicationRecord>>(
      `select ${COLUMNS} from application where submitted_at is not null and status = any($1) ${after}
       order by submitted_at desc, id desc limit $2`,
      [statuses, limit, ...(afterId === null ? [] : [afterId])],
    );
    return rows.map(toRecord);
  }

  async countFiled(statuses: readonly ApplicationStatus[]): Promise<number> {
    const rows = await this.unit.rows<{ count: number }>(
      'select count(*)::int as count from application where submitted_at is not null and status = any($1)',
      [statuses],
    );
    return onlyRow(rows).count;
  }

  private async one(text: string, id: string): Promise<ApplicationRecord | null> {
    if (!isUuid(id)) return null;
    const rows = await this.unit.rows<Raw<ApplicationRecord>>(text, [id]);
    return rows.map(toRecord)[0] ?? null;
  }

  private conditions(filter: ApplicationFilter): { where: string[]; values: unknown[] } {
    const where: string[] = ['true'];
    const values: unknown[] = [];
    const add = (value: unknown, condition: (place: string) => string) => {
      values.push(value);
      where.push(condition(`$${values.length}`));
    };
    if (this.unit.onlyOrganisation) add(this.unit.onlyOrganisation, (place) => `a.organisation_id = ${place}`);
    if (this.unit.reach.kind === 'authority') where.push('a.submitted_at is not null');
    if (filter.statuses) add(filter.statuses, (place) => `a.status = any (${place}::text[])`);
    return { where, values };
  }
}

/** The record; content that an older Licet wrote gets the fields it lacks. */
function toRecord(raw: Raw<ApplicationRecord>): ApplicationRecord {
  const record = fromRaw<ApplicationRecord>(raw);
  return { ...record, content: wholeContent(record.content) };
}

function toSummary(raw: Raw<FlatSummary>): ApplicationSummary {
  const { organisationZh, organisationEn, firstItemZh, firstItemEn, ...rest } = fromRaw<FlatSummary>(raw);
  return { ...rest, organisation: { zh: organisationZh, en: organisationEn }, firstItem: { zh: firstItemZh, en: firstItemEn } };
}
