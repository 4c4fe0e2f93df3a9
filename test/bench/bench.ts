// The bench: each row measures the product and, in turns with it, the same work without the product; the ratio is what the product costs.
import { documentsLicence } from './rows/documents-licence';
import { httpRead } from './rows/http-read';
import { httpSubmit, httpSubmitNewCustomers } from './rows/http-submit';
import { queueFlat, queuePage } from './rows/queue-page';
import { queueTakeNext } from './rows/queue-take-next';
import { rulebookDetermine } from './rows/rulebook-determine';
import { rulebookVsJsonRulesEngine, rulebookVsZen } from './rows/rulebook-list';
import { rulebookMillion } from './rows/rulebook-million';
import { inTurns, type Measured } from './in-turns';

interface BenchRow {
  readonly unit: string;
  /** Least ratio that is acceptable; 0 for a row that only informs. */
  readonly bar: number;
  measure(): Promise<Measured>;
}

const ROWS: Readonly<Record<string, BenchRow>> = {
  'http.read': { unit: 'requests/s', bar: 0.5, measure: () => inTurns(httpRead) },
  'http.submit': { unit: 'submissions/s', bar: 0.5, measure: () => inTurns(httpSubmit) },
  'http.submit.new-customers': { unit: 'submissions/s', bar: 0, measure: () => inTurns(httpSubmitNewCustomers) },
  'queue.page': { unit: 'pages/s', bar: 0.5, measure: () => inTurns(queuePage) },
  'queue.flat': { unit: 'pages/s', bar: 1 / 1.3, measure: () => inTurns(queueFlat) },
  'queue.take-next': { unit: 'cases/s', bar: 0.5, measure: () => inTurns(queueTakeNext) },
  'documents.licence': { unit: 'documents/s', bar: 0.8, measure: () => inTurns(documentsLicence) },
  'rulebook.vs-zen': { unit: 'items/s', bar: 3, measure: () => inTurns(rulebookVsZen) },
  'rulebook.vs-json-rules-engine': { unit: 'items/s', bar: 50, measure: () => inTurns(rulebookVsJsonRulesEngine) },
  'rulebook.determine': { unit: 'determinations/s', bar: 0, measure: () => inTurns(rulebookDetermine) },
  'rulebook.million': { unit: 'versions/s', bar: 1 / 20, measure: rulebookMillion },
};

/** Prints a line per row, or for the named row only; false when a ratio lies below its bar. Throws Error for an unknown name. */
export async function bench(print: (line: object) => void, only?: string): Promise<boolean> {
  const names = Object.keys(ROWS);
  if (only !== undefined && !names.includes(only)) throw new Error(`There is no row "${only}"; there are ${names.join(', ')}.`);
  let fine = true;
  for (const [name, { unit, bar, measure }] of Object.entries(ROWS)) {
    if (only !== undefined && name !== only) continue;
    const { value, ceiling } = await measure();
    const ratio = value / ceiling;
    print({ name, value: rounded(value), unit, ceiling: rounded(ceiling), ratio: rounded(ratio) });
    if (ratio < bar) {
      fine = false;
      console.error(`${name}: ratio ${ratio.toFixed(3)} is below ${bar}`);
    }
  }
  return fine;
}

/** Three significant decimals are more than the machine's noise. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
