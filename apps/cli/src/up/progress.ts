// The steps of a start as lines: what was done and how long it took.
import type { Terminal } from '../terminal';

const NAME_WIDTH = 14;

export class Progress {
  private readonly started = performance.now();

  constructor(private readonly terminal: Terminal) {}

  /** Runs the step and prints its line; `words` tells of the result. */
  async step<T>(name: string, work: () => Promise<T>, words: (result: T) => string): Promise<T> {
    const from = performance.now();
    const result = await work();
    this.terminal.out(`  ${name.padEnd(NAME_WIDTH)}${words(result)}  (${seconds(performance.now() - from)})`);
    return result;
  }

  /** Time since the start, `3.2 s`. */
  elapsed(): string {
    return seconds(performance.now() - this.started);
  }
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
