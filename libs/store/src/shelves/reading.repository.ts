// Recorded readings of unsettled measures with their confirmation and withdrawal: added and read, never changed.
import type { PageOf, PageRequest, ReadingAct, ReadingRecord, ReadingShelf } from '#casework';
import { LawReadingActRow } from '../rows/law-reading-act.row';
import type { Unit } from '../unit';
import { isUuid, pageOf, readPage } from './cursor';
import { fromRaw, type Raw } from './raw-row';

const READING = `select r.id, r.organisation_id as "organisationId", r.measure, r.reading, r.reason,
    r.proposed_by as "proposedBy", p.name as "proposedByName", r.proposed_at as "proposedAt",
    c.person_id as "confirmedBy", cp.name as "confirmedByName", c.at as "confirmedAt",
    w.person_id as "withdrawnBy", wp.name as "withdrawnByName", w.at as "withdrawnAt", w.reason as "withdrawalReason"
  from law_reading r
    left join person p on p.id = r.proposed_by
    left join law_reading_act c on c.reading_id = r.id and c.act = 'confirm' left join person cp on cp.id = c.person_id
    left join law_reading_act w on w.reading_id = r.id and w.act = 'withdraw' left join person wp on wp.id = w.person_id`;

export class ReadingRepository implements ReadingShelf {
  constructor(private readonly unit: Unit) {}

  async propose(row: Parameters<ReadingShelf['propose']>[0]): Promise<boolean> {
    const { id, organisationId, measure, reading, reason, proposedBy, proposedAt } = row;
    // Two proposals at once would not see each other: the second waits here for the end of the first.
    await this.unit.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`law_reading ${organisationId} ${measure}`]);
    const added = await this.unit.changed(
      `insert into law_reading (id, organisation_id, measure, reading, reason, proposed_by, proposed_at)
       select $1, $2, $3, $4, $5, $6, $7::timestamptz where not exists (
         select from law_reading r where r.organisation_id = $2 and r.measure = $3
           and not exists (select from law_reading_act w where w.reading_id = r.id and w.act = 'withdraw'))`,
      [id, organisationId, measure, reading, reason, proposedBy, proposedAt],
    );
    return added === 1;
  }

  async find(id: string): Promise<ReadingRecord | null> {
    if (!isUuid(id)) return null;
    const [reading] = await this.read(`${READING} where r.id = $1`, [id]);
    return reading ?? null;
  }

  async act({ id, ...reading }: Pick<ReadingRecord, 'id' | 'organisationId' | 'proposedBy'>, act: ReadingAct): Promise<void> {
    const { organisationId, proposedBy } = reading;
    await this.unit.use((entities) => entities.insert(LawReadingActRow, { ...act, readingId: id, organisationId, proposedBy }));
  }

  async list(page: PageRequest): Promise<PageOf<ReadingRecord>> {
    const { limit, after } = readPage('readings', page);
    const rows = await this.read(
      `${READING} where $1::timestamptz is null or (r.proposed_at, r.id) < ($1, $2::uuid)
       order by r.proposed_at desc, r.id desc limit $3`,
      [after?.at ?? null, after?.id ?? null, limit + 1],
    );
    return pageOf('readings', rows, limit, ({ proposedAt }) => proposedAt);
  }

  standing(organisationId: string): Promise<readonly ReadingRecord[]> {
    return this.read(`${READING} where r.organisation_id = $1 and c.id is not null and w.id is null order by r.seq`, [
      organisationId,
    ]);
  }

  private async read(text: string, values: readonly unknown[]): Promise<readonly ReadingRecord[]> {
    return (await this.unit.rows<Raw<ReadingRecord>>(text, values)).map(fromRaw<ReadingRecord>);
  }
}
