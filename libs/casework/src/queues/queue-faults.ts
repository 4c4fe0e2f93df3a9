// What a queue may be: its name, its team, the stages of its kind, and feeders that come before it and can be done.
import type { Fault } from '#kernel';
import { isWithAuthority, nameFaults, type ApplicationStatus } from '#licensing';
import type { QueueKind, QueueRecord, TeamRecord } from './queue-records';

export type NewQueue = Pick<QueueRecord, 'teamId' | 'name' | 'kind' | 'stages' | 'feederIds'>;
export type QueueChange = Partial<NewQueue> & { readonly retired?: boolean };

/** Stages at which each kind of queue takes cases. */
const STAGES_OF: Readonly<Record<QueueKind, (stage: ApplicationStatus) => boolean>> = {
  work: isWithAuthority,
  review: (stage) => stage === 'in-review',
  countersign: (stage) => stage === 'advised' || stage === 'signed-once',
};

/**
 * Faults in what `change` names of the queue that it makes; all is looked at when the queue comes back into use. A change of kind or stages is also one of the
 * queues that it feeds.
 */
export function queueFaults(
  queue: NewQueue & { readonly id: string },
  change: QueueChange,
  { teams, queues }: { readonly teams: readonly TeamRecord[]; readonly queues: readonly QueueRecord[] },
): Fault[] {
  const whole = change.retired === false;
  const faults = change.name ? nameFaults(change.name) : [];
  if ((whole || change.teamId !== undefined) && !teams.some((team) => team.id === queue.teamId && !team.retired))
    faults.push({ code: 'team-not-found', at: 'teamId' });
  if (whole || change.kind || change.stages) faults.push(...stageFaults(queue, queues));
  if (whole || change.kind || change.stages || change.feederIds) faults.push(...feederFaults(queue, queues));
  return faults;
}

function stageFaults(queue: NewQueue & { readonly id: string }, queues: readonly QueueRecord[]): Fault[] {
  if (queue.stages.length === 0) return [{ code: 'field-missing', at: 'stages' }];
  const wrong = queue.stages.flatMap((stage, place): Fault[] =>
    STAGES_OF[queue.kind](stage) ? [] : [{ code: 'stage-not-for-kind', at: `stages.${place}`, facts: { stage } }],
  );
  const fed = queues.filter(({ retired, feederIds }) => !retired && feederIds.includes(queue.id));
  return fed.every((one) => comesBefore(queue, one)) ? wrong : [...wrong, { code: 'feeds-no-more', at: 'stages' }];
}

function feederFaults(queue: NewQueue & { readonly id: string }, queues: readonly QueueRecord[]): Fault[] {
  return queue.feederIds.flatMap((feederId, place): Fault[] => {
    const at = `feederIds.${place}`;
    const feeder = queues.find((row) => row.id === feederId);
    if (!feeder || feeder.retired) return [{ code: 'queue-not-found', at }];
    if (feeds(queue.id, feederId, queues)) return [{ code: 'feeders-in-a-circle', at }];
    return comesBefore(feeder, queue) ? [] : [{ code: 'feeder-unfit', at }];
  });
}

/**
 * True where the case is done with the feeder before it must reach the fed queue. A review queue is done when its team has advised. A countersigning queue is
 * done when the case has left its stage: so one fed by another takes the second signature, and its feeder only the first. A work queue is never done by itself.
 */
function comesBefore(feeder: Pick<NewQueue, 'kind' | 'stages'>, fed: Pick<NewQueue, 'kind' | 'stages'>): boolean {
  if (feeder.kind === 'review') return fed.kind !== 'work';
  if (feeder.kind !== 'countersign' || fed.kind !== 'countersign') return false;
  return !feeder.stages.includes('signed-once') && fed.stages.includes('signed-once');
}

/** `id` feeds `feederId`, through whatever queues between, or is the same. */
function feeds(id: string, feederId: string, queues: readonly QueueRecord[], seen: readonly string[] = []): boolean {
  if (id === feederId) return true;
  if (seen.includes(feederId)) return false;
  const before = queues.find((row) => row.id === feederId)?.feederIds ?? [];
  return before.some((next) => feeds(id, next, queues, [...seen, feederId]));
}
