// One launcher per data folder. Each lays down a file with its own mark first and looks for the marks of others then: of two at the same moment
// at least one sees the other, and what a killed one left behind hinders nobody.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { ownMark, ProcessMark, stillRuns } from './process-mark';

const FILE = /^launcher-\d+\.json$/;
const Held = ProcessMark.extend({ address: z.string() });

export interface Holder {
  readonly pid: number;
  /** Where it serves. */
  readonly address: string;
}

export interface HeldFolder {
  /** Gives the folder free. */
  stop(): Promise<void>;
}

/** Takes the folder, made when missing, for this process; or tells which running process holds it, and leaves no trace. */
export function holdFolder(folder: string, address: string): { held: HeldFolder; holder: null } | { held: null; holder: Holder } {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
  }
  const own = path.join(folder, `launcher-${process.pid}.json`);
  const free = () => rmSync(own, { force: true });
  layDown(own, JSON.stringify({ ...ownMark(), address }));
  const holder = others(folder, own)[0];
  if (!holder) return { held: { stop: () => Promise.resolve(free()) }, holder: null };
  free();
  return { held: null, holder };
}

/** A reader finds the whole text or no file. */
function layDown(file: string, text: string): void {
  const draft = `${file}.draft`;
  writeFileSync(draft, text, { mode: 0o644 });
  renameSync(draft, file);
}

/** The others that run; the files of those that do not are removed. */
function others(folder: string, own: string): Holder[] {
  const files = readdirSync(folder).filter((name) => FILE.test(name));
  return files
    .map((name) => path.join(folder, name))
    .filter((file) => file !== own)
    .flatMap((file) => {
      const holder = read(file);
      if (holder) return [holder];
      rmSync(file, { force: true });
      return [];
    });
}

/** Null for a launcher that has ended, and for a file that a power cut left empty. */
function read(file: string): Holder | null {
  try {
    const held = Held.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return held.success && stillRuns(held.data) ? held.data : null;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
