// All moves of an application and of a licence, one row each; a procedure's manifest selects from them. Every other list is computed from here.
// Procedure: Decree 792 of the State Council (2024) Articles 16 to 18.

export const ROLES = [
  'exporter',
  'provincial-officer',
  'reviewer',
  'team-lead',
  'case-officer',
  'countersigner',
  'manager',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Who makes a move: a person in a role, or Licet itself once the case has come so far. */
export type Mover = Role | 'system';

export const APPLICATION_STATUSES = [
  'draft',
  'submitted',
  'received',
  'checked',
  'forwarded',
  'returned',
  'accepted',
  'in-review',
  'reviewed',
  'advised',
  'signed-once',
  'countersigned',
  'decided',
  'published',
  'closed',
  'withdrawn',
  'superseded',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** What is stored of a licence's life; scheduled, active and expired are read from its validity. */
export const LICENCE_STATES = ['issued', 'suspended', 'revoked'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

export type GuardName =
  | 'complete'
  | 'papers-there'
  | 'on-your-queue'
  | 'not-held-by-another'
  | 'review-queues-left'
  | 'not-the-adviser'
  | 'not-the-first-signer'
  | 'two-people'
  | 'documents-prepared';

/** Which of two rows holds for a case; the other one is no move of it. */
export type MoveCase = 'one-signature' | 'two-signatures';

/** What the mover must state with the move. */
export type MoveInput = 'reason' | 'advice';

interface MoveRow<Status extends string> {
  readonly name: string;
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: readonly Mover[];
  readonly only?: MoveCase;
  readonly needs: readonly GuardName[];
  readonly asks: readonly MoveInput[];
  readonly emits: string;
  readonly cite?: string;
}

/** Statuses in which the case lies with the authority and is not published. */
const WITH_AUTHORITY = [
  'submitted',
  'received',
  'checked',
  'forwarded',
  'accepted',
  'in-review',
  'reviewed',
  'advised',
  'signed-once',
  'countersigned',
  'decided',
] as const satisfies readonly ApplicationStatus[];

const MINE = ['on-your-queue', 'not-held-by-another'] as const satisfies readonly GuardName[];

// prettier-ignore
export const applicationMoves = [
  { name: 'submit', from: ['draft'], to: 'submitted', by: ['exporter'], needs: ['complete'], asks: [], emits: 'application.submitted', cite: 'Decree 792 Art. 16' },
  { name: 'resubmit', from: ['returned'], to: 'submitted', by: ['exporter'], needs: ['complete'], asks: [], emits: 'application.resubmitted', cite: 'Decree 792 Art. 16' },
  { name: 'receive', from: ['submitted'], to: 'received', by: ['provincial-officer'], needs: MINE, asks: [], emits: 'application.received', cite: 'Decree 792 Art. 4' },
  { name: 'check', from: ['received'], to: 'checked', by: ['provincial-officer'], needs: [...MINE, 'papers-there'], asks: [], emits: 'application.checked', cite: 'Decree 792 Art. 16' },
  { name: 'forward', from: ['checked'], to: 'forwarded', by: ['provincial-officer'], needs: MINE, asks: [], emits: 'application.forwarded', cite: 'Decree 792 Art. 16' },
  { name: 'return', from: ['submitted', 'received', 'checked'], to: 'returned', by: ['provincial-officer'], needs: MINE, asks: ['reason'], emits: 'application.returned', cite: 'Decree 792 Art. 16' },
  { name: 'return-from-ministry', from: ['forwarded'], to: 'returned', by: ['case-officer'], needs: MINE, asks: ['reason'], emits: 'application.returned-from-ministry', cite: 'Decree 792 Art. 16' },
  { name: 'accept', from: ['forwarded'], to: 'accepted', by: ['case-officer'], needs: [...MINE, 'papers-there'], asks: [], emits: 'application.accepted', cite: 'Decree 792 Art. 17' },
  { name: 'start-review', from: ['accepted'], to: 'in-review', by: ['case-officer'], needs: MINE, asks: [], emits: 'application.review-started', cite: 'Export Control Law Art. 13' },
  { name: 'conclude-review', from: ['in-review'], to: 'reviewed', by: ['system'], needs: ['review-queues-left'], asks: [], emits: 'application.reviewed' },
  { name: 'reopen-review', from: ['reviewed'], to: 'in-review', by: ['case-officer'], needs: MINE, asks: ['reason'], emits: 'application.review-reopened', cite: 'Export Control Law Art. 13' },
  { name: 'advise', from: ['reviewed'], to: 'advised', by: ['case-officer'], needs: MINE, asks: ['advice'], emits: 'application.advised', cite: 'Export Control Law Art. 13' },
  { name: 'countersign', from: ['advised'], to: 'countersigned', by: ['countersigner'], only: 'one-signature', needs: ['not-the-adviser', ...MINE], asks: [], emits: 'application.countersigned' },
  { name: 'countersign-first', from: ['advised'], to: 'signed-once', by: ['countersigner'], only: 'two-signatures', needs: ['not-the-adviser', ...MINE], asks: [], emits: 'application.signed-once' },
  { name: 'countersign-second', from: ['signed-once'], to: 'countersigned', by: ['countersigner'], needs: ['not-the-adviser', 'not-the-first-signer', ...MINE], asks: [], emits: 'application.signed-twice' },
  { name: 'send-back', from: ['advised', 'signed-once'], to: 'reviewed', by: ['countersigner'], needs: ['not-the-adviser', ...MINE], asks: ['reason'], emits: 'application.sent-back' },
  { name: 'reconsider', from: ['advised', 'signed-once', 'countersigned', 'decided'], to: 'reviewed', by: ['case-officer', 'manager'], needs: [], asks: ['reason'], emits: 'application.reconsidered' },
  { name: 'finalise', from: ['countersigned'], to: 'decided', by: ['case-officer', 'manager'], needs: [...MINE, 'papers-there', 'two-people', 'documents-prepared'], asks: [], emits: 'application.decided', cite: 'Decree 792 Art. 17' },
  { name: 'publish', from: ['decided'], to: 'published', by: ['case-officer', 'manager'], needs: [...MINE, 'two-people', 'documents-prepared'], asks: [], emits: 'application.published', cite: 'Decree 792 Art. 17' },
  { name: 'close', from: ['published'], to: 'closed', by: ['case-officer', 'manager'], needs: [], asks: [], emits: 'application.closed' },
  { name: 'withdraw', from: ['draft', 'returned', ...WITH_AUTHORITY], to: 'withdrawn', by: ['exporter'], needs: [], asks: ['reason'], emits: 'application.withdrawn' },
  { name: 'amend', from: WITH_AUTHORITY, to: 'superseded', by: ['exporter'], needs: [], asks: [], emits: 'application.superseded' },
] as const satisfies readonly MoveRow<ApplicationStatus>[];

// prettier-ignore
export const licenceMoves = [
  { name: 'suspend', from: ['issued'], to: 'suspended', by: ['manager'], needs: [], asks: ['reason'], emits: 'licence.suspended', cite: 'Decree 792 Art. 18' },
  { name: 'reinstate', from: ['suspended'], to: 'issued', by: ['manager'], needs: [], asks: ['reason'], emits: 'licence.reinstated', cite: 'Decree 792 Art. 18' },
  { name: 'revoke', from: ['issued', 'suspended'], to: 'revoked', by: ['manager'], needs: [], asks: ['reason'], emits: 'licence.revoked', cite: 'Decree 792 Art. 18' },
] as const satisfies readonly MoveRow<LicenceState>[];

/** Decisions that stand in the logs of older cases; they are made no more, and each stopped the clock of its case. */
export const FORMER_MOVES = ['grant', 'refuse'] as const;
export type FormerMoveName = (typeof FORMER_MOVES)[number];

export type ApplicationMoveName = (typeof applicationMoves)[number]['name'];
export type LicenceMoveName = (typeof licenceMoves)[number]['name'];
export type MoveName = ApplicationMoveName | LicenceMoveName;
export type ApplicationMove = MoveRow<ApplicationStatus> & { readonly name: ApplicationMoveName };
export type LicenceMove = MoveRow<LicenceState> & { readonly name: LicenceMoveName };
export type Move = ApplicationMove | LicenceMove;
export type CaseEvent = (typeof applicationMoves)[number]['emits'] | (typeof licenceMoves)[number]['emits'];

/** Where a life begins and where it may end; a status without a way out that stands not here is a dead end. */
export const applicationLife = { start: 'draft', ends: ['closed', 'withdrawn', 'superseded'] } as const;
export const licenceLife = { start: 'issued', ends: ['revoked'] } as const;

/** The row of a move, or undefined when there is no such move. */
export function applicationMove(name: string): ApplicationMove | undefined {
  return applicationMoves.find((move) => move.name === name);
}

/** The row of a licence's move, or undefined when there is no such move. */
export function licenceMove(name: string): LicenceMove | undefined {
  return licenceMoves.find((move) => move.name === name);
}

/** No move leads out of this status. */
export function isTerminal(status: ApplicationStatus): boolean {
  return !applicationMoves.some((move) => (move.from as readonly ApplicationStatus[]).includes(status));
}

/** The case lies with the authority, which has not told its decision: it stands on a queue. */
export function isWithAuthority(status: ApplicationStatus): boolean {
  return (WITH_AUTHORITY as readonly ApplicationStatus[]).includes(status);
}

/** The applicant may change the content: the status has a move of the exporter that checks completeness. */
export function isEditable(status: ApplicationStatus): boolean {
  return (applicationMoves as readonly ApplicationMove[]).some(
    (move) => move.from.includes(status) && move.by.includes('exporter') && move.needs.includes('complete'),
  );
}
