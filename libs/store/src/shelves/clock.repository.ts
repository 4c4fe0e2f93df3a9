// The one row of the demo's clock.
import type { ClockShelf } from '#casework';
import type { Instant } from '#kernel';
import type { Unit } from '../unit';
import { onlyRow } from './raw-row';

export class ClockRepository implements ClockShelf {
  constructor(private readonly unit: Unit) {}

  async aheadMs(): Promise<number | null> {
    const [row] = await this.unit.rows<{ ahead: string }>('select ahead_ms as ahead from demo_clock', []);
    return row ? Number(row.ahead) : null;
  }

  async put(aheadMs: number, at: Instant): Promise<boolean> {
    const changed = await this.unit.changed(
      `insert into demo_clock (ahead_ms, moved_at) values ($1, $2)
       on conflict (only_one) do update set ahead_ms = excluded.ahead_ms, moved_at = excluded.moved_at
       where demo_clock.ahead_ms < excluded.ahead_ms`,
      [aheadMs, at],
    );
    return changed === 1;
  }

  async nothingHappened(): Promise<boolean> {
    const { empty } = onlyRow(
      await this.unit.rows<{ empty: boolean }>('select not exists (select from organisation) as empty', []),
    );
    return empty;
  }
}
