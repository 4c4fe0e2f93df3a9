// The loaded law: read it on a day with `on`; nothing else in the program looks at a date of the law.
import type { Bilingual, LocalDate } from '#kernel';
import type { EnteredKnowledge } from '../determination/facts';
import type { WorkingCalendarData } from './calendar';
import type { CatalogueEntry } from './side-file-schema';
import type { Entry, Guidance, Instrument, LawRule, Measure, PropertyWord } from './law';

/**
 * not-yet-effective: published, its own start lies ahead · in-force · suspended: by a numbered suspension or a recorded status ·
 * unsettled: no loaded text says whether it operates · ended: its last day or its end lies behind.
 */
export type MeasureState = 'not-yet-effective' | 'in-force' | 'suspended' | 'unsettled' | 'ended';

/** A listed item, technology or party with its id for life, unique within the law. */
export interface EntryRow {
  readonly id: string;
  readonly entry: Entry;
}

export interface MeasureOnDay {
  readonly instrument: Instrument;
  readonly measure: Measure;
  readonly state: MeasureState;
  readonly why: Bilingual;
  /** Ids of the suspensions, notices and statements that decide the state; the measure itself first. */
  readonly basis: readonly string[];
  /** The entries whose own last day does not lie behind. */
  readonly entries: readonly EntryRow[];
}

/** What is published on the day, as known on `knownOn` (null = everything loaded). */
export interface LawOnDay {
  readonly day: LocalDate;
  readonly knownOn: LocalDate | null;
  readonly measures: readonly MeasureOnDay[];
  /** The measure, or undefined when it is not published on the day or not known on `knownOn`. */
  measure(id: string): MeasureOnDay | undefined;
  /** Guidance counts from its day of publication. */
  guidancePublished(id: string): boolean;
}

export interface Rulebook {
  /** SHA-256 over content and settings, hex, 64 characters; the same content gives the same hash. */
  readonly hash: string;
  /** The day up to which published law was taken into account. */
  readonly asOf: LocalDate;
  readonly jurisdiction: string;
  /** A printed last day is still inside the period (a reading that the texts do not settle). */
  readonly lastDayInclusive: boolean;
  /** First day on which any loaded measure has effect. */
  readonly firstDay: LocalDate;
  readonly instruments: readonly Instrument[];
  readonly propertyWords: Readonly<Record<string, PropertyWord>>;
  readonly guidance: readonly Guidance[];
  readonly openQuestions: readonly string[];
  /** Rules that stand in no single measure, read in order. */
  readonly rules: readonly LawRule[];
  readonly calendar: WorkingCalendarData;
  /** The technology catalogue by name and history; entries with conditions stand in the instruments too. */
  readonly technologyCatalogue: readonly CatalogueEntry[];
  /** Days on which the state of a measure, an entry or a code changes, ascending. */
  readonly changePoints: readonly LocalDate[];
  on(day: LocalDate, knownOn?: LocalDate | null, entered?: readonly EnteredKnowledge[]): LawOnDay;
  /** The instrument of that id, or the one that holds the measure of that id. */
  instrumentOf(id: string): Instrument | undefined;
  /** All entries of the measure, whatever the day. */
  rowsOf(measureId: string): readonly EntryRow[];
}

/** A control code on a day. */
export interface CodeOnDay {
  readonly code: string;
  readonly entry: Entry;
  readonly entryId: string;
  readonly instrument: Instrument;
  readonly measure: Measure;
  readonly state: MeasureState;
  /** First day of the code, inclusive; null when the start is not known. */
  readonly from: LocalDate | null;
  /** Last day of the entry, inclusive; null = open. */
  readonly to: LocalDate | null;
}
