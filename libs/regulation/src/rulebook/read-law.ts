// Reads the YAML of the law files and turns what is wrong in their form into faults with file, line, row and cure.
import { isMap, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import { z } from 'zod';
import { instrumentSchema } from './instrument-schema';
import type { LawFault, LawText } from './law-text';
import { ruleSchema } from './rule-schema';
import { text } from './schema-parts';
import {
  calendarSchema,
  conventionsSchema,
  guidanceSchema,
  propertyWordSchema,
  technologyCatalogueSchema,
} from './side-file-schema';

/** Most files of one rulebook. */
export const MAX_LAW_FILES = 1000;
/** Most characters of one law file. */
export const MAX_LAW_CHARACTERS = 4_000_000;

type Path = readonly PropertyKey[];

const SCHEMAS = {
  instrument: instrumentSchema,
  conventions: conventionsSchema,
  propertyWords: z.strictObject({ propertyWords: z.record(text, propertyWordSchema) }),
  guidance: z.strictObject({ guidance: z.array(guidanceSchema) }),
  openQuestions: z.strictObject({ openQuestions: z.array(text) }),
  rules: z.strictObject({ rules: z.array(ruleSchema) }),
  technologyCatalogue: z.strictObject({ technologyCatalogue: technologyCatalogueSchema }),
  calendar: z.strictObject({ calendar: calendarSchema }),
} as const;

export type LawKind = keyof typeof SCHEMAS;
/** Every rulebook has exactly one file of each of these kinds, and any number of instruments. */
export const SINGLE_KINDS = Object.keys(SCHEMAS).filter((kind) => kind !== 'instrument') as Exclude<LawKind, 'instrument'>[];

export type LawContent<K extends LawKind> = z.infer<(typeof SCHEMAS)[K]>;

/** A file whose YAML is sound. `content` is null when its form is not. */
export interface LawDocument {
  readonly path: string;
  readonly kind: LawKind;
  readonly raw: unknown;
  readonly content: LawContent<LawKind> | null;
  /** A fault at the place that `at` names, or at its nearest existing ancestor. */
  fault(at: Path, what: string, cure: string): LawFault;
}

/** The documents of the texts; faults of YAML and of form are added to `faults`. */
export function readLaw(texts: readonly LawText[], faults: LawFault[]): LawDocument[] {
  const documents: LawDocument[] = [];
  for (const lawText of texts) {
    const bare = (what: string, cure: string) => faults.push({ file: lawText.path, line: 1, row: '-', what, cure });
    if (lawText.text.length > MAX_LAW_CHARACTERS) {
      bare(`the file holds more than ${MAX_LAW_CHARACTERS} characters`, 'split it');
      continue;
    }
    const document = readOne(lawText, faults);
    if (document) documents.push(document);
  }
  return documents;
}

function readOne({ path, text: source }: LawText, faults: LawFault[]): LawDocument | null {
  const lines = new LineCounter();
  const yaml = parseDocument(source, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const broken = [...yaml.errors, ...yaml.warnings];
  if (broken.length > 0) {
    for (const error of broken)
      faults.push({
        file: path,
        line: lines.linePos(error.pos[0]).line,
        row: '-',
        what: `the YAML is broken: ${error.message}`,
        cure: 'correct the YAML at this line',
      });
    return null;
  }
  const raw: unknown = yaml.toJS();
  const fault = (at: Path, what: string, cure: string): LawFault => ({
    file: path,
    line: lineOf(yaml, lines, at),
    row: rowOf(raw, at),
    what,
    cure,
  });
  const kind = kindOf(raw);
  if (!kind) {
    faults.push(
      fault([], 'the file is no kind of law file', `give it the keys of an instrument, or one of: ${SINGLE_KINDS.join(', ')}`),
    );
    return null;
  }
  const parsed = SCHEMAS[kind].safeParse(raw);
  if (!parsed.success) for (const issue of parsed.error.issues) faults.push(...faultsOf(issue, fault));
  return { path, kind, raw, content: parsed.success ? parsed.data : null, fault };
}

function kindOf(raw: unknown): LawKind | null {
  if (typeof raw !== 'object' || raw === null) return null;
  return 'measures' in raw ? 'instrument' : (SINGLE_KINDS.find((kind) => kind in raw) ?? null);
}

function faultsOf(issue: z.core.$ZodIssue, fault: LawDocument['fault']): LawFault[] {
  const where = issue.path.map(String).join('.') || 'the file';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        fault([...issue.path, key], `unknown key "${key}" in ${where}`, 'remove it or correct its spelling'),
      );
    case 'invalid_type':
      return issue.message.endsWith('undefined')
        ? [fault(issue.path, `${where} is missing`, `add it (${issue.expected})`)]
        : [fault(issue.path, `${where} is of the wrong kind`, `write a value of kind ${issue.expected}`)];
    case 'invalid_value':
      return [fault(issue.path, `${where} is not a known word`, `use one of: ${issue.values.map(String).join(', ')}`)];
    case 'custom':
      return [fault(issue.path, `${where} ${issue.message}`, String(issue.params?.['cure'] ?? 'correct the value'))];
    case 'invalid_format':
      return [fault(issue.path, `${where} ${issue.message}`, 'write it as the citation prints it')];
    default:
      return [fault(issue.path, `${where}: ${issue.message}`, 'correct the value')];
  }
}

function lineOf(yaml: Document, lines: LineCounter, at: Path): number {
  for (let length = at.length; length >= 0; length -= 1) {
    const place = at.slice(0, length);
    const parent = length === 0 ? yaml.contents : yaml.getIn(place.slice(0, -1), true);
    const key = place.at(-1);
    if (key !== undefined && isMap(parent)) {
      const pair = parent.items.find((item) => String((item.key as { value?: unknown } | null)?.value) === String(key));
      const start = (pair?.key as Node | undefined)?.range?.[0];
      if (start !== undefined) return lines.linePos(start).line;
      continue;
    }
    const node = length === 0 ? yaml.contents : (yaml.getIn(place, true) as Node | undefined);
    if (node?.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** The nearest id above the place; entries are named by their code, number or name. */
function rowOf(raw: unknown, at: Path): string {
  let row = '-';
  let value = raw;
  for (const key of [undefined, ...at]) {
    if (key !== undefined) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const named = value as { id?: unknown; controlCode?: unknown; catalogueNumber?: unknown; nameEn?: unknown };
    if (typeof named.id === 'string') row = named.id;
    else {
      const entry = named.controlCode ?? named.catalogueNumber ?? named.nameEn;
      if (typeof entry === 'string') row = `${row}/${entry}`;
    }
  }
  return row;
}
