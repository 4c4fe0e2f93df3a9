// What falls due: claimed once among any number of sweeps, locked while it is performed, cancelled with its subject.
import { addMs, type Instant } from '#kernel';
import type { DueRecord, DueShelf } from '#casework';
import type { Unit } from '../unit';
import { fromRaw, onlyRow, type Raw } from './raw-row';

const DUE = `id, due_at as "dueAt", kind, subject, organisation_id as "organisationId", effect_key as "effectKey", state, attempts, handed_at as "handedAt"`;

/** Attempts after which the wait for a row that was handed out grows no further. */
const MOST_WAITS = 96;

export class DueRepository implements DueShelf {
  constructor(private readonly unit: Unit) {}

  async add(rows: Parameters<DueShelf['add']>[0]): Promise<void> {
    if (rows.length === 0) return;
    await this.unit.rows(
      `insert into due (id, due_at, kind, subject, organisation_id, effect_key, state, attempts)
       select id, "dueAt", kind, subject, "organisationId", "effectKey", 'waiting', 0
       from jsonb_to_recordset($1) as r (id uuid, "dueAt" timestamptz, kind text, subject uuid, "organisationId" uuid, "effectKey" text)`,
      [JSON.stringify(rows)],
    );
  }

  async claim(at: Instant, patienceMs: number, limit: number): Promise<readonly string[]> {
    const due = await this.hand(`select id from due where state = 'waiting' and due_at <= $1 order by due_at, id`, [at, limit]);
    if (due.length >= limit) return due;
    const forgotten = await this.hand(
      `select id from due where state = 'handed' and handed_at <= $3
         and handed_at <= $1::timestamptz - least(attempts, ${MOST_WAITS}) * $4::double precision * interval '1 millisecond'
       order by handed_at, id`,
      [at, limit - due.length, addMs(at, -patienceMs), patienceMs],
    );
    return [...due, ...forgotten];
  }

  async takeUp(ids: readonly string[]): Promise<readonly DueRecord[]> {
    const rows = await this.unit.rows<Raw<DueRecord>>(
      `select ${DUE} from due where id = any ($1::uuid[]) and state = 'handed' order by due_at, id for update`,
      [ids],
    );
    return rows.map(fromRaw<DueRecord>);
  }

  async finish(ids: readonly string[]): Promise<void> {
    await this.unit.changed(`update due set state = 'done' where id = any ($1::uuid[]) and state = 'handed'`, [ids]);
  }

  cancel(subject: string): Promise<number> {
    return this.unit.changed(`update due set state = 'cancelled' where subject = $1 and state in ('waiting', 'handed')`, [
      subject,
    ]);
  }

  async ofSubject(subject: string): Promise<readonly DueRecord[]> {
    const rows = await this.unit.rows<Raw<DueRecord>>(`select ${DUE} from due where subject = $1 order by due_at, id`, [subject]);
    return rows.map(fromRaw<DueRecord>);
  }

  async backlog(at: Instant): Promise<{ waiting: number; handed: number }> {
    return onlyRow(
      await this.unit.rows<{ waiting: number; handed: number }>(
        `select (select count(*)::int from due where state = 'waiting' and due_at <= $1) as waiting,
                (select count(*)::int from due where state = 'handed') as handed`,
        [at],
      ),
    );
  }

  /** Marks the rows of the choice handed at `values[0]`, at most `values[1]` of them. */
  private async hand(choice: string, values: readonly unknown[]): Promise<string[]> {
    const rows = await this.unit.rows<{ id: string }>(
      `with chosen as materialized (${choice} limit $2 for update skip locked)
       update due set state = 'handed', handed_at = $1, attempts = attempts + 1 from chosen where due.id = chosen.id returning due.id`,
      values,
    );
    return rows.map(({ id }) => id);
  }
}
