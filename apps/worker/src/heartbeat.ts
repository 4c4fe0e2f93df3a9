// A sign of life for health checks: a file touched as long as the worker takes jobs, the database answers, and the queue answers and keeps what it is given.
import { rm, writeFile } from 'node:fs/promises';
import type { JobQueue } from '#casework';
import { WorkLoop } from './work-loop';

export interface HeartbeatOptions {
  /** The file; its folder exists. */
  readonly file: string;
  readonly database: { ping(): Promise<void> };
  readonly queue: Pick<JobQueue, 'ping' | 'unfit'>;
  readonly takesJobs: () => boolean;
  /** Pause between two looks. Milliseconds, default 10 000. */
  readonly everyMs?: number;
  /** Called once when the heart stops and once, with null, when it beats again. */
  readonly onChange: (trouble: Error | null) => void;
}

/** Beats at once and at the interval; `stop` takes the file away. */
export class Heartbeat {
  private readonly loop: WorkLoop;

  constructor(private readonly options: HeartbeatOptions) {
    this.loop = new WorkLoop({
      work: () => this.beat().then(() => 0),
      idleMs: options.everyMs ?? 10_000,
      onChange: options.onChange,
    });
  }

  async stop(): Promise<void> {
    await this.loop.stop();
    await rm(this.options.file, { force: true });
  }

  private async beat(): Promise<void> {
    const { file, database, queue, takesJobs } = this.options;
    if (!takesJobs()) throw new Error('the worker takes no jobs');
    await database.ping();
    await queue.ping();
    const unfit = await queue.unfit();
    if (unfit) throw new Error(`the queue is unfit: ${unfit}`);
    await writeFile(file, '');
  }
}
