// The wall clock of the machine, read here and nowhere else.
import { instant, LEGAL_TIME_ZONE, legalDayOf, type Clock, type Instant, type LocalDate } from '#kernel';

export class SystemClock implements Clock {
  /** `timeZone` (IANA name) decides which legal day a moment falls on. */
  constructor(private readonly timeZone: string = LEGAL_TIME_ZONE) {}

  now(): Instant {
    // eslint-disable-next-line no-restricted-syntax -- this is the system clock
    return instant(new Date());
  }

  today(): LocalDate {
    return legalDayOf(this.now(), this.timeZone);
  }
}
