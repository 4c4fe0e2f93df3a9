// What a move does beyond its change of status, inside the move's transaction. Moves that only change the status have no effect here.
import type { Actor } from '../../actor';
import type { Transaction } from '../../ports/store.port';
import type { CaseFile } from '../case-file';
import type { MoveCommand } from './move-input';

export interface MoveScene {
  readonly tx: Transaction;
  readonly actor: Actor;
  readonly file: CaseFile;
  readonly command: MoveCommand;
}

/** What the effect adds to the guarded update and to the log. */
export interface MoveOutcome {
  readonly change?: { readonly round?: number };
  readonly facts?: Readonly<Record<string, unknown>>;
}

export abstract class MoveEffect {
  /** Throws Refusal when the input cannot be right. */
  abstract apply(scene: MoveScene): Promise<MoveOutcome>;
}
