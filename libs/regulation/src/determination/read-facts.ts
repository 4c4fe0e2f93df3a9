// The door for facts from outside: wrong types are faults, fields that nothing reads are named, and an absent field stays unknown.
import { z } from 'zod';
import { isCountry, isDecimalText, type Fault } from '#kernel';
import type { Rulebook } from '../rulebook/rulebook';
import { unitWithout } from './check-facts';
import { isKnownFlag } from './end-use-flags';
import type { ExportFacts, StatedParameter } from './facts';
import { PREDICATES } from './statement-words';

/** Limits of facts from outside, all inclusive. */
export const FACT_LIMITS = {
  /** Characters of one text. */
  text: 4_000,
  /** Rows of one list. */
  rows: 500,
} as const;

const text = z.string().max(FACT_LIMITS.text);
const list = <T extends z.ZodType>(row: T) => z.array(row).max(FACT_LIMITS.rows);
const number = z.union([z.number(), text.refine(isDecimalText, { error: 'is not a decimal number' })]);
const country = text
  .transform((code) => code.trim().toUpperCase())
  .refine(isCountry, { error: 'is no ISO 3166-1 code of two letters' })
  .optional();
const given = z.union([z.number(), z.boolean(), text]);

const parameter = z.object({ property: text.min(1), value: given, unit: text.optional() });
const madeWith = z.object({ name: text.optional(), nameZh: text.optional(), origin: country });
const entered = z.object({
  instrument: text.min(1),
  effect: z.enum(['extends-suspension', 'state']),
  state: z.enum(['in-force', 'suspended']).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  text: text.optional(),
});

const outsideFacts = z.object({
  question: text.optional(),
  item: z
    .object({
      kind: text.optional(),
      name: text.optional(),
      nameZh: text.optional(),
      statedCode: text.optional(),
      hsCode: text.optional(),
      form: text.optional(),
      composition: list(z.object({ substance: text.min(1), massPercent: number.optional() })).optional(),
      parameters: list(parameter).optional(),
      origin: country,
      madeIn: country,
      contents: list(
        z.object({
          name: text.optional(),
          nameZh: text.optional(),
          origin: country,
          valuePercent: number.optional(),
        }),
      ).optional(),
      madeWithTechnology: list(madeWith).optional(),
    })
    .optional(),
  from: country,
  to: country,
  exporter: z.object({ place: country }).optional(),
  parties: list(
    z.object({
      role: text.optional(),
      name: text.optional(),
      nameZh: text.optional(),
      country,
      business: text.optional(),
      military: z.boolean().optional(),
      ownedBy: list(z.object({ name: text.min(1), percent: number.optional() })).optional(),
    }),
  ).optional(),
  endUse: z.object({ text: text.optional(), flags: list(text).optional(), parameters: list(parameter).optional() }).optional(),
  statements: list(
    z.object({
      about: text.optional(),
      by: text.optional(),
      predicate: text.min(1),
      ref: z.union([text, list(text)]).optional(),
      yearsAgo: z.number().optional(),
    }),
  ).optional(),
  operatorKnowledge: list(z.object({ enteredInstrument: entered.optional(), enteredState: entered.optional() })).optional(),
  procedure: z
    .object({
      asked: text.optional(),
      event: text.optional(),
      pauses: list(z.object({ from: text.optional(), to: text.optional(), reason: text.optional() })).optional(),
    })
    .catchall(z.unknown())
    .optional(),
});

export interface ReadFacts {
  /** Null where there are faults. */
  readonly facts: ExportFacts | null;
  /** Paths of fields that nothing reads (`item.colour`, `item.parameters.2`), in the order of the input. */
  readonly unread: readonly string[];
  /** Wrong types and broken limits (`facts.malformed`), each at its path. */
  readonly faults: readonly Fault[];
}

/**
 * Reads facts about an export from parsed JSON. A null counts as not stated. A parameter without a unit takes the one of its property
 * where that is a word; where a number needs a unit it stays without, which `determine` refuses. A country is an ISO 3166-1 code of two
 * letters in either case: any other word is a fault, since every rule on a destination would miss it.
 */
export function readFacts(rulebook: Rulebook, json: unknown): ReadFacts {
  const stated = withoutNulls(json);
  const read = outsideFacts.safeParse(stated);
  if (!read.success)
    return {
      facts: null,
      unread: [],
      faults: read.error.issues.map((issue) => ({
        code: 'facts.malformed',
        at: issue.path.join('.'),
        facts: { problem: issue.message },
      })),
    };
  const facts = withUnits(rulebook, read.data);
  return { facts, unread: [...unreadFields(stated, read.data, ''), ...unreadWords(rulebook, facts)], faults: [] };
}

type Outside = z.infer<typeof outsideFacts>;

function withUnits(rulebook: Rulebook, facts: Outside): ExportFacts {
  const { item, endUse, ...others } = facts;
  return {
    ...others,
    ...(item ? { item: { ...item, parameters: wholeParameters(rulebook, item.parameters) } } : {}),
    ...(endUse ? { endUse: { ...endUse, parameters: wholeParameters(rulebook, endUse.parameters) } } : {}),
  };
}

function wholeParameters(rulebook: Rulebook, rows: readonly z.infer<typeof parameter>[] = []): StatedParameter[] {
  return rows.map((row) => ({ ...row, unit: row.unit ?? unitWithout(rulebook.propertyWords[row.property]) }));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}

/** Fields of the input that the reading left out. */
function unreadFields(stated: unknown, read: unknown, at: string): string[] {
  if (Array.isArray(stated))
    return stated.flatMap((row, index) => unreadFields(row, (read as unknown[])[index], `${at}.${index}`));
  if (typeof stated !== 'object' || stated === null) return [];
  return Object.entries(stated).flatMap(([key, value]) => {
    const path = at === '' ? key : `${at}.${key}`;
    if (typeof read !== 'object' || read === null || !Object.hasOwn(read, key)) return READ_BESIDE.has(path) ? [] : [path];
    return unreadFields(value, (read as Record<string, unknown>)[key], path);
  });
}

/** The day stands in the input of a case but is no fact about the export. */
const READ_BESIDE = new Set(['on']);

/** Fields that are read in general but whose words nothing knows: properties, flags, predicates, facts of procedure. */
function unreadWords(rulebook: Rulebook, facts: ExportFacts): string[] {
  const properties = (rows: readonly { property: string }[] | undefined, at: string) =>
    (rows ?? []).flatMap(({ property }, index) => (rulebook.propertyWords[property] ? [] : [`${at}.${index}`]));
  const paths = procedurePaths(rulebook);
  return [
    ...properties(facts.item?.parameters, 'item.parameters'),
    ...properties(facts.endUse?.parameters, 'endUse.parameters'),
    ...(facts.endUse?.flags ?? []).flatMap((flag, index) => (isKnownFlag(flag) ? [] : [`endUse.flags.${index}`])),
    ...(facts.statements ?? []).flatMap(({ predicate }, index) => (PREDICATES.has(predicate) ? [] : [`statements.${index}`])),
    ...leavesOf(facts.procedure, 'procedure').filter((path) => !paths.has(path.replace(/\.\d+(?=\.|$)/g, '[]'))),
  ];
}

function leavesOf(value: unknown, at: string): string[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [at];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${at}.${key}`));
}

const known = new WeakMap<Rulebook, ReadonlySet<string>>();

/** Every path of procedure facts that a rule of the loaded law reads. */
function procedurePaths(rulebook: Rulebook): ReadonlySet<string> {
  const kept = known.get(rulebook);
  if (kept) return kept;
  const rules = [
    ...rulebook.rules,
    ...rulebook.instruments.flatMap(({ measures }) => measures).flatMap((row) => row.rules ?? []),
  ];
  const paths = new Set(['procedure.asked', 'procedure.event', 'procedure.headingSought']);
  for (const key of ['from', 'to', 'reason']) paths.add(`procedure.pauses[].${key}`);
  for (const { conditions, needs, startEvent } of rules) {
    for (const [path, wanted] of Object.entries({ ...conditions, ...needs })) {
      paths.add(path);
      if (typeof wanted === 'object' && !Array.isArray(wanted))
        for (const other of [wanted['differs-from'], wanted.after]) if (other !== undefined) paths.add(other);
    }
    if (startEvent !== undefined) paths.add(startEvent);
  }
  known.set(rulebook, paths);
  return paths;
}
