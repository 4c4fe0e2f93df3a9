import { isLocalDate, legalDayOf } from '#kernel';
import { SystemClock } from './system-clock';

test('the clock never runs backwards and its day is the day of its moment in the legal time zone', () => {
  const clock = new SystemClock('Pacific/Kiritimati');
  const before = clock.now();
  const today = clock.today();
  const after = clock.now();
  expect(before <= after).toBe(true);
  expect(isLocalDate(today)).toBe(true);
  expect([legalDayOf(before, 'Pacific/Kiritimati'), legalDayOf(after, 'Pacific/Kiritimati')]).toContain(today);
});
