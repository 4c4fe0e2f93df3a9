// How a job is worked on: load, still wanted?, effect and receipt in one transaction. A second run finds the receipt.
import type { JobName, JobPayload } from './catalogue';

/** What a handler may tell while it works. */
export interface JobRun {
  /** From 1. */
  readonly attempt: number;
  readonly lastAttempt: boolean;
  progress(percent: number): Promise<void>;
}

export abstract class JobHandler<N extends JobName = JobName> {
  abstract readonly name: N;
  abstract handle(payload: JobPayload<N>, run: JobRun): Promise<void>;
}
