// The port to the recorded readings of unsettled measures: added and read, never changed; what happened to a reading is added beside it.
import type { Instant } from '#kernel';
import type { ReadingWord } from '#regulation';
import type { PageOf, PageRequest } from './page';

/** A reading with what happened to it. Names are null where the reach does not show the person. */
export interface ReadingRecord {
  readonly id: string;
  readonly organisationId: string;
  /** Id of the measure of the law. */
  readonly measure: string;
  readonly reading: ReadingWord;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Instant;
  /** Never the person who proposed it. */
  readonly confirmedBy: string | null;
  readonly confirmedByName: string | null;
  readonly confirmedAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: Instant | null;
  readonly withdrawalReason: string | null;
}

export interface ReadingAct {
  readonly id: string;
  readonly act: 'confirm' | 'withdraw';
  readonly personId: string;
  /** Empty for a confirmation. */
  readonly reason: string;
  readonly at: Instant;
}

/** Readings of the organisation of the reach only. */
export interface ReadingShelf {
  /** False when the organisation has a reading of the measure that is not withdrawn. */
  propose(
    row: Pick<ReadingRecord, 'id' | 'organisationId' | 'measure' | 'reading' | 'reason' | 'proposedBy' | 'proposedAt'>,
  ): Promise<boolean>;
  find(id: string): Promise<ReadingRecord | null>;
  /**
   * Adds what a person does to the reading. Throws Refusal `proposer-cannot-confirm` (forbidden), or `reading-acted-before` (conflict) for an act that
   * it has already.
   */
  act(reading: Pick<ReadingRecord, 'id' | 'organisationId' | 'proposedBy'>, act: ReadingAct): Promise<void>;
  /** Newest first, withdrawn ones too. Throws Refusal `bad-limit` or `bad-cursor` (invalid). */
  list(page: PageRequest): Promise<PageOf<ReadingRecord>>;
  /** Those of the organisation that are confirmed and not withdrawn, oldest first. */
  standing(organisationId: string): Promise<readonly ReadingRecord[]>;
}
