// Runs the relay until shutdown: at once while there is work, at a short interval while there is none, and on through any trouble.

export interface RelayLoopOptions {
  /** Publishes a batch and returns how many rows it had. */
  readonly relay: () => Promise<number>;
  /** Pause while there is nothing to publish, or after a failure. Milliseconds, default 250. */
  readonly idleMs?: number;
  /** Called once when the relay begins to fail and once, with null, when it works again. */
  readonly onChange: (trouble: Error | null) => void;
}

export class RelayLoop {
  private stopping = false;
  private wake: () => void = () => undefined;
  private failing = false;
  private readonly ended: Promise<void>;

  constructor(private readonly options: RelayLoopOptions) {
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
      const published = await this.options.relay();
      if (this.failing) this.options.onChange(null);
      this.failing = false;
      return published;
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
