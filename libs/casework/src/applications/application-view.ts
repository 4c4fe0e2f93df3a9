// What a reader of an application is given. The exporter's view and the officer's are two types: nothing internal can slip through a forgotten field.
import type { Bilingual, Fault, Instant, LocalDate } from '#kernel';
import type {
  AdviceConflict,
  AdviceLine,
  ApplicationContent,
  ApplicationMove,
  ApplicationStatus,
  CarriedItem,
  DecisionDocument,
  DecisionOutcome,
  DifferenceRow,
  HolderClass,
  LicenceLife,
  OpenMove,
  PrecedentFit,
  Proposal,
  PublicStage,
  RequiredPaper,
  ReviewClock,
} from '#licensing';
import type { DecisionLine, PreparedDocumentRecord } from '../decisions/decision-records';
import type { PlaceRecord } from '../queues/queue-records';
import type { AdviceRecord, ApplicationOrigin, CountersignatureRecord, DocumentState, LogVerb, PaperRecord } from '../records';

export interface LicenceGlimpse {
  readonly id: string;
  readonly number: string;
  readonly life: LicenceLife;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly documentState: DocumentState;
}

export interface LetterGlimpse {
  readonly id: string;
  readonly number: string;
  readonly kind: Exclude<DecisionDocument, 'licence'>;
  readonly issuedAt: Instant;
  readonly documentState: DocumentState;
}

/** A decision as both sides may read it once it is published. */
export interface PublishedDecision {
  readonly outcome: DecisionOutcome;
  readonly lines: readonly DecisionLine[];
  readonly publishedAt: Instant;
}

/** Another application that this one grew out of, or that took its place. */
export interface Relative {
  readonly id: string;
  readonly reference: string;
  readonly kind: ApplicationOrigin['kind'];
}

interface ViewOfBoth {
  readonly id: string;
  readonly reference: string;
  readonly procedure: { readonly id: string; readonly name: Bilingual };
  readonly version: number;
  readonly organisation: Bilingual;
  /** The organisation that files in the owner's name; null for the owner itself. */
  readonly agent: Bilingual | null;
  readonly content: ApplicationContent;
  /** What asks for an explanation and stops nothing. */
  readonly attention: readonly Fault[];
  readonly papers: readonly PaperRecord[];
  /** Papers that the procedure asks of this content. */
  readonly requiredPapers: readonly RequiredPaper[];
  readonly openMoves: readonly OpenMove<ApplicationMove>[];
  readonly clock: ReviewClock | null;
  /** On which side the case lies. */
  readonly desk: HolderClass;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly updatedAt: Instant;
  readonly origin: Relative | null;
  /** The draft that took its place, or null. */
  readonly amendment: Relative | null;
  readonly decision: PublishedDecision | null;
  readonly licence: LicenceGlimpse | null;
  readonly letters: readonly LetterGlimpse[];
  /** Why it was returned, in the words told to the applicant; null otherwise. */
  readonly reasonGiven: string | null;
}

export interface ExporterView extends ViewOfBoth {
  readonly for: 'exporter';
  readonly status: PublicStage;
  readonly editable: boolean;
  /** What is missing before it may be filed; empty when not editable. */
  readonly missing: readonly Fault[];
  /** The applicant may begin a new application out of this one after its end. */
  readonly mayReapply: boolean;
}

/** A queue on which the case stands or stood. */
export interface PlaceView extends PlaceRecord {
  readonly queue: Bilingual;
  readonly team: Bilingual;
  readonly teamId: string;
  readonly holderName: string | null;
  /** Name of the rule that put the case here; null where none did. */
  readonly rule: Bilingual | null;
  /** The reader works on this queue. */
  readonly yours: boolean;
  /** The reader leads its team, or stands in for one who does. */
  readonly led: boolean;
}

/** An earlier decision on the same product, offered for a line unless the goods differ. */
export interface Precedent extends PrecedentFit {
  readonly itemId: string;
  readonly applicationId: string;
  readonly reference: string;
  /** The item of that application that was decided on. */
  readonly decidedItemId: string;
  readonly line: DecisionLine;
  readonly publishedAt: Instant;
}

/** What the advice of the present round comes to. */
export interface AdviceBoard {
  readonly standing: readonly AdviceRecord[];
  readonly conflicts: readonly AdviceConflict[];
  /** What the case officer starts from: the final advice given before in this round, else what the teams agree on. */
  readonly proposal: Proposal;
  /** Assessments of the application that this one is compared with, item by item: carried over, or why not. */
  readonly carried: readonly CarriedItem[];
  readonly precedents: readonly Precedent[];
}

export interface OfficerView extends ViewOfBoth {
  readonly for: 'officer';
  readonly status: ApplicationStatus;
  readonly round: number;
  readonly places: readonly PlaceView[];
  /** Every version, oldest first. */
  readonly advice: readonly AdviceRecord[];
  readonly board: AdviceBoard;
  readonly countersignatures: readonly CountersignatureRecord[];
  /** How many signatures the rules ask for. */
  readonly signaturesAsked: number;
  /** What the standing final advice would decide; null before there is one. */
  readonly finalLines: readonly AdviceLine[] | null;
  /** Documents that the decision needs, each with what is prepared. */
  readonly documents: readonly {
    readonly kind: DecisionDocument;
    readonly itemIds: readonly string[];
    readonly prepared: PreparedDocumentRecord | null;
    /** It may be prepared, or prepared anew, at this stage and day. */
    readonly open: boolean;
  }[];
  /** What the amendment changed, field by field and paper by paper; empty for an application that amends none. */
  readonly difference: readonly DifferenceRow[];
  /**
   * The superseded application that `difference` begins from: the newest one that was assessed, else the one amended last. `advice`: whose lines carry over, those of
   * its standing final advice or of its teams; null where nobody had advised.
   */
  readonly comparedWith: { readonly id: string; readonly reference: string; readonly advice: 'final' | 'team' | null } | null;
  readonly watching: boolean;
}

export type ApplicationView = ExporterView | OfficerView;

/** One line of the timeline as its reader may see it. */
export interface TimelineEntry {
  readonly id: string;
  readonly at: Instant;
  readonly verb: LogVerb;
  /** Which side acted; `system` for jobs. */
  readonly side: 'applicant' | 'authority' | 'system';
  /** Name of the person where the reader may know it. */
  readonly who: string | null;
  /** Facts for the sentence; empty where the reader may not see them. */
  readonly payload: Readonly<Record<string, unknown>>;
}
