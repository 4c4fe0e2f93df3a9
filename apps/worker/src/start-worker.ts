// Starts the worker: the queue's worker, the relay and the sweep around one application context, stopped in the order in which work flows.
import { setTimeout as pause } from 'node:timers/promises';
import type { Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { NestLog, openLog, type Log } from '#gateways';
import { RefreshDueDays, RelayOutbox, SweepDue, type JobHandler, type QueueUnfit } from '#casework';
import { openWorker, type JobWorkerWatch, type QueuePlace } from '#queue';
import { Heartbeat } from './heartbeat';
import { HANDLERS, WorkerModule, type WorkerParts } from './worker.module';
import { WorkLoop } from './work-loop';

export interface WorkerOptions {
  readonly place: QueuePlace;
  /** Jobs at the same time, default 4. */
  readonly concurrency?: number;
  /** How long stop waits for running jobs. Milliseconds, default 10 000. */
  readonly drainMs?: number;
  /** Pause between two sweeps of what is due, and of due days of another calendar. Milliseconds, default 10 000. */
  readonly sweepMs?: number;
  /** File that is touched while the worker works; null or left out: none. */
  readonly heartbeat?: string | null;
  /** Where the worker says what it does; left out, it says nothing. */
  readonly log?: Log;
}

const SILENT: Log = openLog({ name: 'worker', level: 'silent' });

/** Slices of due rows between two looks at whether to stop. */
const ONE_SLICE = 1;

/** Outbox rows that are published at once. */
const BATCH = 100;

const UNFIT: Readonly<Record<QueueUnfit, string>> = {
  'redis-may-evict':
    'Redis (REDIS_URL) may throw jobs away when its memory is full. Cure: set its maxmemory-policy to noeviction, then start again.',
  'redis-policy-unknown':
    'Redis (REDIS_URL) does not tell its maxmemory-policy, which must be noeviction. Cure: allow its user the command INFO.',
};

/**
 * Resolves when it works. `stop` sweeps and publishes no more and lets running jobs end within the drain limit; it may be called any number of times,
 * and leaves the parts open. Throws Error when a job has no handler or two, when the queue does not answer, or when it may lose jobs.
 */
export async function startWorker(parts: WorkerParts, options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const log = options.log ?? SILENT;
  const unfit = await parts.queue.unfit();
  if (unfit) throw new Error(UNFIT[unfit]);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(parts), {
    logger: new NestLog(log),
    abortOnError: false,
  });
  const worker = await openWorker({
    ...options.place,
    handlers: HANDLERS.map((handler) => app.get<JobHandler>(handler as Type<JobHandler>)),
    concurrency: options.concurrency ?? 4,
    watch: watchTo(log),
  });
  const [outbox, due, days] = [app.get(RelayOutbox), app.get(SweepDue), app.get(RefreshDueDays)];
  const sweep = new WorkLoop({
    work: async () => (await days.run()) + (await due.run(ONE_SLICE)),
    idleMs: options.sweepMs ?? 10_000,
    onChange: tell('sweep', log),
  });
  const relay = new WorkLoop({ work: () => outbox.run(BATCH), onChange: tell('relay', log) });
  const heart = options.heartbeat
    ? new Heartbeat({
        file: options.heartbeat,
        database: parts.store,
        queue: parts.queue,
        takesJobs: () => worker.takesJobs(),
        onChange: tell('heartbeat', log),
      })
    : null;
  const drainMs = options.drainMs ?? 10_000;
  const stop = async () => {
    await Promise.race([sweep.stop(), pause(drainMs, undefined, { ref: false })]);
    await relay.stop();
    await heart?.stop();
    if (!(await worker.close({ drainMs }))) log.warn('jobs were still running; they are taken up again');
    await app.close();
  };
  let stopping: Promise<void> | undefined;
  return { stop: () => (stopping ??= stop()) };
}

/** Says once that the work fails, and once that it works again. */
function tell(what: string, log: Log): (trouble: Error | null) => void {
  return (error) => {
    if (error) log.error({ error }, `${what} failed; tried again`);
    else log.warn(`${what} works again`);
  };
}

function watchTo(log: Log): JobWorkerWatch {
  let trouble = '';
  return {
    done: (job) => {
      if (trouble) log.warn('queue works again');
      trouble = '';
      log.info({ job: job.id, name: job.name, ...job.about }, 'job done');
    },
    failed: ({ id, name, about, attempt, final }, error) => {
      const facts = { job: id, name, ...about, attempt, error };
      if (final) log.error(facts, 'job given up');
      else log.warn(facts, 'job failed; tried again');
    },
    // A backend that is away says so many times a second; it is told when it says something new.
    trouble: (error) => {
      if (error.message !== trouble) log.warn({ error }, 'queue');
      trouble = error.message;
    },
  };
}
