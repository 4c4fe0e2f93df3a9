// Which entries come into question for an item, and through which visible source. A candidate is never a classification.
import type { Entry, Measure } from '../rulebook/law';
import type { EntryRow, Rulebook } from '../rulebook/rulebook';
import type { StatedItem } from '../condition/stated';
import { rowsNear } from './candidate-index';
import { codeCovers } from '../rulebook/stated-code';
import { aidsOf, namesWord } from './finding-aids';

export type CandidateSource =
  | 'printed-name'
  | 'synonym'
  | 'word'
  | 'formula'
  | 'composition'
  | 'customs-code'
  | 'stated-code'
  | 'statement'
  | 'full-text'
  | 'earlier-decision';

/** Kinds of items that the lists tell apart. */
export const ITEM_KINDS: readonly string[] = ['goods', 'service', 'technology'];

const BY_KIND: Readonly<Record<'name' | 'formula' | 'statement', readonly CandidateSource[]>> = {
  name: ['printed-name', 'synonym', 'word'],
  formula: ['formula'],
  statement: ['stated-code', 'statement'],
};

/** The sources that make the entry a candidate; empty when none does. */
export function candidateSources(row: EntryRow, measure: Measure, stated: StatedItem): readonly CandidateSource[] {
  const { entry } = row;
  const kinds: readonly string[] = [entry.itemKind ?? 'goods', ...(entry.alsoItemKinds ?? [])];
  if (ITEM_KINDS.includes(stated.kind) && !kinds.includes(stated.kind)) return [];
  const sources: CandidateSource[] = [];
  if (stated.printedNames.has(row.id)) sources.push('printed-name');
  if (stated.synonyms.has(row.id)) sources.push('synonym');
  if (hasTellingWord(entry, stated)) sources.push('word');
  if (hasFormula(entry, stated)) sources.push('formula');
  if (hasElements(entry, measure, stated)) sources.push('composition');
  if (stated.hsCode && matchesCustomsCode(entry, stated.hsCode)) sources.push('customs-code');
  if (stated.statedCode && entry.controlCode && codeCovers(stated.statedCode, entry.controlCode)) sources.push('stated-code');
  const { candidateBy } = entry;
  if (!candidateBy) return sources;
  const allowed = candidateBy.flatMap((kind) => BY_KIND[kind]);
  return sources.filter((source) => allowed.includes(source));
}

function hasTellingWord(entry: Entry, stated: StatedItem): boolean {
  return aidsOf(entry).telling.some(({ property, wanted }) =>
    stated.values(property).some((value) => wanted.some((word) => namesWord(property, String(value.value), word))),
  );
}

function hasFormula(entry: Entry, stated: StatedItem): boolean {
  const { tokens } = aidsOf(entry);
  if (tokens.size === 0) return false;
  for (const token of stated.tokens) if (tokens.has(token)) return true;
  return false;
}

/** The element that the measure is about, or all elements of one test, are stated as contained. */
function hasElements(entry: Entry, measure: Measure, stated: StatedItem): boolean {
  if (measure.element) return stated.ownElements.includes(measure.element);
  return aidsOf(entry).elements.some(({ symbols, any }) => {
    const held = symbols.map((symbol) => stated.ownElements.includes(symbol));
    return any ? held.includes(true) : held.every(Boolean);
  });
}

function matchesCustomsCode(entry: Entry, hsCode: string): boolean {
  return (entry.hsCodes ?? []).some((code) => code === hsCode || (code.length === 8 && hsCode.startsWith(code)));
}

const found = new WeakMap<StatedItem, Map<string, readonly CandidateSource[]>>();

/** Every candidate of the item in the whole law, by row id, whatever the day: names and compositions know no days. */
export function candidatesOf(rulebook: Rulebook, stated: StatedItem): ReadonlyMap<string, readonly CandidateSource[]> {
  const kept = found.get(stated);
  if (kept) return kept;
  const all = new Map<string, readonly CandidateSource[]>();
  for (const { row, measure } of rowsNear(rulebook, stated)) {
    const sources = candidateSources(row, measure, stated);
    if (sources.length > 0) all.set(row.id, sources);
  }
  found.set(stated, all);
  return all;
}
