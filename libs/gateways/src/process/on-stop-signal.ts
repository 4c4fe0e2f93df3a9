// One orderly end of a process: npm, terminals and process managers deliver a stop signal more than once, and only the first one counts.

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `stop` once, at the first SIGINT, SIGTERM or SIGHUP, or when the parent process that holds the message channel is gone; then ends the process:
 * exit code 0, or 1 when `stop` failed, which is printed.
 */
export function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const name of SIGNALS) process.on(name, end);
  if (process.channel) process.on('disconnect', end);
}
