// How the law moves around a day: the stretches in which each measure keeps its state, and the next day on which anything changes.
import { addDays, type Bilingual, type LocalDate } from '#kernel';
import type { LawDifference } from './difference-rows';
import { distinctName } from './instrument-name';
import { differenceOf } from './law-difference';
import { lawPoint, type LawPoint } from './law-point';
import type { Instrument, Measure } from './law';
import type { LawOnDay, Rulebook } from './rulebook';
import type { MeasurePresence } from './state-words';

export interface TimelineStretch {
  /** First and last day, both inclusive. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly state: MeasurePresence;
}

/** Measures of one instrument that share their stretches. */
export interface TimelineRow {
  readonly instrument: string;
  readonly name: Bilingual;
  readonly measures: readonly string[];
  /** Ascending and without gaps, from the first to the last day of the window. */
  readonly stretches: readonly TimelineStretch[];
}

/** Kinds that speak only through the state that they give to other measures. */
const SILENT = new Set<Measure['kind']>(['statement', 'suspension', 'repeal']);

/**
 * The measures that change their state inside the window otherwise than by being published; both days inclusive, as known on the day of knowledge
 * (null = everything loaded).
 */
export function timelineOf(
  rulebook: Rulebook,
  window: { readonly from: LocalDate; readonly to: LocalDate },
  knownOn: LocalDate | null,
): readonly TimelineRow[] {
  const days = [window.from, ...rulebook.changePoints.filter((day) => window.from < day && day <= window.to)];
  const laws = days.map((day) => rulebook.on(day, knownOn));
  return rulebook.instruments.flatMap((instrument) => rowsOf(instrument, laws, window.to));
}

function rowsOf(instrument: Instrument, laws: readonly LawOnDay[], last: LocalDate): TimelineRow[] {
  const alike = new Map<string, { measures: string[]; stretches: readonly TimelineStretch[] }>();
  for (const { id, kind } of instrument.measures) {
    const stretches = stretchesOf(id, laws, last);
    if (SILENT.has(kind) || stretches.filter(({ state }) => state !== 'absent').length < 2) continue;
    const key = stretches.map(({ from, state }) => `${from} ${state}`).join('|');
    const row = alike.get(key) ?? { measures: [], stretches };
    row.measures.push(id);
    alike.set(key, row);
  }
  return [...alike.values()].map((row) => ({ instrument: instrument.id, name: distinctName(instrument), ...row }));
}

function stretchesOf(id: string, laws: readonly LawOnDay[], last: LocalDate): TimelineStretch[] {
  const starts: { from: LocalDate; state: MeasurePresence }[] = [];
  for (const law of laws) {
    const state = law.measure(id)?.state ?? 'absent';
    if (starts.at(-1)?.state !== state) starts.push({ from: law.day, state });
  }
  return starts.map(({ from, state }, index) => {
    const next = starts[index + 1];
    return { from, to: next ? addDays(next.from, -1) : last, state };
  });
}

/** The first later day on which the loaded law differs from the law of the point, and how; null when no such day is known. */
export function nextChange(rulebook: Rulebook, point: LawPoint): LawDifference | null {
  const { on, knownOn } = lawPoint(rulebook, point);
  for (const day of rulebook.changePoints) {
    if (day <= on) continue;
    const difference = differenceOf(rulebook, { on, knownOn }, { on: day, knownOn });
    if (difference.measures.length + difference.guidance.length > 0) return difference;
  }
  return null;
}
