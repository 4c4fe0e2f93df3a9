// A queue in this process: published rows wait until a test runs them, with the tries of the catalogue and no pauses between them.
import { jobCatalogue, type JobHandler, type JobQueue, type OutboxRow } from '#casework';

export class DirectQueue implements JobQueue {
  private readonly waiting = new Map<string, OutboxRow>();
  private readonly known = new Set<string>();
  /** Rows whose last try failed, with the fault. */
  readonly failed: { readonly row: OutboxRow; readonly fault: unknown }[] = [];

  publish(rows: readonly OutboxRow[]): Promise<void> {
    for (const row of rows.filter(({ id }) => !this.known.has(id))) {
      this.known.add(row.id);
      this.waiting.set(row.id, row);
    }
    return Promise.resolve();
  }

  ping(): Promise<void> {
    return Promise.resolve();
  }

  unfit(): Promise<null> {
    return Promise.resolve(null);
  }

  /** Runs what waits, each job until it succeeds or its tries are used up; returns how many jobs ended. */
  async run(handlers: readonly JobHandler[]): Promise<number> {
    const rows = [...this.waiting.values()];
    this.waiting.clear();
    for (const row of rows) await this.work(row, handlers);
    return rows.length;
  }

  private async work(row: OutboxRow, handlers: readonly JobHandler[]): Promise<void> {
    const handler = handlers.find(({ name }) => name === row.job.name);
    if (!handler) throw new Error(`Nothing handles ${row.job.name}`);
    const { attempts } = jobCatalogue[row.job.name];
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      try {
        await handler.handle(row.job.payload, { attempt, lastAttempt: attempt === attempts, progress: () => Promise.resolve() });
        return;
      } catch (fault) {
        if (attempt === attempts) this.failed.push({ row, fault });
      }
    }
  }
}
