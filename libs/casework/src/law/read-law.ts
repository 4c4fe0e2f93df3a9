// The loaded law on a day, and its difference between two days or two states of knowledge.
import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '#kernel';
import { differenceOf, lawDay, type LawDay, type LawDifference } from '#regulation';
import { LoadedLaw } from '../ports/loaded-law';

export interface AskedPoint {
  /** Today where it is left out. */
  readonly on?: LocalDate;
  /** Everything loaded where it is left out. */
  readonly knownOn?: LocalDate;
}

@Injectable()
export class ReadLaw {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
  ) {}

  /** Throws Refusal `determination.day-before-law` (invalid). */
  day({ on, knownOn }: AskedPoint): LawDay {
    return lawDay(this.law.rulebook, { on: on ?? this.clock.today(), knownOn: knownOn ?? null });
  }

  /** Throws Refusal `determination.day-before-law` (invalid). */
  difference(from: AskedPoint, to: AskedPoint): LawDifference {
    const point = ({ on, knownOn }: AskedPoint) => ({ on: on ?? this.clock.today(), knownOn: knownOn ?? null });
    return differenceOf(this.law.rulebook, point(from), point(to));
  }
}
