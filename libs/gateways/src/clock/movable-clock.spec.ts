import { Clock, instant, legalDayOf, type Instant, type LocalDate } from '#kernel';
import { MovableClock } from './movable-clock';

class Still extends Clock {
  override now(): Instant {
    return instant('2026-11-21T04:00:00Z');
  }
  override dayOf(moment: Instant): LocalDate {
    return legalDayOf(moment);
  }
}

test('stands at the wall clock until it is moved, and then at its distance from it', () => {
  const clock = new MovableClock(new Still());
  expect([clock.now(), clock.isMoved]).toEqual(['2026-11-21T04:00:00.000Z', false]);
  clock.moveTo(-409 * 86_400_000);
  expect([clock.now(), clock.today(), clock.isMoved]).toEqual(['2025-10-08T04:00:00.000Z', '2025-10-08', true]);
});

test('follows a distance that changes, survives a question that fails, and asks no more once it is closed', async () => {
  const clock = new MovableClock(new Still());
  const answers = [() => Promise.resolve(1_000), () => Promise.reject(new Error('away')), () => Promise.resolve(60_000)];
  let asked = 0;
  let third: () => void = () => undefined;
  const wasAsked = new Promise<void>((resolve) => (third = resolve));
  await clock.follow(async () => {
    const answer = answers[asked++];
    if (asked === 3) third();
    if (!answer) throw new Error('asked after the end');
    return answer();
  });
  expect(clock.now()).toBe('2026-11-21T04:00:01.000Z');
  await wasAsked;
  await clock.close();
  expect(clock.now()).toBe('2026-11-21T04:01:00.000Z');
  expect(asked).toBe(3);
});

test('a first question that fails is told', async () => {
  await expect(new MovableClock(new Still()).follow(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
});
