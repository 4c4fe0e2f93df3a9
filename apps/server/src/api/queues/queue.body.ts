// Queues, the cases on them and what acts on them come to, as officers are answered.
import {
  MOST_COUNTED,
  type FinishedQueue,
  type PageOf,
  type QueuedCase,
  type QueueLoad,
  type QueuePage,
  type TakenPlace,
  type TeamRecord,
  type WatchCase,
} from '#casework';
import { APPLICATION_STATUSES, type ApplicationStatus, type ReviewClock } from '#licensing';
import { QueueBody, queueBody, TeamBody, teamBody } from '../administration/team.body';
import { ReviewClockBody } from '../applications/application.body';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutId, OutInteger, OutList, OutMoment, OutOne, OutText, OutTexts } from '../openapi/out';

const COUNTED = { description: `Counted up to ${MOST_COUNTED}` };

export class FirstInLineBody {
  @OutId()
  applicationId: string;
  @OutText()
  reference: string;
  @OutMoment()
  arrivedAt: string;
  @OutDay({ nullable: true })
  dueOn: QueuedCase['dueOn'];
}

export class QueueLoadBody {
  @OutOne(() => QueueBody)
  queue: QueueBody;
  @OutOne(() => BilingualBody, { nullable: true })
  team: BilingualBody | null;
  @OutInteger(COUNTED)
  open: number;
  @OutInteger(COUNTED)
  free: number;
  @OutInteger({ description: `Cases whose last day has passed, counted up to ${MOST_COUNTED}` })
  overdue: number;
  @OutOne(() => FirstInLineBody, { nullable: true })
  first: FirstInLineBody | null;
}

export class QueuesBody {
  @OutList(() => QueueLoadBody)
  queues: QueueLoadBody[];
  @OutList(() => TeamBody)
  teams: TeamBody[];
}

export class QueuedCaseBody {
  @OutId()
  placeId: string;
  @OutId()
  applicationId: string;
  @OutText()
  reference: string;
  @OutText()
  procedure: string;
  @OutEnum(APPLICATION_STATUSES)
  status: ApplicationStatus;
  @OutInteger()
  version: number;
  @OutId()
  queueId: string;
  @OutOne(() => BilingualBody)
  organisation: BilingualBody;
  @OutText({ nullable: true })
  holderId: string | null;
  @OutText({ nullable: true })
  holderName: string | null;
  @OutText({ description: 'ISO 3166 alpha-2' })
  destination: string;
  @OutOne(() => BilingualBody)
  firstItem: BilingualBody;
  @OutInteger()
  itemCount: number;
  @OutMoment()
  arrivedAt: string;
  @OutDay({ nullable: true, description: 'By which the queue is ordered' })
  dueOn: QueuedCase['dueOn'];
  @OutMoment({ nullable: true })
  submittedAt: string | null;
  @OutOne(() => ReviewClockBody, { nullable: true })
  clock: ReviewClock | null;
}

export class ShelfCountsBody {
  @OutInteger(COUNTED)
  mine: number;
  @OutInteger(COUNTED)
  free: number;
  @OutInteger(COUNTED)
  all: number;
}

export class QueuePageBody {
  @OutList(() => QueuedCaseBody)
  rows: QueuedCaseBody[];
  @OutText({ nullable: true, description: 'To be sent as `after` for the next page' })
  next: string | null;
  @OutOne(() => ShelfCountsBody)
  counts: ShelfCountsBody;
}

export class TakenPlaceBody implements TakenPlace {
  @OutId()
  placeId: string;
  @OutId()
  applicationId: string;
  @OutInteger()
  version: number;
}

export class TakenBody {
  @OutOne(() => TakenPlaceBody, { nullable: true, description: 'Null when no case is free' })
  taken: TakenPlaceBody | null;
}

export class NewPlaceBody {
  @OutId()
  placeId: string;
}

export class FinishedQueueBody implements FinishedQueue {
  @OutEnum(APPLICATION_STATUSES)
  status: ApplicationStatus;
  @OutInteger()
  version: number;
  @OutTexts({ description: 'Ids of the queues on which the case still stands' })
  standing: readonly string[];
}

export class MovedManyBody {
  @OutInteger()
  moved: number;
}

export class AssignedManyBody {
  @OutInteger()
  assigned: number;
}

export class WatchedCaseBody {
  @OutId()
  id: string;
  @OutText()
  reference: string;
  @OutEnum(APPLICATION_STATUSES)
  status: ApplicationStatus;
}

export class WatchedPageBody {
  @OutList(() => WatchedCaseBody)
  rows: WatchedCaseBody[];
  @OutText({ nullable: true })
  next: string | null;
}

export function queuesBody(queues: readonly QueueLoad[], teams: readonly TeamRecord[]): QueuesBody {
  return { queues: queues.map(loadBody), teams: teams.map(teamBody) };
}

function loadBody({ queue, team, open, free, overdue, first }: QueueLoad): QueueLoadBody {
  return { queue: queueBody(queue), team: team && team.name, open, free, overdue, first: first && firstBody(first) };
}

function firstBody({ applicationId, reference, arrivedAt, dueOn }: NonNullable<QueueLoad['first']>): FirstInLineBody {
  return { applicationId, reference, arrivedAt, dueOn };
}

export function queuePageBody({ rows, next, counts }: QueuePage): QueuePageBody {
  return { rows: rows.map(queuedBody), next, counts };
}

function queuedBody(row: QueuedCase): QueuedCaseBody {
  const { placeId, applicationId, reference, procedure, status, version, queueId, organisation, holderId } = row;
  const { holderName, destination, firstItem, itemCount, arrivedAt, dueOn, submittedAt, clock } = row;
  return {
    placeId,
    applicationId,
    reference,
    procedure,
    status,
    version,
    queueId,
    organisation,
    holderId,
    holderName,
    destination,
    firstItem,
    itemCount,
    arrivedAt,
    dueOn,
    submittedAt,
    clock,
  };
}

type Watched = Awaited<ReturnType<WatchCase['list']>> extends PageOf<infer Row> ? Row : never;

export function watchedPageBody({ rows, next }: PageOf<Watched>): WatchedPageBody {
  return { rows: rows.map(({ id, reference, status }) => ({ id, reference, status })), next };
}
