// Who orders the work of a queue: the leads of its team, whoever stands in for one who is away and leads a team too, and managers.
import { Refusal, type LocalDate } from '#kernel';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import { officersDesk } from './officers-desk';
import type { QueueRecord } from './queue-records';

/** The queue. Throws Refusal `queue-not-found` (missing), `assign-not-yours` (forbidden). */
export async function requireLead(tx: Transaction, actor: Actor, queueId: string, today: LocalDate): Promise<QueueRecord> {
  const queue = (await tx.teams.queues()).find(({ id }) => id === queueId);
  if (!queue) throw new Refusal('missing', 'queue-not-found', { id: queueId });
  if (actor.roles.includes('manager') || (await officersDesk(tx, actor, today)).ledQueueIds.includes(queueId)) return queue;
  throw new Refusal('forbidden', 'assign-not-yours');
}
