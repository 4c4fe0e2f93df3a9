// On which queues a case stands after a move: computed from stage, rules and what its reviewers have finished, and written as arrivals and exits.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, type LocalDate } from '#kernel';
import { isWithAuthority, routeTo, type ApplicationStatus, type RoutedQueue } from '#licensing';
import { ClockOfCase } from '../applications/clock-of-case';
import { LoadedLaw } from '../ports/loaded-law';
import type { Transaction } from '../ports/store.port';
import type { ApplicationRecord } from '../records';
import { routingFacts } from './routing-facts';
import type { PlaceRecord, QueueRecord } from './queue-records';
import { standingRules } from './standing-rules';

/** A queue for the case, and the version of the rule that names it; none for the fallback queue. */
type Wanted = Pick<RoutedQueue, 'queueId'> & { readonly [Key in 'ruleId' | 'version']: RoutedQueue[Key] | null };

export interface SettledPlaces {
  /** Queues on which the case now stands. */
  readonly standing: readonly string[];
  /** Queues that the case has just reached. */
  readonly entered: readonly string[];
}

@Injectable()
export class SettlePlaces {
  constructor(
    private readonly clock: Clock,
    private readonly law: LoadedLaw,
    private readonly clocks: ClockOfCase,
  ) {}

  /**
   * Writes exits and arrivals for the stage of the case; `codes` as in `routingFacts`. A case that no rule routes goes to the fallback queue, unless a person
   * put it somewhere at this stage. Within a review the queues that it left stay left; any other stage is entered anew, also when the case comes back to it.
   * Runs in the reach `system`.
   */
  async settle(
    tx: Transaction,
    application: ApplicationRecord,
    codes: readonly string[],
    dueOn: LocalDate | null,
  ): Promise<SettledPlaces> {
    const { id, status, round } = application;
    const places = await tx.places.ofApplication(id);
    const open = places.filter(({ leftAt }) => leftAt === null);
    const at = this.clock.now();
    if (!isWithAuthority(status)) {
      await tx.places.leave(idsOf(open), 'moved', at);
      return { standing: [], entered: [] };
    }
    const here = (place: PlaceRecord) => place.stage === status && place.round === round;
    await tx.places.leave(idsOf(open.filter((place) => !here(place))), 'moved', at);
    const staying = open.filter(here);
    const routed = await this.routed(tx, application, codes);
    // Read once none of them can be retired any more before the case stands there.
    await tx.teams.keepQueues(routed.map(({ queueId }) => queueId));
    const queues = (await tx.teams.queues()).filter((queue) => !queue.retired && queue.stages.includes(status));
    const done = new Set(
      status === 'in-review' ? places.filter((place) => here(place) && place.leftAt !== null).map(({ queueId }) => queueId) : [],
    );
    const wanted = wantedOf(routed, queues, status, staying.length + done.size > 0);
    const left = wanted.filter(({ queueId }) => !done.has(queueId));
    const stood = staying.map(({ queueId }) => queueId);
    const entering = opened(left, stood, queues).filter(({ queueId }) => !stood.includes(queueId));
    await tx.places.enter(
      entering.map(({ queueId, ruleId, version }) => ({
        id: randomUUID(),
        applicationId: id,
        organisationId: application.organisationId,
        queueId,
        stage: status,
        round,
        arrivedAt: at,
        dueOn,
        holderId: null,
        ruleId,
        ruleVersion: version,
        placedBy: null,
      })),
      this.clocks.basis,
    );
    await tx.places.setDue(id, dueOn, this.clocks.basis);
    const entered = entering.map(({ queueId }) => queueId);
    return { standing: [...stood, ...entered], entered };
  }

  private async routed(
    tx: Transaction,
    application: ApplicationRecord,
    codes: readonly string[],
  ): Promise<readonly RoutedQueue[]> {
    const today = this.clock.today();
    return routeTo(await standingRules(tx), routingFacts(this.law.rulebook, application, codes, today), today);
  }
}

/** Of the routed queues those that take the case; the fallback queue where there is none and the case stands nowhere at this stage. */
function wantedOf(
  routed: readonly RoutedQueue[],
  queues: readonly QueueRecord[],
  status: ApplicationStatus,
  placed: boolean,
): readonly Wanted[] {
  const open = routed.filter(({ queueId }) => queues.some(({ id }) => id === queueId));
  if (open.length > 0 || placed) return open;
  const fallback = queues.find((queue) => queue.fallback);
  if (!fallback) throw new Error(`No queue takes a case in ${status}: the fallback queue is missing or retired`);
  return [{ queueId: fallback.id, ruleId: null, version: null }];
}

/** Those of the queues still wanted whose feeders are neither wanted nor stood on; all of them where feeders wait for one another and nothing is stood on. */
function opened(left: readonly Wanted[], stood: readonly string[], queues: readonly QueueRecord[]): readonly Wanted[] {
  const before = new Set([...left.map(({ queueId }) => queueId), ...stood]);
  const feedersOf = (queueId: string) => queues.find(({ id }) => id === queueId)?.feederIds ?? [];
  const open = left.filter(({ queueId }) => !feedersOf(queueId).some((feeder) => before.has(feeder)));
  return open.length > 0 || stood.length > 0 ? open : left;
}

function idsOf(places: readonly PlaceRecord[]): string[] {
  return places.map(({ id }) => id);
}
