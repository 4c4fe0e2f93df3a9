// A legal day without a time of day, in the calendar of the authority (Asia/Shanghai unless set otherwise).

/** A legal day, `YYYY-MM-DD`, proleptic Gregorian, years 1900 to 2199. Compare with `<` and `>`: the text order is the day order. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const MS_PER_DAY = 86_400_000;
const PATTERN = /^(19|20|21)\d{2}-\d{2}-\d{2}$/;

/** True when the text names a day that exists. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !PATTERN.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** The day that the text names. Throws RangeError when there is no such day. */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`"${text}" is not a day; write YYYY-MM-DD, years 1900 to 2199`);
  return text;
}

/** The day `days` after `day`; negative counts back. */
export function addDays(day: LocalDate, days: number): LocalDate {
  return localDate(new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY).toISOString().slice(0, 10));
}

/** Whole days from `from` to `to`; 0 for the same day, negative when `to` lies earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MS_PER_DAY);
}

/** The same day of the month `months` later, or the month's last day where it has no such day. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(dayOfMonth, last));
  return localDate(first.toISOString().slice(0, 10));
}

/** The calendar year of the day. */
export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}

/** Saturday or Sunday. */
export function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
