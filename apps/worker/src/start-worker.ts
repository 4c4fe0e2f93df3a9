// Starts the worker: the queue's worker and the relay around one application context, stopped in the order in which work flows.
import { ConsoleLogger, type LoggerService, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { RelayOutbox, type JobHandler } from '#casework';
import { openWorker, type JobWorkerWatch, type QueuePlace } from '#queue';
import { RelayLoop } from './relay-loop';
import { HANDLERS, WorkerModule, type WorkerParts } from './worker.module';

export interface WorkerOptions {
  readonly place: QueuePlace;
  /** Jobs at the same time, default 4. */
  readonly concurrency?: number;
  /** How long stop waits for running jobs. Milliseconds, default 10 000. */
  readonly drainMs?: number;
}

/** Outbox rows that are published at once. */
const BATCH = 100;

/**
 * Resolves when it works. `stop` publishes no more and lets running jobs end within the drain limit; it may be called any number of times,
 * and leaves the parts open. Throws Error when a job has no handler or two, or when the queue does not answer.
 */
export async function startWorker(parts: WorkerParts, options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const logger = new ConsoleLogger('Worker', { logLevels: ['warn', 'error', 'fatal'], colors: false });
  const app = await NestFactory.createApplicationContext(WorkerModule.with(parts), { logger, abortOnError: false });
  const worker = await openWorker({
    ...options.place,
    handlers: HANDLERS.map((handler) => app.get<JobHandler>(handler as Type<JobHandler>)),
    concurrency: options.concurrency ?? 4,
    watch: watchTo(logger),
  });
  const outbox = app.get(RelayOutbox);
  const relay = new RelayLoop({
    relay: () => outbox.run(BATCH),
    onChange: (trouble) => {
      if (trouble) logger.error(`relay: ${trouble.message}; trying again`);
      else logger.warn('relay: works again');
    },
  });
  const stop = async () => {
    await relay.stop();
    if (!(await worker.close({ drainMs: options.drainMs ?? 10_000 })))
      logger.warn('jobs were still running; they are taken up again');
    await app.close();
  };
  let stopping: Promise<void> | undefined;
  return { stop: () => (stopping ??= stop()) };
}

function watchTo(logger: LoggerService): JobWorkerWatch {
  let trouble = '';
  return {
    done: () => {
      if (trouble) logger.warn('queue: works again');
      trouble = '';
    },
    failed: (job, error) => {
      const words = `${job.name} ${job.id}, try ${job.attempt}: ${error.message}`;
      if (job.final) logger.error(`${words}; given up`);
      else logger.warn(words);
    },
    // A backend that is away says so many times a second; it is told when it says something new.
    trouble: ({ message }) => {
      if (message !== trouble) logger.warn(`queue: ${message}`);
      trouble = message;
    },
  };
}
