// What falls due in the life of a licence: its first day, the ladder of reminders, the day after its last. Only consequences; the state is read from the validity.
import { addDays, localDate, type LocalDate } from '#kernel';
import type { Validity } from './licence-life';

export const LICENCE_EVENTS = ['licence-active', 'licence-expired', 'expiry-reminder'] as const;
export type LicenceEvent = (typeof LICENCE_EVENTS)[number];

/** Days before the last day of validity on which its holder is reminded, falling. */
export const REMINDER_DAYS = [90, 30, 7] as const;

export interface ScheduledEvent {
  readonly event: LicenceEvent;
  /** The legal day at whose first moment it is due. */
  readonly on: LocalDate;
  /** For a reminder: whole days from `on` to the last day of validity. */
  readonly daysBefore?: number;
}

/** The calendar knows no day after this one. */
const LAST_DAY = localDate('2199-12-31');

/**
 * All that falls due for a licence granted on `today`, in the order of days: the start also when it is today, reminders only on days after `today`,
 * the expiry on the day after the last one (none where the calendar ends first).
 */
export function licenceSchedule(validity: Validity, today: LocalDate): ScheduledEvent[] {
  const reminders = REMINDER_DAYS.map((daysBefore): ScheduledEvent => ({
    event: 'expiry-reminder',
    on: addDays(validity.to, -daysBefore),
    daysBefore,
  }));
  const expiry: ScheduledEvent[] = validity.to < LAST_DAY ? [{ event: 'licence-expired', on: addDays(validity.to, 1) }] : [];
  return [{ event: 'licence-active', on: validity.from } as const, ...reminders.filter(({ on }) => on > today), ...expiry].sort(
    (a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
  );
}

/** Whether a reminder due on `remindOn` is still worth sending on `today`: the licence has not expired, and no later rung of the ladder has come. */
export function isReminderWanted(validity: Validity, remindOn: LocalDate, today: LocalDate): boolean {
  if (today > validity.to) return false;
  return !REMINDER_DAYS.map((days) => addDays(validity.to, -days)).some((rung) => rung > remindOn && rung <= today);
}
