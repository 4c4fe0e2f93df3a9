// Notes on a case and the officers whom they name: added and read, never changed.
import type { NoteRecord, NoteShelf, PageOf, PageRequest } from '#casework';
import { CaseNoteRow } from '../rows/case-note.row';
import type { Unit } from '../unit';
import { isUuid, pageOf, readPage } from './cursor';
import { fromRaw, type Raw } from './raw-row';

const NOTE = `n.id, n.application_id as "applicationId", n.organisation_id as "organisationId", n.author_id as "authorId", p.name as "authorName",
    n.side, n.audience, n.text, array(select m.person_id::text from note_mention m where m.note_id = n.id order by m.person_id) as "mentionIds", n.at`;

type MentioningNote = NoteRecord & { readonly reference: string };

export class NoteRepository implements NoteShelf {
  constructor(private readonly unit: Unit) {}

  async add({ mentionIds, ...note }: Omit<NoteRecord, 'authorName'>): Promise<void> {
    await this.unit.use((entities) => entities.insert(CaseNoteRow, note));
    if (mentionIds.length === 0) return;
    await this.unit.changed(
      `insert into note_mention (note_id, person_id, organisation_id, at)
       select $1::uuid, named.id, $3::uuid, $4::timestamptz from (select distinct unnest($2::uuid[]) as id) named`,
      [note.id, mentionIds, note.organisationId, note.at],
    );
  }

  async find(id: string): Promise<NoteRecord | null> {
    if (!isUuid(id)) return null;
    return (
      (
        await this.read<NoteRecord>(`select ${NOTE} from case_note n left join person p on p.id = n.author_id where n.id = $1`, [
          id,
        ])
      )[0] ?? null
    );
  }

  ofApplication(applicationId: string): Promise<readonly NoteRecord[]> {
    return this.read(
      `select ${NOTE} from case_note n left join person p on p.id = n.author_id where n.application_id = $1 order by n.seq`,
      [applicationId],
    );
  }

  async mentioning(personId: string, page: PageRequest): Promise<PageOf<MentioningNote>> {
    const { limit, after } = readPage('mentions', page);
    if (!isUuid(personId)) return { rows: [], next: null };
    const rows = await this.read<MentioningNote>(
      `select ${NOTE}, a.reference
       from note_mention named join case_note n on n.id = named.note_id join application a on a.id = n.application_id
         left join person p on p.id = n.author_id
       where named.person_id = $1 and ($2::timestamptz is null or (named.at, named.note_id) < ($2, $3::uuid))
       order by named.at desc, named.note_id desc limit $4`,
      [personId, after?.at ?? null, after?.id ?? null, limit + 1],
    );
    return pageOf('mentions', rows, limit, ({ at }) => at);
  }

  private async read<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.unit.rows<Raw<Row>>(text, values)).map(fromRaw<Row>);
  }
}
