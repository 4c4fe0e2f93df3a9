// A recorded reading as people see it today: whether it stands, waits for its second person, was taken back, or is no longer needed.
import type { Bilingual, Clock, LocalDate } from '#kernel';
import { distinctName, measureWords, type RecordedReading, type Rulebook } from '#regulation';
import type { ReadingRecord } from '../ports/reading-shelf.port';

/**
 * proposed: waits for another person · standing: work goes on under it · early: confirmed, the measure becomes unsettled on a later day ·
 * no-longer-needed: the measure is settled · withdrawn.
 */
export type ReadingState = 'proposed' | 'standing' | 'early' | 'no-longer-needed' | 'withdrawn';

export interface ReadingView extends ReadingRecord {
  readonly state: ReadingState;
  /** Number of the instrument; the id of the measure where the loaded law has no such measure. */
  readonly instrument: Bilingual;
  /** What the measure does; null where it is not loaded. */
  readonly what: Bilingual | null;
}

/** First day from `day` on, that day included, on which no loaded text settles the measure; null when there is none. */
export function unsettledFrom(rulebook: Rulebook, measure: string, day: LocalDate): LocalDate | null {
  const days = [day, ...rulebook.changePoints.filter((point) => point > day)];
  return days.find((on) => rulebook.on(on).measure(measure)?.state === 'unsettled') ?? null;
}

export function readingView(record: ReadingRecord, rulebook: Rulebook, today: LocalDate): ReadingView {
  const instrument = rulebook.instrumentOf(record.measure);
  const measure = instrument?.measures.find(({ id }) => id === record.measure);
  return {
    ...record,
    state: stateOf(record, rulebook, today),
    instrument: instrument && measure ? distinctName(instrument) : { zh: record.measure, en: record.measure },
    what: measure ? measureWords(measure) : null,
  };
}

function stateOf(record: ReadingRecord, rulebook: Rulebook, today: LocalDate): ReadingState {
  if (record.withdrawnAt) return 'withdrawn';
  const from = unsettledFrom(rulebook, record.measure, today);
  if (from === null) return 'no-longer-needed';
  if (!record.confirmedAt) return 'proposed';
  return from === today ? 'standing' : 'early';
}

/** The readings as the engine takes them; those that nobody confirmed are left out. */
export function recordedReadings(records: readonly ReadingRecord[], clock: Clock): RecordedReading[] {
  return records.flatMap(({ measure, reading, reason, proposedByName, confirmedByName, confirmedAt }) =>
    confirmedAt
      ? [
          {
            measure,
            reading,
            reason,
            by: proposedByName ?? '',
            confirmedBy: confirmedByName ?? '',
            since: clock.dayOf(confirmedAt),
          },
        ]
      : [],
  );
}
