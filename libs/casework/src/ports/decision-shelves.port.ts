// The shelves of decisions, letters, notes and agents; part of the Store port.
import type { Instant, LocalDate } from '#kernel';
import type {
  AgencyRecord,
  DecidedLine,
  DecisionRecord,
  LetterRecord,
  NoteRecord,
  PreparedDocumentRecord,
  ProductDecision,
} from '../decisions/decision-records';
import type { PageOf, PageRequest } from './page';

export interface DecisionShelf {
  /** Throws Refusal `document-prepared-meanwhile` (conflict) when another version came first. */
  prepare(row: Omit<PreparedDocumentRecord, 'preparedByName'>): Promise<void>;
  /** All versions, oldest first. Officers and the system only. */
  prepared(applicationId: string): Promise<readonly PreparedDocumentRecord[]>;
  publish(row: DecisionRecord): Promise<void>;
  find(applicationId: string): Promise<DecisionRecord | null>;
  /** Published lines on items that were taken from the products, newest first, at most `limit` of each product. */
  ofProducts(productIds: readonly string[], limit: number): Promise<readonly ProductDecision[]>;
  /** Published lines whose code, the authority's own, begins with `code`, newest first, at most `limit`. */
  ofCode(code: string, limit: number): Promise<readonly DecidedLine[]>;
  addLetter(row: Omit<LetterRecord, 'document'> & { documentId: string; view: unknown }): Promise<void>;
  findLetter(id: string): Promise<LetterRecord | null>;
  letters(applicationId: string): Promise<readonly LetterRecord[]>;
}

/** Internal notes are hidden from the reach `organisation` by the database. */
export interface NoteShelf {
  add(row: Omit<NoteRecord, 'authorName'>): Promise<void>;
  find(id: string): Promise<NoteRecord | null>;
  /** Oldest first. */
  ofApplication(applicationId: string): Promise<readonly NoteRecord[]>;
  /** Those that name the person, newest first. */
  mentioning(personId: string, page: PageRequest): Promise<PageOf<NoteRecord & { readonly reference: string }>>;
}

export interface AgencyShelf {
  /** Throws Refusal `agency-exists` (conflict) where one of the two that is not revoked covers one of the days. */
  add(row: Omit<AgencyRecord, 'principalName' | 'agentName' | 'revokedAt'>): Promise<void>;
  find(id: string): Promise<AgencyRecord | null>;
  /** False when it is revoked already. */
  revoke(id: string, at: Instant): Promise<boolean>;
  /** True when an authority of the principal for the agent covers the day and is not revoked. */
  holds(principalId: string, agentId: string, day: LocalDate): Promise<boolean>;
  /** Given by or to the organisation of the reach, newest first. */
  list(): Promise<readonly AgencyRecord[]>;
}
