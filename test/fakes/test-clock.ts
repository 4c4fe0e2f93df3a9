// A clock that stands still until a test moves it.
import { addMs, Clock, instant, LEGAL_TIME_ZONE, legalDayOf, type Instant, type LocalDate } from '#kernel';

const MS_PER_DAY = 86_400_000;

export class TestClock extends Clock {
  private moment: Instant;

  constructor(
    start = '2026-03-02T01:00:00Z',
    private readonly timeZone: string = LEGAL_TIME_ZONE,
  ) {
    super();
    this.moment = instant(start);
  }

  now(): Instant {
    return this.moment;
  }

  dayOf(moment: Instant): LocalDate {
    return legalDayOf(moment, this.timeZone);
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
