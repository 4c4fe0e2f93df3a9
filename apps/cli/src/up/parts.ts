// What a start has opened, stopped from the last to the first, once, however often and whenever the stop is asked for.

/** Thrown into a start that is asked to stop. */
export class Stopped extends Error {}

export class Parts {
  private readonly opening: Promise<{ stop(): Promise<unknown> } | null>[] = [];
  private stopping: Promise<void> | undefined;

  get isStopping(): boolean {
    return this.stopping !== undefined;
  }

  /** Opens a part. A stop that comes meanwhile waits for the part and stops it. Throws Stopped when the stop came before. */
  async open<T extends { stop(): Promise<unknown> }>(start: () => Promise<T>): Promise<T> {
    this.goOn();
    const part = start();
    this.opening.push(part.catch(() => null));
    return part;
  }

  /** Throws Stopped when a stop was asked for. */
  goOn(): void {
    if (this.isStopping) throw new Stopped();
  }

  stop(): Promise<void> {
    return (this.stopping ??= this.stopAll());
  }

  /** A part that cannot be stopped does not keep the others running; its fault is thrown at the end. */
  private async stopAll(): Promise<void> {
    const faults: unknown[] = [];
    for (let part = this.opening.pop(); part !== undefined; part = this.opening.pop()) {
      await (await part)?.stop().catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Not everything could be stopped');
  }
}
