// Officers take a case on a queue and let it go; a team lead or manager assigns it; "take the next" hands each caller another one.
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { requireApplication } from '../applications/case-file';
import { writeLog } from '../applications/write-log';
import { Store, type Transaction } from '../ports/store.port';
import { officersDesk } from './officers-desk';
import type { PlaceRecord } from './queue-records';
import { requireLead } from './require-lead';

export interface TakenPlace {
  readonly placeId: string;
  readonly applicationId: string;
  readonly version: number;
}

@Injectable()
export class HoldPlace {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Throws Refusal: `place-not-found` (missing), `place-left`, `not-on-your-queue`, `held-by-another` (conflict). */
  take(actor: Actor, placeId: string): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const place = await openPlace(tx, placeId);
      await this.requireMine(tx, actor, place);
      if (place.holderId === actor.personId) return;
      await this.hold(tx, actor, place, actor.personId, 'take');
    });
  }

  /** Throws Refusal: `place-not-found` (missing), `place-left`, `not-held-by-you` (conflict). */
  release(actor: Actor, placeId: string): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const place = await openPlace(tx, placeId);
      if (place.holderId !== actor.personId) throw new Refusal('conflict', 'not-held-by-you');
      await this.hold(tx, actor, place, null, 'release');
    });
  }

  /** Takes the first free case of the officer's queues, or of the one asked for, that `PlaceShelf.takeFree` leaves for the officer; null when there is none. Two callers never get the same place. */
  takeNext(actor: Actor, queueId?: string): Promise<TakenPlace | null> {
    return this.store.run(caseReach(actor), async (tx) => {
      const desk = await officersDesk(tx, actor, this.clock.today());
      const queueIds = desk.queueIds.filter((id) => queueId === undefined || id === queueId);
      if (queueId !== undefined && queueIds.length === 0) throw new Refusal('conflict', 'not-on-your-queue');
      const taken = await tx.places.takeFree(queueIds, actor.personId);
      if (!taken) return null;
      const application = { id: taken.applicationId, organisationId: taken.organisationId };
      await writeLog(tx, this.clock, actor, { application, verb: 'take', facts: { queueId: taken.queueId } });
      return { placeId: taken.placeId, applicationId: taken.applicationId, version: taken.version };
    });
  }

  /**
   * Gives the place to a member of its team, or frees it (null). Throws Refusal: `place-not-found` (missing), `place-left` (conflict), `assign-not-yours` (forbidden),
   * `assignee-unfit` (invalid: not an active member of the queue's team).
   */
  assign(actor: Actor, placeId: string, personId: string | null): Promise<void> {
    return this.store.run(caseReach(actor), (tx) => this.assignIn(tx, actor, placeId, personId));
  }

  /** As `assign`, within the unit of work of another verb. */
  async assignIn(tx: Transaction, actor: Actor, placeId: string, personId: string | null): Promise<void> {
    const place = await openPlace(tx, placeId);
    const { teamId } = await requireLead(tx, actor, place.queueId, this.clock.today());
    if (personId !== null) {
      const person = await tx.people.find(personId);
      const teams = person?.state === 'active' ? await tx.teams.teamsOf(personId) : [];
      if (!teams.includes(teamId))
        throw new Refusal('invalid', 'assignee-unfit', {}, [{ code: 'assignee-unfit', at: 'personId' }]);
    }
    if (place.holderId === personId) return;
    await this.hold(tx, actor, place, personId, 'assign');
  }

  private async requireMine(tx: Transaction, actor: Actor, place: PlaceRecord): Promise<void> {
    const desk = await officersDesk(tx, actor, this.clock.today());
    if (!desk.queueIds.includes(place.queueId)) throw new Refusal('conflict', 'not-on-your-queue');
    if (place.holderId !== null && !desk.personIds.includes(place.holderId)) throw new Refusal('conflict', 'held-by-another');
  }

  private async hold(
    tx: Transaction,
    actor: Actor,
    place: PlaceRecord,
    holderId: string | null,
    verb: 'take' | 'release' | 'assign',
  ): Promise<void> {
    if (!(await tx.places.assign(place.id, place.holderId, holderId))) {
      await openPlace(tx, place.id);
      throw new Refusal('conflict', 'held-by-another');
    }
    const { id, organisationId } = await requireApplication(tx, place.applicationId);
    await writeLog(tx, this.clock, actor, {
      application: { id, organisationId },
      verb,
      facts: { queueId: place.queueId, ...(verb === 'assign' && { from: place.holderId, to: holderId }) },
    });
  }
}

/** Throws Refusal `place-not-found` (missing), also for what the reach hides, or `place-left` (conflict). */
export async function openPlace(tx: Transaction, placeId: string): Promise<PlaceRecord> {
  const place = await tx.places.find(placeId);
  if (!place) throw new Refusal('missing', 'place-not-found', { id: placeId });
  if (place.leftAt !== null) throw new Refusal('conflict', 'place-left', { at: place.leftAt });
  return place;
}
