// A thread that walks slices of product versions with a cursor: judging each anew and writing what differs, or reading and writing back alone.
import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { productExportFacts, type ProductFacts } from '#casework';
import { loadLaw } from '#gateways';
import { answersAt, type AnswerOnDay } from '#regulation';
import type { SliceDone, SliceOrder, ThreadData } from '../recheck-threads';

/** Rows in memory at a time. */
const PAGE = 1_000;

interface VersionRow {
  readonly product_id: string;
  readonly version: number;
  readonly facts: ProductFacts;
}

interface Written {
  readonly id: string;
  readonly version: number;
  readonly answer: string;
}

async function serve({ url, before, after }: ThreadData): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This is no thread');
  const { rulebook } = await loadLaw();
  const client = new Client({ connectionString: url });
  await client.connect();
  const judged = ({ product_id, version, facts }: VersionRow): Written[] => {
    const asked = productExportFacts(facts, rulebook.propertyWords, 'JP');
    const answers = answersAt(rulebook, asked, { on: before, knownOn: null }, { on: after, knownOn: null });
    if (!answers) return [];
    const answer = inShort(answers.after);
    return inShort(answers.before) === answer ? [] : [{ id: product_id, version, answer }];
  };
  const back = ({ product_id, version, facts }: VersionRow): Written[] => [
    { id: product_id, version, answer: JSON.stringify([facts.nameEn]) },
  ];
  port.on('message', ({ work, from, to }: SliceOrder) => {
    walk(
      client,
      { from, to, table: work === 'judge' ? 'recheck_difference' : 'recheck_bare' },
      work === 'judge' ? judged : back,
    ).then(
      (done) => {
        port.postMessage(done);
      },
      (error: unknown) => {
        port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      },
    );
  });
  port.postMessage({ read: 0, written: 0 });
}

/** What people act on, as text. */
function inShort({ headline, controlCodes, documents }: AnswerOnDay): string {
  return JSON.stringify({ headline, controlCodes: [...controlCodes].sort(), documents: [...documents].sort() });
}

async function walk(
  client: Client,
  { from, to, table }: { readonly from: string; readonly to: string; readonly table: string },
  work: (row: VersionRow) => Written[],
): Promise<SliceDone> {
  const done = { read: 0, written: 0 };
  await client.query('begin');
  await client.query(
    `declare versions no scroll cursor for select product_id, version, facts from product_version
     where product_id >= '${from}' and product_id < '${to}' order by product_id, version`,
  );
  for (;;) {
    const { rows } = await client.query<VersionRow>({ name: 'page', text: `fetch ${PAGE} from versions` });
    if (rows.length === 0) break;
    const found = rows.flatMap(work);
    if (found.length > 0)
      await client.query({
        name: `write-${table}`,
        text: `insert into ${table} (product_id, version, answer) select * from unnest($1::uuid[], $2::integer[], $3::jsonb[])`,
        values: [found.map(({ id }) => id), found.map(({ version }) => version), found.map(({ answer }) => answer)],
      });
    done.read += rows.length;
    done.written += found.length;
  }
  await client.query('commit');
  return done;
}

void serve(workerData as ThreadData);
