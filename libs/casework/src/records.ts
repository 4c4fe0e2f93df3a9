// The records of casework as the store keeps them: plain values, no entity. Days are LocalDate, moments Instant.
import type { Bilingual, Instant, LocalDate } from '#kernel';
import type {
  AdviceLevel,
  AdviceLine,
  ApplicationContent,
  ApplicationMoveName,
  ApplicationStatus,
  FormerMoveName,
  LicenceEvent,
  LicenceMoveName,
  LicenceState,
  PaperKind,
  Role,
} from '#licensing';
import type { Determination } from '#regulation';
import type { CaseSide, OrganisationKind } from './actor';
import type { IssuedKind } from './ports/document-renderer.port';

export interface OrganisationRecord {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Unified social credit code; empty for an authority. */
  readonly creditCode: string;
  readonly address: string;
  readonly province: string;
}

export type PersonState = 'invited' | 'active' | 'deactivated';

export interface PersonRecord {
  readonly id: string;
  readonly organisationId: string;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly state: PersonState;
  readonly version: number;
}

export interface ApplicationRecord {
  readonly id: string;
  /** Shown to people: `LA-2026-000001`. */
  readonly reference: string;
  readonly organisationId: string;
  /** Id of the manifest by which it runs. */
  readonly procedure: string;
  readonly status: ApplicationStatus;
  /** Rises by one with every change; a write with an older one is refused. */
  readonly version: number;
  readonly content: ApplicationContent;
  /** The application that it grew out of, and how; null for one begun anew. */
  readonly origin: ApplicationOrigin | null;
  /** The organisation that files it in the owner's name; null for the owner itself. */
  readonly agentId: string | null;
  /** Rises when a case goes back into review: advice of an older round no longer stands. From 1. */
  readonly round: number;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly updatedAt: Instant;
  /** As the applicant knows the case: rises with each change that the applicant is told of, and stands at the moment of the last one. */
  readonly toldVersion: number;
  readonly toldAt: Instant;
}

/** amend: takes the place of a filed one · reapply: after a refusal or withdrawal · copy: the same content for another export. */
export const ORIGIN_KINDS = ['amend', 'reapply', 'copy'] as const;
export interface ApplicationOrigin {
  readonly id: string;
  readonly kind: (typeof ORIGIN_KINDS)[number];
}

/** A row of a list. */
export interface ApplicationSummary {
  readonly id: string;
  readonly reference: string;
  readonly procedure: string;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly organisation: Bilingual;
  readonly destination: string;
  readonly firstItem: Bilingual;
  readonly itemCount: number;
  readonly submittedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly decidedAt: Instant | null;
  readonly updatedAt: Instant;
  /** As in ApplicationRecord. */
  readonly toldVersion: number;
  readonly toldAt: Instant;
}

export interface PaperRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly kind: PaperKind;
  readonly fileName: string;
  readonly mediaType: 'application/pdf' | 'image/png';
  readonly size: number;
  readonly sha256: string;
  readonly fileKey: string;
  readonly addedBy: string;
  readonly addedAt: Instant;
}

/** Advice as given: every version is kept, the newest of its level and team in the present round stands. */
export interface AdviceRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly round: number;
  readonly level: AdviceLevel;
  /** Null for final advice. */
  readonly teamId: string | null;
  /** From 1: for each round, level and team, of a reviewer for each reviewer. */
  readonly version: number;
  readonly adviserId: string;
  /** Null where the reach does not show the adviser. */
  readonly adviserName: string | null;
  readonly lines: readonly AdviceLine[];
  readonly at: Instant;
}

export interface CountersignatureRecord {
  readonly id: string;
  readonly adviceId: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly adviserId: string;
  readonly signerId: string;
  /** Null where the reach does not show the signer. */
  readonly signerName: string | null;
  /** First or second signature: 1 or 2. */
  readonly place: number;
  readonly outcome: 'signed' | 'sent-back';
  readonly reason: string;
  readonly at: Instant;
}

/** internal: officers and auditors only · applicant: both sides. */
export type LogAudience = 'internal' | 'applicant';

/** One line of the append-only log. `verb` is a move or one of the other acts; `payload` has the shape that the formatter table knows for the verb. */
export interface LogEntry {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly at: Instant;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly verb: LogVerb;
  readonly audience: LogAudience;
  readonly payload: Readonly<Record<string, unknown>>;
}

export type LogVerb =
  | ApplicationMoveName
  | FormerMoveName
  | LicenceMoveName
  | 'refused-move'
  | 'create'
  | 'edit'
  | 'add-paper'
  | 'remove-paper'
  | 'take'
  | 'release'
  | 'hand-over'
  | 'assign'
  | 'place'
  | 'finish-review'
  | 'give-advice'
  | 'prepare-document'
  | 'note'
  | 'watch'
  | 'unwatch'
  | 'issue-letter'
  | 'confirm-list-check'
  | 'issue-licence'
  | 'licence-became-active'
  | 'licence-expired'
  | 'render-licence'
  | 'render-letter'
  | 'render-failed'
  | 'render-again';

/** exporter: the applicant's own view · reviewer: the authority's. Two records, never overwritten. */
export type DeterminationView = 'exporter' | 'reviewer';

export interface DeterminationRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly itemId: string;
  readonly view: DeterminationView;
  readonly answer: Determination;
  readonly madeBy: string;
  readonly madeAt: Instant;
}

/** A person's record that a loaded part of the law was compared with the official list, without which no "no licence needed" is ever printed. */
export interface ListCheckRecord {
  readonly id: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly itemId: string;
  readonly edition: string;
  readonly note: string;
  readonly on: LocalDate;
  readonly personId: string;
  /** Null where the reach does not show the person. */
  readonly personName: string | null;
  /** That of the person: the authority's own stay hidden from an applicant. */
  readonly side: CaseSide;
  readonly at: Instant;
}

export interface LicenceRecord {
  readonly id: string;
  readonly number: string;
  readonly applicationId: string;
  readonly organisationId: string;
  readonly state: LicenceState;
  readonly version: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly document: IssuedDocumentRecord;
}

export type DocumentState = 'waiting' | 'ready' | 'failed';

/** A paper that Licet issued: kind, template version, view and hash never change once it is ready. */
export interface IssuedDocumentRecord {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: IssuedKind;
  readonly view: unknown;
  readonly state: DocumentState;
  readonly template: string | null;
  readonly sha256: string | null;
  readonly fileKey: string | null;
  readonly attempts: number;
  readonly readyAt: Instant | null;
}

/** waiting: not due, or not yet claimed · handed: given to a job · done: performed, or found to be no longer wanted · cancelled: its subject is gone. */
export type DueState = 'waiting' | 'handed' | 'done' | 'cancelled';

/** Something that falls due at a moment. `subject` is the licence that it concerns. */
export interface DueRecord {
  readonly id: string;
  readonly dueAt: Instant;
  readonly kind: LicenceEvent;
  readonly subject: string;
  readonly organisationId: string;
  /** Under which the effect is receipted; no two rows share one. */
  readonly effectKey: string;
  readonly state: DueState;
  /** How often it was handed out. */
  readonly attempts: number;
  /** When it was last handed out. */
  readonly handedAt: Instant | null;
}

export type TokenPurpose = 'invitation' | 'password-reset';

export interface TokenRecord {
  readonly id: string;
  readonly personId: string;
  readonly purpose: TokenPurpose;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}
