// The clock of a review: 45 working days from acceptance (Decree 792 Art. 17), computed from the event log and the calendar, never counted up.
import type { LocalDate } from '#kernel';
import { applicationMove, type ApplicationMoveName } from '../lifecycle/transitions';
import type { WorkingCalendar } from './working-days';

/** Working days, the day of acceptance not counted. Decree 792 Art. 17. */
export const REVIEW_WORKING_DAYS = 45;

export interface ClockEvent {
  readonly move: ApplicationMoveName;
  readonly day: LocalDate;
}

export interface ReviewClock {
  readonly startedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The due day touches a year without a published calendar and may move. */
  readonly provisional: boolean;
  readonly stoppedOn: LocalDate | null;
  /** Working days used until the stop, or until `today`. */
  readonly used: number;
  /** Working days left; negative when overdue. */
  readonly left: number;
  readonly limit: number;
}

/** The clock as read on `today`, or null while the application has not been accepted. Events in the order of the log. */
export function reviewClock(events: readonly ClockEvent[], calendar: WorkingCalendar, today: LocalDate): ReviewClock | null {
  let startedOn: LocalDate | null = null;
  let stoppedOn: LocalDate | null = null;
  for (const event of events) {
    const effect = applicationMove(event.move)?.clock;
    if (effect === 'starts') {
      startedOn = event.day;
      stoppedOn = null;
    } else if (effect === 'stops' && startedOn) stoppedOn ??= event.day;
  }
  if (!startedOn) return null;
  const due = calendar.after(startedOn, REVIEW_WORKING_DAYS);
  const used = calendar.between(startedOn, stoppedOn ?? today);
  return {
    startedOn,
    dueOn: due.day,
    provisional: due.provisional,
    stoppedOn,
    used,
    left: REVIEW_WORKING_DAYS - used,
    limit: REVIEW_WORKING_DAYS,
  };
}
