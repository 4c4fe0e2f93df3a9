// Each job of the catalogue has exactly one handler, or nothing starts.
import { JOB_NAMES, type Job, type JobHandler, type JobName, type JobRun } from '#casework';

export class HandlerTable {
  private readonly handlers: ReadonlyMap<JobName, JobHandler>;

  /** Throws Error naming every job that has no handler, has two, or is not of the catalogue. */
  constructor(handlers: readonly JobHandler[]) {
    const problems = [
      ...JOB_NAMES.map((name) => ({ name, count: handlers.filter((handler) => handler.name === name).length }))
        .filter(({ count }) => count !== 1)
        .map(({ name, count }) => `job "${name}" has ${count === 0 ? 'no handler' : `${count} handlers`}`),
      ...handlers.filter(({ name }) => !JOB_NAMES.includes(name)).map(({ name }) => `"${name}" is no job of the catalogue`),
    ];
    if (problems.length > 0) throw new Error(`The worker does not start: ${problems.join('; ')}.`);
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
  }

  handle(job: Job, run: JobRun): Promise<void> {
    const handler = this.handlers.get(job.name);
    if (!handler) return Promise.reject(new Error(`Job "${job.name}" has no handler`));
    return handler.handle(job.payload, run);
  }
}
