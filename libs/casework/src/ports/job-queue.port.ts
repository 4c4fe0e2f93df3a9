// The port to the queue: the relay hands it outbox rows. Implemented by libs/queue on PostgreSQL or Redis.
import type { OutboxRow } from './store.port';

export abstract class JobQueue {
  /** Publishes the rows under their own ids: a row published twice makes one job. Throws when the backend is unreachable. */
  abstract publish(rows: readonly OutboxRow[]): Promise<void>;
  /** Resolves when the backend answers; throws otherwise. */
  abstract ping(): Promise<void>;
}
