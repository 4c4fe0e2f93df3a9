// Waits for something that other processes bring about.
import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the condition holds; throws Error with `otherwise` when it does not within 20 seconds. */
export async function until(condition: () => Promise<boolean>, otherwise: string): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await condition())) {
    if (performance.now() > deadline) throw new Error(`Given up after 20 s: ${otherwise}`);
    await pause(50);
  }
}
