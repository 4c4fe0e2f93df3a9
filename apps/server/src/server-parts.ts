// What a server is made of besides its own code: the rooms of floor 2 behind their ports, and a few settings. main.ts fills it in from the configuration, tests with fakes.
import type { CaseworkSettings, FileStore, JobQueue, LoadedLaw, LoadedProcedures, Passwords, Store } from '#casework';
import type { Log } from '#gateways';
import type { Clock } from '#kernel';
import type { Metrics } from './http/metrics/metrics';

export interface ServerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly law: LoadedLaw;
  readonly procedures: LoadedProcedures;
  readonly files: FileStore;
  readonly passwords: Passwords;
  readonly queue: Pick<JobQueue, 'ping' | 'unfit'>;
  readonly settings: CaseworkSettings;
  /** At least 32 characters. */
  readonly sessionSecret: string;
  /** Hours without a request after which a session is over. */
  readonly sessionHours: number;
  /** Names of migrations that the database lacks; empty when its schema is current. */
  readonly pendingMigrations: () => Promise<readonly string[]>;
  /** Folder of the product itself, in which assets stand. */
  readonly root: string;
  /** Where the server says what it does; left out, it says nothing. */
  readonly log?: Log;
  /** Figures for /metrics; left out, there is no such place. */
  readonly metrics?: Metrics;
  /** Only to test the bound; see register-security.ts for the default. */
  readonly requestsPerMinute?: number;
  /** Only to test the bound; see manners/idempotency.ts for the default. */
  readonly answerWaitMs?: number;
}
