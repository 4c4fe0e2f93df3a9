// What a change of the rules would move: each case routed by the present and by the proposed rules, one after the other.
import type { LocalDate } from '#kernel';
import type { ApplicationStatus } from '../lifecycle/transitions';
import type { RoutingFacts } from './criteria';
import { countersignaturesAmong, routeAmong, rulesOn, type RoutingRule, type SignatureBounds } from './rules';

export interface SimulatedCase {
  readonly id: string;
  /** The case as rules for countersignatures see it; where no stage differs, its queues are named at the stage of these facts. */
  readonly signed: RoutingFacts;
  /** The case at each stage at which the rules for queues are tried. */
  readonly stages: readonly RoutingFacts[];
  /** The day whose rules apply. */
  readonly day: LocalDate;
  /** Those of the case's procedure. */
  readonly countersignatures: SignatureBounds;
}

/** A case that the proposed rules treat otherwise: queues of the first stage at which they differ, in the order of their ids; none means the fallback queue. */
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
  /** Whether the queue takes cases of the stage; one that does not is left out, as when a case moves. */
  readonly takes: (queueId: string, stage: ApplicationStatus) => boolean;
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
  compare({ id, signed, stages, day, countersignatures: bounds }: SimulatedCase): boolean {
    this.compared += 1;
    const [present, proposed] = [this.present(day), this.proposed(day)];
    const asked = (rules: readonly RoutingRule[]) => countersignaturesAmong(rules, signed, bounds).count;
    const countersignatures = { from: asked(present), to: asked(proposed) };
    const queues = (at: RoutingFacts) => ({ from: this.queues(present, at), to: this.queues(proposed, at) });
    const differing = stages.find((at) => {
      const { from, to } = queues(at);
      return from.join('\n') !== to.join('\n');
    });
    if (!differing && countersignatures.from === countersignatures.to) return false;
    this.movedCount += 1;
    if (this.moved.length < (this.options.listed ?? LISTED_MOVES))
      this.moved.push({ id, ...queues(differing ?? signed), countersignatures });
    return true;
  }

  outcome(): SimulationOutcome {
    return { compared: this.compared, movedCount: this.movedCount, moved: [...this.moved] };
  }

  private queues(inForce: readonly RoutingRule[], facts: RoutingFacts): string[] {
    return routeAmong(inForce, facts)
      .map(({ queueId }) => queueId)
      .filter((queueId) => this.options.takes(queueId, facts.stage))
      .sort();
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
