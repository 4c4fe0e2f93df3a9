// The port to the database: one unit of work per verb, its reach told to row-level security. Implemented by libs/store.
import type { Instant } from '#kernel';
import type { ApplicationContent, ApplicationStatus, LicenceState } from '#licensing';
import type { Reach } from '../actor';
import type { LawShelf, ProductShelf } from './product-shelves.port';
import type { Job } from '../jobs/catalogue';
import type { AgencyShelf, DecisionShelf, NoteShelf } from './decision-shelves.port';
import type { PageOf, PageRequest } from './page';
import type { PlaceShelf, RuleShelf, TeamShelf } from './queue-shelves.port';
import type { ReadingShelf } from './reading-shelf.port';
import type {
  AdviceRecord,
  ApplicationOrigin,
  ApplicationRecord,
  ApplicationSummary,
  CountersignatureRecord,
  DeterminationRecord,
  DeterminationView,
  DueRecord,
  LicenceRecord,
  ListCheckRecord,
  LogEntry,
  OrganisationRecord,
  PaperRecord,
  PersonRecord,
  PersonState,
  TokenPurpose,
  TokenRecord,
} from '../records';

export type { PageOf, PageRequest } from './page';

export abstract class Store {
  /** Runs the work in one transaction with the given reach; commits when it resolves, rolls back when it throws. */
  abstract run<T>(reach: Reach, work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** `SessionShelf.find` by itself: who calls is asked with every request, before there is a reach. */
  abstract session(idHash: string, now: Instant): Promise<FoundSession | null>;
  /** Resolves when the database answers; throws otherwise. */
  abstract ping(): Promise<void>;
}

export interface Transaction {
  readonly applications: ApplicationShelf;
  readonly papers: PaperShelf;
  readonly reviews: ReviewShelf;
  readonly decisions: DecisionShelf;
  readonly notes: NoteShelf;
  readonly teams: TeamShelf;
  readonly places: PlaceShelf;
  readonly rules: RuleShelf;
  readonly agencies: AgencyShelf;
  readonly readings: ReadingShelf;
  readonly log: LogShelf;
  readonly licences: LicenceShelf;
  readonly due: DueShelf;
  readonly people: PeopleShelf;
  readonly sessions: SessionShelf;
  readonly jobs: JobShelf;
  readonly clock: ClockShelf;
  readonly answers: AnswerShelf;
  readonly products: ProductShelf;
  readonly laws: LawShelf;
  /** Work of the same transaction under another reach, for what the person's act brings about beyond the person's own sight. */
  as<T>(reach: Reach, work: (tx: Transaction) => Promise<T>): Promise<T>;
}

export interface ApplicationFilter {
  readonly statuses?: readonly ApplicationStatus[];
}

export interface ApplicationShelf {
  /** Inserts a draft with the next reference of its year. */
  create(row: {
    id: string;
    organisationId: string;
    procedure: string;
    content: ApplicationContent;
    /** Throws Refusal `amended-before` (conflict) when an amendment of the same application exists. */
    origin?: ApplicationOrigin;
    agentId?: string;
    createdBy: string;
    at: Instant;
    year: number;
  }): Promise<ApplicationRecord>;
  find(id: string): Promise<ApplicationRecord | null>;
  /** The amendment that took the place of the application, or null. */
  amendmentOf(id: string): Promise<ApplicationRecord | null>;
  /** The oldest draft of that origin in which nothing was saved since, of the person where one is named; null when there is none. */
  untouched(origin: ApplicationOrigin, createdBy: string | null): Promise<ApplicationRecord | null>;
  /** As `find`, and every other change of the application waits until this transaction ends. */
  findToChange(id: string): Promise<ApplicationRecord | null>;
  /** newest: newest change that the applicant was told of first · oldest: filed applications only, oldest submission first. Throws Refusal `bad-limit` or `bad-cursor` (invalid). */
  list(filter: ApplicationFilter, page: PageRequest, order: 'newest' | 'oldest'): Promise<PageOf<ApplicationSummary>>;
  count(filter: ApplicationFilter): Promise<number>;
  /** Writes the content if `version` is still the stored one, and the applicant knows; false when it is not. */
  saveContent(id: string, version: number, content: ApplicationContent, at: Instant): Promise<boolean>;
  /** The one guarded update of a move: id, status and version must match; false when they do not. */
  move(
    id: string,
    expected: { status: ApplicationStatus; version: number },
    change: {
      status: ApplicationStatus;
      /** The applicant is told of it: raises the version that the applicant knows too. */
      told: boolean;
      round?: number;
      submittedAt?: Instant;
      acceptedAt?: Instant;
      decidedAt?: Instant;
    },
    at: Instant,
  ): Promise<boolean>;
  /** Raises the version of an application that this transaction holds, when something beside its content changed; `told` as in `move`. Returns the new versions. */
  touch(id: string, at: Instant, told: boolean): Promise<Pick<ApplicationRecord, 'version' | 'toldVersion'>>;
  /** Every filed application in one of the statuses, latest submission first, in slices after `afterId`: what a simulation of rules reads. Reach system only. */
  filed(statuses: readonly ApplicationStatus[], afterId: string | null, limit: number): Promise<readonly ApplicationRecord[]>;
  countFiled(statuses: readonly ApplicationStatus[]): Promise<number>;
}

export interface PaperShelf {
  add(row: PaperRecord): Promise<void>;
  ofApplication(applicationId: string): Promise<readonly PaperRecord[]>;
  find(applicationId: string, paperId: string): Promise<PaperRecord | null>;
  remove(applicationId: string, paperId: string): Promise<void>;
}

export interface ReviewShelf {
  addAdvice(row: Omit<AdviceRecord, 'adviserName'>): Promise<void>;
  /** Oldest first. */
  advice(applicationId: string): Promise<readonly AdviceRecord[]>;
  /** As `advice`, on all of the applications. */
  adviceOn(applicationIds: readonly string[]): Promise<readonly AdviceRecord[]>;
  addCountersignature(row: Omit<CountersignatureRecord, 'signerName'>): Promise<void>;
  /** Oldest first. */
  countersignatures(applicationId: string): Promise<readonly CountersignatureRecord[]>;
  addDetermination(row: DeterminationRecord): Promise<void>;
  /** The newest per item and view. */
  determinations(applicationId: string, view: DeterminationView): Promise<readonly DeterminationRecord[]>;
  addListCheck(row: Omit<ListCheckRecord, 'personName'>): Promise<void>;
  listChecks(applicationId: string): Promise<readonly ListCheckRecord[]>;
}

export interface LogShelf {
  append(entry: Omit<LogEntry, 'id' | 'actorName'>): Promise<string>;
  /** Oldest first. */
  ofApplication(applicationId: string): Promise<readonly LogEntry[]>;
}

export interface LicenceShelf {
  /** The next running number of the series, from 1, without gaps; locks the series until the transaction ends. */
  nextNumber(series: string, year: number): Promise<number>;
  /** `verificationHash` is the hash of the code by which anyone may verify the licence. */
  create(
    row: Omit<LicenceRecord, 'document' | 'version'> & { documentId: string; verificationHash: string; view: unknown },
  ): Promise<void>;
  find(id: string): Promise<LicenceRecord | null>;
  /** Those that there are, in no order. */
  findMany(ids: readonly string[]): Promise<readonly LicenceRecord[]>;
  ofApplication(applicationId: string): Promise<LicenceRecord | null>;
  /** The licence whose verification code has the hash. */
  ofVerification(verificationHash: string): Promise<LicenceRecord | null>;
  list(page: PageRequest): Promise<PageOf<LicenceRecord & { readonly reference: string }>>;
  /** The one guarded update of a licence's move; false when state or version do not match. */
  move(id: string, expected: { state: LicenceState; version: number }, state: LicenceState): Promise<boolean>;
  /** Records a finished document once; false when it is ready already. */
  documentReady(documentId: string, done: { template: string; sha256: string; fileKey: string; at: Instant }): Promise<boolean>;
  /** Counts a failed attempt; `final` marks the document failed. */
  documentFailed(documentId: string, final: boolean): Promise<void>;
}

export interface DueShelf {
  add(rows: readonly Omit<DueRecord, 'state' | 'attempts' | 'handedAt'>[]): Promise<void>;
  /**
   * Marks up to `limit` rows handed and returns their ids: those that wait and are due at `at` first, oldest first; then those that were handed out
   * longer ago than `patienceMs` for each attempt and never performed. Rows that another transaction holds are passed by.
   */
  claim(at: Instant, patienceMs: number, limit: number): Promise<readonly string[]>;
  /** Those of the rows that are handed out and not performed, oldest first; they stay locked until the transaction ends. */
  takeUp(ids: readonly string[]): Promise<readonly DueRecord[]>;
  /** Marks handed rows done. */
  finish(ids: readonly string[]): Promise<void>;
  /** Cancels all of the subject that is not performed; returns how many rows. */
  cancel(subject: string): Promise<number>;
  /** In the order in which they fall due. */
  ofSubject(subject: string): Promise<readonly DueRecord[]>;
  /** Rows due at `at` that nobody has claimed, and rows handed out and not performed. */
  backlog(at: Instant): Promise<{ readonly waiting: number; readonly handed: number }>;
}

export interface PeopleShelf {
  addOrganisation(row: OrganisationRecord): Promise<void>;
  organisation(id: string): Promise<OrganisationRecord | null>;
  organisations(): Promise<readonly OrganisationRecord[]>;
  add(row: Omit<PersonRecord, 'version'>): Promise<void>;
  find(id: string): Promise<PersonRecord | null>;
  findByEmail(email: string): Promise<(PersonRecord & { readonly passwordHash: string | null }) | null>;
  /** Of one organisation, or all; by name. */
  list(organisationId?: string): Promise<readonly PersonRecord[]>;
  /** Sets state and, where given, the password; false when the version does not match. */
  change(id: string, version: number, change: { state?: PersonState; passwordHash?: string }): Promise<boolean>;
  addToken(row: { id: string; personId: string; purpose: TokenPurpose; tokenHash: string; expiresAt: Instant }): Promise<void>;
  findToken(tokenHash: string, purpose: TokenPurpose): Promise<TokenRecord | null>;
  /** Marks the token used; false when it was used before. */
  useToken(id: string, at: Instant): Promise<boolean>;
  /** Marks every unused token of the person used. */
  endTokens(personId: string, at: Instant): Promise<void>;
  /** How many failed sign-ins the key (mail address, network, or both together, hashed) had since the moment, inclusive. */
  failedSignIns(key: string, since: Instant): Promise<number>;
  addFailedSignIn(key: string, at: Instant): Promise<void>;
  clearFailedSignIns(key: string): Promise<void>;
  /** Deletes the failed sign-ins of all keys from before the moment. */
  forgetFailedSignIns(before: Instant): Promise<void>;
}

export interface SessionRecord {
  readonly idHash: string;
  readonly personId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expiresAt: Instant;
}

/** A session with its person; null for nobody or a person who is not active. */
export interface FoundSession extends SessionRecord {
  readonly person: (PersonRecord & { readonly organisation: OrganisationRecord }) | null;
}

export interface SessionShelf {
  /** The session; null when unknown or over at `now`. */
  find(idHash: string, now: Instant): Promise<FoundSession | null>;
  save(row: SessionRecord): Promise<void>;
  /** Moves the end of the session on; nothing where it is gone. */
  extend(idHash: string, expiresAt: Instant): Promise<void>;
  remove(idHash: string): Promise<void>;
  removeOfPerson(personId: string): Promise<void>;
  removeExpired(now: Instant): Promise<number>;
}

/** The clock of a demo. */
export interface ClockShelf {
  /** Milliseconds from the wall clock, negative in the past; null when it was never set. */
  aheadMs(): Promise<number | null>;
  /** Sets the distance unless it stands further ahead already; false when it does. */
  put(aheadMs: number, at: Instant): Promise<boolean>;
  /** True while the installation holds no organisation. */
  nothingHappened(): Promise<boolean>;
}

export interface OutboxRow {
  readonly id: string;
  readonly job: Job;
}

export interface JobShelf {
  /** Puts the job into the outbox of this transaction; the relay publishes it after the commit. */
  add(job: Job, at: Instant): Promise<void>;
  /** Claims up to `limit` unpublished rows, oldest first, skipping locked ones; they stay locked until the transaction ends. */
  claim(limit: number): Promise<readonly OutboxRow[]>;
  markPublished(ids: readonly string[], at: Instant): Promise<void>;
  unpublished(): Promise<number>;
  /** Writes the receipt of an effect; false when the effect was had before. */
  receipt(effectKey: string, at: Instant): Promise<boolean>;
  /** Writes the receipts and returns the keys of those effects that were not had before. */
  receipts(effectKeys: readonly string[], at: Instant): Promise<readonly string[]>;
  hasReceipt(effectKey: string): Promise<boolean>;
}

/** An answer given under a key of the caller's choice, so that the same request is not carried out twice. */
export interface KeptAnswer {
  /** Hash of the request: method, address and body. */
  readonly requestHash: string;
  /** Null while the request is under way, or when nobody knows how it ended. */
  readonly answer: { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string } | null;
}

/** Answers of the person of the reach only. */
export interface AnswerShelf {
  /** Claims the key until `expiresAt`; null when it was free or its answer is over at `now`, else what stands under it. */
  claim(row: {
    key: string;
    organisationId: string;
    personId: string;
    requestHash: string;
    now: Instant;
    expiresAt: Instant;
  }): Promise<KeptAnswer | null>;
  find(personId: string, key: string): Promise<KeptAnswer | null>;
  /** Keeps the answer under the claimed key. */
  keep(personId: string, key: string, answer: NonNullable<KeptAnswer['answer']>): Promise<void>;
  /** Frees a claimed key that has no answer. */
  release(personId: string, key: string): Promise<void>;
  /** Removes up to `limit` answers that are over at `now`: the person's own, in the reach system everybody's. */
  removeExpired(now: Instant, limit: number): Promise<number>;
}
