// Documents prepared for a decision, decisions as published and their letters: added and read, never changed.
import type {
  DecidedLine,
  DecisionRecord,
  DecisionShelf,
  LetterRecord,
  PreparedDocumentRecord,
  ProductDecision,
} from '#casework';
import { emptyItem } from '#licensing';
import { DecisionDocumentRow } from '../rows/decision-document.row';
import { DecisionRow } from '../rows/decision.row';
import { LetterRow } from '../rows/letter.row';
import type { Unit } from '../unit';
import { isUuid } from './cursor';
import { addDocument, documentOf, withDocument } from './issued-document';
import { fromRaw, type Raw } from './raw-row';

const LETTER = `select l.id, l.number, l.application_id as "applicationId", l.organisation_id as "organisationId", l.kind, l.issued_at as "issuedAt",
    l.issued_by as "issuedBy", ${documentOf('d')}
  from letter l join issued_document d on d.id = l.document_id`;

const COLUMNS = `u.product_id as "productId", d.application_id as "applicationId", a.reference,
    jsonb_build_object('zh', o.name_zh, 'en', o.name_en) as organisation,
    jsonb_build_object('zh', item ->> 'nameZh', 'en', item ->> 'nameEn') as item, line, d.published_at as "publishedAt"`;

const LINES = `from decision d join application a on a.id = d.application_id join organisation o on o.id = d.organisation_id
    cross join lateral jsonb_array_elements(d.lines) with ordinality as told (line, place)
    join lateral jsonb_array_elements(a.content -> 'items') item on item ->> 'id' = line ->> 'itemId'
    left join product_use u on u.application_id = d.application_id and u.item_id = line ->> 'itemId'`;

const NEWEST = 'd.published_at desc, d.application_id, place';

export class DecisionRepository implements DecisionShelf {
  constructor(private readonly unit: Unit) {}

  async prepare(row: Omit<PreparedDocumentRecord, 'preparedByName'>): Promise<void> {
    await this.unit.use((entities) => entities.insert(DecisionDocumentRow, row));
  }

  prepared(applicationId: string): Promise<readonly PreparedDocumentRecord[]> {
    return this.read<PreparedDocumentRecord>(
      `select r.id, r.application_id as "applicationId", r.organisation_id as "organisationId", r.advice_id as "adviceId", r.kind, r.version, r.facts,
              r.prepared_by as "preparedBy", p.name as "preparedByName", r.prepared_at as "preparedAt"
       from decision_document r left join person p on p.id = r.prepared_by where r.application_id = $1 order by r.seq`,
      [applicationId],
    );
  }

  async publish(row: DecisionRecord): Promise<void> {
    await this.unit.use((entities) => entities.insert(DecisionRow, row));
  }

  async find(applicationId: string): Promise<DecisionRecord | null> {
    if (!isUuid(applicationId)) return null;
    const [decision] = await this.read<DecisionRecord>(
      `select application_id as "applicationId", organisation_id as "organisationId", advice_id as "adviceId", lines, published_by as "publishedBy",
              published_at as "publishedAt"
       from decision where application_id = $1`,
      [applicationId],
    );
    return decision ?? null;
  }

  async ofProducts(productIds: readonly string[], limit: number): Promise<readonly ProductDecision[]> {
    const rows = await this.read<ProductDecision & { newer: number }>(
      `select * from (select ${COLUMNS}, u.version as "productVersion", item as "decidedItem",
           (row_number() over (partition by u.product_id order by ${NEWEST}))::int as newer
         ${LINES} where u.product_id = any ($1::uuid[])) ranked
       where newer <= $2 order by "productId", newer`,
      [productIds, limit],
    );
    return rows.map(({ newer: _newer, decidedItem, ...row }) => ({ ...row, decidedItem: { ...emptyItem(), ...decidedItem } }));
  }

  ofCode(code: string, limit: number): Promise<readonly DecidedLine[]> {
    return this.read(
      `select ${COLUMNS} ${LINES} where starts_with(line ->> 'controlCode', $1::text) order by ${NEWEST} limit $2`,
      [code, limit],
    );
  }

  async addLetter({ documentId, view, ...letter }: Parameters<DecisionShelf['addLetter']>[0]): Promise<void> {
    await addDocument(this.unit, { id: documentId, organisationId: letter.organisationId, kind: letter.kind, view });
    await this.unit.use((entities) => entities.insert(LetterRow, { ...letter, documentId }));
  }

  async findLetter(id: string): Promise<LetterRecord | null> {
    if (!isUuid(id)) return null;
    const [letter] = await this.read<LetterRecord>(`${LETTER} where l.id = $1`, [id]);
    return letter ? withDocument(letter) : null;
  }

  async letters(applicationId: string): Promise<readonly LetterRecord[]> {
    const rows = await this.read<LetterRecord>(`${LETTER} where l.application_id = $1 order by l.kind desc`, [applicationId]);
    return rows.map(withDocument);
  }

  private async read<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.unit.rows<Raw<Row>>(text, values)).map(fromRaw<Row>);
  }
}
