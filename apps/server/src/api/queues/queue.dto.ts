// What the queues take: which cases are asked for, who works on a case, the same act on many.
import { MOST_IN_BULK, QUEUE_SHELVES, type BulkMove, type QueueRequest, type QueueShelf } from '#casework';
import type { LocalDate } from '#kernel';
import { APPLICATION_STATUSES, isWithAuthority, LIMITS, type ApplicationStatus } from '#licensing';
import { Country, Day, Id, Ids, ListOf, OneOf, Text, Version } from '../../http/fields';
import { PageQuery } from '../../http/page-query.dto';

export class QueueQuery extends PageQuery {
  @Id({ optional: true })
  queue?: string;
  @OneOf(QUEUE_SHELVES, { optional: true })
  shelf?: QueueShelf;
  @OneOf(APPLICATION_STATUSES.filter(isWithAuthority), { optional: true })
  status?: ApplicationStatus;
  @Country({ optional: true })
  destination?: string;
  @Day({ optional: true })
  dueBy?: LocalDate;
  @Text({
    max: LIMITS.shortText,
    optional: true,
    description: 'Part of the reference, of a name of the exporter or of the first item',
  })
  text?: string;
}

export function queueRequest({ queue, shelf, status, destination, dueBy, text }: QueueQuery): QueueRequest {
  return {
    shelf: shelf ?? 'all',
    ...(queue && { queueId: queue }),
    ...(status && { status }),
    ...(destination && { destination }),
    ...(dueBy && { dueBy }),
    ...(text && { text }),
  };
}

export class NextDto {
  @Id({ optional: true })
  queueId?: string;
}

const HOLDS = ['take', 'release'] as const;

export class HoldDto {
  @OneOf(HOLDS)
  action: (typeof HOLDS)[number];
}

export class AssignmentDto {
  @Id({ nullable: true })
  personId: string | null;
}

export class RemovalDto {
  @Text({ min: 1, max: LIMITS.reason, multiline: true })
  reason: string;
}

export class PlaceDto extends RemovalDto {
  @Id()
  queueId: string;
}

export class BulkCaseDto {
  @Id()
  id: string;
  @Version()
  version: number;
}

export class BulkMoveDto {
  @Text({ min: 1, max: LIMITS.shortText, description: 'One of the open moves of every case' })
  name: string;
  @Text({ max: LIMITS.reason, multiline: true, optional: true })
  reason?: string;
  @ListOf(() => BulkCaseDto, { min: 1, max: MOST_IN_BULK })
  cases: BulkCaseDto[];
}

export function bulkMove({ name, reason, cases }: BulkMoveDto): BulkMove {
  return { name, ...(reason !== undefined && { reason }), cases: cases.map(({ id, version }) => ({ id, version })) };
}

export class BulkAssignmentDto {
  @Ids({ min: 1, max: MOST_IN_BULK })
  placeIds: string[];
  @Id({ nullable: true })
  personId: string | null;
}
