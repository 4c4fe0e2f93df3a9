// What the queue page is asked for in its address. A filter left empty in its form narrows nothing.
import type { QueueRequest } from '#casework';
import { APPLICATION_STATUSES, isWithAuthority, type ApplicationStatus } from '#licensing';
import { QueueQuery } from '../../api/queues/queue.dto';
import { validateInput } from '../../http/validate-input';

/** Stages at which a case can stand on a queue. */
export const QUEUE_STAGES: readonly ApplicationStatus[] = APPLICATION_STATUSES.filter(isWithAuthority);

/** The filters of the form, in its order. */
export const QUEUE_FILTERS = ['status', 'destination', 'dueBy', 'text'] as const;

/** Throws Refusal `input-invalid` (invalid). */
export function queueQuery(query: Readonly<Record<string, unknown>>): QueueQuery {
  return validateInput(QueueQuery, Object.fromEntries(Object.entries(query).filter(([, value]) => value !== '')));
}

/** The address of the queue page for the request; `after` is the cursor of a further page. */
export function queueHref({ shelf, queueId, ...narrowed }: QueueRequest, after?: string): string {
  const query = new URLSearchParams({ shelf, ...(queueId && { queue: queueId }) });
  for (const name of QUEUE_FILTERS) if (narrowed[name]) query.set(name, narrowed[name]);
  if (after) query.set('after', after);
  return `/queue?${query.toString()}`;
}
