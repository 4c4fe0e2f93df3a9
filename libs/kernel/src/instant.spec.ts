import fc from 'fast-check';
import { addMs, Clock, instant, LEGAL_TIME_ZONE, legalDayOf, type Instant } from './instant';
import { addDays, daysBetween, localDate } from './local-date';

test('a moment is normalised to UTC with milliseconds, so that text order is time order', () => {
  expect(instant('2025-04-04T18:00:00+08:00')).toBe('2025-04-04T10:00:00.000Z');
  expect(instant(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
});

test.each(['', 'yesterday', '2025-13-01T00:00:00Z'])('%j is no moment', (text) => {
  expect(() => instant(text)).toThrow(/ISO 8601/);
});

test('the legal day begins at midnight in Beijing, 16:00 UTC of the day before', () => {
  expect(legalDayOf(instant('2025-04-03T15:59:59.999Z'))).toBe('2025-04-03');
  expect(legalDayOf(instant('2025-04-03T16:00:00.000Z'))).toBe('2025-04-04');
  expect(legalDayOf(instant('2025-12-31T16:00:00.000Z'))).toBe('2026-01-01');
});

test('another time zone moves the boundary', () => {
  expect(legalDayOf(instant('2025-04-03T16:00:00Z'), 'UTC')).toBe('2025-04-03');
  expect(legalDayOf(instant('2025-07-03T03:59:59Z'), 'America/New_York')).toBe('2025-07-02');
  expect(legalDayOf(instant('2025-07-03T04:00:00Z'), 'America/New_York')).toBe('2025-07-03');
  expect(() => legalDayOf(instant('2025-07-03T04:00:00Z'), 'Asia/Nowhere')).toThrow(RangeError);
});

const someMoment = fc
  .date({ min: new Date('1993-01-01T00:00:00Z'), max: new Date('2190-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date): Instant => instant(date));

test('24 hours later is the next legal day, and the day never goes back', () => {
  fc.assert(
    fc.property(someMoment, fc.integer({ min: 0, max: 400 * 86_400_000 }), (moment, ms) => {
      expect(legalDayOf(addMs(moment, 86_400_000), LEGAL_TIME_ZONE)).toBe(addDays(legalDayOf(moment), 1));
      expect(daysBetween(legalDayOf(moment), legalDayOf(addMs(moment, ms)))).toBeGreaterThanOrEqual(0);
      expect(addMs(addMs(moment, ms), -ms)).toBe(moment);
    }),
  );
});

test.each([
  ['Asia/Shanghai', '2026-06-01', '2026-05-31T16:00:00.000Z'],
  ['UTC', '2026-06-01', '2026-06-01T00:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-06-01', '2026-05-31T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2026-06-01', '2026-06-01T11:00:00.000Z'],
  ['Asia/Kathmandu', '2026-06-01', '2026-05-31T18:15:00.000Z'],
  ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, start) => {
  class Zoned extends Clock {
    now = () => instant('2026-01-01T00:00:00Z');
    dayOf = (moment: Instant) => legalDayOf(moment, zone);
  }
  const began = new Zoned().startOf(localDate(day));
  expect(began).toBe(start);
  expect([addMs(began, -1), began].map((moment) => legalDayOf(moment, zone) === day)).toEqual([false, true]);
});
