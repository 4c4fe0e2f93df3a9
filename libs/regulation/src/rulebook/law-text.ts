// What the loader is handed and what it answers when the law is malformed. Reading files is the business of a gateway.

/** One law file: its path (shown in messages, POSIX separators) and its whole text. */
export interface LawText {
  readonly path: string;
  readonly text: string;
}

/** One thing wrong in a law file. `line` counts from 1; `row` is the id of the instrument, measure, entry or rule concerned. */
export interface LawFault {
  readonly file: string;
  readonly line: number;
  readonly row: string;
  readonly what: string;
  readonly cure: string;
}

/** The law is malformed. Carries every fault found, ordered by file and line. */
export class LawError extends Error {
  constructor(readonly faults: readonly LawFault[]) {
    super(
      `The law does not load: ${faults.length} fault${faults.length === 1 ? '' : 's'}.\n` +
        faults.map((f) => `${f.file}:${f.line} [${f.row}] ${f.what}. Cure: ${f.cure}.`).join('\n'),
    );
    this.name = 'LawError';
  }
}
