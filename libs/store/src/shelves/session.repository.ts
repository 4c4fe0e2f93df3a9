// Server-side sessions: one statement finds the session, its person and the person's organisation.
import { instant, type Instant } from '#kernel';
import type { FoundSession, OrganisationRecord, PersonRecord, SessionRecord, SessionShelf } from '#casework';
import type { Unit } from '../unit';

interface RawSession {
  readonly personId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expiresAt: Date;
  readonly person: PersonRecord | null;
  readonly organisation: OrganisationRecord | null;
}

export class SessionRepository implements SessionShelf {
  constructor(private readonly unit: Unit) {}

  async find(idHash: string, now: Instant): Promise<FoundSession | null> {
    const [row] = await this.unit.rows<RawSession>(
      `select person_id as "personId", data, expires_at as "expiresAt", person, organisation from licet_session($1, $2)`,
      [idHash, now],
    );
    if (!row) return null;
    const { person, organisation, personId, data } = row;
    return {
      idHash,
      personId,
      data,
      expiresAt: instant(row.expiresAt),
      person: person && organisation && { ...person, organisation },
    };
  }

  async save(row: SessionRecord): Promise<void> {
    await this.unit.rows(
      `insert into session (id_hash, person_id, data, expires_at) values ($1, $2, $3, $4)
       on conflict (id_hash) do update set person_id = excluded.person_id, data = excluded.data, expires_at = excluded.expires_at`,
      [row.idHash, row.personId, JSON.stringify(row.data), row.expiresAt],
    );
  }

  async extend(idHash: string, expiresAt: Instant): Promise<void> {
    await this.unit.changed('update session set expires_at = $2 where id_hash = $1', [idHash, expiresAt]);
  }

  async remove(idHash: string): Promise<void> {
    await this.unit.changed('delete from session where id_hash = $1', [idHash]);
  }

  async removeOfPerson(personId: string): Promise<void> {
    await this.unit.changed('delete from session where person_id = $1', [personId]);
  }

  removeExpired(now: Instant): Promise<number> {
    return this.unit.changed('delete from session where expires_at <= $1', [now]);
  }
}
