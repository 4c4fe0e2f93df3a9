import fc from 'fast-check';
import { addDays, addMonths, daysBetween, isLocalDate, isWeekend, localDate, yearOf, type LocalDate } from './local-date';

/** Days that stay inside the calendar when a property moves them by up to ten years. */
const someDay = fc
  .date({ min: new Date('1911-01-01T00:00:00Z'), max: new Date('2188-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));

test.each(['1900-01-01', '2199-12-31', '2024-02-29', '2000-02-29'])('%s is a day', (text) => {
  expect(isLocalDate(text)).toBe(true);
  expect(localDate(text)).toBe(text);
});

test.each([
  '1899-12-31',
  '2200-01-01',
  '2023-02-29',
  '1900-02-29',
  '2026-04-31',
  '2026-13-01',
  '2026-00-10',
  '2026-01-00',
  '2026-1-1',
  '2026-01-01T00:00:00Z',
  ' 2026-01-01',
  '2026-01-01\n',
  '二〇二六年一月一日',
  '',
])('%j is no day and the error tells how to write one', (text) => {
  expect(isLocalDate(text)).toBe(false);
  expect(() => localDate(text)).toThrow(/YYYY-MM-DD/);
});

test.each([null, undefined, 20260101, new Date('2026-01-01'), ['2026-01-01']])('what is no text is no day: %p', (value) => {
  expect(isLocalDate(value)).toBe(false);
});

test('going n days on and counting back gives n', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -3650, max: 3650 }), (day, days) => {
      const other = addDays(day, days);
      expect(daysBetween(day, other)).toBe(days);
      expect(addDays(other, -days)).toBe(day);
      expect(other > day).toBe(days > 0);
    }),
  );
});

test('the last day of the calendar has no next day', () => {
  expect(() => addDays(localDate('2199-12-31'), 1)).toThrow(RangeError);
  expect(() => addDays(localDate('1900-01-01'), -1)).toThrow(RangeError);
});

test.each([
  ['2025-01-31', 1, '2025-02-28'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2025-03-31', -1, '2025-02-28'],
  ['2025-12-15', 1, '2026-01-15'],
  ['2026-05-31', 1, '2026-06-30'],
  ['2026-05-31', 0, '2026-05-31'],
])('%s and %i months is %s', (day, months, expected) => {
  expect(addMonths(localDate(day), months)).toBe(expected);
});

test('months keep the day of the month, or take the last one', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -120, max: 120 }), (day, months) => {
      const moved = addMonths(day, months);
      const monthIndex = (d: LocalDate) => yearOf(d) * 12 + Number(d.slice(5, 7));
      expect(monthIndex(moved) - monthIndex(day)).toBe(months);
      const dayOfMonth = moved.slice(8);
      if (dayOfMonth !== day.slice(8)) {
        expect(dayOfMonth < day.slice(8)).toBe(true);
        expect(addDays(moved, 1).slice(8)).toBe('01');
      }
    }),
  );
});

test('each run of seven days holds one Saturday and one Sunday', () => {
  fc.assert(
    fc.property(someDay, (day) => {
      const week = [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(day, n));
      expect(week.filter(isWeekend)).toHaveLength(2);
    }),
  );
  expect(isWeekend(localDate('2026-11-21'))).toBe(true);
  expect(isWeekend(localDate('2026-11-22'))).toBe(true);
  expect(isWeekend(localDate('2026-11-23'))).toBe(false);
});
