// Prepared documents, published decisions, letters, notes and the recorded authority of an agent as the store keeps them.
import type { Bilingual, Instant, LocalDate } from '#kernel';
import type { AdviceLine, ApplicationItem, DecisionDocument, Validity } from '#licensing';
import type { CaseSide } from '../actor';
import type { IssuedDocumentRecord } from '../records';

/** What the officer states for a document of the decision. */
export interface DocumentFacts {
  /** First and last day of the licence, both inclusive; the licence only. */
  readonly validity?: Validity;
  /** The grounds told to the applicant; the refusal letter only. */
  readonly grounds?: Bilingual;
  /** What the applicant is told beside; letters only, may be empty. */
  readonly remark?: Bilingual;
}

/** A document of the decision made ready for the standing advice; a newer version takes its place, none is deleted. */
export interface PreparedDocumentRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly adviceId: string;
  readonly kind: DecisionDocument;
  /** From 1 for each advice and kind. */
  readonly version: number;
  readonly facts: DocumentFacts;
  readonly preparedBy: string;
  readonly preparedByName: string | null;
  readonly preparedAt: Instant;
}

/** What the applicant is told of one line; the officers' reasons stay in the advice. */
export type DecisionLine = Pick<AdviceLine, 'itemId' | 'verdict' | 'controlCode' | 'conditions' | 'criteria'>;

/** A decision as published: never changed. */
export interface DecisionRecord {
  readonly applicationId: string;
  readonly organisationId: string;
  readonly adviceId: string;
  readonly lines: readonly DecisionLine[];
  readonly publishedBy: string;
  readonly publishedAt: Instant;
}

/** One line of a published decision, with the product that its item was taken from. */
export interface DecidedLine {
  /** Null for an item of no product. */
  readonly productId: string | null;
  readonly applicationId: string;
  readonly reference: string;
  readonly organisation: Bilingual;
  readonly item: Bilingual;
  readonly line: DecisionLine;
  readonly publishedAt: Instant;
}

/** A decided line on an item of a product, with the item as it was decided on. */
export interface ProductDecision extends DecidedLine {
  readonly productId: string;
  readonly productVersion: number;
  readonly decidedItem: ApplicationItem;
}

/** A letter of a published decision. */
export interface LetterRecord {
  readonly id: string;
  readonly number: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly kind: Exclude<DecisionDocument, 'licence'>;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly document: IssuedDocumentRecord;
}

/** internal: officers and auditors only · applicant: both sides. */
export const NOTE_AUDIENCES = ['internal', 'applicant'] as const;
export type NoteAudience = (typeof NOTE_AUDIENCES)[number];

export interface NoteRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly authorId: string;
  /** Null where the reach does not show the author. */
  readonly authorName: string | null;
  /** That of the author. */
  readonly side: CaseSide;
  readonly audience: NoteAudience;
  readonly text: string;
  /** Officers whom the note names; empty for a note to the applicant. */
  readonly mentionIds: readonly string[];
  readonly at: Instant;
}

/** An exporter's recorded authority for an agent to file in its name. */
export interface AgencyRecord {
  readonly id: string;
  readonly principalId: string;
  readonly principalName: Bilingual;
  readonly agentId: string;
  readonly agentName: Bilingual;
  /** Both inclusive; null: until revoked. */
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly note: string;
  readonly recordedBy: string;
  readonly recordedAt: Instant;
  readonly revokedAt: Instant | null;
}
