// Runs a piece of work, such as the relay or the sweep, until shutdown: at once while there is more, at an interval while there is none, and on through any trouble.

export interface WorkLoopOptions {
  /** Does a batch and returns how many rows it had. */
  readonly work: () => Promise<number>;
  /** Pause while there is nothing to do, or after a failure. Milliseconds, default 250. */
  readonly idleMs?: number;
  /** Called once when the work begins to fail and once, with null, when it works again. */
  readonly onChange: (trouble: Error | null) => void;
}

export class WorkLoop {
  private stopping = false;
  private wake: () => void = () => undefined;
  private failing = false;
  private readonly ended: Promise<void>;

  constructor(private readonly options: WorkLoopOptions) {
    this.ended = this.loop();
  }

  /** Resolves when the batch in work is done. May be called any number of times. */
  stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    return this.ended;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      if ((await this.once()) === 0) await this.pause();
    }
  }

  private async once(): Promise<number> {
    try {
      const rows = await this.options.work();
      if (this.failing) this.options.onChange(null);
      this.failing = false;
      return rows;
    } catch (error) {
      if (!this.failing) this.options.onChange(error instanceof Error ? error : new Error(String(error)));
      this.failing = true;
      return 0;
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      if (this.stopping) return resolve();
      const timer = setTimeout(resolve, this.options.idleMs ?? 250);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
