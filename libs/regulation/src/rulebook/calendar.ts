// The working-day calendar as published year by year. Counting working days is the business of licensing.
import type { LocalDate } from '#kernel';

export interface CalendarYear {
  readonly year: number;
  /** published: holidays and make-up days are known; not-known: a day counted into this year is provisional. */
  readonly status: 'published' | 'not-known';
  /** Days off by the notice for this year, ascending; a period may begin in the last days of the year before. */
  readonly holidays: readonly LocalDate[];
  /** Saturdays and Sundays worked, ascending. */
  readonly makeUpDays: readonly LocalDate[];
  /** Addresses of the notices that published the year. */
  readonly noticeUrls: readonly string[];
}

/** Working days of one jurisdiction. A year that is not listed is not known. */
export interface WorkingCalendarData {
  readonly jurisdiction: string;
  readonly timeZone: string;
  readonly years: readonly CalendarYear[];
}
