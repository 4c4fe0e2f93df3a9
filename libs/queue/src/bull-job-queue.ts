// The way into the queue: outbox rows become jobs under ids of their own, so that publishing twice makes one job.
import { createHash } from 'node:crypto';
import type { JobsOptions, Queue, RedisQueueBackend } from 'bullmq';
import { effectKey, jobCatalogue, JobQueue, type JobName, type OutboxRow, type QueueUnfit } from '#casework';
import { backendAt, type Backend, type QueuePlace } from './backend';
import { unfitFrom } from './redis-memory';
import { QueueUnreachable, within } from './queue-unreachable';

export interface QueueSettings {
  /** Wait before the second try; it doubles with each further one. Milliseconds, default 2000. */
  readonly retryDelayMs?: number;
  /** How long the backend may take to answer. Milliseconds, default 5000. */
  readonly answerMs?: number;
}

const DAY_S = 86_400;
/** Finished jobs that the backend remembers; what must last is in the receipts and the case log. */
const KEPT_DONE = { age: DAY_S, count: 2_000 };
const KEPT_FAILED = { age: 30 * DAY_S, count: 5_000 };

/** Opens the queue for publishing. Connects at the first use, and again after the backend was away. */
export function openQueue(place: QueuePlace & QueueSettings): BullJobQueue {
  return new BullJobQueue(backendAt(place), place.retryDelayMs ?? 2_000, place.answerMs ?? 5_000);
}

export class BullJobQueue extends JobQueue {
  private queue: Queue | null = null;

  constructor(
    private readonly backend: Backend,
    private readonly retryDelayMs: number,
    private readonly answerMs: number,
  ) {
    super();
  }

  /** Throws QueueUnreachable when the backend does not answer; the rows may then be published again. */
  override async publish(rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    const jobs = rows.map((row) => ({ name: row.job.name, data: row.job.payload, opts: this.optionsOf(row) }));
    await this.ask((queue) => queue.addBulk(jobs));
  }

  /** Throws QueueUnreachable when the backend does not answer. */
  override async ping(): Promise<void> {
    await this.ask((queue) => queue.count());
  }

  /** PostgreSQL throws nothing away. Throws QueueUnreachable when the backend does not answer. */
  override async unfit(): Promise<QueueUnfit | null> {
    if (this.backend.kind === 'postgres') return null;
    return unfitFrom(await this.ask(async (queue) => (await (queue.getBackend() as unknown as RedisQueueBackend).client).info()));
  }

  /** How many jobs the backend holds in each state. Throws QueueUnreachable when it does not answer. */
  async counts(): Promise<Readonly<Record<string, number>>> {
    return this.ask((queue) => queue.getJobCounts('waiting', 'active', 'delayed', 'failed', 'completed'));
  }

  /** May be called any number of times. */
  async close(): Promise<void> {
    const queue = this.queue;
    this.queue = null;
    if (queue) await leave(queue, this.answerMs);
  }

  private optionsOf(row: OutboxRow): JobsOptions {
    return {
      jobId: jobIdOf(row),
      attempts: jobCatalogue[row.job.name satisfies JobName].attempts,
      backoff: { type: 'exponential', delay: this.retryDelayMs },
      removeOnComplete: KEPT_DONE,
      removeOnFail: KEPT_FAILED,
    };
  }

  private async ask<T>(question: (queue: Queue) => Promise<T>): Promise<T> {
    const queue = (this.queue ??= this.connect());
    try {
      return await within(
        this.answerMs,
        queue.waitUntilReady().then(() => question(queue)),
      );
    } catch (error) {
      // A connection that failed once is not to be trusted again: the next call makes a new one.
      if (this.queue === queue) this.queue = null;
      void leave(queue, this.answerMs);
      throw new QueueUnreachable(this.backend.kind, error);
    }
  }

  private connect(): Queue {
    const { classes, queueName } = this.backend;
    const queue = new classes.Queue(queueName, { connection: this.backend.connection('producer'), skipMetasUpdate: true });
    // Each failure reaches the caller through `ask`; without a listener the event would end the process.
    queue.on('error', () => undefined);
    return queue as unknown as Queue;
  }
}

/**
 * The row's id with a digest of what the job is about: when a database is restored and counts its rows anew,
 * a backend that remembers the old ones does not take the new job for one of them.
 */
function jobIdOf(row: OutboxRow): string {
  return `outbox-${row.id}-${createHash('sha256').update(effectKey(row.job)).digest('hex').slice(0, 16)}`;
}

async function leave(queue: Queue, ms: number): Promise<void> {
  await within(ms, queue.close()).catch(() => queue.disconnect().catch(() => undefined));
}
