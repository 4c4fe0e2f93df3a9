// A clock that stands still until a test moves it.
import { addMs, instant, LEGAL_TIME_ZONE, legalDayOf, type Clock, type Instant, type LocalDate } from '#kernel';

const MS_PER_DAY = 86_400_000;

export class TestClock implements Clock {
  private moment: Instant;

  constructor(
    start = '2026-03-02T01:00:00Z',
    private readonly timeZone: string = LEGAL_TIME_ZONE,
  ) {
    this.moment = instant(start);
  }

  now(): Instant {
    return this.moment;
  }

  today(): LocalDate {
    return legalDayOf(this.moment, this.timeZone);
  }

  /** Jumps to the moment, forwards or back. */
  set(moment: string): this {
    this.moment = instant(moment);
    return this;
  }

  /** Moves on by milliseconds; negative goes back. */
  advanceMs(ms: number): this {
    this.moment = addMs(this.moment, ms);
    return this;
  }

  /** Moves on by whole days of 24 hours; negative goes back. */
  advanceDays(days: number): this {
    return this.advanceMs(days * MS_PER_DAY);
  }
}
