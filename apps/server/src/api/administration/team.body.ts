// Teams, queues and absences as they are answered.
import { QUEUE_KINDS, type AbsenceRecord, type QueueKind, type QueueRecord, type TeamRecord } from '#casework';
import type { LocalDate } from '#kernel';
import { APPLICATION_STATUSES, type ApplicationStatus } from '#licensing';
import { BilingualBody } from '../openapi/bilingual.body';
import { OutDay, OutEnum, OutFlag, OutId, OutInteger, OutList, OutOne, OutText, OutTexts, OutWords } from '../openapi/out';

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
