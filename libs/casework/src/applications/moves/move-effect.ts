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

/** What the effect adds to the guarded update. */
export interface MoveChange {
  readonly round?: number;
  readonly holderId?: string | null;
}

/** What the effect adds to the log. */
export interface MoveOutcome {
  readonly facts?: Readonly<Record<string, unknown>>;
}

export abstract class MoveEffect {
  /** What the effect adds to the guarded update; read from the case as it was, before anything is written. */
  change(_scene: MoveScene): Promise<MoveChange> {
    return Promise.resolve({});
  }

  /**
   * Runs after the guarded update, which holds the case against every other move until the transaction ends; `scene.file` is the case before it.
   * Throws Refusal when the input cannot be right, and the update is undone.
   */
  abstract apply(scene: MoveScene): Promise<MoveOutcome>;
}
