// The clock of the demo's past: each step of a story falls on a working day some days before now, in order.
import { addDays, addMs, Clock, instant, type Instant, type LocalDate } from '#kernel';
import type { WorkingCalendar } from '#licensing';

const STEP_MS = 7 * 60_000;

export class StoryClock extends Clock {
  private moment: Instant;

  constructor(
    private readonly real: Clock,
    private readonly calendar: WorkingCalendar,
  ) {
    super();
    this.moment = real.now();
  }

  override now(): Instant {
    return this.moment;
  }

  override dayOf(moment: Instant): LocalDate {
    return this.real.dayOf(moment);
  }

  /** Begins a story, which may lie before the end of the last one. */
  begin(daysAgo: number): void {
    this.moment = this.morning(daysAgo);
  }

  /** Goes to the working day that lies `daysAgo` days back or next before it; at least some minutes on, never past the real now. */
  moveTo(daysAgo: number): void {
    const next = addMs(this.moment, STEP_MS);
    const day = this.morning(daysAgo);
    const later = day > next ? day : next;
    const now = this.real.now();
    this.moment = later < now ? later : now;
  }

  private morning(daysAgo: number): Instant {
    let day = addDays(this.real.today(), -daysAgo);
    while (!this.calendar.isWorkingDay(day)) day = addDays(day, -1);
    return instant(`${day}T01:40:00Z`);
  }
}
