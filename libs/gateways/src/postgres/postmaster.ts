// What postmaster.pid says about a server that may still run: a live one is joined, a number that another program now bears is not mistaken for it.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { processRuns } from '../process/process-mark';

export interface Postmaster {
  readonly pid: number;
  /** The cluster as that server was told it. */
  readonly folder: string;
  /** Unknown (null) in the first moments of a start. */
  readonly port: number | null;
}

/** The live server of the cluster, or null. A pid file whose number now belongs to another program is removed, since PostgreSQL would refuse to start over it. */
export function livePostmaster(cluster: string): Postmaster | null {
  const file = path.join(cluster, 'postmaster.pid');
  const lines = linesOf(file);
  if (lines === null) return null;
  const [pidText = '', folder = '', , portText = ''] = lines;
  const pid = Number(pidText);
  if (!Number.isSafeInteger(pid) || pid <= 0) return null;
  const state = stateOf(pid, folder);
  if (state === 'another program') rmSync(file, { force: true });
  if (state !== 'runs') return null;
  const port = Number(portText);
  return { pid, folder, port: Number.isSafeInteger(port) && port > 0 ? port : null };
}

/** True while the process still is the server that was started on the folder; false once it has ended, reaped or not. */
export function isServerOf(pid: number, folder: string): boolean {
  return stateOf(pid, folder) === 'runs';
}

function stateOf(pid: number, folder: string): 'runs' | 'ended' | 'another program' {
  if (!processRuns(pid)) return 'ended';
  const command = commandOf(pid);
  if (command === '') return 'ended';
  return command === null || command.includes(folder) ? 'runs' : 'another program';
}

function linesOf(file: string): string[] | null {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The command line of the process; empty for one that has ended but is not yet reaped; null where the system does not tell. */
function commandOf(pid: number): string | null {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return processRuns(pid) ? null : '';
    }
  }
  const { status, stdout } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}
