// The days on which anything in the loaded law changes: publications, starts, ends, suspensions, codes, guidance.
import { addDays, isLocalDate, type LocalDate } from '#kernel';
import type { EnteredKnowledge } from '../determination/facts';
import type { Instrument } from './instrument-schema';
import { lastDayInside } from './measure-state';
import type { CatalogueEntry, Guidance } from './side-file-schema';

/** Ascending, without repeats. The day is the first on which the new state holds. */
export function changePointsOf(
  instruments: readonly Instrument[],
  guidance: readonly Guidance[],
  catalogue: readonly CatalogueEntry[],
  lastDayInclusive: boolean,
): LocalDate[] {
  const days = new Set<LocalDate>();
  const first = (day: LocalDate | null | undefined) => day && days.add(day);
  const last = (day: LocalDate | null | undefined, printed?: boolean) =>
    day && days.add(addDays(lastDayInside(day, printed, lastDayInclusive), 1));
  for (const row of guidance) first(row.publishedOn);
  for (const entry of catalogue) {
    for (const day of Object.keys(entry.stateOn).filter(isLocalDate)) first(day);
    for (const used of [{ from: entry.numberFrom, to: entry.numberTo }, ...entry.formerNumbers]) {
      first(used.from);
      if (used.to) days.add(addDays(used.to, 1));
    }
  }
  for (const instrument of instruments) {
    first(instrument.publishedOn);
    for (const measure of instrument.measures) {
      first(measure.effectiveFrom);
      first(measure.effectiveFromNotAfter);
      last(measure.effectiveTo, measure.effectiveToInclusive);
      for (const record of measure.status ?? []) {
        first(record.from);
        last(record.to);
      }
      for (const entry of measure.entries) {
        first(entry.controlCodeSince);
        last(entry.effectiveTo, entry.effectiveToInclusive);
      }
    }
  }
  return [...days].sort();
}

/** The days that entered knowledge adds. */
export function enteredChangePoints(entered: readonly EnteredKnowledge[]): LocalDate[] {
  return entered.flatMap((row) => [row.from, row.to && isLocalDate(row.to) ? addDays(row.to, 1) : undefined].filter(isLocalDate));
}
