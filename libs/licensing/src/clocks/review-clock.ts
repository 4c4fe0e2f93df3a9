// The clock of a review, by the procedure's manifest (Decree 792 Art. 17: 45 working days), computed from the event log and the calendar, never counted up.
import type { LocalDate } from '#kernel';
import { FORMER_MOVES } from '../lifecycle/transitions';
import type { ProcedureClock } from '../procedure/manifest';
import type { WorkingCalendar } from './working-days';

export interface ClockEvent {
  /** A move of the table or of FORMER_MOVES; anything else leaves the clock alone. */
  readonly move: string;
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

/** The moves that start and stop a clock, and its working days, the day of the start not counted. */
export type ClockRule = Pick<ProcedureClock, 'days' | 'startsWith' | 'stopsWith'>;

/** The clock as read on `today`, or null while it has not started. Events in the order of the log. */
export function reviewClock(
  events: readonly ClockEvent[],
  rule: ClockRule,
  calendar: WorkingCalendar,
  today: LocalDate,
): ReviewClock | null {
  let startedOn: LocalDate | null = null;
  let stoppedOn: LocalDate | null = null;
  for (const { move, day } of events) {
    if (move === rule.startsWith) {
      startedOn = day;
      stoppedOn = null;
    } else if (startedOn && stops(rule, move)) stoppedOn ??= day;
  }
  if (!startedOn) return null;
  const due = calendar.after(startedOn, rule.days);
  const used = calendar.between(startedOn, stoppedOn ?? today);
  return {
    startedOn,
    dueOn: due.day,
    provisional: due.provisional,
    stoppedOn,
    used,
    left: rule.days - used,
    limit: rule.days,
  };
}

function stops({ stopsWith }: ClockRule, move: string): boolean {
  return [...stopsWith, ...FORMER_MOVES].some((stop) => stop === move);
}
