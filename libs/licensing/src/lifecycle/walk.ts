// Walks the transition tables at start: an unknown status, an unreachable status or a dead end is named and stops the app.
import {
  applicationLife,
  applicationMoves,
  APPLICATION_STATUSES,
  licenceLife,
  licenceMoves,
  LICENCE_STATES,
} from './transitions';

export interface MoveGraph {
  readonly statuses: readonly string[];
  readonly start: string;
  readonly ends: readonly string[];
  readonly moves: readonly { readonly name: string; readonly from: readonly string[]; readonly to: string }[];
}

export const applicationGraph: MoveGraph = { statuses: APPLICATION_STATUSES, ...applicationLife, moves: applicationMoves };
export const licenceGraph: MoveGraph = { statuses: LICENCE_STATES, ...licenceLife, moves: licenceMoves };

/** Everything wrong with the graph, in words; empty when each status is known, reachable from the start and can reach an end. */
export function walk(graph: MoveGraph): string[] {
  const known = new Set(graph.statuses);
  const problems: string[] = [];
  const names = new Set<string>();
  for (const move of graph.moves) {
    if (names.has(move.name)) problems.push(`two moves are named "${move.name}"`);
    names.add(move.name);
    for (const status of [...move.from, move.to]) {
      if (!known.has(status)) problems.push(`move "${move.name}" names the unknown status "${status}"`);
    }
  }
  if (!known.has(graph.start)) problems.push(`the start "${graph.start}" is an unknown status`);
  for (const end of graph.ends) {
    if (!known.has(end)) problems.push(`the end "${end}" is an unknown status`);
    for (const move of graph.moves)
      if (move.from.includes(end)) problems.push(`the end "${end}" has a way out by "${move.name}"`);
  }
  const forward = spread([graph.start], (status) => graph.moves.filter((m) => m.from.includes(status)).map((m) => m.to));
  const backward = spread(graph.ends, (status) => graph.moves.filter((m) => m.to === status).flatMap((m) => m.from));
  for (const status of graph.statuses) {
    if (!forward.has(status)) problems.push(`status "${status}" cannot be reached from "${graph.start}"`);
    if (!backward.has(status)) problems.push(`status "${status}" is a dead end: no way leads to ${graph.ends.join(' or ')}`);
  }
  return problems;
}

/** Throws Error naming every fault of the two tables. */
export function assertTablesSound(graphs: readonly MoveGraph[] = [applicationGraph, licenceGraph]): void {
  const problems = graphs.flatMap(walk);
  if (problems.length > 0) throw new Error(`The transition table is not sound:\n${problems.map((p) => `- ${p}`).join('\n')}`);
}

/** The picture of the lifecycle as a Mermaid state diagram. */
export function lifecyclePicture(graph: MoveGraph): string {
  const id = (status: string) => status.replaceAll('-', '_');
  return [
    'stateDiagram-v2',
    ...graph.statuses.filter((status) => status.includes('-')).map((status) => `  ${id(status)} : ${status}`),
    `  [*] --> ${id(graph.start)}`,
    ...graph.moves.flatMap((move) => move.from.map((from) => `  ${id(from)} --> ${id(move.to)} : ${move.name}`)),
    ...graph.ends.map((end) => `  ${id(end)} --> [*]`),
  ].join('\n');
}

function spread(from: readonly string[], next: (status: string) => readonly string[]): Set<string> {
  const seen = new Set(from);
  const open = [...from];
  for (let status = open.pop(); status !== undefined; status = open.pop()) {
    for (const other of next(status)) {
      if (!seen.has(other)) {
        seen.add(other);
        open.push(other);
      }
    }
  }
  return seen;
}
