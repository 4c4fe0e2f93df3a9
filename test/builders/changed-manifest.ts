// The manifest that ships with one thing changed, and what the loader says of it.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { LoadedProcedures } from '#casework';
import { loadProcedures, ProcedureError, type ProcedureFault, type ProcedureText } from '#licensing';

export interface Rows {
  id: unknown;
  name: Record<string, unknown>;
  stages: string[];
  moves: { name: string; by?: string[] }[];
  papers: Record<string, unknown>[];
  clocks: Record<string, unknown>[];
  letters: Record<string, unknown>[];
  countersignatures: Record<string, unknown>;
  [more: string]: unknown;
}

export const source = readFileSync(path.resolve(__dirname, '../../libs/licensing/data/procedures/dual-use-single.yaml'), 'utf8');

const without = <Row>(rows: Row[], wanted: (row: Row) => boolean) => rows.filter((row) => !wanted(row));
export const dropStages = (rows: Rows, ...names: string[]) =>
  (rows.stages = without(rows.stages, (name) => names.includes(name)));
export const dropMoves = (rows: Rows, ...names: string[]) =>
  (rows.moves = without(rows.moves, ({ name }) => names.includes(name)));
export const first = (rows: Record<string, unknown>[]) => rows[0] ?? {};
export const move = (rows: Rows, name: string) => rows.moves.find((row) => row.name === name) ?? { name };

/** The manifest with a change. */
export function changed(change: (rows: Rows) => unknown): ProcedureText {
  const rows = parse(source) as Rows;
  change(rows);
  return { path: 'changed.yaml', text: stringify(rows) };
}

/** A procedure beside the one that ships: it asks for A6 on filing and for two signatures on every case. */
export const SECOND = 'dual-use-second';
export const second = () =>
  changed((rows) => {
    Object.assign(rows, {
      id: SECOND,
      name: { zh: '第二程序', en: 'Second procedure' },
      countersignatures: { least: 2, most: 2 },
    });
    rows.papers.filter(({ kind }) => kind === 'A6').forEach((row) => (row['mark'] = 'required'));
    dropMoves(rows, 'countersign');
  });

/** The procedures of these manifests. */
export function loaded(...texts: ProcedureText[]): LoadedProcedures {
  return new LoadedProcedures(loadProcedures(texts));
}

export function faultsOf(...texts: ProcedureText[]): readonly ProcedureFault[] {
  try {
    loadProcedures(texts);
  } catch (error) {
    if (error instanceof ProcedureError) return error.faults;
    throw error;
  }
  return [];
}
export const told = (...texts: ProcedureText[]) => faultsOf(...texts).map(({ place, what }) => `${place}: ${what}`);
