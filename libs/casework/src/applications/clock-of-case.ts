// The legal clock of a case as its log tells it today.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type Instant } from '#kernel';
import { clockOf, reviewClock, type Procedure, type ReviewClock } from '#licensing';
import { LoadedLaw } from '../ports/loaded-law';
import { LoadedProcedures } from '../ports/loaded-procedures';
import type { LogEntry } from '../records';

/** When the clock of a case started and stopped. */
export interface ClockMoments {
  readonly procedure: string;
  readonly acceptedAt: Instant | null;
  readonly decidedAt: Instant | null;
}

@Injectable()
export class ClockOfCase {
  /** Fingerprint of the calendar and the clocks of the procedures: while it is the same, so are the last days of cases. */
  readonly basis: string;

  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly procedures: LoadedProcedures,
  ) {
    const clocks = procedures.list().map((procedure) => [procedure.id, clockOf(procedure)]);
    this.basis = createHash('sha256')
      .update(JSON.stringify([law.rulebook.calendar, clocks]))
      .digest('hex');
  }

  /** Null while it has not started. `log` oldest first. */
  read(procedure: Procedure, log: readonly Pick<LogEntry, 'verb' | 'at'>[]): ReviewClock | null {
    const events = log.map(({ verb, at }) => ({ move: verb, day: this.clock.dayOf(at) }));
    return reviewClock(events, clockOf(procedure), this.law.calendar, this.clock.today());
  }

  /** From the moments that a list holds of a case, without its log. */
  ofSummary({ procedure, acceptedAt, decidedAt }: ClockMoments): ReviewClock | null {
    if (!acceptedAt) return null;
    const rule = clockOf(this.procedures.of({ procedure }));
    const [stop] = rule.stopsWith;
    const events = [
      { move: rule.startsWith, day: this.clock.dayOf(acceptedAt) },
      ...(decidedAt && stop ? [{ move: stop, day: this.clock.dayOf(decidedAt) }] : []),
    ];
    return reviewClock(events, rule, this.law.calendar, this.clock.today());
  }
}
