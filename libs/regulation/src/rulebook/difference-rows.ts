// The rows of a difference between the law of two points.
import type { Bilingual, LocalDate } from '#kernel';
import type { Measure } from './law';
import type { LawPoint } from './law-point';
import type { MeasurePresence } from './state-words';

/** A listed item, technology or party that comes or goes. */
export interface EntryMention {
  /** Id for life of the entry. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Control code or number of the technology catalogue as printed; null where it has none. */
  readonly code: string | null;
}

/** The measure as it stands at one of the two points. */
export interface MeasureSide {
  readonly state: MeasurePresence;
  readonly why: Bilingual;
  /** Ids of the measures and statements that decide the state, the measure first; empty while it is absent. */
  readonly basis: readonly string[];
}

export interface MeasureDifference {
  readonly measure: string;
  /** What the measure does. */
  readonly what: Bilingual;
  readonly effect: Measure['legalEffect'];
  readonly instrument: string;
  /** Number and title of the instrument. */
  readonly name: Bilingual;
  readonly title: Bilingual;
  readonly url: string;
  readonly from: MeasureSide;
  readonly to: MeasureSide;
  /** Entries that stand in the law at the second point only; those of an ended measure no longer stand. */
  readonly appear: readonly EntryMention[];
  /** Entries that stand in the law at the first point only. */
  readonly go: readonly EntryMention[];
  readonly codesAppear: readonly string[];
  readonly codesGo: readonly string[];
}

export interface GuidanceDifference {
  readonly id: string;
  readonly title: Bilingual;
  readonly url: string;
  readonly change: 'appears' | 'goes';
}

export interface LawDifference {
  readonly from: LawPoint;
  readonly to: LawPoint;
  readonly rulebookHash: string;
  /** Day up to which published law was taken into account; nothing is said of law that came after it. */
  readonly asOf: LocalDate;
  /** In the order of the instruments; a measure whose state, ground, entries and codes are the same has no row. */
  readonly measures: readonly MeasureDifference[];
  readonly guidance: readonly GuidanceDifference[];
  /** The same for a person to read; never empty. */
  readonly sentences: readonly Bilingual[];
}
