// What a case should be after each act, kept in memory beside the real one: status, round, places with their holders, advice, signatures and documents.
import type { Actor } from '#casework';
import {
  decisionOf,
  documentsFor,
  isWithAuthority,
  type AdviceLine,
  type ApplicationMove,
  type ApplicationStatus,
  type DecisionDocument,
  type GuardName,
} from '#licensing';

/** How the house of the walk routes a case: queues by name, each with those it waits for. */
export interface Routes {
  readonly fallback: string;
  /** Queues of the review; none: the fallback queue is the review's. */
  readonly review: readonly { readonly id: string; readonly after: readonly string[] }[];
  /** Takes a case of any stage, by hand. */
  readonly extra: string;
  /** Works on every queue but the fallback queue. */
  readonly outsiderId: string;
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

  /** The person works on this queue: everybody does, but for the outsider on the fallback queue. */
  worksOn({ personId }: Actor, queueId: string): boolean {
    return queueId !== this.routes.fallback || personId !== this.routes.outsiderId;
  }

  /** What the person's place on the case would be refused for, or null. */
  placeFault(actor: Actor): string | null {
    const own = [...this.places].filter(([queueId]) => this.worksOn(actor, queueId)).map(([, holder]) => holder);
    if (own.length === 0) return 'not-on-your-queue';
    return own.some((holder) => holder === null || holder === actor.personId) ? null : 'held-by-another';
  }

  /** How the move should end: `made`, or the code of its refusal. */
  expected(row: ApplicationMove, actor: Actor): string {
    const officer = actor.organisationKind === 'authority';
    if (actor.roles.includes('auditor')) return 'role-missing';
    if (officer && !this.filed) return 'application-not-found';
    if (!actor.roles.some((role) => row.by.includes(role))) return 'move-not-yours';
    const forCase = row.only === undefined || row.only === (this.asked === 2 ? 'two-signatures' : 'one-signature');
    if (!row.from.includes(this.status) || !forCase) return 'move-not-open';
    return row.needs.map((need) => this.fault(need, actor)).find((code) => code !== null) ?? 'made';
  }

  private fault(need: GuardName, actor: Actor): string | null {
    const { personId } = actor;
    const unless = (open: boolean, code: string) => (open ? null : code);
    const signed = new Set(this.signerIds).size;
    switch (need) {
      case 'complete':
        return unless(this.declared, 'application-incomplete');
      case 'papers-there':
        return null;
      case 'on-your-queue':
        return unless(this.placeFault(actor) !== 'not-on-your-queue', 'not-on-your-queue');
      case 'not-held-by-another':
        return unless(this.placeFault(actor) !== 'held-by-another', 'held-by-another');
      case 'review-queues-left':
        return unless(this.places.size === 0, 'review-queues-open');
      case 'not-the-adviser':
        return unless(this.advice?.adviserId !== personId, 'adviser-cannot-countersign');
      case 'not-the-first-signer':
        return unless(this.signerIds[0] !== personId, 'signer-cannot-sign-twice');
      case 'two-people':
        return unless(this.advice !== null && signed >= this.asked, 'two-people-needed');
      case 'documents-prepared':
        return unless(
          this.needed().every((kind) => this.prepared.includes(kind)),
          'documents-not-prepared',
        );
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
