// A lead of its team, or a manager, puts a case on a queue by hand or takes it off: for what the rules did not foresee. The act is logged with its reason; a later move settles places anew.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { requireApplicationToChange } from '../applications/case-file';
import { writeLog } from '../applications/write-log';
import { Store } from '../ports/store.port';
import { openPlace } from './hold-place';
import { requireLead } from './require-lead';

@Injectable()
export class PutOnQueue {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws Refusal: `reason-missing` (invalid), `application-not-found`, `queue-not-found` (missing), `assign-not-yours` (forbidden), `queue-unfit` (conflict: retired, or it takes
   * no case of this stage), `place-taken` (conflict: it stands there already).
   */
  put(actor: Actor, applicationId: string, queueId: string, reason: string): Promise<{ placeId: string }> {
    return this.store.run(caseReach(actor), async (tx) => {
      const why = requireReason(reason);
      const application = await requireApplicationToChange(tx, applicationId);
      // Read once it cannot be retired any more before the case stands there.
      await tx.as({ kind: 'system' }, (wide) => wide.teams.keepQueues([queueId]));
      const queue = (await tx.teams.queues()).find(({ id }) => id === queueId);
      if (!queue) throw new Refusal('missing', 'queue-not-found', { id: queueId });
      const { status, round, organisationId } = application;
      if (queue.retired || !queue.stages.includes(status)) throw new Refusal('conflict', 'queue-unfit', { status });
      await requireLead(tx, actor, queueId, this.clock.today());
      const open = (await tx.places.ofApplication(applicationId)).filter(({ leftAt }) => leftAt === null);
      if (open.some((place) => place.queueId === queueId)) throw new Refusal('conflict', 'place-taken');
      const placeId = randomUUID();
      await tx.places.enter([
        {
          id: placeId,
          applicationId,
          organisationId,
          queueId,
          stage: status,
          round,
          arrivedAt: this.clock.now(),
          dueOn: open[0]?.dueOn ?? null,
          holderId: null,
          ruleId: null,
          ruleVersion: null,
          placedBy: actor.personId,
        },
      ]);
      await writeLog(tx, this.clock, actor, { application, verb: 'place', facts: { queueId, act: 'put', reason: why } });
      return { placeId };
    });
  }

  /** Throws Refusal: `reason-missing` (invalid), `place-not-found` (missing), `assign-not-yours` (forbidden), `place-left`, `only-place` (conflict: the case would stand on no queue). */
  take(actor: Actor, placeId: string, reason: string): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      const why = requireReason(reason);
      const { applicationId, queueId } = await openPlace(tx, placeId);
      const application = await requireApplicationToChange(tx, applicationId);
      // Read again: it may have been left while this act waited for its turn.
      await openPlace(tx, placeId);
      await requireLead(tx, actor, queueId, this.clock.today());
      const open = (await tx.places.ofApplication(applicationId)).filter(({ leftAt }) => leftAt === null);
      if (open.length === 1) throw new Refusal('conflict', 'only-place');
      await tx.places.leave([placeId], 'routed', this.clock.now());
      await writeLog(tx, this.clock, actor, { application, verb: 'place', facts: { queueId, act: 'take-off', reason: why } });
    });
  }
}

function requireReason(reason: string): string {
  const why = reason.trim();
  if (!why) throw new Refusal('invalid', 'reason-missing', {}, [{ code: 'field-missing', at: 'reason' }]);
  return why;
}
