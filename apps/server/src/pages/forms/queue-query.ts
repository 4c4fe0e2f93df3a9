// What the queue page is asked for in its address. A filter left empty in the form narrows nothing.
import { QUEUE_SHELVES, type QueueRequest, type QueueShelf } from '#casework';
import { Refusal, type LocalDate } from '#kernel';
import { APPLICATION_STATUSES, isWithAuthority, LIMITS, type ApplicationStatus } from '#licensing';
import { Country, Day, isId, OneOf, Text } from '../../http/fields';
import { PageQuery } from '../../http/page-query.dto';

/** Stages at which a case can stand on a queue. */
export const QUEUE_STAGES: readonly ApplicationStatus[] = APPLICATION_STATUSES.filter(isWithAuthority);

const LONGEST_ID = 36;

export class QueuePageQuery extends PageQuery {
  @OneOf(QUEUE_SHELVES, { optional: true })
  filter?: QueueShelf;
  @Text({ max: LONGEST_ID, optional: true })
  queue?: string;
  @OneOf(['', ...QUEUE_STAGES], { optional: true })
  status?: ApplicationStatus | '';
  @Country({ optional: true })
  destination?: string;
  @Day({ empty: true, optional: true })
  dueBy?: LocalDate | '';
  @Text({ max: LIMITS.shortText, optional: true })
  text?: string;
}

/** The filters of the form, in its order. */
export const QUEUE_FILTERS = ['status', 'destination', 'dueBy', 'text'] as const;

/** Throws Refusal `queue-not-found` (missing) for a queue that no id names. */
export function queueRequest({ filter, queue, status, destination, dueBy, text }: QueuePageQuery): QueueRequest {
  if (queue && !isId(queue)) throw new Refusal('missing', 'queue-not-found', { id: queue });
  return {
    shelf: filter ?? 'all',
    ...(queue && { queueId: queue }),
    ...(status && { status }),
    ...(destination && { destination }),
    ...(dueBy && { dueBy }),
    ...(text && { text }),
  };
}

/** The address of the queue page for the request; `after` is the cursor of a further page. */
export function queueHref({ shelf, queueId, ...narrowed }: QueueRequest, after?: string): string {
  const query = new URLSearchParams({ filter: shelf, ...(queueId && { queue: queueId }) });
  for (const name of QUEUE_FILTERS) if (narrowed[name]) query.set(name, narrowed[name]);
  if (after) query.set('after', after);
  return `/queue?${query.toString()}`;
}
