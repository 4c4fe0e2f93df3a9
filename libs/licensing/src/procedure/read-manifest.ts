// Reads the YAML of one manifest; what is wrong in its form becomes faults with line, place and cure.
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import { manifestSchema, type Manifest } from './manifest';
import type { ProcedureFault, ProcedureText } from './procedure-text';

/** Most characters of one manifest, inclusive. */
export const MOST_MANIFEST_CHARACTERS = 200_000;

type Path = readonly PropertyKey[];

/** Makes a fault at the place, or at its nearest ancestor that is in the file. */
export type FaultAt = (at: Path, what: string, cure: string) => ProcedureFault;

export interface ReadManifest {
  readonly path: string;
  readonly manifest: Manifest;
  readonly fault: FaultAt;
}

/** The manifest, or null when its form is not sound; the faults are added to `faults`. */
export function readManifest({ path, text }: ProcedureText, faults: ProcedureFault[]): ReadManifest | null {
  const whole = (line: number, what: string, cure: string) => faults.push({ file: path, line, place: '-', what, cure });
  if (text.length > MOST_MANIFEST_CHARACTERS) {
    whole(1, `the file holds more than ${MOST_MANIFEST_CHARACTERS} characters`, 'shorten it');
    return null;
  }
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const broken = [...yaml.errors, ...yaml.warnings];
  for (const error of broken)
    whole(lines.linePos(error.pos[0]).line, `the YAML is broken: ${error.message}`, 'correct the YAML at this line');
  if (broken.length > 0) return null;
  const fault: FaultAt = (at, what, cure) => ({
    file: path,
    line: lineOf(yaml, lines, at),
    place: at.map(String).join('.') || '-',
    what,
    cure,
  });
  const read = manifestSchema.safeParse(yaml.toJS(), { reportInput: true });
  if (read.success) return { path, manifest: read.data, fault };
  for (const issue of read.error.issues) faults.push(...faultsOf(issue, fault));
  return null;
}

function faultsOf(issue: z.core.$ZodIssue, fault: FaultAt): ProcedureFault[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => fault([...path, key], `the key "${key}" is unknown`, 'remove it or correct its spelling'));
    case 'invalid_type':
      return issue.input === undefined
        ? [fault(path, `it is missing`, `add it (${issue.expected})`)]
        : [fault(path, 'it is of the wrong kind', `write a value of kind ${issue.expected}`)];
    case 'invalid_value':
      return [fault(path, `it ${issue.message}`, `use one of: ${issue.values.map(String).join(', ')}`)];
    default:
      return [fault(path, `it ${issue.message}`, 'correct the value')];
  }
}

function lineOf(yaml: Document, lines: LineCounter, at: Path): number {
  for (let length = at.length; length > 0; length -= 1) {
    const node: unknown = yaml.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
