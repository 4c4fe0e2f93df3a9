// Products, their versions, determinations and uses: added and read, never changed but for the number of the latest version.
import type {
  EarlierDecision,
  PageOf,
  PageRequest,
  ProductDeterminationRecord,
  ProductDeterminationSummary,
  ProductRecord,
  ProductShelf,
  ProductUse,
  ProductVersionRecord,
} from '#casework';
import type { Unit } from '../unit';
import { isUuid, pageOf, readPage } from './cursor';
import { addDocument, documentOf, withDocument } from './issued-document';
import { fromRaw, type Raw } from './raw-row';

// The latest version that the reach sees: for the authority that is the latest one taken into a filed application.
const PRODUCT = `select p.id, p.organisation_id as "organisationId", v.version, v.facts, p.created_by as "createdBy", p.created_at as "createdAt",
    p.changed_at as "changedAt"
  from product p cross join lateral (select o.version, o.facts from product_version o where o.product_id = p.id order by o.version desc limit 1) v`;
const VERSION = `select v.product_id as "productId", v.organisation_id as "organisationId", v.version, v.facts, v.made_by as "madeBy",
    w.name as "madeByName", v.made_at as "madeAt"
  from product_version v left join person w on w.id = v.made_by`;
const DETERMINATION = `select d.id, d.product_id as "productId", d.version, d.organisation_id as "organisationId", d.view, d.on_day::text as "on",
    d.known_on::text as "knownOn", d.law_hash as "lawHash", d.law_rows as rows, d.facts, d.readings, d.answer, d.classification, d.made_by as "madeBy",
    w.name as "madeByName", d.made_at as "madeAt",
    ${documentOf('i')}
  from product_determination d join issued_document i on i.id = d.document_id left join person w on w.id = d.made_by`;

export class ProductRepository implements ProductShelf {
  constructor(private readonly unit: Unit) {}

  async create({ id, organisationId, facts, by, at }: Parameters<ProductShelf['create']>[0]): Promise<void> {
    await this.unit.changed(
      'insert into product (id, organisation_id, version, created_by, created_at, changed_at) values ($1, $2, 1, $3, $4, $4)',
      [id, organisationId, by, at],
    );
    await this.insertVersion(id, 1, organisationId, facts, by, at);
  }

  async addVersion(row: Parameters<ProductShelf['addVersion']>[0]): Promise<boolean> {
    const { id, version, organisationId, facts, by, at } = row;
    const changed = await this.unit.changed(
      'update product set version = version + 1, changed_at = $3 where id = $1 and version = $2',
      [id, version, at],
    );
    if (changed !== 1) return false;
    await this.insertVersion(id, version + 1, organisationId, facts, by, at);
    return true;
  }

  async find(id: string): Promise<ProductRecord | null> {
    if (!isUuid(id)) return null;
    return (await this.read<ProductRecord>(`${PRODUCT} where p.id = $1`, [id]))[0] ?? null;
  }

  async findVersion(id: string, version: number): Promise<ProductVersionRecord | null> {
    if (!isUuid(id)) return null;
    const rows = await this.read<ProductVersionRecord>(`${VERSION} where v.product_id = $1 and v.version = $2`, [id, version]);
    return rows[0] ?? null;
  }

  versions(id: string, limit: number): Promise<readonly ProductVersionRecord[]> {
    return this.read(`${VERSION} where v.product_id = $1 order by v.version desc limit $2`, [id, limit]);
  }

  async list(page: PageRequest): Promise<PageOf<ProductRecord>> {
    const { limit, after } = readPage('products', page);
    const values: unknown[] = [];
    const where = ['true'];
    if (this.unit.onlyOrganisation) where.push(`p.organisation_id = $${values.push(this.unit.onlyOrganisation)}`);
    if (after) where.push(`(p.changed_at, p.id) < ($${values.push(after.at)}::timestamptz, $${values.push(after.id)}::uuid)`);
    const rows = await this.read<ProductRecord>(
      `${PRODUCT} where ${where.join(' and ')} order by p.changed_at desc, p.id desc limit ${limit + 1}`,
      values,
    );
    return pageOf('products', rows, limit, (row) => row.changedAt);
  }

  async addDetermination(row: Parameters<ProductShelf['addDetermination']>[0]): Promise<void> {
    const { documentId: id, organisationId, documentView: view } = row;
    await addDocument(this.unit, { id, organisationId, kind: 'determination', view });
    await this.unit.changed(
      `insert into product_determination (id, product_id, version, organisation_id, view, on_day, known_on, law_hash, law_rows, facts, readings,
         answer, classification, made_by, made_at, document_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        row.id,
        row.productId,
        row.version,
        row.organisationId,
        row.view,
        row.on,
        row.knownOn,
        row.lawHash,
        JSON.stringify(row.rows),
        JSON.stringify(row.facts),
        JSON.stringify(row.readings),
        JSON.stringify(row.answer),
        JSON.stringify(row.classification),
        row.madeBy,
        row.madeAt,
        row.documentId,
      ],
    );
  }

  async findDetermination(id: string): Promise<ProductDeterminationRecord | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.read<ProductDeterminationRecord>(`${DETERMINATION} where d.id = $1`, [id]);
    return row ? withDocument(row) : null;
  }

  determinations(productId: string, limit: number): Promise<readonly ProductDeterminationSummary[]> {
    return this.read(
      `select d.id, d.version, d.view, d.on_day::text as "on", d.known_on::text as "knownOn", d.law_hash as "lawHash", w.name as "madeByName",
              d.made_at as "madeAt", d.answer ->> 'headline' as headline, d.answer ->> 'workingStatus' as "workingStatus",
              d.answer -> 'controlCodes' as "controlCodes"
       from product_determination d left join person w on w.id = d.made_by where d.product_id = $1 order by d.seq desc limit $2`,
      [productId, limit],
    );
  }

  async decisions(organisationId: string, codes: readonly string[], limit: number): Promise<readonly EarlierDecision[]> {
    if (codes.length === 0) return [];
    const rows = await this.read<Omit<EarlierDecision, 'item'> & { readonly zh: string; readonly en: string }>(
      `select a.id as "applicationId", a.reference, line ->> 'controlCode' as "controlCode", item ->> 'nameZh' as zh, item ->> 'nameEn' as en,
              case when line ->> 'verdict' = 'refuse' then 'refused' else 'granted' end as outcome, d.published_at as "decidedAt"
       from decision d join application a on a.id = d.application_id cross join lateral jsonb_array_elements(a.content -> 'items') item
         cross join lateral jsonb_array_elements(d.lines) line
       where d.organisation_id = $1 and line ->> 'itemId' = item ->> 'id' and line ->> 'verdict' <> 'not-controlled'
         and line ->> 'controlCode' = any ($2::text[])
       order by d.published_at desc, a.id limit $3`,
      [organisationId, codes, limit],
    );
    return rows.map(({ zh, en, ...row }) => ({ ...row, item: { zh, en } }));
  }

  async addUse(row: Parameters<ProductShelf['addUse']>[0]): Promise<void> {
    await this.unit.changed(
      'insert into product_use (application_id, item_id, product_id, version, organisation_id, at) values ($1, $2, $3, $4, $5, $6)',
      [row.applicationId, row.itemId, row.productId, row.version, row.organisationId, row.at],
    );
  }

  uses(applicationId: string): Promise<readonly ProductUse[]> {
    return this.read(
      `select application_id as "applicationId", item_id as "itemId", product_id as "productId", version from product_use where application_id = $1`,
      [applicationId],
    );
  }

  private async insertVersion(id: string, version: number, organisationId: string, facts: unknown, by: string, at: string) {
    await this.unit.changed(
      'insert into product_version (product_id, version, organisation_id, facts, made_by, made_at) values ($1, $2, $3, $4, $5, $6)',
      [id, version, organisationId, JSON.stringify(facts), by, at],
    );
  }

  private async read<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.unit.rows<Raw<Row>>(text, values)).map(fromRaw<Row>);
  }
}
