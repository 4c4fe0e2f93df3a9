// Waits for something that other processes bring about.
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the condition holds; throws Error with `otherwise` when it does not in time (milliseconds, default 20 seconds). */
export async function until(condition: () => Promise<boolean>, otherwise: string, withinMs = 20_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Given up after ${withinMs} ms: ${otherwise}`);
    await pause(50);
  }
}
