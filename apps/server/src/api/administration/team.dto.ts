// Teams, queues and absences as they come in.
import { QUEUE_KINDS, type NewAbsence, type NewQueue, type QueueKind } from '#casework';
import type { Bilingual, LocalDate } from '#kernel';
import { APPLICATION_STATUSES, LIMITS, type ApplicationStatus } from '#licensing';
import { Day, Flag, Id, Ids, Nested, OneOf, SomeOf, Text, Version } from '../../http/fields';

/** Most members of a team and most feeders of a queue, inclusive. */
export const TEAM_LIMITS = { members: 500, feeders: 50 } as const;

export class NameDto implements Bilingual {
  @Text({ max: LIMITS.name })
  zh: string;
  @Text({ max: LIMITS.name })
  en: string;
}

export class TeamDto {
  @Nested(() => NameDto)
  name: NameDto;
}

export class TeamChangeDto {
  @Version()
  version: number;
  @Nested(() => NameDto, { optional: true })
  name?: NameDto;
  @Flag({ optional: true })
  retired?: boolean;
}

export class MembersDto {
  @Version()
  version: number;
  @Ids({ max: TEAM_LIMITS.members })
  personIds: string[];
}

export class QueueDto implements NewQueue {
  @Id()
  teamId: string;
  @Nested(() => NameDto)
  name: NameDto;
  @OneOf(QUEUE_KINDS)
  kind: QueueKind;
  @SomeOf(APPLICATION_STATUSES)
  stages: ApplicationStatus[];
  @Ids({ max: TEAM_LIMITS.feeders, optional: true })
  feederIds: string[] = [];
}

export class QueueChangeDto {
  @Version()
  version: number;
  @Id({ optional: true })
  teamId?: string;
  @Nested(() => NameDto, { optional: true })
  name?: NameDto;
  @OneOf(QUEUE_KINDS, { optional: true })
  kind?: QueueKind;
  @SomeOf(APPLICATION_STATUSES, { optional: true })
  stages?: ApplicationStatus[];
  @Ids({ max: TEAM_LIMITS.feeders, optional: true })
  feederIds?: string[];
  @Flag({ optional: true })
  retired?: boolean;
}

export class AbsenceDto implements NewAbsence {
  @Id()
  personId: string;
  @Id({ nullable: true })
  substituteId: string | null;
  @Day()
  from: LocalDate;
  @Day()
  to: LocalDate;
}

export function nameOf({ zh, en }: NameDto): Bilingual {
  return { zh, en };
}

export function newQueue({ teamId, name, kind, stages, feederIds }: QueueDto): NewQueue {
  return { teamId, name: nameOf(name), kind, stages, feederIds };
}

export function queueChange({
  teamId,
  name,
  kind,
  stages,
  feederIds,
  retired,
}: QueueChangeDto): Partial<NewQueue> & { readonly retired?: boolean } {
  return {
    ...(teamId !== undefined && { teamId }),
    ...(name && { name: nameOf(name) }),
    ...(kind !== undefined && { kind }),
    ...(stages && { stages }),
    ...(feederIds && { feederIds }),
    ...(retired !== undefined && { retired }),
  };
}
