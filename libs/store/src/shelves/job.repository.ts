// The outbox and the receipts: a job leaves with the transaction that asked for it, and its effect is had once.
import type { Instant } from '#kernel';
import { parseJob, type Job, type JobShelf, type OutboxRow } from '#casework';
import type { Unit } from '../unit';
import { onlyRow } from './raw-row';

export class JobRepository implements JobShelf {
  constructor(private readonly unit: Unit) {}

  async add(job: Job, at: Instant): Promise<void> {
    await this.unit.rows('insert into outbox (name, payload, added_at) values ($1, $2, $3)', [
      job.name,
      JSON.stringify(job.payload),
      at,
    ]);
  }

  async claim(limit: number): Promise<readonly OutboxRow[]> {
    const rows = await this.unit.rows<{ id: string; name: string; payload: unknown }>(
      'select id, name, payload from outbox where published_at is null order by id limit $1 for update skip locked',
      [limit],
    );
    return rows.map((row) => ({ id: row.id, job: parseJob(row.name, row.payload) }));
  }

  async markPublished(ids: readonly string[], at: Instant): Promise<void> {
    await this.unit.changed('update outbox set published_at = $2 where id = any ($1::bigint[])', [ids, at]);
  }

  async unpublished(): Promise<number> {
    return onlyRow(
      await this.unit.rows<{ count: number }>('select count(*)::int as count from outbox where published_at is null', []),
    ).count;
  }

  async receipt(effectKey: string, at: Instant): Promise<boolean> {
    return (
      (await this.unit.changed('insert into job_receipt (effect_key, at) values ($1, $2) on conflict do nothing', [
        effectKey,
        at,
      ])) === 1
    );
  }

  async receipts(effectKeys: readonly string[], at: Instant): Promise<readonly string[]> {
    const rows = await this.unit.rows<{ key: string }>(
      `insert into job_receipt (effect_key, at) select key, $2 from unnest($1::text[]) as key on conflict do nothing returning effect_key as key`,
      [effectKeys, at],
    );
    return rows.map(({ key }) => key);
  }

  async hasReceipt(effectKey: string): Promise<boolean> {
    return (await this.unit.rows('select from job_receipt where effect_key = $1', [effectKey])).length === 1;
  }
}
