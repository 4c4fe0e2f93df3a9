// Which entries come into question for an item, and through which visible source. A candidate is never a classification.
import { testsOf } from '../rulebook/walk-conditions';
import type { Entry, Measure } from '../rulebook/law';
import type { EntryRow } from '../rulebook/rulebook';
import { sameWords } from '../condition/leaf';
import type { StatedItem } from '../condition/stated';

export type CandidateSource = 'printed-name' | 'synonym' | 'word' | 'formula' | 'composition' | 'customs-code' | 'stated-code' | 'statement';

/** Properties whose value, found in a name, is enough to raise a candidate. */
const TELLING = new Set(['substance class', 'substance', 'product', 'technology subject', 'rare-earth activity', 'production line for', 'alloy system', 'battery type']);
const BY_KIND: Readonly<Record<'name' | 'formula' | 'statement', readonly CandidateSource[]>> = {
  name: ['printed-name', 'synonym', 'word'],
  formula: ['formula'],
  statement: ['stated-code', 'statement'],
};

/** The sources that make the entry a candidate; empty when none does. */
export function candidateSources(row: EntryRow, measure: Measure, stated: StatedItem): readonly CandidateSource[] {
  const { entry } = row;
  const kinds = [entry.itemKind ?? 'goods', ...(entry.alsoItemKinds ?? [])];
  if (!kinds.includes(stated.kind)) return [];
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

function hasTellingWord(entry: Entry, stated: StatedItem): boolean {
  if (!entry.parameters) return false;
  return testsOf(entry.parameters).some((test) => {
    if (test.property === undefined || test.value === undefined) return false;
    const specificMaterial = test.property === 'material' && typeof test.value === 'string' && test.value.includes(' ');
    if (!TELLING.has(test.property) && !specificMaterial) return false;
    const wanted = (Array.isArray(test.value) ? test.value : [test.value]).map(String);
    return stated.values(test.property).some((value) => wanted.some((word) => sameWords(String(value.value), word) === 'met'));
  });
}

function hasFormula(entry: Entry, stated: StatedItem): boolean {
  const key = (text: string) => text.normalize('NFKC').replace(/[\s·]+/g, '');
  const own = [...(entry.synonyms?.formula ?? []), ...(entry.synonyms?.cas ?? []), ...tokensOfTree(entry)].map(key);
  return [...stated.tokens].some((token) => own.includes(key(token)));
}

function tokensOfTree(entry: Entry): string[] {
  if (!entry.parameters) return [];
  return testsOf(entry.parameters).flatMap((test) => (test.property === 'substance' && Array.isArray(test.value) ? test.value.map(String) : test.property === 'substance class' ? [...(test.examples ?? [])] : []));
}

/** The element that the measure is about, or all elements of one test, are stated as contained. */
function hasElements(entry: Entry, measure: Measure, stated: StatedItem): boolean {
  if (measure.element && stated.ownElements.includes(measure.element)) return true;
  if (measure.element || !entry.parameters) return false;
  return testsOf(entry.parameters).some((test) => {
    if (test.property !== 'element' || !Array.isArray(test.value)) return false;
    const held = test.value.map((symbol) => stated.ownElements.includes(String(symbol)));
    return test.op === 'contains-any' ? held.includes(true) : held.every(Boolean);
  });
}

function matchesCustomsCode(entry: Entry, hsCode: string): boolean {
  return (entry.hsCodes ?? []).some((code) => code === hsCode || (code.length === 8 && hsCode.startsWith(code)));
}
