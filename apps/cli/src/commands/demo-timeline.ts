// `licet demo timeline`: what the law asked of three products on four days of 2025, once by what could be known on each day and once by all texts loaded now.
// Needs no database.
import { loadLaw } from '#gateways';
import { localDate } from '#kernel';
import { determine, type Determination, type Finding } from '#regulation';
import type { Command } from '../command';
import { TIMELINE_DAYS, TIMELINE_PRODUCTS } from '../demo/timeline-products';

/** on-the-day: by the texts that could be known on that day · now: by every text that is loaded. */
export type Knowledge = 'on-the-day' | 'now';

export interface TimelineRow {
  readonly product: string;
  readonly knowledge: Knowledge;
  readonly day: string;
  readonly headline: string;
  readonly codes: string;
  readonly why: string;
  /** False where the answer is that of the day before it, by the same knowledge; null on the first day. */
  readonly changed: boolean | null;
}

const KNOWLEDGE: Readonly<Record<Knowledge, string>> = {
  'on-the-day': 'as it could be known on the day itself',
  now: 'as it is known now, by every text loaded',
};

export const demoTimeline: Command = {
  name: 'demo timeline',
  summary:
    'Prints what the law asked of three products on 2025-10-08, 10-09, 11-07 and 11-08, as known then and as known now, and what changed.',
  options: {},
  operands: [],
  run: async (_input, terminal) => {
    for (const line of inLines(await timeline())) terminal.out(line);
    terminal.out(
      'The two differ where a text bears an earlier day than the one from which it could be read. Each answer is given within the law that is',
    );
    terminal.out(
      'loaded, and for what the product is said to be; before an export a person compares the item with the official list.',
    );
    return 0;
  },
};

/** Product by product, first by the knowledge of each day, then by that of now, day after day. Throws LawError when the law does not load. */
export async function timeline(): Promise<readonly TimelineRow[]> {
  const { rulebook } = await loadLaw();
  return TIMELINE_PRODUCTS.flatMap(({ name, facts }) =>
    (Object.keys(KNOWLEDGE) as Knowledge[]).flatMap((knowledge) => {
      let before: string | null = null;
      return TIMELINE_DAYS.map((text) => {
        const day = localDate(text);
        const answer = inWords(determine(rulebook, facts, day, knowledge === 'on-the-day' ? day : undefined));
        const said = [answer.headline, answer.codes, answer.why].join('\n');
        const changed: boolean | null = before === null ? null : before !== said;
        before = said;
        return { product: name, knowledge, day: text, ...answer, changed };
      });
    }),
  );
}

function inWords(answer: Determination): Pick<TimelineRow, 'headline' | 'codes' | 'why'> {
  const leading = answer.findings.find((row) => row.heads && row.status === answer.headline);
  return {
    headline: answer.headline,
    codes: answer.controlCodes.join(' ') || '-',
    why: leading ? reasonOf(leading) : 'no loaded text speaks of it',
  };
}

/** The decisive reason, and the last one, which says where the measure stands on the day. */
function reasonOf({ reasons, citation }: Finding): string {
  const number = `${citation.number}: `;
  const texts = reasons.map(({ en }) => (en.startsWith(number) ? en.slice(number.length) : en));
  return number + [...new Set([texts.at(0), texts.at(-1)])].join('; ');
}

function inLines(rows: readonly TimelineRow[]): string[] {
  const cells = rows.map((row) => [row.day, changeOf(row), row.headline, row.codes, row.why]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return rows.flatMap((row, index) => {
    const first = rows[index - 1];
    const line = (cells[index] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
    return [
      ...(first?.product === row.product ? [] : [row.product]),
      ...(first?.product === row.product && first.knowledge === row.knowledge ? [] : [`  ${KNOWLEDGE[row.knowledge]}`]),
      `    ${line.trimEnd()}`,
      ...(rows[index + 1]?.product === row.product ? [] : ['']),
    ];
  });
}

function changeOf({ changed }: TimelineRow): string {
  return changed === null ? '' : changed ? 'changed' : 'the same';
}
