// Teams, queues, places of cases on queues, routing rules and absences as the store keeps them.
import type { Bilingual, Instant, LocalDate } from '#kernel';
import type { ApplicationStatus, RoutingCriteria, RuleEffect } from '#licensing';

export interface TeamRecord {
  readonly id: string;
  /** The authority to which its members belong. */
  readonly organisationId: string;
  readonly name: Bilingual;
  readonly retired: boolean;
  readonly version: number;
  readonly memberIds: readonly string[];
}

/** work: one stage of the procedure · review: advice in parallel with other review queues · countersign: signatures. */
export const QUEUE_KINDS = ['work', 'review', 'countersign'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

export interface QueueRecord {
  readonly id: string;
  readonly teamId: string;
  readonly name: Bilingual;
  readonly kind: QueueKind;
  /** Stages at which it takes cases. */
  readonly stages: readonly ApplicationStatus[];
  /** Queues that a case must have left before this one opens for it. */
  readonly feederIds: readonly string[];
  /** Takes every case that no rule routes; one queue is it. */
  readonly fallback: boolean;
  readonly retired: boolean;
  readonly version: number;
}

/** moved: the case left the stage · done: its team gave advice · routed: rules or a person put it elsewhere. */
export type PlaceEnd = 'moved' | 'done' | 'routed';

/** A case on a queue, from arrival to exit. */
export interface PlaceRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly queueId: string;
  readonly stage: ApplicationStatus;
  readonly round: number;
  readonly arrivedAt: Instant;
  /** By which the queue is ordered: the last day of the review clock; null while no clock runs, ordered last. */
  readonly dueOn: LocalDate | null;
  readonly holderId: string | null;
  /** The rule that put the case here and its version; null for the fallback queue or a person's act. */
  readonly ruleId: string | null;
  readonly ruleVersion: number | null;
  /** Who put the case here by hand. */
  readonly placedBy: string | null;
  readonly leftAt: Instant | null;
  readonly ending: PlaceEnd | null;
}

/** A row of a queue page. */
export interface PlaceSummary {
  readonly placeId: string;
  readonly applicationId: string;
  readonly reference: string;
  readonly procedure: string;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly queueId: string;
  readonly organisation: Bilingual;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly destination: string;
  readonly firstItem: Bilingual;
  readonly itemCount: number;
  readonly arrivedAt: Instant;
  readonly dueOn: LocalDate | null;
  readonly submittedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly decidedAt: Instant | null;
}

export type RuleState = 'proposed' | 'approved' | 'rejected';

/** One version of a routing rule; it counts once another person has approved it, from `from` to `to`, both inclusive. */
export interface RuleRecord {
  readonly id: string;
  readonly version: number;
  readonly name: Bilingual;
  readonly tier: number;
  readonly stages: readonly ApplicationStatus[];
  readonly criteria: RoutingCriteria;
  readonly effect: RuleEffect;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedByName: string | null;
  readonly proposedAt: Instant;
  readonly state: RuleState;
  /** Who approved or rejected it: nobody approves what they proposed. */
  readonly judgedBy: string | null;
  readonly judgedByName: string | null;
  readonly judgedAt: Instant | null;
}

export const TEAM_ACTS = [
  'add-team',
  'change-team',
  'set-members',
  'join-team',
  'add-queue',
  'change-queue',
  'add-absence',
  'end-absence',
] as const;
export type TeamActKind = (typeof TEAM_ACTS)[number];

/** What was done to a team, its members, one of its queues or an absence. */
export interface TeamActRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly at: Instant;
  readonly personId: string;
  readonly personName: string | null;
  readonly act: TeamActKind;
  /** The team, the queue or the absence. */
  readonly subjectId: string;
  /** Its fields before and after; null where it was not there. */
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** Days on which a person is away, both inclusive, and who stands in. */
export interface AbsenceRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly personId: string;
  readonly substituteId: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly recordedBy: string;
  readonly endedAt: Instant | null;
}
