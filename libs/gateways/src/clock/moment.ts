// Moments as a person writes them: with an offset, on a day of the calendar, within the years that the law here speaks of.

const FORM = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** True for `2025-10-08T09:00:00+08:00` and the like, years 2000 to 2099; a moment without offset is none. */
export function isMoment(text: string): boolean {
  const day = FORM.exec(text)?.[1];
  if (day === undefined || !/^20/.test(day) || Number.isNaN(Date.parse(text))) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
