// The law that this process loaded at start, with the working-day calendar built from it; a value that use cases share.
import type { Rulebook } from '#regulation';
import { WorkingCalendar } from '#licensing';

export class LoadedLaw {
  readonly calendar: WorkingCalendar;
  constructor(readonly rulebook: Rulebook) {
    this.calendar = new WorkingCalendar(rulebook.calendar);
  }
}
