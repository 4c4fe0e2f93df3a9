// What a move may carry, and whether what it asks for was given.
import { Refusal, type Bilingual, type Fault, type LocalDate } from '#kernel';
import type { Move, MoveInput, Recommendation } from '#licensing';
import type { ItemAdvice } from '../../records';

export interface AdviceInput {
  readonly recommendation: Recommendation;
  readonly reasons: string;
  readonly conditions: readonly Bilingual[];
  readonly items: readonly ItemAdvice[];
}

const INPUTS: readonly MoveInput[] = ['reason', 'advice', 'validity'];

export interface MoveCommand {
  /** The version that the mover saw. */
  readonly version: number;
  readonly reason?: string;
  readonly advice?: AdviceInput;
  /** First and last day of the licence, both inclusive. */
  readonly validity?: { readonly from: LocalDate; readonly to: LocalDate };
}

/** Throws Refusal `move-input-missing` (invalid) with a fault per input that the move asks for and the command lacks, or `move-input-unasked` per one too many. */
export function requireInput(move: Pick<Move, 'name' | 'asks'>, command: MoveCommand): void {
  const faults = move.asks.flatMap((ask): Fault[] => {
    if (ask === 'reason') return command.reason?.trim() ? [] : [{ code: 'field-missing', at: 'reason' }];
    if (ask === 'advice') return command.advice ? [] : [{ code: 'field-missing', at: 'advice' }];
    return command.validity ? [] : [{ code: 'field-missing', at: 'validity' }];
  });
  if (faults.length > 0) throw new Refusal('invalid', 'move-input-missing', { move: move.name }, faults);
  const unasked = INPUTS.filter((input) => command[input] !== undefined && !move.asks.includes(input));
  if (unasked.length > 0) {
    const extra = unasked.map((at) => ({ code: 'not-asked', at }));
    throw new Refusal('invalid', 'move-input-unasked', { move: move.name }, extra);
  }
}
