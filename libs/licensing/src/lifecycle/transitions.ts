// All moves of an application and of a licence, one row each. Every other list (terminal, editable, open moves, buttons, picture) is computed from here.
// Procedure: Decree 792 of the State Council (2024) Articles 16 to 18.

export const ROLES = ['exporter', 'reviewer', 'countersigner', 'manager', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

export const APPLICATION_STATUSES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'in-review',
  'advised',
  'countersigned',
  'granted',
  'refused',
  'closed',
  'withdrawn',
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** What is stored of a licence's life; scheduled, active and expired are read from its validity. */
export const LICENCE_STATES = ['issued', 'suspended', 'revoked'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

export type GuardName = 'complete' | 'not-held-by-another' | 'not-the-adviser' | 'advice-favours-grant' | 'two-people';

/** What the mover must state with the move. */
export type MoveInput = 'reason' | 'advice' | 'validity';

/** What the move does to the clock of 45 working days. */
export type ClockEffect = 'starts' | 'stops' | 'none';

interface MoveRow<Status extends string> {
  readonly name: string;
  readonly from: readonly Status[];
  readonly to: Status;
  readonly by: readonly Role[];
  readonly needs: readonly GuardName[];
  readonly asks: readonly MoveInput[];
  readonly emits: string;
  readonly clock: ClockEffect;
  readonly cite?: string;
}

// prettier-ignore
export const applicationMoves = [
  { name: 'submit', from: ['draft'], to: 'submitted', by: ['exporter'], needs: ['complete'], asks: [], emits: 'application.submitted', clock: 'none', cite: 'Decree 792 Art. 16' },
  { name: 'resubmit', from: ['returned'], to: 'submitted', by: ['exporter'], needs: ['complete'], asks: [], emits: 'application.resubmitted', clock: 'none', cite: 'Decree 792 Art. 16' },
  { name: 'accept', from: ['submitted'], to: 'accepted', by: ['reviewer'], needs: ['not-held-by-another'], asks: [], emits: 'application.accepted', clock: 'starts', cite: 'Decree 792 Art. 17' },
  { name: 'return', from: ['submitted'], to: 'returned', by: ['reviewer'], needs: ['not-held-by-another'], asks: ['reason'], emits: 'application.returned', clock: 'none', cite: 'Decree 792 Art. 16' },
  { name: 'start-review', from: ['accepted'], to: 'in-review', by: ['reviewer'], needs: ['not-held-by-another'], asks: [], emits: 'application.review-started', clock: 'none', cite: 'Export Control Law Art. 13' },
  { name: 'advise', from: ['in-review'], to: 'advised', by: ['reviewer'], needs: ['not-held-by-another'], asks: ['advice'], emits: 'application.advised', clock: 'none', cite: 'Export Control Law Art. 13' },
  { name: 'countersign', from: ['advised'], to: 'countersigned', by: ['countersigner'], needs: ['not-the-adviser', 'not-held-by-another'], asks: [], emits: 'application.countersigned', clock: 'none' },
  { name: 'send-back', from: ['advised'], to: 'in-review', by: ['countersigner'], needs: ['not-the-adviser', 'not-held-by-another'], asks: ['reason'], emits: 'application.sent-back', clock: 'none' },
  { name: 'reconsider', from: ['countersigned'], to: 'in-review', by: ['manager'], needs: ['not-held-by-another'], asks: ['reason'], emits: 'application.reconsidered', clock: 'none' },
  { name: 'grant', from: ['countersigned'], to: 'granted', by: ['manager'], needs: ['not-held-by-another', 'two-people', 'advice-favours-grant'], asks: ['validity'], emits: 'application.granted', clock: 'stops', cite: 'Decree 792 Art. 17' },
  { name: 'refuse', from: ['countersigned'], to: 'refused', by: ['manager'], needs: ['not-held-by-another', 'two-people'], asks: ['reason'], emits: 'application.refused', clock: 'stops', cite: 'Decree 792 Art. 17' },
  { name: 'close', from: ['granted', 'refused'], to: 'closed', by: ['manager'], needs: [], asks: [], emits: 'application.closed', clock: 'none' },
  {
    name: 'withdraw',
    from: ['draft', 'submitted', 'returned', 'accepted', 'in-review', 'advised', 'countersigned'],
    to: 'withdrawn',
    by: ['exporter'],
    needs: [],
    asks: ['reason'],
    emits: 'application.withdrawn',
    clock: 'stops',
  },
] as const satisfies readonly MoveRow<ApplicationStatus>[];

// prettier-ignore
export const licenceMoves = [
  { name: 'suspend', from: ['issued'], to: 'suspended', by: ['manager'], needs: [], asks: ['reason'], emits: 'licence.suspended', clock: 'none', cite: 'Decree 792 Art. 18' },
  { name: 'reinstate', from: ['suspended'], to: 'issued', by: ['manager'], needs: [], asks: ['reason'], emits: 'licence.reinstated', clock: 'none', cite: 'Decree 792 Art. 18' },
  { name: 'revoke', from: ['issued', 'suspended'], to: 'revoked', by: ['manager'], needs: [], asks: ['reason'], emits: 'licence.revoked', clock: 'none', cite: 'Decree 792 Art. 18' },
] as const satisfies readonly MoveRow<LicenceState>[];

export type ApplicationMoveName = (typeof applicationMoves)[number]['name'];
export type LicenceMoveName = (typeof licenceMoves)[number]['name'];
export type MoveName = ApplicationMoveName | LicenceMoveName;
export type ApplicationMove = MoveRow<ApplicationStatus> & { readonly name: ApplicationMoveName };
export type LicenceMove = MoveRow<LicenceState> & { readonly name: LicenceMoveName };
export type Move = ApplicationMove | LicenceMove;
export type CaseEvent = (typeof applicationMoves)[number]['emits'] | (typeof licenceMoves)[number]['emits'];

/** Where a life begins and where it may end; a status without a way out that stands not here is a dead end. */
export const applicationLife = { start: 'draft', ends: ['closed', 'withdrawn'] } as const;
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

/** The applicant may change the content: the status has a move of the exporter that checks completeness. */
export function isEditable(status: ApplicationStatus): boolean {
  return (applicationMoves as readonly ApplicationMove[]).some(
    (move) => move.from.includes(status) && move.by.includes('exporter') && move.needs.includes('complete'),
  );
}
