// Which moves a person has on a case, and what blocks each: the one computation behind the API's openMoves, the buttons and the refusals.
import { Refusal, type Fault, type RefusalKind } from '#kernel';
import { guards, holdsFor, SEPARATION, type GuardFacts } from './guards';
import type { Move, MoveInput, Mover } from './transitions';

export interface OpenMove<M extends Move = Move> {
  readonly name: M['name'];
  readonly asks: readonly MoveInput[];
  /** Empty when the move can be made now. */
  readonly blockedBy: readonly Fault[];
}

/** The moves of the table that lead out of `status` and belong to one of `movers`, each with what blocks it. */
export function openMoves<M extends Move>(
  table: readonly M[],
  status: M['to'],
  movers: readonly Mover[],
  facts: GuardFacts,
): OpenMove<M>[] {
  return table
    .filter((move) => leadsFrom(move, status) && isOneOf(move, movers) && holdsFor(move.only, facts))
    .map((move) => ({ name: move.name, asks: move.asks, blockedBy: blockers(move, facts) }));
}

/**
 * The row of the move if it may be made now. Throws Refusal: `unknown-move` (missing), `move-not-yours` (forbidden),
 * `move-not-open` (conflict: another status, or a row for other cases), or the guard's code (forbidden for separation of duties, invalid for what is missing, else conflict).
 */
export function requireMove<M extends Move>(
  table: readonly M[],
  name: string,
  status: M['to'],
  movers: readonly Mover[],
  facts: GuardFacts,
): M {
  const move = table.find((row) => row.name === name);
  if (!move) throw new Refusal('missing', 'unknown-move', { move: name });
  if (!isOneOf(move, movers)) throw new Refusal('forbidden', 'move-not-yours', { move: name, by: move.by });
  if (!leadsFrom(move, status) || !holdsFor(move.only, facts))
    throw new Refusal('conflict', 'move-not-open', { move: name, status, from: move.from });
  const [first] = blockers(move, facts);
  if (first) throw new Refusal(kindOf(first.code), first.code, { ...first.facts, move: name }, faultsOf(first.code, move, facts));
  return move;
}

function leadsFrom(move: Move, status: string): boolean {
  return (move.from as readonly string[]).includes(status);
}

function isOneOf(move: Move, movers: readonly Mover[]): boolean {
  return move.by.some((mover) => movers.includes(mover));
}

function blockers(move: Move, facts: GuardFacts): Fault[] {
  return move.needs.map((need) => guards[need](facts, move.name)).filter((fault) => fault !== null);
}

function kindOf(code: string): RefusalKind {
  if (code === 'application-incomplete' || code === 'papers-incomplete') return 'invalid';
  return SEPARATION.includes(code) ? 'forbidden' : 'conflict';
}

function faultsOf(code: string, { name }: Move, { missing, missingPapers }: GuardFacts): readonly Fault[] {
  if (code === 'application-incomplete') return missing;
  return code === 'papers-incomplete' ? missingPapers(name) : [];
}
