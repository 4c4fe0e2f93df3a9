// The wall clock of the machine, read here and nowhere else.
import { Clock, instant, LEGAL_TIME_ZONE, legalDayOf, type Instant, type LocalDate } from '#kernel';

export class SystemClock extends Clock {
  /** `timeZone` (IANA name) decides which legal day a moment falls on. */
  constructor(private readonly timeZone: string = LEGAL_TIME_ZONE) {
    super();
  }

  now(): Instant {
    // eslint-disable-next-line no-restricted-syntax -- this is the system clock
    return instant(new Date());
  }

  dayOf(moment: Instant): LocalDate {
    return legalDayOf(moment, this.timeZone);
  }
}
