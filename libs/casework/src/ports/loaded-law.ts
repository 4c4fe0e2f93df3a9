// The law that this process loaded at start, with the working-day calendar built from it; a value that use cases share.
import type { LawText, Rulebook } from '#regulation';
import { WorkingCalendar } from '#licensing';

export class LoadedLaw {
  readonly calendar: WorkingCalendar;
  /** `texts`: what the rulebook was loaded from, so that it can be kept. */
  constructor(
    readonly rulebook: Rulebook,
    readonly texts: readonly LawText[] = [],
  ) {
    this.calendar = new WorkingCalendar(rulebook.calendar);
  }
}
