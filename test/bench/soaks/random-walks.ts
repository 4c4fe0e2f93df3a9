// Random walks over the table of moves: whoever tries what, a move passes exactly when it is offered unblocked, and no path leads round the two people.
import { Refusal } from '#kernel';
import {
  applicationLife,
  applicationMoves,
  isTerminal,
  openMoves,
  RECOMMENDATIONS,
  requireMove,
  ROLES,
  type ApplicationStatus,
  type GuardFacts,
  type Role,
} from '#licensing';
import { Lot } from '../lot';
import type { Soaked } from '../soak';

const WALKS = 10_000;
const MOST_TRIES = 60;
const PEOPLE = ['ann', 'ben', 'cai', 'dou'] as const;

interface Walker {
  status: ApplicationStatus;
  advice: GuardFacts['advice'];
  countersignerId: string | null;
}

export function randomWalks(seed: number): Promise<Soaked> {
  const lot = new Lot(seed);
  const count = { tries: 0, moves: 0, refused: 0, ended: 0, granted: 0 };
  for (let walk = 0; walk < WALKS; walk++) {
    const walker: Walker = { status: applicationLife.start, advice: null, countersignerId: null };
    for (let tries = 0; tries < MOST_TRIES && !isTerminal(walker.status); tries++) {
      count.tries += 1;
      const made = tryMove(lot, walker);
      if (made) count.moves += 1;
      else count.refused += 1;
      if (made === 'grant') count.granted += 1;
    }
    if (isTerminal(walker.status)) count.ended += 1;
  }
  if (count.granted === 0 || count.ended === 0) throw new Error('The walks never came to a grant or to an end');
  return Promise.resolve({ walks: WALKS, ...count });
}

/** Makes one drawn move by one drawn person, or sees it refused; its name, or null. */
function tryMove(lot: Lot, walker: Walker): string | null {
  const move = drawnMove(lot, walker.status);
  const actorId = lot.of(PEOPLE);
  // Mostly somebody whose move it may be, so that walks come far.
  const roles: readonly Role[] = lot.below(4) === 0 ? [lot.of(ROLES)] : ROLES;
  const facts: GuardFacts = {
    actorId,
    holderId: lot.below(3) === 0 ? lot.of(PEOPLE) : null,
    missing: lot.below(4) === 0 ? [{ code: 'field-missing', at: 'applicant.nameZh' }] : [],
    advice: walker.advice,
    countersignerId: walker.countersignerId,
  };
  const before = walker.status;
  const offered = openMoves('application', before, roles, facts).find(({ name }) => name === move.name);
  const passes = made(() => requireMove('application', move.name, before, roles, facts));
  expectThat(passes === (offered?.blockedBy.length === 0), `${move.name} from ${before} is offered otherwise than it is taken`);
  if (!passes) return null;
  expectThat((move.from as readonly string[]).includes(before), `${move.name} left ${before}`);
  walker.status = move.to;
  if (move.to === 'in-review') [walker.advice, walker.countersignerId] = [null, null];
  if (move.name === 'advise') walker.advice = { adviserId: actorId, recommendation: lot.of(RECOMMENDATIONS) };
  if (move.name === 'countersign') walker.countersignerId = actorId;
  if (move.name === 'grant') {
    expectThat(walker.advice !== null && walker.advice.recommendation !== 'refuse', 'granted against the advice');
    expectThat(walker.countersignerId !== null && walker.countersignerId !== walker.advice?.adviserId, 'granted by one person');
  }
  return move.name;
}

/** Any move at times; mostly one that leads on from here, and seldom a withdrawal, so that walks come to a decision. */
function drawnMove(lot: Lot, from: ApplicationStatus) {
  if (lot.below(6) === 0) return lot.of(applicationMoves);
  const onwards = applicationMoves.filter((move) => (move.from as readonly string[]).includes(from) && move.name !== 'withdraw');
  return lot.of(onwards);
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
