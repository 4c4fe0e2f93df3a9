// The named guards of the transition table: pure, each answers null (the move is open) or the fault that blocks it.
import type { Fault } from '#kernel';
import type { GuardName, MoveCase } from './transitions';

/** What the guards look at. Ids are those of people. */
export interface GuardFacts {
  readonly actorId: string;
  /** Who is assigned on each queue of the actor's teams on which the case stands; null where nobody is. */
  readonly holders: readonly (string | null)[];
  /** What the application still lacks before filing; empty when complete. */
  readonly missing: readonly Fault[];
  /** Papers that are not there and are required where the move of that name leads. */
  readonly missingPapers: (move: string) => readonly Fault[];
  /** Review queues on which the case still stands. */
  readonly openReviews: number;
  /** Whose advice stands in the present round, whatever its level. */
  readonly adviserIds: readonly string[];
  /** Who signed the standing final advice, in order. */
  readonly signerIds: readonly string[];
  /** How many signatures the rules ask for: 1 or 2. */
  readonly signaturesAsked: number;
  /** Documents of the decision that are not prepared. */
  readonly unpreparedDocuments: readonly string[];
}

/** The facts for a table whose rows need no guard. */
export function noGuardFacts(actorId: string): GuardFacts {
  return {
    actorId,
    holders: [],
    missing: [],
    missingPapers: () => [],
    openReviews: 0,
    adviserIds: [],
    signerIds: [],
    signaturesAsked: 1,
    unpreparedDocuments: [],
  };
}

type Guard = (facts: GuardFacts) => Fault | null;
/** Papers are asked for by where the move leads. */
type PaperGuard = (facts: GuardFacts, move: string) => Fault | null;

export const guards: Readonly<Record<Exclude<GuardName, 'papers-there'>, Guard> & Record<'papers-there', PaperGuard>> = {
  complete: ({ missing }) =>
    missing.length === 0 ? null : { code: 'application-incomplete', facts: { missing: missing.length } },
  'papers-there': ({ missingPapers }, move) => {
    const missing = missingPapers(move).length;
    return missing === 0 ? null : { code: 'papers-incomplete', facts: { missing } };
  },
  'on-your-queue': ({ holders }) => (holders.length > 0 ? null : { code: 'not-on-your-queue' }),
  'not-held-by-another': ({ actorId, holders }) =>
    holders.length === 0 || holders.some((holder) => holder === null || holder === actorId) ? null : { code: 'held-by-another' },
  'review-queues-left': ({ openReviews }) =>
    openReviews === 0 ? null : { code: 'review-queues-open', facts: { open: openReviews } },
  'not-the-adviser': ({ actorId, adviserIds }) => (adviserIds.includes(actorId) ? { code: 'adviser-cannot-countersign' } : null),
  'not-the-first-signer': ({ actorId, signerIds }) => (signerIds.includes(actorId) ? { code: 'signer-cannot-sign-twice' } : null),
  'two-people': ({ adviserIds, signerIds, signaturesAsked }) =>
    adviserIds.length > 0 && new Set(signerIds.filter((id) => !adviserIds.includes(id))).size >= Math.max(1, signaturesAsked)
      ? null
      : { code: 'two-people-needed' },
  'documents-prepared': ({ unpreparedDocuments }) =>
    unpreparedDocuments.length === 0
      ? null
      : { code: 'documents-not-prepared', facts: { documents: [...unpreparedDocuments], missing: unpreparedDocuments.length } },
};

/** Refused for the sake of separation of duties: nobody may do it, whoever asks again. */
export const SEPARATION: readonly string[] = ['adviser-cannot-countersign', 'signer-cannot-sign-twice'];

/** Whether the row with this case is one of the case at all. */
export function holdsFor(only: MoveCase | undefined, { signaturesAsked }: GuardFacts): boolean {
  return only === undefined || (only === 'two-signatures') === signaturesAsked >= 2;
}
