// Answers kept under a caller's key: one statement claims the key, so that of two calls at once only one goes on.
import type { Instant } from '#kernel';
import type { AnswerShelf, KeptAnswer } from '#casework';
import type { Unit } from '../unit';

interface RawAnswer {
  readonly requestHash: string;
  readonly status: number | null;
  readonly headers: Readonly<Record<string, string>> | null;
  readonly body: string | null;
}

export class AnswerRepository implements AnswerShelf {
  constructor(private readonly unit: Unit) {}

  async claim(row: Parameters<AnswerShelf['claim']>[0]): Promise<KeptAnswer | null> {
    const { personId, key, organisationId, requestHash, expiresAt, now } = row;
    const claimed = await this.unit.changed(
      `insert into kept_answer (person_id, key, organisation_id, request_hash, expires_at) values ($1, $2, $3, $4, $5)
       on conflict (person_id, key) do update
         set request_hash = excluded.request_hash, status = null, headers = null, body = null, expires_at = excluded.expires_at
       where kept_answer.expires_at <= $6`,
      [personId, key, organisationId, requestHash, expiresAt, now],
    );
    return claimed === 1 ? null : this.find(personId, key);
  }

  async find(personId: string, key: string): Promise<KeptAnswer | null> {
    const [row] = await this.unit.rows<RawAnswer>(
      'select request_hash as "requestHash", status, headers, body from kept_answer where person_id = $1 and key = $2',
      [personId, key],
    );
    if (!row) return null;
    const { requestHash, status, headers, body } = row;
    return { requestHash, answer: status === null ? null : { status, headers: headers ?? {}, body: body ?? '' } };
  }

  async keep(personId: string, key: string, { status, headers, body }: NonNullable<KeptAnswer['answer']>): Promise<void> {
    await this.unit.changed(
      'update kept_answer set status = $3, headers = $4, body = $5 where person_id = $1 and key = $2 and status is null',
      [personId, key, status, JSON.stringify(headers), body],
    );
  }

  async release(personId: string, key: string): Promise<void> {
    await this.unit.changed('delete from kept_answer where person_id = $1 and key = $2 and status is null', [personId, key]);
  }

  removeExpired(now: Instant, limit: number): Promise<number> {
    return this.unit.changed(
      `delete from kept_answer where (person_id, key) in (
         select person_id, key from kept_answer where expires_at <= $1 order by expires_at limit $2 for update skip locked)`,
      [now, limit],
    );
  }
}
