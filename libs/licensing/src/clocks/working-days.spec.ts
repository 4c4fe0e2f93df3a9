// Working days against the published calendar of the mainland, and the rules between counting on and counting back.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { addDays, daysBetween, localDate, yearOf, type LocalDate } from '#kernel';
import { shippedRulebook } from '../../../../test/rules/shipped-law';
import { WorkingCalendar } from './working-days';

const calendar = new WorkingCalendar(shippedRulebook().calendar);
const day = localDate;

test.each([
  ['2025-01-26', true, 'Sunday worked before the Spring Festival of 2025'],
  ['2025-01-27', true, 'Monday before it'],
  ['2025-01-28', false, 'eve of the Spring Festival, a Tuesday'],
  ['2025-02-04', false, 'its last day, a Tuesday'],
  ['2025-02-05', true, 'Wednesday after it'],
  ['2025-02-08', true, 'Saturday worked after it'],
  ['2025-02-09', false, 'an ordinary Sunday'],
  ['2026-01-02', false, 'Friday after New Year'],
  ['2026-01-04', true, 'Sunday worked for it'],
  ['2026-02-14', true, 'Saturday worked before the Spring Festival of 2026'],
  ['2026-02-23', false, 'Monday, its ninth day'],
  ['2026-02-24', true, 'Tuesday after it'],
  ['2026-02-28', true, 'Saturday worked after it'],
  ['2026-09-20', true, 'Sunday worked for the National Day'],
  ['2026-10-07', false, 'its last day'],
  ['2026-10-10', true, 'Saturday worked after it'],
  ['2022-12-31', false, 'a Saturday off by the notice for 2023'],
])('%s is a working day: %p (%s)', (text, expected) => {
  expect(calendar.isWorkingDay(day(text))).toBe(expected);
});

test('45 working days over the Spring Festival of 2026', () => {
  expect(calendar.after(day('2026-01-05'), 45)).toEqual({ day: '2026-03-13', provisional: false });
});

test('45 working days without any holiday are nine weeks', () => {
  expect(calendar.after(day('2026-06-22'), 45)).toEqual({ day: '2026-08-24', provisional: false });
  expect(daysBetween(day('2026-06-22'), day('2026-08-24'))).toBe(63);
});

test('the start day is not counted, nor is it asked to be a working day', () => {
  expect(calendar.after(day('2026-11-20'), 1).day).toBe('2026-11-23');
  expect(calendar.after(day('2026-11-21'), 1).day).toBe('2026-11-23');
  expect(calendar.after(day('2026-11-22'), 1).day).toBe('2026-11-23');
  expect(calendar.after(day('2026-11-23'), 1).day).toBe('2026-11-24');
});

test('a count that touches 2027, whose notice is not known, is provisional; one that ends on the last day of 2026 is not', () => {
  expect(calendar.after(day('2026-12-30'), 1)).toEqual({ day: '2026-12-31', provisional: false });
  expect(calendar.after(day('2026-12-31'), 1)).toEqual({ day: '2027-01-01', provisional: true });
  expect(calendar.after(day('2026-11-20'), 45).provisional).toBe(true);
  expect(calendar.after(day('2027-03-01'), 1).provisional).toBe(true);
});

test('a year that the data do not name at all is not published either', () => {
  expect(calendar.isPublished(day('2026-12-31'))).toBe(true);
  expect(calendar.isPublished(day('2027-01-01'))).toBe(false);
  expect(calendar.isPublished(day('2031-01-01'))).toBe(false);
  expect(calendar.isPublished(day('2022-12-31'))).toBe(false);
});

test('between counts the end and not the start, and is 0 backwards', () => {
  expect(calendar.between(day('2026-11-20'), day('2026-11-20'))).toBe(0);
  expect(calendar.between(day('2026-11-20'), day('2026-11-22'))).toBe(0);
  expect(calendar.between(day('2026-11-20'), day('2026-11-23'))).toBe(1);
  expect(calendar.between(day('2026-11-23'), day('2026-11-20'))).toBe(0);
});

const someDay = fc.integer({ min: 0, max: 3600 }).map((days): LocalDate => addDays(day('2020-01-01'), days));

test('counting on and counting between agree', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 90 }), (start, count) => {
      const end = calendar.after(start, count).day;
      expect(calendar.isWorkingDay(end)).toBe(true);
      expect(calendar.between(start, end)).toBe(count);
      expect(calendar.between(start, addDays(end, -1))).toBe(count - 1);
    }),
  );
});

test('two stretches add up', () => {
  fc.assert(
    fc.property(someDay, fc.nat(200), fc.nat(200), (start, first, second) => {
      const middle = addDays(start, first);
      const end = addDays(middle, second);
      expect(calendar.between(start, middle) + calendar.between(middle, end)).toBe(calendar.between(start, end));
    }),
  );
});

interface SharedYear {
  readonly status: string;
  readonly holidays?: readonly { date: string }[];
  readonly makeUpWorkingDays?: readonly { date: string }[];
  readonly workingDaysInYear?: number;
}

const SHARED = path.resolve(__dirname, '../../../../../shared/domain/china/calendar.json');

if (existsSync(SHARED)) {
  const { years } = JSON.parse(readFileSync(SHARED, 'utf8')) as { years: Record<string, SharedYear> };
  const published = Object.entries(years).filter(([, year]) => year.status === 'published');

  test.each(published)('%s: each holiday is off, each make-up day is worked, and the year adds up', (number, year) => {
    for (const { date } of year.holidays ?? []) expect([date, calendar.isWorkingDay(day(date))]).toEqual([date, false]);
    for (const { date } of year.makeUpWorkingDays ?? []) expect([date, calendar.isWorkingDay(day(date))]).toEqual([date, true]);
    const last = day(`${number}-12-31`);
    expect(yearOf(last)).toBe(Number(number));
    expect(calendar.between(addDays(day(`${number}-01-01`), -1), last)).toBe(year.workingDaysInYear);
  });
} else {
  console.log(`Skipped: the year-by-year comparison, for want of ${SHARED}`);
}
