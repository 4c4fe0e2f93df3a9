// Licences with their issued document, and the running numbers without gaps.
import type { Instant } from '#kernel';
import type { LicenceState } from '#licensing';
import type { LicenceRecord, LicenceShelf, PageOf, PageRequest } from '#casework';
import { LicenceRow } from '../rows/licence.row';
import type { Unit } from '../unit';
import { isUuid, pageOf, readPage } from './cursor';
import { addDocument, documentOf, withDocument } from './issued-document';
import { fromRaw, onlyRow, type Raw } from './raw-row';

const LICENCE = `l.id, l.number, l.application_id as "applicationId", l.organisation_id as "organisationId", l.state, l.version,
  l.valid_from::text as "validFrom", l.valid_to::text as "validTo", l.issued_at as "issuedAt", l.issued_by as "issuedBy",
  ${documentOf('d')}`;
const FROM = 'from licence l join issued_document d on d.id = l.document_id';

type ListedLicence = LicenceRecord & { readonly reference: string };

export class LicenceRepository implements LicenceShelf {
  constructor(private readonly unit: Unit) {}

  async nextNumber(series: string, year: number): Promise<number> {
    const rows = await this.unit.rows<{ last: number }>(
      `insert into number_series (series, year, last) values ($1, $2, 1)
       on conflict (series, year) do update set last = number_series.last + 1 returning last`,
      [series, year],
    );
    return onlyRow(rows).last;
  }

  async create(row: Parameters<LicenceShelf['create']>[0]): Promise<void> {
    const { documentId, view, ...licence } = row;
    await addDocument(this.unit, { id: documentId, organisationId: row.organisationId, kind: 'licence', view });
    await this.unit.use((entities) => entities.insert(LicenceRow, { ...licence, documentId, version: 1 }));
  }

  async find(id: string): Promise<LicenceRecord | null> {
    if (!isUuid(id)) return null;
    const [licence] = await this.read<LicenceRecord>(`select ${LICENCE} ${FROM} where l.id = $1`, [id]);
    return licence ?? null;
  }

  async findMany(ids: readonly string[]): Promise<readonly LicenceRecord[]> {
    return this.read<LicenceRecord>(`select ${LICENCE} ${FROM} where l.id = any ($1::uuid[])`, [ids]);
  }

  async ofApplication(applicationId: string): Promise<LicenceRecord | null> {
    const [licence] = await this.read<LicenceRecord>(`select ${LICENCE} ${FROM} where l.application_id = $1`, [applicationId]);
    return licence ?? null;
  }

  async ofVerification(verificationHash: string): Promise<LicenceRecord | null> {
    const [licence] = await this.read<LicenceRecord>(`select ${LICENCE} ${FROM} where l.verification_hash = $1`, [
      verificationHash,
    ]);
    return licence ?? null;
  }

  async list(page: PageRequest): Promise<PageOf<ListedLicence>> {
    const { limit, after } = readPage('licences', page);
    const values: unknown[] = [];
    const where = ['true'];
    if (this.unit.onlyOrganisation) where.push(`l.organisation_id = $${values.push(this.unit.onlyOrganisation)}`);
    if (after) where.push(`(l.issued_at, l.id) < ($${values.push(after.at)}::timestamptz, $${values.push(after.id)}::uuid)`);
    const rows = await this.read<ListedLicence>(
      `select ${LICENCE}, a.reference ${FROM} join application a on a.id = l.application_id
       where ${where.join(' and ')} order by l.issued_at desc, l.id desc limit ${limit + 1}`,
      values,
    );
    return pageOf('licences', rows, limit, (row) => row.issuedAt);
  }

  async move(id: string, expected: { state: LicenceState; version: number }, state: LicenceState): Promise<boolean> {
    const changed = await this.unit.changed(
      'update licence set state = $4, version = version + 1 where id = $1 and state = $2 and version = $3',
      [id, expected.state, expected.version, state],
    );
    return changed === 1;
  }

  async documentReady(
    documentId: string,
    done: { template: string; sha256: string; fileKey: string; at: Instant },
  ): Promise<boolean> {
    const changed = await this.unit.changed(
      `update issued_document set state = 'ready', template = $2, sha256 = $3, file_key = $4, ready_at = $5 where id = $1 and state <> 'ready'`,
      [documentId, done.template, done.sha256, done.fileKey, done.at],
    );
    return changed === 1;
  }

  async documentFailed(documentId: string, final: boolean): Promise<void> {
    await this.unit.changed(
      `update issued_document set attempts = attempts + 1, state = case when $2::boolean then 'failed' else state end
       where id = $1 and state <> 'ready'`,
      [documentId, final],
    );
  }

  private async read<Row extends LicenceRecord>(text: string, values: readonly unknown[]): Promise<Row[]> {
    const rows = await this.unit.rows<Raw<Row>>(text, values);
    return rows.map((row) => withDocument(fromRaw<Row>(row)));
  }
}
