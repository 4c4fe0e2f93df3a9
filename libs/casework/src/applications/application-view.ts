// What a reader of an application is given. The exporter's view and the officer's are two types: nothing internal can slip through a forgotten field.
import type { Bilingual, Fault, Instant, LocalDate } from '#kernel';
import type { ApplicationContent, ApplicationStatus, LicenceLife, OpenMove, ReviewClock } from '#licensing';
import type { AdviceRecord, CountersignatureRecord, DocumentState, LogVerb, PaperRecord } from '../records';

/** On whose desk the case lies. */
export type Desk = 'applicant' | 'authority' | 'nobody';

export interface LicenceGlimpse {
  readonly id: string;
  readonly number: string;
  readonly life: LicenceLife;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate;
  readonly documentState: DocumentState;
}

interface ViewOfBoth {
  readonly id: string;
  readonly reference: string;
  readonly status: ApplicationStatus;
  readonly version: number;
  readonly organisation: Bilingual;
  readonly content: ApplicationContent;
  /** What asks for an explanation and stops nothing. */
  readonly attention: readonly Fault[];
  readonly papers: readonly PaperRecord[];
  readonly openMoves: readonly OpenMove[];
  readonly clock: ReviewClock | null;
  readonly desk: Desk;
  readonly createdAt: Instant;
  readonly submittedAt: Instant | null;
  readonly updatedAt: Instant;
  readonly licence: LicenceGlimpse | null;
  /** Why it was returned or refused, in the words told to the applicant; null otherwise. */
  readonly reasonGiven: string | null;
}

export interface ExporterView extends ViewOfBoth {
  readonly for: 'exporter';
  readonly editable: boolean;
  /** What is missing before it may be filed; empty when not editable. */
  readonly missing: readonly Fault[];
}

export interface OfficerView extends ViewOfBoth {
  readonly for: 'officer';
  readonly holder: { readonly id: string; readonly name: string } | null;
  readonly advice: readonly AdviceRecord[];
  readonly countersignatures: readonly CountersignatureRecord[];
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
