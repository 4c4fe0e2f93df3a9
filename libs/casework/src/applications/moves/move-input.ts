// What a move may carry, and whether what it asks for was given.
import { Refusal, type Fault } from '#kernel';
import type { AdviceLine, Move, MoveInput } from '#licensing';

export interface AdviceInput {
  readonly lines: readonly AdviceLine[];
}

const INPUTS: readonly MoveInput[] = ['reason', 'advice'];

export interface MoveCommand {
  /** The version that the mover saw. */
  readonly version: number;
  readonly reason?: string;
  readonly advice?: AdviceInput;
}

/** Throws Refusal `move-input-missing` (invalid) with a fault per input that the move asks for and the command lacks, or `move-input-unasked` per one too many. */
export function requireInput(move: Pick<Move, 'name' | 'asks'>, command: MoveCommand): void {
  const faults = move.asks.flatMap((ask): Fault[] => {
    const given = ask === 'reason' ? command.reason?.trim() : command.advice;
    return given ? [] : [{ code: 'field-missing', at: ask }];
  });
  if (faults.length > 0) throw new Refusal('invalid', 'move-input-missing', { move: move.name }, faults);
  const unasked = INPUTS.filter((input) => command[input] !== undefined && !move.asks.includes(input));
  if (unasked.length > 0) {
    const extra = unasked.map((at) => ({ code: 'not-asked', at }));
    throw new Refusal('invalid', 'move-input-unasked', { move: move.name }, extra);
  }
}
