// A procedure as the verbs read it: its moves, the papers a case must hold at a stage, its legal clock.
import type { Bilingual } from '#kernel';
import type { ApplicationContent, PaperKind } from '../application/content';
import { applicationMoves, APPLICATION_STATUSES, type ApplicationMove, type ApplicationStatus } from '../lifecycle/transitions';
import type { ClockName, Manifest, ProcedureClock } from './manifest';
import { PAPER_CONDITIONS, type PaperCondition } from './paper-conditions';

/** A manifest that `loadProcedures` judged sound. */
export type Procedure = Manifest;

/** All procedures of this process, by id. */
export type Procedures = ReadonlyMap<string, Procedure>;

/** A paper that the case must hold, and why. */
export interface RequiredPaper {
  readonly kind: PaperKind;
  readonly name: Bilingual;
  readonly because: PaperCondition;
  readonly cite: string;
}

/** The rows of the table that the manifest selects, in the table's order: out of its stages only, and by whom it names. */
export function movesOf({ stages, moves }: Procedure): ApplicationMove[] {
  const rows: readonly ApplicationMove[] = applicationMoves;
  return rows.flatMap((row) => {
    const selected = moves.find(({ name }) => name === row.name);
    return selected ? [{ ...row, from: row.from.filter((status) => stages.includes(status)), by: selected.by ?? row.by }] : [];
  });
}

/** The procedure's row of the move, or undefined when the procedure has no such move. */
export function moveOf(procedure: Procedure, name: string): ApplicationMove | undefined {
  return movesOf(procedure).find((move) => move.name === name);
}

/**
 * The papers that a case with this content must hold at the stage, in the manifest's order: those asked from this stage, or from one
 * before it in the order of APPLICATION_STATUSES. For a move, `stage` is where it leads.
 */
export function papersFor({ papers }: Procedure, content: ApplicationContent, stage: ApplicationStatus): RequiredPaper[] {
  const place = APPLICATION_STATUSES.indexOf(stage);
  return papers
    .filter(({ mark, from }) => mark === 'required' && APPLICATION_STATUSES.indexOf(from) <= place)
    .filter(({ when }) => PAPER_CONDITIONS[when](content))
    .map(({ kind, name, when, cite }) => ({ kind, name, because: when, cite }));
}

/** The legal clock of that name. Throws Error when there is none, which no loaded procedure lacks. */
export function clockOf({ id, clocks }: Procedure, name: ClockName = 'review'): ProcedureClock {
  const clock = clocks.find((row) => row.name === name);
  if (!clock) throw new Error(`The procedure "${id}" has no clock "${name}"`);
  return clock;
}
