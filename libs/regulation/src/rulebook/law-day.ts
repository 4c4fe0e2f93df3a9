// The law on one day as a list: every published measure with its state, what changes next, and how the states move around the day.
import { addMonths, type Bilingual, type LocalDate } from '#kernel';
import type { LawDifference } from './difference-rows';
import { distinctName, instrumentTitle } from './instrument-name';
import type { Measure } from './law';
import { lawPoint, type LawPoint } from './law-point';
import { nextChange, timelineOf, type TimelineRow } from './law-timeline';
import { measureWords } from './measure-words';
import type { MeasureOnDay, MeasureState, Rulebook } from './rulebook';

/** Months that the timeline shows before and after the day. */
const MONTHS_BEFORE = 15;
const MONTHS_AFTER = 6;

export interface StandingMeasure {
  readonly measure: string;
  /** What the measure does. */
  readonly what: Bilingual;
  readonly kind: Measure['kind'];
  readonly effect: Measure['legalEffect'];
  readonly instrument: string;
  readonly name: Bilingual;
  readonly title: Bilingual;
  readonly url: string;
  readonly publishedOn: LocalDate | null;
  readonly state: MeasureState;
  readonly why: Bilingual;
  /** Ids of the suspensions, notices and statements that decide the state; the measure itself first. */
  readonly basis: readonly string[];
  /** Entries that the measure holds on the day. */
  readonly entries: number;
}

export interface LawDay extends LawPoint {
  readonly rulebookHash: string;
  /** Day up to which published law was taken into account; nothing is said of law that came after it. */
  readonly asOf: LocalDate;
  /** In the order of the instruments. */
  readonly measures: readonly StandingMeasure[];
  /** The first later day on which anything known changes, and what; null when no such day is known. */
  readonly next: LawDifference | null;
  readonly timeline: { readonly from: LocalDate; readonly to: LocalDate; readonly rows: readonly TimelineRow[] };
}

/** Throws Refusal `determination.day-before-law` (invalid) for a day before the first loaded measure. */
export function lawDay(rulebook: Rulebook, at: { readonly on: LocalDate; readonly knownOn?: LocalDate | null }): LawDay {
  const point = lawPoint(rulebook, at);
  const { on, knownOn } = point;
  const window = { from: addMonths(on, -MONTHS_BEFORE), to: addMonths(on, MONTHS_AFTER) };
  const order = new Map(rulebook.instruments.map(({ id }, index) => [id, index]));
  const places = [...rulebook.on(on, knownOn).measures];
  places.sort((a, b) => (order.get(a.instrument.id) ?? 0) - (order.get(b.instrument.id) ?? 0));
  return {
    ...point,
    rulebookHash: rulebook.hash,
    asOf: rulebook.asOf,
    measures: places.map(standing),
    next: nextChange(rulebook, point),
    timeline: { ...window, rows: timelineOf(rulebook, window, knownOn) },
  };
}

function standing({ instrument, measure, state, why, basis, entries }: MeasureOnDay): StandingMeasure {
  return {
    measure: measure.id,
    what: measureWords(measure),
    kind: measure.kind,
    effect: measure.legalEffect,
    instrument: instrument.id,
    name: distinctName(instrument),
    title: instrumentTitle(instrument),
    url: instrument.sourceUrl,
    publishedOn: instrument.publishedOn,
    state,
    why,
    basis,
    entries: entries.length,
  };
}
