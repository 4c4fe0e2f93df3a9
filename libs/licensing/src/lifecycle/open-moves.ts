// Which moves a person has on a case, and what blocks each: the one computation behind the API's openMoves, the buttons and the refusals.
import { Refusal, type Fault } from '#kernel';
import { guards, type GuardFacts } from './guards';
import { applicationMoves, licenceMoves, type Move, type MoveInput, type MoveName, type Role } from './transitions';

export interface OpenMove {
  readonly name: MoveName;
  readonly asks: readonly MoveInput[];
  /** Empty when the move can be made now. */
  readonly blockedBy: readonly Fault[];
}

export type MoveSubject = 'application' | 'licence';

const tables: Record<MoveSubject, readonly Move[]> = { application: applicationMoves, licence: licenceMoves };

/** The moves that lead out of `status` and belong to one of `roles`, each with what blocks it. */
export function openMoves(subject: MoveSubject, status: string, roles: readonly Role[], facts: GuardFacts): OpenMove[] {
  return tables[subject]
    .filter((move) => (move.from as readonly string[]).includes(status) && move.by.some((role) => roles.includes(role)))
    .map((move) => ({ name: move.name, asks: move.asks, blockedBy: blockers(move, facts) }));
}

/**
 * The row of the move if it may be made now. Throws Refusal: `unknown-move` (missing), `move-not-yours` (forbidden),
 * `move-not-open` (conflict: another status), or the guard's code (forbidden for separation of duties, invalid for completeness, else conflict).
 */
export function requireMove(subject: MoveSubject, name: string, status: string, roles: readonly Role[], facts: GuardFacts): Move {
  const move = tables[subject].find((row) => row.name === name);
  if (!move) throw new Refusal('missing', 'unknown-move', { move: name });
  if (!move.by.some((role) => roles.includes(role)))
    throw new Refusal('forbidden', 'move-not-yours', { move: name, by: move.by });
  if (!(move.from as readonly string[]).includes(status)) {
    throw new Refusal('conflict', 'move-not-open', { move: name, status, from: move.from });
  }
  const [first] = blockers(move, facts);
  if (first) {
    const kind =
      first.code === 'application-incomplete'
        ? 'invalid'
        : first.code === 'adviser-cannot-countersign'
          ? 'forbidden'
          : 'conflict';
    throw new Refusal(
      kind,
      first.code,
      { ...first.facts, move: name },
      first.code === 'application-incomplete' ? facts.missing : [],
    );
  }
  return move;
}

function blockers(move: Move, facts: GuardFacts): Fault[] {
  return move.needs.map((need) => guards[need](facts)).filter((fault) => fault !== null);
}
