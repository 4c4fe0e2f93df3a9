// Random walks over the table of moves: whoever tries what, a move passes exactly when it is offered unblocked, and no path leads round the two people, or the three where two signatures are asked.
import { Refusal } from '#kernel';
import {
  applicationLife,
  applicationMoves,
  isTerminal,
  openMoves,
  requireMove,
  ROLES,
  type ApplicationStatus,
  type ApplicationMove,
  type GuardFacts,
  type Mover,
} from '#licensing';
import { Lot } from '../lot';
import type { Soaked } from '../soak';

const WALKS = 10_000;
const MOST_TRIES = 150;
const PEOPLE = ['ann', 'ben', 'cai', 'dou'] as const;
const MOVES: readonly ApplicationMove[] = applicationMoves;

interface Walker {
  status: ApplicationStatus;
  adviserId: string | null;
  signerIds: string[];
  readonly signaturesAsked: 1 | 2;
}

export function randomWalks(seed: number): Promise<Soaked> {
  const lot = new Lot(seed);
  const count = { tries: 0, moves: 0, refused: 0, ended: 0, published: 0 };
  for (let walk = 0; walk < WALKS; walk++) {
    const signaturesAsked = lot.of([1, 2] as const);
    const walker: Walker = { status: applicationLife.start, adviserId: null, signerIds: [], signaturesAsked };
    for (let tries = 0; tries < MOST_TRIES && !isTerminal(walker.status); tries++) {
      count.tries += 1;
      const made = tryMove(lot, walker);
      if (made) count.moves += 1;
      else count.refused += 1;
      if (made === 'publish') count.published += 1;
    }
    if (isTerminal(walker.status)) count.ended += 1;
  }
  if (count.published === 0 || count.ended === 0) throw new Error('The walks never came to a publication or to an end');
  return Promise.resolve({ walks: WALKS, ...count });
}

/** Makes one drawn move by one drawn person, or sees it refused; its name, or null. */
function tryMove(lot: Lot, walker: Walker): string | null {
  const move = drawnMove(lot, walker.status);
  const actorId = lot.of(PEOPLE);
  // Mostly somebody whose move it may be, so that walks come far.
  const movers: readonly Mover[] = lot.below(4) === 0 ? [lot.of(ROLES)] : [...ROLES, 'system'];
  const papers = lot.below(6) === 0 ? [{ code: 'paper-missing', at: 'papers.A5' }] : [];
  const facts: GuardFacts = {
    actorId,
    holders: lot.below(5) === 0 ? [] : [lot.below(3) === 0 ? lot.of(PEOPLE) : null],
    missing: lot.below(4) === 0 ? [{ code: 'field-missing', at: 'applicant.nameZh' }] : [],
    missingPapers: () => papers,
    openReviews: lot.below(3),
    unpreparedDocuments: lot.below(3) === 0 ? ['licence'] : [],
    adviserIds: walker.adviserId === null ? [] : [walker.adviserId],
    signerIds: walker.signerIds,
    signaturesAsked: walker.signaturesAsked,
  };
  const before = walker.status;
  const offered = openMoves(MOVES, before, movers, facts).find(({ name }) => name === move.name);
  const passes = made(() => requireMove(MOVES, move.name, before, movers, facts));
  expectThat(passes === (offered?.blockedBy.length === 0), `${move.name} from ${before} is offered otherwise than it is taken`);
  if (!passes) return null;
  expectThat(move.from.includes(before), `${move.name} left ${before}`);
  walker.status = move.to;
  if (move.name === 'advise') [walker.adviserId, walker.signerIds] = [actorId, []];
  if (move.name.startsWith('countersign')) walker.signerIds.push(actorId);
  if (move.name === 'publish') {
    const signers = new Set(walker.signerIds);
    expectThat(walker.adviserId !== null && !signers.has(walker.adviserId), 'published with the adviser’s own signature');
    expectThat(signers.size === walker.signaturesAsked, `published with ${signers.size} signatures of ${walker.signaturesAsked}`);
  }
  return move.name;
}

/** Ways that end a walk before a decision. */
const GIVING_UP: readonly string[] = ['withdraw', 'amend'];

/** Any move at times; mostly one that leads on from here, and seldom one that gives up, so that walks come to a decision. */
function drawnMove(lot: Lot, from: ApplicationStatus): ApplicationMove {
  if (lot.below(12) === 0) return lot.of(MOVES);
  return lot.of(MOVES.filter((move) => move.from.includes(from) && !GIVING_UP.includes(move.name)));
}

function made(move: () => unknown): boolean {
  try {
    move();
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}

function expectThat(truth: boolean, otherwise: string): void {
  if (!truth) throw new Error(otherwise);
}
