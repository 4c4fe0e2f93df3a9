// How one process tells another that it runs: its number and the moment of its birth, so that a number borne again is not mistaken for it.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** `born` is the start in ticks of the kernel's clock; empty where the system does not tell. */
export const ProcessMark = z.object({ pid: z.number().int().positive(), born: z.string() });
export type ProcessMark = z.infer<typeof ProcessMark>;

export function ownMark(): ProcessMark {
  return { pid: process.pid, born: lifeOf(process.pid)?.born ?? '' };
}

/** True while the process that made the mark runs; false for one that has ended, reaped or not. */
export function stillRuns({ pid, born }: ProcessMark): boolean {
  if (!processRuns(pid)) return false;
  const life = lifeOf(pid);
  return life === null ? born === '' : !life.ended && life.born === born;
}

/** True when a process of that number exists, whoever it belongs to. */
export function processRuns(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// State and start time, the first and the twentieth field behind the command's closing bracket; null where the system has no such file.
function lifeOf(pid: number): { readonly ended: boolean; readonly born: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { ended: fields[0] === 'Z' || fields[0] === 'X', born: fields[19] ?? '' };
  } catch {
    return null;
  }
}
