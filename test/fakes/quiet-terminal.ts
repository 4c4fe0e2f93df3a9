// A terminal on which nothing is shown and nothing typed, but for what a test says.
import type { Terminal } from '../../apps/cli/src/terminal';

export function quietTerminal(told: Partial<Terminal>): Terminal {
  return {
    env: {},
    out: () => undefined,
    err: () => undefined,
    secret: () => Promise.resolve(''),
    input: () => Promise.resolve(''),
    ...told,
  };
}
