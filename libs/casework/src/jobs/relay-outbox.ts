// Hands what was committed to the queue: the one path into BullMQ. Publishing comes before marking, so a row is published at least once and never lost.
import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { JobQueue } from '../ports/job-queue.port';
import { Store } from '../ports/store.port';

@Injectable()
export class RelayOutbox {
  constructor(
    private readonly store: Store,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Publishes up to `limit` rows, oldest first, and returns how many. When the queue does not answer it throws, and the rows stay for the next run. */
  run(limit: number): Promise<number> {
    return this.store.run({ kind: 'system' }, async (tx) => {
      const rows = await tx.jobs.claim(limit);
      if (rows.length === 0) return 0;
      await this.queue.publish(rows);
      await tx.jobs.markPublished(
        rows.map((row) => row.id),
        this.clock.now(),
      );
      return rows.length;
    });
  }
}
