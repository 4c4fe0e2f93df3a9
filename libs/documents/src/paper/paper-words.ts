// How days and numbers are written on papers and in letters, in both languages.
import { LEGAL_TIME_ZONE, type Bilingual, type Instant, type LocalDate } from '#kernel';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** 2026年1月5日 and 5 January 2026. */
export function dayInWords(day: LocalDate): Bilingual {
  const [year, month, dayOfMonth] = day.split('-').map(Number) as [number, number, number];
  return { zh: `${year}年${month}月${dayOfMonth}日`, en: `${dayOfMonth} ${MONTHS[month - 1] ?? ''} ${year}` };
}

/** The moment in the authority's time zone, to the minute, with the zone named. */
export function momentInWords(moment: Instant): Bilingual {
  const text = new Date(moment).toLocaleString('sv-SE', { timeZone: LEGAL_TIME_ZONE });
  const [day, time] = text.split(' ') as [LocalDate, string];
  const minute = time.slice(0, 5);
  const words = dayInWords(day);
  return { zh: `${words.zh} ${minute}（北京时间）`, en: `${words.en}, ${minute} (Beijing time, UTC+8)` };
}

/** Plain decimal text with a comma after each third digit before the point; no digit is added, dropped or rounded. */
export function groupDigits(plain: string): string {
  const [whole = '', fraction] = plain.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
