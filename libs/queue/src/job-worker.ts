// The way out of the queue: a job is read by the catalogue, handled, tried again with growing waits, and finished before the worker closes.
import { UnrecoverableError, type Job as BullJob, type Worker } from 'bullmq';
import { parseJob, type Job, type JobHandler } from '#casework';
import { backendAt, type QueuePlace } from './backend';
import { HandlerTable } from './handler-table';
import { within } from './queue-unreachable';

/** A job as the app is told of it. */
export interface ToldJob {
  readonly id: string;
  readonly name: string;
  /** Ids of what it is about, by name: `applicationId` and the like. */
  readonly about: Readonly<Record<string, string>>;
}

/** What the worker tells its app. `attempt` is counted from 1. */
export interface JobWorkerWatch {
  done?(job: ToldJob): void;
  progress?(job: ToldJob, percent: number): void;
  /** `final`: no further try follows. */
  failed?(job: ToldJob & { readonly attempt: number; readonly final: boolean }, error: Error): void;
  /** The lock of a running job ran out, for its worker died or was too slow to renew it: the job is given out again. */
  stalled?(jobId: string): void;
  /** The backend is away or misbehaves; the worker goes on trying. */
  trouble?(error: Error): void;
}

export interface JobWorkerOptions extends QueuePlace {
  /** One for each job of the catalogue. */
  readonly handlers: readonly JobHandler[];
  /** Jobs worked on at the same time, from 1. */
  readonly concurrency: number;
  readonly watch?: JobWorkerWatch;
}

/** A job whose worker died this often is given up: it is likely the cause. */
const MOST_STALLS = 3;

/** Starts working; resolves when the backend answers. Throws Error when a job has no handler or two, or when the backend does not answer. */
export async function openWorker(options: JobWorkerOptions): Promise<JobWorker> {
  const table = new HandlerTable(options.handlers);
  const backend = backendAt(options);
  const watch = options.watch ?? {};
  const worker = new backend.classes.Worker(backend.queueName, (job) => work(table, job as unknown as BullJob), {
    connection: backend.connection('worker'),
    concurrency: options.concurrency,
    maxStalledCount: MOST_STALLS,
    autorun: false,
  }) as unknown as Worker;
  worker.on('error', (error) => watch.trouble?.(error));
  worker.on('stalled', (jobId) => watch.stalled?.(jobId));
  worker.on('completed', (job) => watch.done?.(nameOf(job)));
  worker.on('progress', (job, progress) => watch.progress?.(nameOf(job), Number(progress)));
  worker.on('failed', (job, error) => {
    if (job) watch.failed?.({ ...nameOf(job), attempt: job.attemptsMade, final: job.finishedOn !== undefined }, error);
  });
  try {
    await worker.waitUntilReady();
  } catch (error) {
    await worker.close(true);
    throw error;
  }
  worker.run().catch((error: unknown) => watch.trouble?.(error as Error));
  return new JobWorker(worker);
}

export class JobWorker {
  private closing: Promise<boolean> | undefined;

  constructor(private readonly worker: Worker) {}

  /** Whether it takes jobs: from its opening until it is closed, unless its loop broke. */
  takesJobs(): boolean {
    return this.closing === undefined && this.worker.isRunning();
  }

  /**
   * Takes no further job and waits up to `drainMs` for the running ones; true when all of them ended.
   * What did not end is taken up by another worker once its lock runs out. May be called any number of times.
   */
  close(limits: { readonly drainMs: number }): Promise<boolean> {
    return (this.closing ??= this.drain(limits.drainMs));
  }

  private async drain(drainMs: number): Promise<boolean> {
    try {
      await within(drainMs, this.worker.close());
      return true;
    } catch {
      await this.worker.getBackend().close(true);
      return false;
    }
  }
}

async function work(table: HandlerTable, bullJob: BullJob): Promise<void> {
  const attempt = bullJob.attemptsMade + 1;
  await table.handle(readJob(bullJob), {
    attempt,
    lastAttempt: attempt >= (bullJob.opts.attempts ?? 1),
    progress: (percent) => bullJob.updateProgress(Math.min(100, Math.max(0, Math.round(percent)))),
  });
}

/** A job that is not of the catalogue will not become so by trying again. */
function readJob(bullJob: BullJob): Job {
  try {
    return parseJob(bullJob.name, bullJob.data);
  } catch (error) {
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
  }
}

function nameOf(job: BullJob): ToldJob {
  const payload: unknown = job.data;
  const facts = typeof payload === 'object' && payload !== null ? Object.entries(payload) : [];
  const about = facts.filter((fact): fact is [string, string] => fact[0].endsWith('Id') && typeof fact[1] === 'string');
  return { id: job.id ?? '', name: job.name, about: Object.fromEntries(about) };
}
