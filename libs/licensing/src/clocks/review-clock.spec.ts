// The review clock as read from the log on any day; a missed night cannot lose time, for nothing is counted up.
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { shippedRulebook } from '../../../../test/rules/shipped-law';
import { applicationMoves } from '../lifecycle/transitions';
import { reviewClock, REVIEW_WORKING_DAYS, type ClockEvent } from './review-clock';
import { WorkingCalendar } from './working-days';

const calendar = new WorkingCalendar(shippedRulebook().calendar);
const day = localDate;
const event = (move: ClockEvent['move'], on: string): ClockEvent => ({ move, day: day(on) });
const FILED = event('submit', '2026-03-02');
const ACCEPTED = event('accept', '2026-03-04');

test('before acceptance there is no clock, whatever happened', () => {
  const today = day('2026-06-01');
  expect(reviewClock([], calendar, today)).toBeNull();
  expect(reviewClock([FILED, event('return', '2026-03-03'), event('resubmit', '2026-03-05')], calendar, today)).toBeNull();
  expect(reviewClock([FILED, event('withdraw', '2026-03-03')], calendar, today)).toBeNull();
});

test('it runs from acceptance, the day itself not counted', () => {
  const clock = { startedOn: '2026-03-04', dueOn: '2026-05-11', provisional: false, stoppedOn: null, limit: 45 };
  const read = (today: string) => reviewClock([FILED, ACCEPTED], calendar, day(today));
  expect(read('2026-03-04')).toEqual({ ...clock, used: 0, left: 45 });
  expect(read('2026-03-05')).toEqual({ ...clock, used: 1, left: 44 });
  expect(read('2026-03-08')).toEqual({ ...clock, used: 2, left: 43 });
  expect(read('2026-05-11')).toEqual({ ...clock, used: 45, left: 0 });
  expect(read('2026-05-12')).toEqual({ ...clock, used: 46, left: -1 });
});

test.each(['grant', 'refuse', 'withdraw'] as const)('%s stops it for good', (move) => {
  const events = [FILED, ACCEPTED, event('start-review', '2026-03-05'), event(move, '2026-03-10'), event('close', '2026-04-01')];
  for (const today of ['2026-03-10', '2026-12-01']) {
    expect(reviewClock(events, calendar, day(today))).toMatchObject({ stoppedOn: '2026-03-10', used: 4, left: 41 });
  }
});

test('only moves of the table that start or stop it matter', () => {
  const neutral = applicationMoves.filter((move) => move.clock === 'none').map((move) => event(move.name, '2026-03-20'));
  expect(neutral.length).toBeGreaterThan(5);
  expect(reviewClock([FILED, ACCEPTED, ...neutral], calendar, day('2026-04-01'))).toEqual(
    reviewClock([ACCEPTED], calendar, day('2026-04-01')),
  );
});

test('acceptance after a stop begins a new count', () => {
  const events = [ACCEPTED, event('withdraw', '2026-03-10'), event('accept', '2026-06-22')];
  expect(reviewClock(events, calendar, day('2026-06-23'))).toEqual({
    startedOn: '2026-06-22',
    dueOn: '2026-08-24',
    provisional: false,
    stoppedOn: null,
    used: 1,
    left: 44,
    limit: 45,
  });
});

test('a due day in a year without a published calendar is provisional', () => {
  expect(reviewClock([event('accept', '2026-10-28')], calendar, day('2026-10-28'))).toMatchObject({
    dueOn: '2026-12-30',
    provisional: false,
  });
  expect(reviewClock([event('accept', '2026-10-30')], calendar, day('2026-10-30'))).toMatchObject({
    dueOn: '2027-01-01',
    provisional: true,
  });
});

test('used and left add up to the limit on every day, and nothing is left exactly from the due day on', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(200), (start, later) => {
      const startedOn = addDays(day('2024-01-01'), start);
      const today = addDays(startedOn, later);
      const clock = reviewClock([{ move: 'accept', day: startedOn }], calendar, today);
      expect(clock).not.toBeNull();
      if (!clock) return;
      expect(clock.used + clock.left).toBe(REVIEW_WORKING_DAYS);
      expect(clock.left <= 0).toBe(today >= clock.dueOn);
    }),
  );
});
