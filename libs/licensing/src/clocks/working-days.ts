// Working days of the mainland calendar: Monday to Friday less holidays, plus make-up days. A year without a published notice gives provisional days.
import { addDays, isWeekend, yearOf, type LocalDate } from '#kernel';
import type { WorkingCalendarData } from '#regulation';

export interface WorkingDay {
  readonly day: LocalDate;
  /** True when the count touched a year whose holidays and make-up days are not published. */
  readonly provisional: boolean;
}

export class WorkingCalendar {
  private readonly holidays: ReadonlySet<string>;
  private readonly makeUpDays: ReadonlySet<string>;
  private readonly published: ReadonlySet<number>;

  constructor(data: WorkingCalendarData) {
    this.holidays = new Set(data.years.flatMap((year) => year.holidays));
    this.makeUpDays = new Set(data.years.flatMap((year) => year.makeUpDays));
    this.published = new Set(data.years.filter((year) => year.status === 'published').map((year) => year.year));
  }

  isWorkingDay(day: LocalDate): boolean {
    return this.makeUpDays.has(day) || (!isWeekend(day) && !this.holidays.has(day));
  }

  isPublished(day: LocalDate): boolean {
    return this.published.has(yearOf(day));
  }

  /** The day on which `count` working days after `start` are over; the start day is not counted. `count` is a whole number from 1. */
  after(start: LocalDate, count: number): WorkingDay {
    let day = start;
    let provisional = !this.isPublished(start);
    for (let left = count; left > 0;) {
      day = addDays(day, 1);
      provisional ||= !this.isPublished(day);
      if (this.isWorkingDay(day)) left -= 1;
    }
    return { day, provisional };
  }

  /** Working days after `start` up to and including `end`; 0 when `end` is not after `start`. */
  between(start: LocalDate, end: LocalDate): number {
    let count = 0;
    for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) if (this.isWorkingDay(day)) count += 1;
    return count;
  }
}
