// The clocks of rules: a period from a day, the start day not counted, working days by the calendar, pauses left out.
import { addDays, addMonths, isLocalDate, isWeekend, localDate, yearOf, type LocalDate } from '#kernel';
import type { WorkingCalendarData } from '../rulebook/calendar';
import type { LawRule } from '../rulebook/law';

export interface Pause {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The last day of the period, or "not-known" when it runs into a year whose calendar is not published. */
export function lastDayOf(
  rule: LawRule,
  start: LocalDate,
  pauses: readonly Pause[],
  calendar: WorkingCalendarData,
): LocalDate | 'not-known' {
  const count = rule.days ?? 0;
  switch (rule.unit) {
    case 'months':
      return addMonths(start, count);
    case 'years':
      return addMonths(start, 12 * count);
    case 'working-days':
      return workingDays(start, count, pauses, calendar);
    default:
      return addDays(start, count);
  }
}

function workingDays(
  start: LocalDate,
  count: number,
  pauses: readonly Pause[],
  calendar: WorkingCalendarData,
): LocalDate | 'not-known' {
  const step = count < 0 ? -1 : 1;
  let day = start;
  for (let left = Math.abs(count); left > 0;) {
    day = addDays(day, step);
    const works = isWorkingDay(day, calendar);
    if (works === undefined) return 'not-known';
    if (works && !pauses.some((pause) => pause.from <= day && day <= pause.to)) left -= 1;
  }
  return day;
}

/** Undefined in a year whose calendar is not published. */
function isWorkingDay(day: LocalDate, calendar: WorkingCalendarData): boolean | undefined {
  const year = calendar.years.find((row) => row.year === yearOf(day));
  if (year?.status !== 'published') return undefined;
  if (calendar.years.some((row) => row.makeUpDays.includes(day))) return true;
  return !isWeekend(day) && !calendar.years.some((row) => row.holidays.includes(day));
}

/** The spans among `rows` whose reason is one of the words. */
export function pausesOf(rows: unknown, reasons: readonly string[]): Pause[] {
  if (!Array.isArray(rows)) return [];
  return (rows as unknown[]).flatMap((row) => {
    const { from, to, reason } = (row ?? {}) as Record<string, unknown>;
    return isLocalDate(from) && isLocalDate(to) && typeof reason === 'string' && reasons.includes(reason)
      ? [{ from: localDate(from), to: localDate(to) }]
      : [];
  });
}
