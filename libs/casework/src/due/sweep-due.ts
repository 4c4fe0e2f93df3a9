// Claims what is due and hands it to jobs in slices; only while the queue's backend is unreachable does it perform the slices itself.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import type { Reach } from '../actor';
import { MOST_DUE_IDS } from '../jobs/catalogue';
import { JobQueue } from '../ports/job-queue.port';
import { Store } from '../ports/store.port';
import { PerformDueHandler } from './perform-due.handler';

const SYSTEM: Reach = { kind: 'system' };

/** A row that was handed out and not performed is handed out again after this long for each time that it was: 15 minutes. */
export const HANDED_PATIENCE_MS = 15 * 60_000;

/** Slices of one run; what is left is due at the next run. */
const MOST_SLICES = 20;

@Injectable()
export class SweepDue {
  constructor(
    private readonly store: Store,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    private readonly performer: PerformDueHandler,
  ) {}

  /**
   * Hands out up to `slices` slices of at most 500 rows and returns how many rows. Any number of sweeps may run at once.
   * While the backend is unreachable it performs them, and throws AggregateError at the end when some could not be performed.
   */
  async run(slices = MOST_SLICES): Promise<number> {
    const reachable = await this.queue.ping().then(
      () => true,
      () => false,
    );
    const faults: unknown[] = [];
    let rows = 0;
    for (let slice = 0; slice < slices; slice += 1) {
      const ids = await this.claim(reachable);
      rows += ids.length;
      if (!reachable && ids.length > 0)
        await this.performer.handle({ ids: [...ids] }).catch((fault: unknown) => faults.push(fault));
      if (ids.length < MOST_DUE_IDS) break;
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Some of what is due could not be performed; it is tried again');
    return rows;
  }

  /** Claims a slice and, when a job shall perform it, puts the job into the outbox of the same transaction. */
  private claim(byJob: boolean): Promise<readonly string[]> {
    return this.store.run(SYSTEM, async (tx) => {
      const now = this.clock.now();
      const ids = await tx.due.claim(now, HANDED_PATIENCE_MS, MOST_DUE_IDS);
      if (byJob && ids.length > 0) await tx.jobs.add({ name: 'perform-due', payload: { ids: [...ids] } }, now);
      return ids;
    });
  }
}
