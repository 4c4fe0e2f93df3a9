// Which launcher answers for a running server: the one that stops it at its end. A server whose launcher was killed is adopted by the next.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { processRuns } from './postmaster';

const Mark = z.object({ pid: z.number().int().positive(), born: z.string() });

const fileIn = (folder: string) => path.join(folder, 'launcher.json');

/** Notes this process as the one that answers. */
export function takeCharge(folder: string): void {
  writeFileSync(fileIn(folder), JSON.stringify({ pid: process.pid, born: birthOf(process.pid) }), { mode: 0o600 });
}

/** Removes the note. */
export function leaveCharge(folder: string): void {
  rmSync(fileIn(folder), { force: true });
}

/** True when a launcher that still runs, this process included, answers for the server. */
export function isInCharge(folder: string): boolean {
  let text: string;
  try {
    text = readFileSync(fileIn(folder), 'utf8');
  } catch {
    return false;
  }
  const mark = Mark.safeParse(jsonOrNull(text));
  return mark.success && processRuns(mark.data.pid) && birthOf(mark.data.pid) === mark.data.born;
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

// Start time in ticks (field 22 of stat, counted behind the command's closing bracket); empty where the system has no such file.
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
