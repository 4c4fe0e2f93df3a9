// The closed list of papers. A new paper is one row here, one file beside this one, and one folder of templates.
import type { DocumentKind } from './document-kind';
import { determinationKind, type DeterminationView } from './determination';
import { licenceKind, type LicenceView } from './licence';
import { notControlledLetterKind, type NotControlledLetterView } from './not-controlled-letter';
import { refusalLetterKind, type RefusalLetterView } from './refusal-letter';

/** The view of each kind of paper. */
export interface DocumentViews {
  licence: LicenceView;
  determination: DeterminationView;
  'refusal-letter': RefusalLetterView;
  'not-controlled-letter': NotControlledLetterView;
}

export type DocumentKindName = keyof DocumentViews;

export const DOCUMENT_KINDS: { readonly [Kind in DocumentKindName]: DocumentKind<DocumentViews[Kind]> } = {
  licence: licenceKind,
  determination: determinationKind,
  'refusal-letter': refusalLetterKind,
  'not-controlled-letter': notControlledLetterKind,
};
