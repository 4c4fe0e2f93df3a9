// A refusal is an answer, not a fault: a stable code with the facts that explain it. One file per door maps codes to words and HTTP.

/** One thing to put right: the field or paper it concerns, a stable code, the facts for the message. */
export interface Fault {
  readonly code: string;
  /** Dotted path of the field (`items.0.quantity`) or the paper's code (`papers.A5`). */
  readonly at?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Why something was not done. `kind` chooses the door's manner (HTTP status); `code` is stable and documented. */
export class Refusal extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>> = {},
    readonly faults: readonly Fault[] = [],
  ) {
    super(`${code} ${JSON.stringify(facts)}`);
    this.name = 'Refusal';
  }
}

/**
 * invalid: the input is wrong (422) · denied: not signed in (401) · forbidden: not yours to do (403) · missing: no such thing for you (404) ·
 * conflict: the state or version does not allow it (409) · too-large (413) · unsupported: media type (415) · limited: too many tries (429) · unavailable (503).
 */
export type RefusalKind =
  'invalid' | 'denied' | 'forbidden' | 'missing' | 'conflict' | 'too-large' | 'unsupported' | 'limited' | 'unavailable';
