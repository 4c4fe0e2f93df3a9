// The shelves of teams, queues, places, routing rules and absences; part of the Store port.
import type { Instant, LocalDate } from '#kernel';
import type { ApplicationStatus } from '#licensing';
import type {
  AbsenceRecord,
  PlaceEnd,
  PlaceRecord,
  PlaceSummary,
  QueueRecord,
  RuleRecord,
  TeamActRecord,
  TeamRecord,
} from '../queues/queue-records';
import type { PageOf, PageRequest } from './page';

/** Teams and queues of the authority; read by officers, written by administrators. */
export interface TeamShelf {
  teams(): Promise<readonly TeamRecord[]>;
  addTeam(row: Omit<TeamRecord, 'version' | 'memberIds' | 'retired'>): Promise<void>;
  /** False when the version does not match. */
  changeTeam(id: string, version: number, change: Partial<Pick<TeamRecord, 'name' | 'retired'>>): Promise<boolean>;
  /** Adds the person to the team of the fallback queue where that team is of the organisation, and raises its version; the team's id, null where nobody was added. */
  joinFallback(personId: string, organisationId: string): Promise<string | null>;
  /** Replaces the members. */
  setMembers(teamId: string, personIds: readonly string[]): Promise<void>;
  /**
   * On whose behalf the person works on the day (first the person, then active people who are away and named it), and the open queues of all their teams;
   * `ledQueueIds`: of these, the queues of the person's own teams and of those of team leads who are away.
   */
  desk(
    personId: string,
    day: LocalDate,
  ): Promise<{
    readonly personIds: readonly string[];
    readonly queueIds: readonly string[];
    readonly ledQueueIds: readonly string[];
  }>;
  /** Ids of the teams of which the person is a member and that are not retired. */
  teamsOf(personId: string): Promise<readonly string[]>;
  /** All queues, retired ones too, by team and name. */
  queues(): Promise<readonly QueueRecord[]>;
  /** Nothing enters the queue, and nobody else changes it, until this transaction ends; what was entering has come in. */
  holdQueue(id: string): Promise<void>;
  /** None of the queues is changed until this transaction ends; what was being changed has been. Reach system only. */
  keepQueues(ids: readonly string[]): Promise<void>;
  addQueue(row: Omit<QueueRecord, 'version' | 'retired'>): Promise<void>;
  /** False when the version does not match. */
  changeQueue(
    id: string,
    version: number,
    change: Partial<Pick<QueueRecord, 'name' | 'stages' | 'feederIds' | 'retired' | 'teamId' | 'kind'>>,
  ): Promise<boolean>;
  /** Takes the queue from the feeders of all others and raises their versions. */
  dropFeeder(id: string): Promise<void>;
  addAbsence(row: Omit<AbsenceRecord, 'endedAt'>): Promise<void>;
  /** False when there is none that has not ended. */
  endAbsence(id: string, at: Instant): Promise<boolean>;
  findAbsence(id: string): Promise<AbsenceRecord | null>;
  /** Those that have not ended and whose last day is `day` or later, by first day. */
  absences(day: LocalDate): Promise<readonly AbsenceRecord[]>;
  addAct(row: Omit<TeamActRecord, 'personName'>): Promise<void>;
  /** Newest first. Throws Refusal `bad-limit` or `bad-cursor` (invalid). */
  acts(page: PageRequest): Promise<PageOf<TeamActRecord>>;
}

export interface PlaceFilter {
  readonly queueIds: readonly string[];
  /** One of these people holds the place. */
  readonly holderIds?: readonly string[];
  /** Only places that nobody holds. */
  readonly free?: boolean;
  readonly status?: ApplicationStatus;
  /** ISO 3166 alpha-2. */
  readonly destination?: string;
  /** Due on this day or earlier. */
  readonly dueBy?: LocalDate;
  /** Part of the reference, of a name of the exporter or of the first item, in any case. */
  readonly text?: string;
}

/** Places of cases on queues: officers and the system; an administrator only hands over. */
export interface PlaceShelf {
  /** `dueBasis`: fingerprint of what `dueOn` was computed with; empty where it was not. */
  enter(rows: readonly Omit<PlaceRecord, 'leftAt' | 'ending'>[], dueBasis?: string): Promise<void>;
  /** Ends open places. */
  leave(ids: readonly string[], ending: PlaceEnd, at: Instant): Promise<void>;
  /** Writes the due day of all open places of the case. */
  setDue(applicationId: string, dueOn: LocalDate | null, dueBasis: string): Promise<void>;
  /** Up to `limit` open places whose due day was computed with something else, with the moments of their case; they stay locked until the transaction ends. */
  dueOtherwise(
    dueBasis: string,
    limit: number,
  ): Promise<readonly { id: string; procedure: string; acceptedAt: Instant | null; decidedAt: Instant | null }[]>;
  /** Writes the due days of open places. */
  putDue(rows: readonly { readonly id: string; readonly dueOn: LocalDate | null }[], dueBasis: string): Promise<void>;
  find(id: string): Promise<PlaceRecord | null>;
  /** Open and left ones, by arrival. */
  ofApplication(applicationId: string): Promise<readonly (PlaceRecord & { readonly holderName: string | null })[]>;
  /** Open places, by due day (none last), then arrival. Throws Refusal `bad-limit` or `bad-cursor` (invalid). */
  list(filter: PlaceFilter, page: PageRequest): Promise<PageOf<PlaceSummary>>;
  /** Open places of the filter, counted up to `most`. */
  count(filter: PlaceFilter, most: number): Promise<number>;
  /** Open places per queue, and those without a holder, each counted up to `most`. */
  counts(queueIds: readonly string[], most: number): Promise<readonly { queueId: string; open: number; free: number }[]>;
  /** Sets the holder where the open place has the holder `expected`; false where it has not. */
  assign(id: string, expected: string | null, holderId: string | null): Promise<boolean>;
  /**
   * Gives the first free place of the queues, in the order of `list`, to the holder, passing by places that others are taking; null when there is none.
   * Passed by are cases of which the holder has another place already, or anybody a place on another review queue of the same team; and on a countersigning queue
   * those of which the holder gave the standing final advice or signed it.
   */
  takeFree(
    queueIds: readonly string[],
    holderId: string,
  ): Promise<{ placeId: string; queueId: string; applicationId: string; organisationId: string; version: number } | null>;
  /** Hands all open places of one officer to another, where that one is of the queue's team, and frees the rest (null: all); returns each with its new holder. Reaches administrator and system only. */
  handOver(
    fromPersonId: string,
    toPersonId: string | null,
  ): Promise<readonly Pick<PlaceRecord, 'applicationId' | 'organisationId' | 'queueId' | 'holderId'>[]>;
  watch(applicationId: string, personId: string, at: Instant): Promise<void>;
  unwatch(applicationId: string, personId: string): Promise<void>;
  watchers(applicationId: string): Promise<readonly string[]>;
  watched(
    personId: string,
    page: PageRequest,
  ): Promise<PageOf<{ id: string; reference: string; status: ApplicationStatus; at: Instant }>>;
}

/** Routing rules: every version is kept. */
export interface RuleShelf {
  /** Adds the next version of the rule. Throws Refusal `rule-version-taken` (conflict) when another proposal came first. */
  propose(row: Omit<RuleRecord, 'state' | 'proposedByName' | 'judgedBy' | 'judgedByName' | 'judgedAt'>): Promise<void>;
  /** Throws Refusal `proposer-cannot-approve` (forbidden), `rule-acted-before` (conflict). */
  act(
    rule: Pick<RuleRecord, 'id' | 'version' | 'proposedBy'>,
    act: {
      readonly act: 'approve' | 'reject';
      readonly personId: string;
      readonly reason: string;
      readonly at: Instant;
    },
  ): Promise<void>;
  find(id: string, version: number): Promise<RuleRecord | null>;
  /** All versions of all rules, by tier, id and version. */
  list(): Promise<readonly RuleRecord[]>;
  /** Every approved version of the rules, by tier, id and version: an older one counts until the first day of the newer. */
  standing(): Promise<readonly RuleRecord[]>;
}
