// What an entry can be found by, read once from its tree and synonyms, and when a word that is stated names it.
import { tokenKey } from '../condition/phrases';
import { isSubstance, sameProduct, sameWords } from '../condition/words-alike';
import type { Entry } from '../rulebook/law';
import { codeCovers } from '../rulebook/stated-code';
import { testsOf } from '../rulebook/walk-conditions';

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

export interface FindingAids {
  readonly telling: readonly { readonly property: string; readonly wanted: readonly string[] }[];
  readonly tokens: ReadonlySet<string>;
  readonly elements: readonly { readonly symbols: readonly string[]; readonly any: boolean }[];
}

const aids = new WeakMap<Entry, FindingAids>();

export function aidsOf(entry: Entry): FindingAids {
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

/** True when the stated word is the word of the entry or a narrower one. */
export function namesWord(property: string, said: string, word: string): boolean {
  if (property.startsWith('substance')) return isSubstance(said, word);
  if (property === 'technology for') return codeCovers(said, word) || codeCovers(word, said);
  return (property === 'product' ? sameProduct(said, word) : sameWords(said, word)) === 'met';
}
