// A whole library re-determined on two threads from one legal day to another, differences written, against reading the same rows into Node and writing
// back as many. A version that no change of the law between the days touches is found to be so and not answered; every other is answered for both days.
// LICET_BENCH_VERSIONS makes the library smaller for a trial.
import { Client } from 'pg';
import { loadLaw } from '#gateways';
import { localDate } from '#kernel';
import { house } from '../../builders/house';
import type { Measured } from '../in-turns';
import { products } from '../items';
import { startRecheckThread, type RecheckThread, type SliceDone, type SliceOrder } from '../recheck-threads';

const VERSIONS = 1_000_000;
const THREADS = 2;
/** Versions of one turn of one side. */
const SLICE = 20_000;
/** Different products; each version has a name of its own beside. */
const DRAWN = 5_000;
const SEED = 20_260_302;
/** The day before the notice on medium and heavy rare earths (No. 18 of 2025) took effect, and that day. */
const BEFORE = localDate('2025-04-03');
const AFTER = localDate('2025-04-04');
/** Most memory that the second half of the library may take beyond the first, in MiB. */
const MOST_GROWTH = 100;

/** Versions per second of each side over the whole library. Throws Error when memory grows with the library. */
export async function rulebookMillion(): Promise<Measured> {
  const count = Number(process.env['LICET_BENCH_VERSIONS'] ?? VERSIONS);
  if (!Number.isSafeInteger(count) || count < 1 || count > VERSIONS)
    throw new Error(`LICET_BENCH_VERSIONS is a whole number from 1 to ${VERSIONS}`);
  const here = await house();
  const threads: RecheckThread[] = [];
  try {
    await fill(here.database.ownerUrl, here.exporter, count);
    for (let started = 0; started < THREADS; started++)
      threads.push(await startRecheckThread({ url: here.database.ownerUrl, before: BEFORE, after: AFTER }));
    return await inSlices(threads, count);
  } finally {
    await Promise.all(threads.map((thread) => thread.close()));
    await here.end();
  }
}

/** The library, as rows that the product itself would write; the triggers of foreign keys are spared, the rest is not. */
async function fill(url: string, { personId, organisationId }: { personId: string; organisationId: string }, count: number) {
  const { rulebook } = await loadLaw();
  const drawn = products(rulebook, SEED);
  const facts = Array.from({ length: Math.min(DRAWN, count) }, () => JSON.stringify(drawn.next().value));
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query('create table recheck_difference (product_id uuid, version integer, answer jsonb)');
    await client.query('create table recheck_bare (like recheck_difference)');
    await client.query(
      'create temporary table drawn as select ordinality::integer - 1 as place, facts::jsonb from unnest($1::text[]) with ordinality as d (facts)',
      [facts],
    );
    for (let from = 0; from < count; from += 50_000) {
      const numbers = `generate_series(${from}, ${Math.min(from + 50_000, count) - 1}) n`;
      const id = `('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`;
      await client.query(
        `insert into product (id, organisation_id, version, created_by, created_at, changed_at)
         select ${id}, $1, 1, $2, now(), now() from ${numbers}`,
        [organisationId, personId],
      );
      await client.query(
        `insert into product_version (product_id, version, organisation_id, facts, made_by, made_at)
         select ${id}, 1, $1, jsonb_set(facts, '{nameEn}', to_jsonb(facts->>'nameEn' || ' lot ' || n)), $2, now()
         from ${numbers} join drawn on place = n % ${facts.length}`,
        [organisationId, personId],
      );
      console.error(`${Math.min(from + 50_000, count)} of ${count} versions laid down`);
    }
    await client.query('analyze product_version');
  } finally {
    await client.end();
  }
}

async function inSlices(threads: readonly RecheckThread[], count: number): Promise<Measured> {
  const seconds = { judge: 0, bare: 0 };
  const written = { judge: 0, bare: 0 };
  const peak = [0, 0];
  const begun = performance.now();
  for (let from = 0, turn = 0; from < count; from += SLICE, turn++) {
    const to = Math.min(from + SLICE, count);
    // Each side goes first in every other turn.
    for (const work of turn % 2 === 0 ? (['judge', 'bare'] as const) : (['bare', 'judge'] as const)) {
      const start = performance.now();
      const done = await onAll(threads, work, from, to);
      seconds[work] += (performance.now() - start) / 1000;
      if (done.read !== to - from) throw new Error(`${done.read} versions read, not ${to - from}`);
      written[work] += done.written;
    }
    const memory = process.memoryUsage.rss() / 2 ** 20;
    const half = to <= count / 2 ? 0 : 1;
    peak[half] = Math.max(peak[half] ?? 0, memory);
    const left = ((performance.now() - begun) / to) * (count - to);
    console.error(
      `${to} of ${count} re-determined, ${written.judge} differ; ${seconds.judge.toFixed(1)} s against ${seconds.bare.toFixed(1)} s; ${memory.toFixed(0)} MiB; ${(left / 60_000).toFixed(1)} min left`,
    );
  }
  if (written.judge === 0) throw new Error('No version differs');
  const [first = 0, second = 0] = peak;
  if (first > 0 && second > first + MOST_GROWTH)
    throw new Error(`Memory grows with the library: ${first.toFixed(0)} MiB, then ${second.toFixed(0)} MiB`);
  return { value: count / seconds.judge, ceiling: count / seconds.bare };
}

/** Each thread takes its share of the slice. */
async function onAll(threads: readonly RecheckThread[], work: SliceOrder['work'], from: number, to: number): Promise<SliceDone> {
  const share = Math.ceil((to - from) / threads.length);
  const done = await Promise.all(
    threads.map((thread, place) =>
      thread.ask({ work, from: idOf(from + place * share), to: idOf(Math.min(from + (place + 1) * share, to)) }),
    ),
  );
  return done.reduce((sum, one) => ({ read: sum.read + one.read, written: sum.written + one.written }));
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}
