// Moments are UTC instants; the legal day of a moment is read in the authority's time zone. Nothing but a Clock knows "now".
import { localDate, type LocalDate } from './local-date';

/** A moment, ISO 8601 in UTC with milliseconds, `2025-04-04T10:00:00.000Z`. Compare with `<` and `>`. */
export type Instant = string & { readonly __brand: 'Instant' };

/** The authority's time zone unless a setting names another. */
export const LEGAL_TIME_ZONE = 'Asia/Shanghai';

/** No day begins further from its noon in UTC than this: 12 hours and the widest offset of a time zone, 14 hours and some. */
const SEARCH_MS = 30 * 3_600_000;

/** The port through which every room learns the time. Tests move it; only the system clock reads the wall clock. */
export abstract class Clock {
  abstract now(): Instant;
  /** The legal day on which the moment falls, in the time zone of the installation. */
  abstract dayOf(moment: Instant): LocalDate;

  /** True when this clock was set apart from the wall clock; whoever shows its time says so. */
  get isMoved(): boolean {
    return false;
  }

  /** The legal day of `now()`. */
  today(): LocalDate {
    return this.dayOf(this.now());
  }

  /** The first moment of the legal day, in the time zone of the installation. */
  startOf(day: LocalDate): Instant {
    const noon = Date.parse(`${day}T12:00:00Z`);
    let [before, within] = [noon - SEARCH_MS, noon + SEARCH_MS];
    while (within - before > 1) {
      const middle = Math.floor((before + within) / 2);
      if (this.dayOf(instant(new Date(middle))) < day) before = middle;
      else within = middle;
    }
    return instant(new Date(within));
  }
}

/** The moment that the text or Date names. Throws RangeError when there is none. */
export function instant(value: string | Date): Instant {
  const date = typeof value === 'string' ? new Date(value) : value;
  if (Number.isNaN(date.getTime()))
    throw new RangeError(`"${String(value)}" is not a moment; write ISO 8601, such as 2025-04-04T10:00:00Z`);
  return date.toISOString() as Instant;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The legal day on which the moment falls in the time zone. */
export function legalDayOf(moment: Instant, timeZone: string = LEGAL_TIME_ZONE): LocalDate {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
    formatters.set(timeZone, formatter);
  }
  return localDate(formatter.format(new Date(moment)));
}

/** The moment `ms` milliseconds later; negative counts back. */
export function addMs(moment: Instant, ms: number): Instant {
  return instant(new Date(Date.parse(moment) + ms));
}
