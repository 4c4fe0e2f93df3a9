// Which launcher answers for a running server: the one that stops it at its end. A server whose launcher was killed is adopted by the next.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownMark, ProcessMark, stillRuns } from '../process/process-mark';

const fileIn = (folder: string) => path.join(folder, 'launcher.json');

/** Notes this process as the one that answers. */
export function takeCharge(folder: string): void {
  writeFileSync(fileIn(folder), JSON.stringify(ownMark()), { mode: 0o600 });
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
  const mark = ProcessMark.safeParse(jsonOrNull(text));
  return mark.success && stillRuns(mark.data);
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
