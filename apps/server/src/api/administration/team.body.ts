// Teams, queues and absences as they are answered.
import {
  QUEUE_KINDS,
  TEAM_ACTS,
  type AbsenceRecord,
  type PageOf,
  type QueueKind,
  type QueueRecord,
  type TeamActKind,
  type TeamActRecord,
  type TeamRecord,
} from '#casework';
import type { Instant, LocalDate } from '#kernel';
import { APPLICATION_STATUSES, type ApplicationStatus } from '#licensing';
import { BilingualBody } from '../openapi/bilingual.body';
import {
  OutDay,
  OutEnum,
  OutFacts,
  OutFlag,
  OutId,
  OutInteger,
  OutList,
  OutMoment,
  OutOne,
  OutText,
  OutTexts,
  OutWords,
} from '../openapi/out';

export class TeamBody {
  @OutId()
  id: string;
  @OutOne(() => BilingualBody)
  name: BilingualBody;
  @OutFlag()
  retired: boolean;
  @OutInteger()
  version: number;
  @OutTexts({ description: 'Ids of people' })
  memberIds: readonly string[];
}

export class QueueBody {
  @OutId()
  id: string;
  @OutId()
  teamId: string;
  @OutOne(() => BilingualBody)
  name: BilingualBody;
  @OutEnum(QUEUE_KINDS)
  kind: QueueKind;
  @OutWords(APPLICATION_STATUSES, { description: 'Statuses at which it takes cases' })
  stages: readonly ApplicationStatus[];
  @OutTexts({ description: 'Ids of queues that a case must have left before this one opens for it' })
  feederIds: readonly string[];
  @OutFlag({ description: 'Takes every case that no rule routes' })
  fallback: boolean;
  @OutFlag()
  retired: boolean;
  @OutInteger()
  version: number;
}

export class TeamsBody {
  @OutList(() => TeamBody)
  teams: TeamBody[];
  @OutList(() => QueueBody)
  queues: QueueBody[];
}

export class AbsenceBody {
  @OutId()
  id: string;
  @OutId()
  personId: string;
  @OutText({ nullable: true, description: 'Who stands in' })
  substituteId: string | null;
  @OutDay({ description: 'Inclusive' })
  from: LocalDate;
  @OutDay({ description: 'Inclusive' })
  to: LocalDate;
}

export class TeamActBody {
  @OutId()
  id: string;
  @OutMoment()
  at: Instant;
  @OutId()
  personId: string;
  @OutText({ nullable: true, description: 'Name of the person' })
  personName: string | null;
  @OutEnum(TEAM_ACTS)
  act: TeamActKind;
  @OutId({ description: 'The team, the queue or the absence' })
  subjectId: string;
  @OutFacts({ nullable: true, description: 'Its fields before; null where it was not there' })
  before: Readonly<Record<string, unknown>> | null;
  @OutFacts({ nullable: true, description: 'Its fields after; null where it is there no more' })
  after: Readonly<Record<string, unknown>> | null;
}

export class TeamActPageBody {
  @OutList(() => TeamActBody)
  rows: TeamActBody[];
  @OutText({ nullable: true })
  next: string | null;
}

export function teamActPageBody({ rows, next }: PageOf<TeamActRecord>): TeamActPageBody {
  return { rows: rows.map(({ organisationId: _organisation, ...row }) => row), next };
}

export function teamBody({ id, name, retired, version, memberIds }: TeamRecord): TeamBody {
  return { id, name, retired, version, memberIds };
}

export function queueBody(queue: QueueRecord): QueueBody {
  const { id, teamId, name, kind, stages, feederIds, fallback, retired, version } = queue;
  return { id, teamId, name, kind, stages, feederIds, fallback, retired, version };
}

export function absenceBody({ id, personId, substituteId, from, to }: AbsenceRecord): AbsenceBody {
  return { id, personId, substituteId, from, to };
}
