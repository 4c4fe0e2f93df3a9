// What a case should be after each act, kept in memory beside the real one: status, round, places with their holders, advice, signatures and documents.
import type { Actor } from '#casework';
import {
  decisionOf,
  documentsFor,
  isEditable,
  isWithAuthority,
  noGuardFacts,
  requireMove,
  type AdviceLine,
  type ApplicationMove,
  type ApplicationMoveName,
  type ApplicationStatus,
  type DecisionDocument,
  type GuardFacts,
} from '#licensing';
import { Refusal } from '#kernel';

/** How the house of the walk routes a case: queues by name, each with those it waits for. */
export interface Routes {
  readonly fallback: string;
  /** Queues of the review; none: the fallback queue is the review's. */
  readonly review: readonly { readonly id: string; readonly after: readonly string[] }[];
  /** Takes a case of any stage, by hand. */
  readonly extra: string;
}

export class CaseModel {
  status: ApplicationStatus = 'draft';
  round = 1;
  /** Holder by queue; null: nobody. */
  places = new Map<string, string | null>();
  advice: { readonly adviserId: string; readonly lines: readonly AdviceLine[] } | null = null;
  signerIds: string[] = [];
  prepared: DecisionDocument[] = [];
  declared: boolean;
  /** An officer learns of no application before it was filed. */
  private filed = false;
  private left = new Set<string>();

  constructor(
    readonly id: string,
    readonly routes: Routes,
    readonly asked: 1 | 2,
    declared: boolean,
  ) {
    this.declared = declared;
  }

  /** What the guards should be told of the case for the actor; all officers of the walk work on all its queues. */
  facts(actor: Actor): GuardFacts {
    const officer = actor.organisationKind === 'authority';
    return {
      ...noGuardFacts(actor.personId),
      holders: officer ? [...this.places.values()] : [],
      missing: isEditable(this.status) && !this.declared ? [{ code: 'not-declared', at: 'declaration.truthful' }] : [],
      openReviews: this.places.size,
      adviserIds: officer && this.advice ? [this.advice.adviserId] : [],
      signerIds: officer ? this.signerIds : [],
      signaturesAsked: officer && SIGNED.includes(this.status) ? this.asked : 1,
      unpreparedDocuments: this.needed().filter((kind) => !this.prepared.includes(kind)),
    };
  }

  /** How the move should end: `made`, or the code of its refusal. */
  expected(moves: readonly ApplicationMove[], name: ApplicationMoveName, actor: Actor): string {
    if (actor.organisationKind === 'authority' && !this.filed) return 'application-not-found';
    try {
      requireMove(moves, name, this.status, actor.roles, this.facts(actor));
      return 'made';
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  }

  /** Documents that the decision needs. */
  needed(): DecisionDocument[] {
    return this.advice ? documentsFor(decisionOf(this.advice.lines)).map(({ kind }) => kind) : [];
  }

  /** The move was made. */
  moved(row: ApplicationMove, actor: Actor, lines: readonly AdviceLine[]): void {
    if (row.name === 'advise') {
      this.advice = { adviserId: actor.personId, lines };
      [this.signerIds, this.prepared] = [[], []];
    }
    if (row.to === 'signed-once' || row.to === 'countersigned') this.signerIds.push(actor.personId);
    if (row.name === 'reopen-review') {
      this.round += 1;
      [this.advice, this.signerIds, this.prepared] = [null, [], []];
    }
    this.enter(row.to);
  }

  /** The team gave its advice: the queue is left, and what waited for it opens; after the last one the review is concluded. */
  finished(queueId: string): void {
    this.places.delete(queueId);
    this.left.add(queueId);
    this.open();
    if (this.places.size === 0) this.enter('reviewed');
  }

  /** A person took the case off the queue. */
  takenOff(queueId: string): void {
    this.places.delete(queueId);
    this.left.add(queueId);
  }

  private enter(status: ApplicationStatus): void {
    this.status = status;
    this.filed ||= status === 'submitted';
    this.places = new Map();
    this.left = new Set();
    if (!isWithAuthority(status)) return;
    if (status === 'in-review' && this.routes.review.length > 0) this.open();
    else this.places.set(this.routes.fallback, null);
  }

  private open(): void {
    const waiting = this.routes.review.filter(({ id }) => !this.left.has(id));
    const before = new Set([...waiting.map(({ id }) => id), ...this.places.keys()]);
    for (const { id, after } of waiting)
      if (!this.places.has(id) && !after.some((feeder) => before.has(feeder))) this.places.set(id, null);
  }
}

/** Stages at which signatures count. */
const SIGNED: readonly ApplicationStatus[] = ['advised', 'signed-once', 'countersigned', 'decided'];
