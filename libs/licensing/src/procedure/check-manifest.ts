// The sense of a manifest: it selects from the table of moves, widens nothing, names its clock and letters, and every case can be decided.
import { DECISION_DOCUMENTS } from '../advice/decision';
import {
  applicationLife,
  applicationMoves,
  APPLICATION_STATUSES,
  type ApplicationMove,
  type ApplicationStatus,
} from '../lifecycle/transitions';
import { walk } from '../lifecycle/walk';
import { CLOCK_NAMES, type Manifest, type ProcedureClock } from './manifest';
import { movesOf } from './procedure';
import type { ProcedureFault } from './procedure-text';
import type { FaultAt } from './read-manifest';

const TABLE: readonly ApplicationMove[] = applicationMoves;

/** Everything that is not sound in a manifest of sound form; empty when the procedure can run. */
export function checkManifest(manifest: Manifest, fault: FaultAt): ProcedureFault[] {
  const selection = [...duplicates(manifest, fault), ...moveFaults(manifest, fault), ...signatureFaults(manifest, fault)];
  return [
    ...selection,
    ...(selection.length === 0 ? wayFaults(manifest, fault) : []),
    ...paperFaults(manifest, fault),
    ...clockFaults(manifest, fault),
    ...letterFaults(manifest, fault),
  ];
}

function duplicates({ stages, moves, papers, clocks, letters }: Manifest, fault: FaultAt): ProcedureFault[] {
  const lists: Readonly<Record<string, readonly string[]>> = {
    stages,
    moves: moves.map(({ name }) => name),
    papers: papers.map(({ kind }) => kind),
    clocks: clocks.map(({ name }) => name),
    letters: letters.map(({ decision }) => decision),
  };
  return Object.entries(lists).flatMap(([list, names]) =>
    names.flatMap((name, index) =>
      names.indexOf(name) < index ? [fault([list, index], `"${name}" stands here a second time`, 'keep one of them')] : [],
    ),
  );
}

function moveFaults({ stages, moves }: Manifest, fault: FaultAt): ProcedureFault[] {
  return moves.flatMap(({ name, by }, index) => {
    const row = TABLE.find((move) => move.name === name);
    if (!row) return [];
    const foreign = (by ?? []).flatMap((mover, place) =>
      row.by.includes(mover)
        ? []
        : [
            fault(
              ['moves', index, 'by', place],
              `the table of moves does not let "${mover}" make "${name}"`,
              `use one of: ${row.by.join(', ')}`,
            ),
          ],
    );
    const outside = stages.includes(row.to)
      ? []
      : [
          fault(
            ['moves', index],
            `"${name}" leads to the stage "${row.to}", which is not selected`,
            'select the stage or drop the move',
          ),
        ];
    const nowhere = row.from.some((status) => stages.includes(status))
      ? []
      : [
          fault(
            ['moves', index],
            `"${name}" leads out of no selected stage`,
            `select one of: ${row.from.join(', ')}, or drop the move`,
          ),
        ];
    return [...foreign, ...outside, ...nowhere];
  });
}

function signatureFaults({ countersignatures: { least, most } }: Manifest, fault: FaultAt): ProcedureFault[] {
  return least > most ? [fault(['countersignatures'], `least ${least} is more than most ${most}`, 'put them right')] : [];
}

/** Ends that only the applicant leads to are a giving up, by which no case is decided. */
const DECIDED_ENDS: readonly ApplicationStatus[] = applicationLife.ends.filter((end) =>
  TABLE.some(({ to, by }) => to === end && by.some((mover) => mover !== 'exporter')),
);

function wayFaults(manifest: Manifest, fault: FaultAt): ProcedureFault[] {
  const { stages, countersignatures } = manifest;
  const { start } = applicationLife;
  if (!stages.includes(start)) return [fault(['stages'], `the start "${start}" is missing`, 'select it')];
  const isGivenUp = (status: ApplicationStatus) => isEnd(status) && !DECIDED_ENDS.includes(status);
  const ends = stages.filter(isEnd);
  if (ends.every(isGivenUp))
    return [fault(['stages'], 'no end is selected in which a case is decided', `select ${DECIDED_ENDS.join(' or ')}`)];
  const moves = movesOf(manifest);
  const problems = walk({ statuses: stages, start, ends, moves });
  if (problems.length > 0) return problems.map((problem) => fault(['stages'], problem, WAY_CURE));
  // A row for cases with another number of signatures is no move of the case: each number must find its own way to a decision.
  const entered = new Set<string>();
  for (const count of SIGNATURES.filter((number) => countersignatures.least <= number && number <= countersignatures.most)) {
    const open = moves.filter(({ only, to }) => (only === undefined || only === ONLY[count]) && !isGivenUp(to));
    const statuses = reachedFrom(start, open);
    for (const status of statuses) entered.add(status);
    problems.push(...undecided(statuses, open).map((problem) => `with ${count} of the countersignatures ${problem}`));
  }
  if (problems.length === 0)
    for (const status of stages)
      if (!entered.has(status) && !isGivenUp(status))
        problems.push(`status "${status}" is for a number of countersignatures that no case has`);
  return problems.map((problem) => fault(['stages'], problem, WAY_CURE));
}

/** What keeps a case that can be in these statuses from a decision. */
function undecided(statuses: readonly ApplicationStatus[], moves: readonly ApplicationMove[]): string[] {
  const ends = DECIDED_ENDS.filter((end) => statuses.includes(end));
  if (ends.length === 0) return [`a case cannot come to "${DECIDED_ENDS.join('" or "')}"`];
  const leaving = moves.map((move) => ({ ...move, from: move.from.filter((status) => statuses.includes(status)) }));
  return walk({ statuses, start: applicationLife.start, ends, moves: leaving.filter(({ from }) => from.length > 0) });
}

const WAY_CURE = 'select the moves that lead there and on, or drop the stage';
const SIGNATURES = [1, 2] as const;
const ONLY = { 1: 'one-signature', 2: 'two-signatures' } as const;

function isEnd(status: ApplicationStatus): boolean {
  return (applicationLife.ends as readonly ApplicationStatus[]).includes(status);
}

/** The statuses that the moves lead to from this one, itself the first. */
function reachedFrom(status: ApplicationStatus, moves: readonly ApplicationMove[]): ApplicationStatus[] {
  const reached = new Set([status]);
  for (const from of reached) for (const move of moves) if (move.from.includes(from)) reached.add(move.to);
  return [...reached];
}

function paperFaults(manifest: Manifest, fault: FaultAt): ProcedureFault[] {
  const { stages, papers } = manifest;
  const place = (status: ApplicationStatus) => APPLICATION_STATUSES.indexOf(status);
  const asking = movesOf(manifest).filter(({ needs }) => needs.includes('complete') || needs.includes('papers-there'));
  const last = Math.max(-1, ...asking.map(({ to }) => place(to)));
  return papers.flatMap(({ kind, from }, index): ProcedureFault[] => {
    const asked = `${kind} is asked from the stage "${from}"`;
    if (!stages.includes(from))
      return [fault(['papers', index, 'from'], `${asked}, which is not selected`, 'name a selected stage')];
    const never = `${asked}, and no selected move that asks for papers leads there or beyond`;
    return place(from) > last ? [fault(['papers', index, 'from'], never, 'name an earlier stage')] : [];
  });
}

function clockFaults(manifest: Manifest, fault: FaultAt): ProcedureFault[] {
  const { clocks, moves } = manifest;
  const selected: readonly string[] = moves.map(({ name }) => name);
  const missing = CLOCK_NAMES.filter((name) => !clocks.some((clock) => clock.name === name)).map((name) =>
    fault(['clocks'], `the clock "${name}" is missing`, 'add it with its citation'),
  );
  const wrong = clocks.flatMap((clock, index) => {
    const { startsWith, stopsWith } = clock;
    const unselected = (move: string, ...at: PropertyKey[]) =>
      selected.includes(move)
        ? []
        : [fault(['clocks', index, ...at], `"${move}" is no selected move`, `name one of: ${selected.join(', ')}`)];
    const foreign = [
      ...unselected(startsWith, 'startsWith'),
      ...stopsWith.flatMap((move, place) => unselected(move, 'stopsWith', place)),
    ];
    if (foreign.length > 0) return foreign;
    const at = (what: string) => [
      fault(['clocks', index, 'stopsWith'], what, 'name the moves that stop it on every way to an end'),
    ];
    if (stopsWith.includes(startsWith)) return at(`"${startsWith}" both starts and stops the clock`);
    return unstopped(manifest, clock).flatMap((end) => at(`a case can come to "${end}" with the clock still running`));
  });
  return [...missing, ...wrong];
}

/** The ends that a case can come to from the start of the clock without a move that stops it. */
function unstopped(manifest: Manifest, { startsWith, stopsWith }: ProcedureClock): ApplicationStatus[] {
  const running = movesOf(manifest).filter(({ name }) => !stopsWith.includes(name));
  return running
    .filter(({ name }) => name === startsWith)
    .flatMap(({ to }) => reachedFrom(to, running))
    .filter(isEnd);
}

function letterFaults({ letters }: Manifest, fault: FaultAt): ProcedureFault[] {
  return DECISION_DOCUMENTS.filter((kind) => !letters.some(({ decision }) => decision === kind)).map((kind) =>
    fault(['letters'], `the letter "${kind}" is missing: such a decision could not be told`, 'add it'),
  );
}
