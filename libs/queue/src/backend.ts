// Which backend stands behind the queue, and how producers and workers connect to it.
import {
  createPostgresBackend,
  createRedisBackend,
  withBackend,
  type BackendClasses,
  type BackendFactory,
  type IQueueBackend,
} from 'bullmq';

/** Where the queue lives: in Redis when `redisUrl` is given, else in the schema `bullmq` of the database. */
export interface QueuePlace {
  /** The app's unprivileged role. */
  readonly databaseUrl: string;
  readonly redisUrl?: string | null;
  /** Default `licet`; another name keeps several installations apart in one Redis. In PostgreSQL the schema is prepared for `licet` alone. */
  readonly queueName?: string;
}

export const QUEUE_NAME = 'licet';
export const QUEUE_SCHEMA = 'bullmq';

const CONNECT_MS = 5_000;
const DISCONNECT_MS = 500;
const CONNECTIONS = { producer: 2, worker: 3 } as const;

export interface Backend {
  readonly kind: 'postgres' | 'redis';
  readonly queueName: string;
  readonly classes: BackendClasses<IQueueBackend, unknown>;
  /** Options of a connection: a producer fails fast, a worker waits for the backend to come back. */
  connection(use: 'producer' | 'worker'): unknown;
}

export function backendAt(place: QueuePlace): Backend {
  const queueName = place.queueName ?? QUEUE_NAME;
  const url = place.redisUrl;
  if (url) {
    return {
      kind: 'redis',
      queueName,
      classes: withBackend(createRedisBackend as BackendFactory<IQueueBackend, unknown>),
      connection: (use) => ({
        url,
        connectTimeout: CONNECT_MS,
        disconnectTimeout: DISCONNECT_MS,
        ...(use === 'worker' ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: 1, enableOfflineQueue: false }),
      }),
    };
  }
  return {
    kind: 'postgres',
    queueName,
    classes: withBackend(createPostgresBackend as BackendFactory<IQueueBackend, unknown>),
    connection: (use) => ({
      connectionString: place.databaseUrl,
      schema: QUEUE_SCHEMA,
      max: CONNECTIONS[use],
      connectionTimeoutMillis: CONNECT_MS,
    }),
  };
}
