// Products, their versions, and determinations of a version, as the store keeps them.
import type { Bilingual, Instant, LocalDate } from '#kernel';
import type { Classification, Determination, ExportFacts, RecordedReading } from '#regulation';
import type { DeterminationView, IssuedDocumentRecord } from '../records';
import type { ProductFacts } from './product-facts';

export interface ProductRecord {
  readonly id: string;
  readonly organisationId: string;
  /** The latest version, from 1; a write with an older one is refused. */
  readonly version: number;
  readonly facts: ProductFacts;
  readonly createdBy: string;
  readonly createdAt: Instant;
  /** When the latest version was made. */
  readonly changedAt: Instant;
}

export interface ProductVersionRecord {
  readonly productId: string;
  readonly organisationId: string;
  readonly version: number;
  readonly facts: ProductFacts;
  readonly madeBy: string;
  /** Null where the reach does not show the person. */
  readonly madeByName: string | null;
  readonly madeAt: Instant;
}

/** A determination of one version of a product: written once, never changed. */
export interface ProductDeterminationRecord {
  readonly id: string;
  readonly productId: string;
  readonly version: number;
  readonly organisationId: string;
  readonly view: DeterminationView;
  readonly on: LocalDate;
  readonly knownOn: LocalDate | null;
  readonly lawHash: string;
  /** Ids of the rows of the law that decided, gravest finding first. */
  readonly rows: readonly string[];
  readonly facts: ExportFacts;
  /** The recorded readings that bore on the answer. */
  readonly readings: readonly RecordedReading[];
  readonly answer: Determination;
  readonly classification: Classification;
  readonly madeBy: string;
  readonly madeByName: string | null;
  readonly madeAt: Instant;
  readonly document: IssuedDocumentRecord;
}

/** A row of the list of earlier determinations. */
export type ProductDeterminationSummary = Pick<
  ProductDeterminationRecord,
  'id' | 'version' | 'view' | 'on' | 'knownOn' | 'lawHash' | 'madeByName' | 'madeAt'
> &
  Pick<Determination, 'headline' | 'workingStatus' | 'controlCodes'>;

/** How the authority once decided on the same code for the same organisation. */
export interface EarlierDecision {
  readonly applicationId: string;
  readonly reference: string;
  readonly controlCode: string;
  readonly item: Bilingual;
  readonly outcome: 'granted' | 'refused';
  readonly decidedAt: Instant;
}

/** An item of an application that was taken from a product. */
export interface ProductUse {
  readonly applicationId: string;
  readonly itemId: string;
  readonly productId: string;
  readonly version: number;
}

/** The texts of a loaded law, kept under the hash of their rulebook. */
export interface KeptLaw {
  readonly hash: string;
  readonly lastDayInclusive: boolean;
  /** The texts as JSON, gzip. */
  readonly texts: Buffer;
}
