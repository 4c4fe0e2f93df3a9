// Server and worker as child processes: started together, waited for, stopped together.
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endInWords, repositoryRoot, startChildApp, type ChildApp } from '#gateways';
import { CommandFault } from '../command-fault';

const POLL_MS = 50;
const READY_MS = 60_000;
const GRACE_MS = 20_000;

export type AppName = 'server' | 'worker';
export type AppEnvironment = Readonly<Record<string, string | undefined>>;

/** Starts the compiled app; each line that it prints goes to `print`. */
export function startApp(
  name: AppName,
  env: AppEnvironment,
  print: (line: string) => void,
): ChildApp & { stop(): Promise<void> } {
  const app = startChildApp({ name, file: path.join(repositoryRoot(), 'dist/apps', name, 'src/main.js'), env, print });
  return { ...app, stop: () => app.stop(GRACE_MS) };
}

/** Resolves when the worker has said that it works. Throws CommandFault when it ended or said nothing for a minute. */
export async function workerReady(app: ChildApp): Promise<void> {
  const inTime = await Promise.race([app.ready.then(() => true, gone(app)), pause(READY_MS, false, { ref: false })]);
  if (!inTime) throw new CommandFault(`The ${app.name} is not ready after ${READY_MS / 1_000} s.`);
}

/** Resolves when GET /health/ready of the server answers 200. Throws CommandFault when the server ended or was not ready for a minute. */
export async function serverReady(app: ChildApp, address: string): Promise<void> {
  let ended = false;
  void app.ended.then(() => (ended = true));
  for (let waited = 0; waited < READY_MS; waited += POLL_MS) {
    if (ended) await gone(app)();
    const answer = await fetch(`${address}/health/ready`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await pause(POLL_MS);
  }
  throw new CommandFault(`The ${app.name} is not ready after ${READY_MS / 1_000} s; ${address}/health/ready says why.`);
}

function gone(app: ChildApp): () => Promise<never> {
  return async () => {
    const end = endInWords(await app.ended);
    throw new CommandFault(`The ${app.name} ended before it was ready (${end}); its last words stand above.`);
  };
}
