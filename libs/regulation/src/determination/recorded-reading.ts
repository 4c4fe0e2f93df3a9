// A reading of an unsettled measure, recorded by an organisation.
import type { LocalDate } from '#kernel';

export const READING_WORDS = ['lapsed', 'extended', 'stricter'] as const;

/** lapsed: the suspension ran out and the measure applies · extended: it stands suspended · stricter: whichever of the two is graver. */
export type ReadingWord = (typeof READING_WORDS)[number];

/** How an organisation reads a measure that no loaded text settles: proposed by one person, confirmed by another. */
export interface RecordedReading {
  readonly measure: string;
  readonly reading: ReadingWord;
  readonly reason: string;
  readonly by: string;
  readonly confirmedBy: string;
  /** Day of the confirmation; the reading is not known before it. */
  readonly since: LocalDate;
}
