// What can go wrong between a view and a paper; each is a fault of the program or of the machine, never an answer to a person.

/**
 * view-invalid: the view does not fit the kind's schema · template-invalid: the template breaks a house rule or cannot be read ·
 * typst: the compiler refused the page · thread-lost: the compiling thread died · time-limit: the page took too long ·
 * queue-full: too many pages wait, try again · closed: the renderer was shut down.
 */
export type DocumentFaultCode =
  'view-invalid' | 'template-invalid' | 'typst' | 'thread-lost' | 'time-limit' | 'queue-full' | 'closed';

/** One place of a view that does not fit: dotted path (`items.0.quantity`, `` for the view itself) and what was expected. */
export interface ViewProblem {
  readonly path: string;
  readonly message: string;
}

/** A paper or mail body could not be made. `problems` is filled for `view-invalid` only; values of the view are never repeated. */
export class DocumentFault extends Error {
  constructor(
    readonly code: DocumentFaultCode,
    message: string,
    readonly problems: readonly ViewProblem[] = [],
  ) {
    super(message);
    this.name = 'DocumentFault';
  }
}
