// An app as a child process of the launcher: it says when it is ready, and it ends when it is told to or when the launcher is gone.
import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';

const Ready = z.object({ licet: z.literal('ready'), facts: z.record(z.string(), z.string()) });

export interface ChildAppOptions {
  /** Stands before each line of its output. */
  readonly name: string;
  /** The compiled entry file. */
  readonly file: string;
  readonly args?: readonly string[];
  /** Set in addition to the environment of this process; undefined removes a name. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Takes each line of output, prefixed. */
  readonly print: (line: string) => void;
}

/** How a process ended: with an exit code, by a signal, or, both null, because it could not be started. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** `exit code 3`, `signal SIGKILL`, or `it could not be started`. */
export function endInWords({ code, signal }: ChildEnd): string {
  if (signal !== null) return `signal ${signal}`;
  return code === null ? 'it could not be started' : `exit code ${code}`;
}

export interface ChildApp {
  readonly name: string;
  readonly pid: number;
  /** The facts that the child reported with `reportReady`. Rejects when it ends first. */
  readonly ready: Promise<Readonly<Record<string, string>>>;
  /** Resolves when the child has ended, for whatever reason, and its output is printed. */
  readonly ended: Promise<ChildEnd>;
  /** SIGTERM, and SIGKILL after `graceMs`; resolves when the child has ended. May be called any number of times. */
  stop(graceMs?: number): Promise<void>;
}

/** Called by a child app: tells the launcher that it serves, with facts such as its address. Without a launcher it does nothing. */
export function reportReady(facts: Readonly<Record<string, string>> = {}): void {
  process.send?.({ licet: 'ready', facts });
}

/** Starts the app in a process group of its own, so that Ctrl-C reaches the launcher only and the order of stopping is the launcher's. */
export function startChildApp(options: ChildAppOptions): ChildApp {
  const { name, print } = options;
  const child = fork(options.file, options.args ?? [], {
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  for (const stream of [child.stdout, child.stderr]) if (stream) printLines(stream, (line) => print(`[${name}] ${line}`));
  const ended = new Promise<ChildEnd>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
    child.once('error', () => resolve({ code: null, signal: null }));
  });
  const ready = readiness(child, name, ended);
  ready.catch(() => undefined);
  return { name, pid: child.pid ?? 0, ready, ended, stop: (graceMs = 15_000) => stopChild(child, ended, graceMs) };
}

function readiness(child: ChildProcess, name: string, ended: Promise<ChildEnd>): Promise<Readonly<Record<string, string>>> {
  return new Promise((resolve, reject) => {
    child.on('message', (message) => {
      const parsed = Ready.safeParse(message);
      if (parsed.success) resolve(parsed.data.facts);
    });
    void ended.then((end) => reject(new Error(`${name} ended before it was ready (${endInWords(end)})`)));
  });
}

async function stopChild(child: ChildProcess, ended: Promise<ChildEnd>, graceMs: number): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), graceMs);
  await ended;
  clearTimeout(force);
}

function printLines(stream: Readable, print: (line: string) => void): void {
  createInterface({ input: stream }).on('line', print);
}
