// What a change of the routing rules would move among the filed cases, open ones first: told before it takes effect, and nothing is written.
import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '#kernel';
import {
  APPLICATION_STATUSES,
  isWithAuthority,
  SIGNING_STAGE,
  Simulation,
  type ApplicationStatus,
  type MovedCase,
  type RoutingRule,
  type RuleProblem,
  type SimulatedCase,
} from '#licensing';
import { officeReach, type Actor } from '../actor';
import { finalAdvice } from '../applications/case-file';
import { LoadedLaw } from '../ports/loaded-law';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { Store, type Transaction } from '../ports/store.port';
import type { AdviceRecord, ApplicationRecord } from '../records';
import { draftFaults, nextVersion, problemsOf, refuseRule, type RuleDraft } from './check-rule';
import type { QueueRecord } from './queue-records';
import { routingFacts } from './routing-facts';
import { requireRule, ruleOf, standingRules } from './standing-rules';

/** Most cases that a simulation compares: open ones first, of each kind the newest first. */
export const MOST_SIMULATED = 2_000;
const SLICE = 200;

/** Filed cases that are not over: with the authority, or returned and expected back. */
const OPEN = APPLICATION_STATUSES.filter((status) => status === 'returned' || isWithAuthority(status));
const PAST = APPLICATION_STATUSES.filter((status) => !OPEN.includes(status));

export interface SimulatedSide {
  /** Cases compared, of `filed` ones in all. */
  readonly compared: number;
  readonly filed: number;
  /** All that move, listed or not. */
  readonly moved: number;
  readonly cases: readonly (MovedCase & { readonly reference: string })[];
}

export interface SimulatedChange {
  readonly open: SimulatedSide;
  readonly past: SimulatedSide;
  /** What is wrong with the rules as they then would be. */
  readonly problems: readonly RuleProblem[];
}

@Injectable()
export class SimulateRules {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly procedures: LoadedProcedures,
  ) {}

  /** Of a rule, or the next version of `id`, that nobody has proposed yet. Throws Refusal: `rule-invalid` (invalid), `rule-not-found` (missing). */
  draft(actor: Actor, rule: RuleDraft, id?: string): Promise<SimulatedChange> {
    return this.store.run(officeReach(actor), async (tx) => {
      const key = await nextVersion(tx, id);
      refuseRule(draftFaults(rule, await tx.teams.queues()));
      return this.moved(tx, { ...key, ...rule });
    });
  }

  /** Of a version that was proposed. Throws Refusal `rule-not-found` (missing). */
  proposed(actor: Actor, id: string, version: number): Promise<SimulatedChange> {
    return this.store.run(officeReach(actor), async (tx) => this.moved(tx, ruleOf(await requireRule(tx, id, version))));
  }

  private async moved(tx: Transaction, proposed: RoutingRule): Promise<SimulatedChange> {
    const present = await standingRules(tx);
    const counts = present.some(({ id, version }) => id === proposed.id && version === proposed.version);
    const rules = counts ? present : [...present, proposed];
    const today = this.clock.today();
    const day = proposed.from > today ? proposed.from : today;
    const stages = [...new Set(rules.filter(({ id }) => id === proposed.id).flatMap((rule) => rule.stages))];
    const queues = await tx.teams.queues();
    const { open, past } = await tx.as({ kind: 'system' }, async (wide) => {
      const side = (statuses: readonly ApplicationStatus[], most: number) =>
        this.side(wide, statuses, most, new Simulation(present, rules, { takes: takenBy(queues) }), (application, advice) =>
          this.caseOf(application, advice, stages, day),
        );
      const first = await side(OPEN, MOST_SIMULATED);
      return { open: first, past: await side(PAST, MOST_SIMULATED - first.compared) };
    });
    return { open, past, problems: await problemsOf(tx, rules, this.law.rulebook, this.procedures.list(), today) };
  }

  private async side(
    tx: Transaction,
    statuses: readonly ApplicationStatus[],
    most: number,
    simulation: Simulation,
    caseOf: (application: ApplicationRecord, advice: readonly AdviceRecord[]) => SimulatedCase,
  ): Promise<SimulatedSide> {
    const references = new Map<string, string>();
    let after: string | null = null;
    for (let left = most, read = SLICE; left > 0 && read === SLICE; left -= read) {
      const slice: readonly ApplicationRecord[] = await tx.applications.filed(statuses, after, Math.min(SLICE, left));
      const advice = await tx.reviews.adviceOn(slice.map(({ id }) => id));
      for (const application of slice) {
        references.set(application.id, application.reference);
        simulation.compare(
          caseOf(
            application,
            advice.filter(({ applicationId }) => applicationId === application.id),
          ),
        );
      }
      read = slice.length;
      after = slice.at(-1)?.id ?? null;
    }
    const { compared, movedCount, moved } = simulation.outcome();
    return {
      compared,
      filed: await tx.applications.countFiled(statuses),
      moved: movedCount,
      cases: moved.map((row) => ({ ...row, reference: references.get(row.id) ?? '' })),
    };
  }

  /** An open case is tried where it stands and at the stages ahead of it, in the order of APPLICATION_STATUSES; any other one at all of them. */
  private caseOf(
    application: ApplicationRecord,
    advice: readonly AdviceRecord[],
    stages: readonly ApplicationStatus[],
    day: LocalDate,
  ): SimulatedCase {
    const { id, status } = application;
    const open = isWithAuthority(status);
    const codes = finalAdvice({ application, advice })?.lines.map(({ controlCode }) => controlCode) ?? [];
    const at = (stage: ApplicationStatus) =>
      // Before its advice a past case had no code of the authority.
      routingFacts(
        this.law.rulebook,
        { ...application, status: stage },
        open || !isBefore(stage, SIGNING_STAGE) ? codes : [],
        day,
      );
    return {
      id,
      signed: at(open ? status : SIGNING_STAGE),
      stages: stages.filter((stage) => !open || !isBefore(stage, status)).map(at),
      day,
      countersignatures: this.procedures.of(application).countersignatures,
    };
  }
}

function isBefore(one: ApplicationStatus, other: ApplicationStatus): boolean {
  return APPLICATION_STATUSES.indexOf(one) < APPLICATION_STATUSES.indexOf(other);
}

/** As places are settled: a queue that is retired or takes no case of the stage is none. */
function takenBy(queues: readonly QueueRecord[]): (queueId: string, stage: ApplicationStatus) => boolean {
  return (queueId, stage) => queues.some(({ id, retired, stages }) => id === queueId && !retired && stages.includes(stage));
}
