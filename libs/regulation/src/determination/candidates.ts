// Which entries come into question for an item, and through which visible source. A candidate is never a classification.
import { testsOf } from '../rulebook/walk-conditions';
import type { Entry, Measure } from '../rulebook/law';
import type { EntryRow, Rulebook } from '../rulebook/rulebook';
import { isSubstance, sameProduct, sameWords } from '../condition/leaf';
import type { StatedItem } from '../condition/stated';

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

/** Properties whose value, found in a name, is enough to raise a candidate. */
const TELLING = new Set([
  'substance class',
  'substance',
  'product',
  'technology subject',
  'technology for',
  'rare-earth activity',
  'production line for',
  'alloy system',
  'battery type',
]);
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

/** True when `code` is the stated code or lies below it. */
export function codeCovers(stated: string, code: string): boolean {
  return code === stated || code.startsWith(`${stated}.`);
}

/** What an entry can be found by, read once from its tree and synonyms. */
interface FindingAids {
  readonly telling: readonly { readonly property: string; readonly wanted: readonly string[] }[];
  readonly tokens: ReadonlySet<string>;
  readonly elements: readonly { readonly symbols: readonly string[]; readonly any: boolean }[];
}

const aids = new WeakMap<Entry, FindingAids>();

function aidsOf(entry: Entry): FindingAids {
  const kept = aids.get(entry);
  if (kept) return kept;
  const tests = entry.parameters ? testsOf(entry.parameters) : [];
  const made: FindingAids = {
    telling: tests.flatMap((test) => {
      const { property, value } = test;
      if (property === undefined || value === undefined) return [];
      const specificMaterial = property === 'material' && typeof value === 'string' && value.includes(' ');
      return TELLING.has(property) || specificMaterial
        ? [{ property, wanted: (Array.isArray(value) ? value : [value]).map(String) }]
        : [];
    }),
    tokens: new Set(
      [
        ...(entry.synonyms?.formula ?? []),
        ...(entry.synonyms?.cas ?? []),
        ...tests.flatMap((test) =>
          test.property === 'substance' && Array.isArray(test.value)
            ? test.value.map(String)
            : test.property === 'substance class'
              ? [...(test.examples ?? [])]
              : [],
        ),
      ].map(tokenKey),
    ),
    elements: tests.flatMap((test) =>
      test.property === 'element' && Array.isArray(test.value)
        ? [{ symbols: test.value.map(String), any: test.op === 'contains-any' }]
        : [],
    ),
  };
  aids.set(entry, made);
  return made;
}

function tokenKey(text: string): string {
  return text.normalize('NFKC').replace(/[\s·]+/g, '');
}

function hasTellingWord(entry: Entry, stated: StatedItem): boolean {
  return aidsOf(entry).telling.some(({ property, wanted }) =>
    stated.values(property).some((value) => wanted.some((word) => names(property, String(value.value), word))),
  );
}

function names(property: string, said: string, word: string): boolean {
  if (property.startsWith('substance')) return isSubstance(said, word);
  if (property === 'technology for') return codeCovers(said, word) || codeCovers(word, said);
  return (property === 'product' ? sameProduct(said, word) : sameWords(said, word)) === 'met';
}

function hasFormula(entry: Entry, stated: StatedItem): boolean {
  const { tokens } = aidsOf(entry);
  return tokens.size > 0 && [...stated.tokens].some((token) => tokens.has(tokenKey(token)));
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
  for (const { measures } of rulebook.instruments)
    for (const measure of measures) {
      if (measure.kind === 'entity-list') continue;
      for (const row of rulebook.rowsOf(measure.id)) {
        const sources = candidateSources(row, measure, stated);
        if (sources.length > 0) all.set(row.id, sources);
      }
    }
  found.set(stated, all);
  return all;
}
