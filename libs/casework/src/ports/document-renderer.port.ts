// The port to the document room: a view in, a PDF out. Implemented by libs/documents.

/** Kinds of issued papers. */
export type IssuedKind = 'licence' | 'determination' | 'refusal-letter' | 'not-controlled-letter';

export interface RenderedDocument {
  readonly pdf: Buffer;
  /** Hex, 64 characters. */
  readonly sha256: string;
  /** Kind and version of the template, `licence/v1`. */
  readonly template: string;
}

export abstract class DocumentRenderer {
  /** Renders the view; throws Error when the view does not fit the kind or the template fails. */
  abstract render(kind: IssuedKind, view: unknown): Promise<RenderedDocument>;
}
