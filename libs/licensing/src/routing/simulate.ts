// What a change of the rules would move: each case routed by the present and by the proposed rules, one after the other.
import type { LocalDate } from '#kernel';
import type { RoutingFacts } from './criteria';
import { countersignaturesAmong, routeAmong, rulesOn, type RoutingRule } from './rules';

export interface SimulatedCase {
  readonly id: string;
  readonly facts: RoutingFacts;
  /** The day whose rules apply. */
  readonly day: LocalDate;
}

/** A case that the proposed rules treat otherwise. Queues are named in the order of their ids; none means the fallback queue. */
export interface MovedCase {
  readonly id: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly countersignatures: { readonly from: number; readonly to: number };
}

export interface SimulationOutcome {
  readonly compared: number;
  /** All cases that move, listed or not. */
  readonly movedCount: number;
  /** The first that move, at most as many as asked for. */
  readonly moved: readonly MovedCase[];
}

export interface SimulationOptions {
  /** Countersignatures that the procedure asks at least. */
  readonly least: number;
  /** How many moved cases are listed at most; 200 unless stated. */
  readonly listed?: number;
}

export const LISTED_MOVES = 200;

/** Compares case by case as the cases come; it keeps no case beyond the listed ones. */
export class Simulation {
  private readonly present: (day: LocalDate) => readonly RoutingRule[];
  private readonly proposed: (day: LocalDate) => readonly RoutingRule[];
  private readonly moved: MovedCase[] = [];
  private compared = 0;
  private movedCount = 0;

  constructor(
    present: readonly RoutingRule[],
    proposed: readonly RoutingRule[],
    private readonly options: SimulationOptions,
  ) {
    this.present = byDay(present);
    this.proposed = byDay(proposed);
  }

  /** True when the case moves. */
  compare({ id, facts, day }: SimulatedCase): boolean {
    this.compared += 1;
    const before = this.routed(this.present(day), facts);
    const after = this.routed(this.proposed(day), facts);
    if (before.count === after.count && before.queueIds.join('\n') === after.queueIds.join('\n')) return false;
    this.movedCount += 1;
    if (this.moved.length < (this.options.listed ?? LISTED_MOVES)) {
      const countersignatures = { from: before.count, to: after.count };
      this.moved.push({ id, from: before.queueIds, to: after.queueIds, countersignatures });
    }
    return true;
  }

  outcome(): SimulationOutcome {
    return { compared: this.compared, movedCount: this.movedCount, moved: [...this.moved] };
  }

  private routed(inForce: readonly RoutingRule[], facts: RoutingFacts) {
    return {
      queueIds: routeAmong(inForce, facts)
        .map(({ queueId }) => queueId)
        .sort(),
      count: countersignaturesAmong(inForce, facts, this.options.least).count,
    };
  }
}

/** What the proposed rules move among the cases. */
export function simulate(
  present: readonly RoutingRule[],
  proposed: readonly RoutingRule[],
  cases: Iterable<SimulatedCase>,
  options: SimulationOptions,
): SimulationOutcome {
  const simulation = new Simulation(present, proposed, options);
  for (const each of cases) simulation.compare(each);
  return simulation.outcome();
}

function byDay(rules: readonly RoutingRule[]): (day: LocalDate) => readonly RoutingRule[] {
  const days = new Map<LocalDate, readonly RoutingRule[]>();
  return (day) => {
    const inForce = days.get(day) ?? rulesOn(rules, day);
    days.set(day, inForce);
    return inForce;
  };
}
