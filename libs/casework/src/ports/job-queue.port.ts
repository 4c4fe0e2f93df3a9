// The port to the queue: the relay hands it outbox rows. Implemented by libs/queue on PostgreSQL or Redis.
import type { OutboxRow } from './store.port';

/** redis-may-evict: Redis may throw jobs away when its memory is full · redis-policy-unknown: it does not tell whether it may. */
export type QueueUnfit = 'redis-may-evict' | 'redis-policy-unknown';

export abstract class JobQueue {
  /** Publishes the rows under their own ids: a row published twice makes one job. Throws when the backend is unreachable. */
  abstract publish(rows: readonly OutboxRow[]): Promise<void>;
  /** Resolves when the backend answers; throws otherwise. */
  abstract ping(): Promise<void>;
  /** Why the backend must not be relied on although it answers, as a stable word; null when there is no reason. Throws when it does not answer. */
  abstract unfit(): Promise<QueueUnfit | null>;
}
