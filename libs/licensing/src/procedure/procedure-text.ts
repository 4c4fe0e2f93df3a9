// What the loader of procedures is handed and what it answers when a manifest is not sound. Reading files is the business of a gateway.

/** One manifest: its path (shown in messages, POSIX separators) and its whole text. */
export interface ProcedureText {
  readonly path: string;
  readonly text: string;
}

/** One thing wrong in a manifest. `line` counts from 1; `place` is the dotted path of the value, `-` for the file as a whole. */
export interface ProcedureFault {
  readonly file: string;
  readonly line: number;
  readonly place: string;
  readonly what: string;
  readonly cure: string;
}

/** The procedures are not sound. Carries every fault found, ordered by file and line. */
export class ProcedureError extends Error {
  constructor(readonly faults: readonly ProcedureFault[]) {
    super(
      `The procedures do not load: ${faults.length} fault${faults.length === 1 ? '' : 's'}.\n` +
        faults.map(({ file, line, place, what, cure }) => `${file}:${line} [${place}] ${what}. Cure: ${cure}.`).join('\n'),
    );
    this.name = 'ProcedureError';
  }
}
