// What a determination says: one finding per regime and rule, a headline, the coverage, and until when it holds.
import type { Bilingual, LocalDate } from '#kernel';
import type { Confidence, CoverageState } from '../rulebook/words';
import type { EvaluatedNode } from '../condition/evaluated-node';
import type { RecordedReading } from './recorded-reading';
import type { Status } from './status';

export type Regime =
  | 'dual-use-list'
  | 'destination'
  | 'party-list'
  | 'reach-abroad'
  | 'technology-control'
  | 'technology-catalogue'
  | 'ordinary-licence'
  | 'catch-all'
  | 'procedure';

export interface Citation {
  readonly instrument: string;
  readonly number: string;
  /** The number as printed in Chinese; the title where there is none. Absent from answers that were recorded without it. */
  readonly numberZh?: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly url: string;
  /** Null when the day is not known. */
  readonly publishedOn: LocalDate | null;
  readonly point?: string;
}

/** How far the instrument is loaded, and what is missing, in English and Chinese; null where nothing is said to be. */
export interface Coverage {
  readonly state: CoverageState;
  readonly missing: string | null;
  readonly missingZh?: string | null;
}

/** One way to read what the facts or the texts leave open. */
export interface Reading {
  readonly status: Status;
  readonly when: Bilingual;
}

/** A recorded reading with the status that the finding has under it. */
export interface UnderReading extends Omit<RecordedReading, 'measure'> {
  readonly status: Status;
}

export interface Finding {
  readonly regime: Regime;
  /** Id of the instrument and of the measure that the finding rests on. */
  readonly instrument: string;
  readonly measure: string;
  readonly status: Status;
  /** False for remarks, unmet rules and rules that nothing in the facts alleges: they are shown and never head. */
  readonly heads: boolean;
  /** What each way of settling an open point would mean; empty where nothing is open. */
  readonly readings: readonly Reading[];
  /** How the organisation reads the open point, of an undetermined finding; null where it recorded nothing. */
  readonly underReading: UnderReading | null;
  readonly controlCode: string | null;
  /** The legal effect of the measure, or of its rule, in the words of the law files. */
  readonly effect: string;
  /** Name of the entry, the party or the rule. */
  readonly nameZh: string;
  readonly nameEn: string;
  /** Why, in sentences for a person; the decisive one first. */
  readonly reasons: readonly Bilingual[];
  /** The tree that was evaluated; null where the rule has none. */
  readonly conditions: EvaluatedNode | null;
  /** Papers that this finding adds to the usual ones. */
  readonly documents: readonly string[];
  readonly citation: Citation;
  /** The weakest mark that the finding rests on. */
  readonly confidence: Confidence;
  readonly coverage: Coverage;
  /** First day on which this finding changes; null when no such day is known. */
  readonly holdsUntil: LocalDate | null;
  /** Ids of the rows that decided. */
  readonly rows: readonly string[];
}

export interface Determination {
  /** The legal day judged. */
  readonly on: LocalDate;
  /** The day of knowledge; null = everything loaded. */
  readonly knownOn: LocalDate | null;
  readonly rulebookHash: string;
  /** The gravest operative status. `not-controlled` is never more than "within the loaded law": see `notChecked`. */
  readonly headline: Status;
  /** The gravest status under the recorded readings, by which work goes on; null where no reading bears on the answer. */
  readonly workingStatus: Status | null;
  /** Codes whose entry is met, gravest finding first, without repeats; also under suspended and not yet effective measures. */
  readonly controlCodes: readonly string[];
  /** Papers that the findings add to the usual ones. */
  readonly documents: readonly string[];
  readonly findings: readonly Finding[];
  /** First day on which anything known changes this answer, and what; null when no such day is known. */
  readonly holdsUntil: { readonly day: LocalDate; readonly because: Bilingual } | null;
  /** What this answer does not cover. Never empty. */
  readonly notChecked: readonly Bilingual[];
}

/** The answer for a day alone. Until when it holds and what was not checked were not asked: whoever needs them determines. */
export type AnswerOnDay = Omit<Determination, 'holdsUntil' | 'notChecked' | 'findings'> & {
  readonly findings: readonly Omit<Finding, 'holdsUntil'>[];
};
