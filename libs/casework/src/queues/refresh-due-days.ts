// The day by which queues are ordered follows the loaded calendar and procedures: places whose day was computed with others get the day of now.
import { Injectable } from '@nestjs/common';
import { ClockOfCase } from '../applications/clock-of-case';
import { Store } from '../ports/store.port';

/** Places of one transaction. */
export const DUE_SLICE = 500;

@Injectable()
export class RefreshDueDays {
  constructor(
    private readonly store: Store,
    private readonly clocks: ClockOfCase,
  ) {}

  /** Computes anew the days of up to `limit` open places; how many there were. Any number of runs at once share the work; done when it returns 0. */
  run(limit = DUE_SLICE): Promise<number> {
    return this.store.run({ kind: 'system' }, async (tx) => {
      const places = await tx.places.dueOtherwise(this.clocks.basis, limit);
      const rows = places.map(({ id, ...moments }) => ({ id, dueOn: this.clocks.ofSummary(moments)?.dueOn ?? null }));
      await tx.places.putDue(rows, this.clocks.basis);
      return rows.length;
    });
  }
}
