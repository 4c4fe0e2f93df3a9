// What falls due for a licence: which events, on which days, and which reminders are still worth sending when a job comes late.
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { isReminderWanted, licenceSchedule, REMINDER_DAYS } from './licence-schedule';

const day = localDate;
const told = (from: string, to: string, today: string) =>
  licenceSchedule({ from: day(from), to: day(to) }, day(today)).map(({ event, on, daysBefore }) =>
    [on, event, daysBefore].filter((part) => part !== undefined).join(' '),
  );

test.each([
  [
    'a year from its first day',
    ['2026-06-01', '2027-05-31', '2026-06-01'],
    [
      '2026-06-01 licence-active',
      '2027-03-02 expiry-reminder 90',
      '2027-05-01 expiry-reminder 30',
      '2027-05-24 expiry-reminder 7',
      '2027-06-01 licence-expired',
    ],
  ],
  [
    'ninety days ahead of the last day: that rung is today, not ahead',
    ['2026-06-01', '2026-08-30', '2026-06-01'],
    ['2026-06-01 licence-active', '2026-07-31 expiry-reminder 30', '2026-08-23 expiry-reminder 7', '2026-08-31 licence-expired'],
  ],
  [
    'ninety-one days',
    ['2026-06-01', '2026-08-31', '2026-06-01'],
    [
      '2026-06-01 licence-active',
      '2026-06-02 expiry-reminder 90',
      '2026-08-01 expiry-reminder 30',
      '2026-08-24 expiry-reminder 7',
      '2026-09-01 licence-expired',
    ],
  ],
  ['a single day', ['2026-06-01', '2026-06-01', '2026-06-01'], ['2026-06-01 licence-active', '2026-06-02 licence-expired']],
  [
    'a short validity that begins later: reminders may lie before its first day',
    ['2026-09-01', '2026-09-10', '2026-08-01'],
    ['2026-08-11 expiry-reminder 30', '2026-09-01 licence-active', '2026-09-03 expiry-reminder 7', '2026-09-11 licence-expired'],
  ],
  [
    'over a leap day',
    ['2028-02-01', '2028-03-01', '2028-01-01'],
    ['2028-01-31 expiry-reminder 30', '2028-02-01 licence-active', '2028-02-23 expiry-reminder 7', '2028-03-02 licence-expired'],
  ],
  ['the end of the calendar', ['2199-12-30', '2199-12-31', '2199-12-30'], ['2199-12-30 licence-active']],
] as const)('%s', (_what, [from, to, today], expected) => {
  expect(told(from, to, today)).toEqual(expected);
});

test('whatever the validity: one start, one expiry on the day after, reminders only ahead, in the order of days', () => {
  fc.assert(
    fc.property(fc.nat(400), fc.nat(400), (wait, length) => {
      const today = day('2026-03-02');
      const validity = { from: addDays(today, wait), to: addDays(today, wait + length) };
      const events = licenceSchedule(validity, today);
      expect(events.map(({ on }) => on)).toEqual(events.map(({ on }) => on).sort());
      expect(events.filter(({ event }) => event === 'licence-active').map(({ on }) => on)).toEqual([validity.from]);
      expect(events.filter(({ event }) => event === 'licence-expired').map(({ on }) => on)).toEqual([addDays(validity.to, 1)]);
      const reminders = events.filter(({ event }) => event === 'expiry-reminder');
      expect(reminders.map(({ daysBefore }) => daysBefore)).toEqual(REMINDER_DAYS.filter((days) => wait + length > days));
    }),
  );
});

const VALIDITY = { from: day('2026-06-01'), to: day('2027-05-31') };

test.each([
  [90, '2027-03-02', true],
  [90, '2027-04-30', true],
  [90, '2027-05-01', false],
  [90, '2027-06-01', false],
  [30, '2027-05-01', true],
  [30, '2027-05-23', true],
  [30, '2027-05-24', false],
  [7, '2027-05-24', true],
  [7, '2027-05-31', true],
  [7, '2027-06-01', false],
])('the reminder of %i days is wanted on %s: %s', (daysBefore, today, wanted) => {
  expect(isReminderWanted(VALIDITY, addDays(VALIDITY.to, -daysBefore), day(today))).toBe(wanted);
});

test('on no day is more than one reminder wanted, however late all of them come', () => {
  for (let left = 95; left >= -2; left -= 1) {
    const today = addDays(VALIDITY.to, -left);
    const wanted = REMINDER_DAYS.filter((days) => days >= left && isReminderWanted(VALIDITY, addDays(VALIDITY.to, -days), today));
    expect({ left, wanted: wanted.length }).toEqual({ left, wanted: left <= 90 && left >= 0 ? 1 : 0 });
  }
});
