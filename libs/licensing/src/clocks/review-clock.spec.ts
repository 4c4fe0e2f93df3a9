// The review clock as read from the log on any day; a missed night cannot lose time, for nothing is counted up.
import fc from 'fast-check';
import { addDays, localDate } from '#kernel';
import { shippedRulebook } from '../../../../test/rules/shipped-law';
import { applicationMoves, FORMER_MOVES } from '../lifecycle/transitions';
import { reviewClock, type ClockEvent, type ClockRule } from './review-clock';
import { WorkingCalendar } from './working-days';

const calendar = new WorkingCalendar(shippedRulebook().calendar);
const day = localDate;
const event = (move: ClockEvent['move'], on: string): ClockEvent => ({ move, day: day(on) });
/** As the manifest of the single licence states it. */
const RULE: ClockRule = { days: 45, startsWith: 'accept', stopsWith: ['publish', 'withdraw', 'amend'] };
const clockOn = (events: readonly ClockEvent[], today: ReturnType<typeof day>, rule = RULE) =>
  reviewClock(events, rule, calendar, today);
const FILED = event('submit', '2026-03-02');
const ACCEPTED = event('accept', '2026-03-04');

test('before acceptance there is no clock, whatever happened', () => {
  const today = day('2026-06-01');
  expect(clockOn([], today)).toBeNull();
  expect(clockOn([FILED, event('return', '2026-03-03'), event('resubmit', '2026-03-05')], today)).toBeNull();
  expect(clockOn([FILED, event('withdraw', '2026-03-03')], today)).toBeNull();
});

test('it runs from acceptance, the day itself not counted', () => {
  const clock = { startedOn: '2026-03-04', dueOn: '2026-05-11', provisional: false, stoppedOn: null, limit: 45 };
  const read = (today: string) => clockOn([FILED, ACCEPTED], day(today));
  expect(read('2026-03-04')).toEqual({ ...clock, used: 0, left: 45 });
  expect(read('2026-03-05')).toEqual({ ...clock, used: 1, left: 44 });
  expect(read('2026-03-08')).toEqual({ ...clock, used: 2, left: 43 });
  expect(read('2026-05-11')).toEqual({ ...clock, used: 45, left: 0 });
  expect(read('2026-05-12')).toEqual({ ...clock, used: 46, left: -1 });
});

test.each([...RULE.stopsWith, ...FORMER_MOVES])('%s stops it for good', (move) => {
  const events = [FILED, ACCEPTED, event('start-review', '2026-03-05'), event(move, '2026-03-10'), event('close', '2026-04-01')];
  for (const today of ['2026-03-10', '2026-12-01']) {
    expect(clockOn(events, day(today))).toMatchObject({ stoppedOn: '2026-03-10', used: 4, left: 41 });
  }
});

test('only moves that start or stop it matter', () => {
  const neutral = applicationMoves
    .filter(({ name }) => name !== RULE.startsWith && !RULE.stopsWith.includes(name))
    .map(({ name }) => event(name, '2026-03-20'));
  expect(neutral.length).toBeGreaterThan(5);
  expect(clockOn([FILED, ACCEPTED, ...neutral], day('2026-04-01'))).toEqual(clockOn([ACCEPTED], day('2026-04-01')));
});

test('acceptance after a stop begins a new count', () => {
  const events = [ACCEPTED, event('withdraw', '2026-03-10'), event('accept', '2026-06-22')];
  expect(clockOn(events, day('2026-06-23'))).toEqual({
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
  expect(clockOn([event('accept', '2026-10-28')], day('2026-10-28'))).toMatchObject({
    dueOn: '2026-12-30',
    provisional: false,
  });
  expect(clockOn([event('accept', '2026-10-30')], day('2026-10-30'))).toMatchObject({
    dueOn: '2027-01-01',
    provisional: true,
  });
});

test('the procedure says what starts it, what stops it and how many days it has', () => {
  const rule: ClockRule = { days: 10, startsWith: 'forward', stopsWith: ['close'] };
  const events = [event('forward', '2026-03-02'), ACCEPTED, event('publish', '2026-03-06'), event('close', '2026-03-09')];
  expect(clockOn(events, day('2026-04-01'), rule)).toEqual({
    startedOn: '2026-03-02',
    dueOn: '2026-03-16',
    provisional: false,
    stoppedOn: '2026-03-09',
    used: 5,
    left: 5,
    limit: 10,
  });
});

test('a decision of the former table stops the clock of any procedure', () => {
  const rule: ClockRule = { ...RULE, stopsWith: ['close'] };
  for (const move of FORMER_MOVES)
    expect(clockOn([ACCEPTED, event(move, '2026-03-10')], day('2026-06-01'), rule)?.stoppedOn).toBe('2026-03-10');
});

test('used and left add up to the limit on every day, and nothing is left exactly from the due day on', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(200), (start, later) => {
      const startedOn = addDays(day('2024-01-01'), start);
      const today = addDays(startedOn, later);
      const clock = clockOn([{ move: 'accept', day: startedOn }], today);
      expect(clock).not.toBeNull();
      if (!clock) return;
      expect(clock.used + clock.left).toBe(RULE.days);
      expect(clock.left <= 0).toBe(today >= clock.dueOn);
    }),
  );
});
