// What a classification says: candidates with their sources, the ones ruled out and why, and the question that decides most.
import type { Bilingual, LocalDate } from '#kernel';
import type { Confidence } from '../rulebook/words';
import type { MeasureState } from '../rulebook/rulebook';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import type { CandidateSource } from '../determination/candidates';
import type { Citation, Coverage, Regime } from '../determination/determination';

/**
 * met: a candidate entry is met · open: candidates stand and something unknown decides · ruled-out: every candidate is ruled out, within the
 * loaded law · refer: nothing was found, nothing is stated, or it is too complex: a person has to look.
 */
export const CLASSIFICATION_OUTCOMES = ['met', 'open', 'ruled-out', 'refer'] as const;
export type ClassificationOutcome = (typeof CLASSIFICATION_OUTCOMES)[number];

/** A stated figure against a limit of an entry. */
export interface Measured {
  readonly property: Bilingual;
  readonly op: string;
  readonly limit: string;
  readonly unit: string;
  readonly value: string;
  /** Value minus limit with its sign, in the unit of the limit. */
  readonly margin: string;
  readonly verdict: Verdict;
}

/** An entry that came into question. A candidate is never a classification. */
export interface Candidate {
  /** Id of the entry, for life. */
  readonly row: string;
  readonly measure: string;
  readonly regime: Regime;
  /** The code or catalogue number that the entry bears on the day; null when it bears none. */
  readonly controlCode: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
  /** What the measure is worth on the day. */
  readonly state: MeasureState;
  readonly sources: readonly CandidateSource[];
  readonly verdict: Verdict;
  readonly conditions: EvaluatedNode | null;
  readonly measured: readonly Measured[];
  /** Why it is met, ruled out or open; the decisive one first. */
  readonly reasons: readonly Bilingual[];
  /** Further conditions of the entry are not known here. */
  readonly incomplete: boolean;
  readonly citation: Citation;
  readonly confidence: Confidence;
  readonly coverage: Coverage;
}

/** number: a decimal with a unit · yes-no · word: a word of the trade · element: whether an element is contained · size: edges · customs-code. */
export type AnswerKind = 'number' | 'yes-no' | 'word' | 'element' | 'size' | 'customs-code';

/** A limit that an answer is held against. */
export interface HeldAgainst {
  readonly op: string;
  /** The limit as printed; several values of a list stand apart in `values`. */
  readonly limit: string;
  readonly values: readonly string[];
  readonly words: Bilingual;
  /** Ids of the candidate entries with this limit. */
  readonly rows: readonly string[];
}

export interface NextQuestion {
  readonly property: string;
  readonly label: Bilingual;
  readonly kind: AnswerKind;
  /** The unit in which an answer is expected; `text` or `boolean` for words and yes or no. */
  readonly unit: string;
  readonly limits: readonly HeldAgainst[];
  /** Ids of the candidate entries that an answer can settle by itself; then those that it brings nearer. */
  readonly settles: readonly string[];
  readonly touches: readonly string[];
}

export interface Classification {
  readonly on: LocalDate;
  readonly knownOn: LocalDate | null;
  readonly rulebookHash: string;
  readonly outcome: ClassificationOutcome;
  readonly because: Bilingual;
  readonly met: readonly Candidate[];
  readonly open: readonly Candidate[];
  /** Open entries that a full-text search alone raised: leads for a person, too weak to keep a classification open. */
  readonly leads: readonly Candidate[];
  readonly ruledOut: readonly Candidate[];
  /** Null when nothing that a person could state would settle or narrow a candidate. */
  readonly nextQuestion: NextQuestion | null;
  /** What the classification does not cover. Never empty. */
  readonly notChecked: readonly Bilingual[];
}
