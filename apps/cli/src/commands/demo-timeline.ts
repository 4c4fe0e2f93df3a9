// `licet demo timeline`: what the law asked of three products on four days of 2025, by all texts loaded today. Needs no database.
import { loadLaw } from '#gateways';
import { localDate } from '#kernel';
import { determine, type Determination, type Finding } from '#regulation';
import type { Command } from '../command';
import { TIMELINE_DAYS, TIMELINE_PRODUCTS } from '../demo/timeline-products';

export interface TimelineRow {
  readonly day: string;
  readonly product: string;
  readonly headline: string;
  readonly codes: string;
  readonly why: string;
  /** False where the answer is that of the day before it. */
  readonly changed: boolean;
}

export const demoTimeline: Command = {
  name: 'demo timeline',
  summary: 'Prints what the law asked of three products on 2025-10-08, 10-09, 11-07 and 11-08, and what changed.',
  options: {},
  operands: [],
  run: async (_input, terminal) => {
    for (const line of inLines(await timeline())) terminal.out(line);
    terminal.out('');
    terminal.out(
      '* changed since the day above. Each answer is given within the law that is loaded today, and for what the product is said to be;',
    );
    terminal.out('  before an export a person compares the item with the official list.');
    return 0;
  },
};

/** Product by product, day after day. Throws LawError when the law does not load. */
export async function timeline(): Promise<readonly TimelineRow[]> {
  const { rulebook } = await loadLaw();
  return TIMELINE_PRODUCTS.flatMap(({ name, facts }) => {
    let before: string | null = null;
    return TIMELINE_DAYS.map((text) => {
      const day = localDate(text);
      const row = { day: text, product: name, ...inWords(determine(rulebook, facts, day)) };
      const answer = [row.headline, row.codes, row.why].join('\n');
      const changed: boolean = before !== null && before !== answer;
      before = answer;
      return { ...row, changed };
    });
  });
}

function inWords(answer: Determination): Pick<TimelineRow, 'headline' | 'codes' | 'why'> {
  const leading = answer.findings.find((row) => row.heads && row.status === answer.headline);
  return {
    headline: answer.headline,
    codes: answer.controlCodes.join(' ') || '-',
    why: leading ? reasonOf(leading) : 'no loaded text speaks of it on this day',
  };
}

/** The decisive reason, and the last one, which says where the measure stands on the day. */
function reasonOf({ reasons, citation }: Finding): string {
  const number = `${citation.number}: `;
  const texts = reasons.map(({ en }) => (en.startsWith(number) ? en.slice(number.length) : en));
  return number + [...new Set([texts.at(0), texts.at(-1)])].join('; ');
}

function inLines(rows: readonly TimelineRow[]): string[] {
  const cells = [
    ['', 'day', 'product', 'headline', 'codes', 'why'],
    ...rows.map((row) => [row.changed ? '*' : '', row.day, row.product, row.headline, row.codes, row.why]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
