// Papers of an application, in the order in which they were added.
import type { PaperRecord, PaperShelf } from '#casework';
import { PaperRow } from '../rows/paper.row';
import type { Unit } from '../unit';
import { isUuid } from './cursor';
import { fromRaw, type Raw } from './raw-row';

const COLUMNS = `id, application_id as "applicationId", organisation_id as "organisationId", kind, file_name as "fileName",
  media_type as "mediaType", size, sha256, file_key as "fileKey", added_by as "addedBy", added_at as "addedAt"`;

export class PaperRepository implements PaperShelf {
  constructor(private readonly unit: Unit) {}

  async add(row: PaperRecord): Promise<void> {
    await this.unit.use((entities) => entities.insert(PaperRow, row));
  }

  async ofApplication(applicationId: string): Promise<readonly PaperRecord[]> {
    const rows = await this.unit.rows<Raw<PaperRecord>>(`select ${COLUMNS} from paper where application_id = $1 order by seq`, [
      applicationId,
    ]);
    return rows.map(fromRaw<PaperRecord>);
  }

  async find(applicationId: string, paperId: string): Promise<PaperRecord | null> {
    if (!isUuid(applicationId) || !isUuid(paperId)) return null;
    const rows = await this.unit.rows<Raw<PaperRecord>>(`select ${COLUMNS} from paper where id = $1 and application_id = $2`, [
      paperId,
      applicationId,
    ]);
    return rows.map(fromRaw<PaperRecord>)[0] ?? null;
  }

  async remove(applicationId: string, paperId: string): Promise<void> {
    await this.unit.changed('delete from paper where id = $1 and application_id = $2', [paperId, applicationId]);
  }
}
