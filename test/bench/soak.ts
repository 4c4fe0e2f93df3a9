// The soak: counts too long for the gate. Each prints one line; the last line sums up.
import { caseworkModel } from './soaks/casework-model';
import { everyAllottedNumber } from './soaks/every-allotted-number';
import { manyGrants } from './soaks/many-grants';
import { manyJobs } from './soaks/many-jobs';
import { manyLicences } from './soaks/many-licences';
import { ownRowsOnly } from './soaks/own-rows-only';
import { randomWalks } from './soaks/random-walks';

/** What a soak counted. Throws Error at what must not be; `skipped` says why it could not run. */
export type Soaked = Readonly<Record<string, number | string>>;

/** The seed of all that is drawn by lot, so that a failure can be had again. */
const SEED = 20_260_302;

const SOAKS: Readonly<Record<string, (seed: number) => Promise<Soaked>>> = {
  'transitions.random-walks': randomWalks,
  'casework.model': (seed) => caseworkModel(seed),
  'numbers.without-gaps': everyAllottedNumber,
  'licences.without-gaps': manyGrants,
  'security.own-rows-only': ownRowsOnly,
  'queue.postgres-none-lost': () => manyJobs('postgres'),
  'queue.redis-none-lost': () => manyJobs('redis'),
  'documents.bounded-memory': manyLicences,
};

/** A soak that has not ended by then has failed. */
const MOST_MINUTES = 10;
/** Those that are given longer. */
const LONGER: Readonly<Record<string, number>> = { 'casework.model': 90 };

/** Prints a line per soak and the sum, or the named soak only; false when one failed. Throws Error for an unknown name. */
export async function soak(print: (line: object) => void, only?: string): Promise<boolean> {
  const names = Object.keys(SOAKS);
  if (only !== undefined && !names.includes(only)) throw new Error(`There is no soak "${only}"; there are ${names.join(', ')}.`);
  const count = { passed: 0, failed: 0, skipped: 0 };
  const begun = performance.now();
  for (const [name, run] of Object.entries(SOAKS)) {
    if (only !== undefined && name !== only) continue;
    const start = performance.now();
    const outcome = await inTime(run(SEED), LONGER[name] ?? MOST_MINUTES).catch((error: unknown) => ({
      failed: error instanceof Error ? error.message : String(error),
    }));
    const verdict = 'failed' in outcome ? 'failed' : 'skipped' in outcome ? 'skipped' : 'passed';
    count[verdict] += 1;
    print({ name, ...(verdict === 'passed' && { passed: true }), ...outcome, seconds: seconds(start) });
  }
  print({ name: 'soak', ...count, seed: SEED, seconds: seconds(begun) });
  return count.failed === 0;
}

function inTime<T>(work: Promise<T>, minutes: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`It did not end in ${minutes} minutes`)), minutes * 60_000);
  });
  return Promise.race([work, over]).finally(() => clearTimeout(timer));
}

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 100) / 10;
}
