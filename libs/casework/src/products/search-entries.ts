// Full-text search for entries of the law by the words of a product, in Chinese and English. A hit raises a candidate and decides nothing.
import MiniSearch from 'minisearch';
import type { Rulebook } from '#regulation';

/** Limits of a search, inclusive: characters of the text that are read, and hits that are answered. */
export const SEARCH_LIMITS = { text: 2000, hits: 10 } as const;

interface EntryText {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly synonyms: string;
  readonly heading: string;
}

export interface EntryHit {
  /** Id of the entry. */
  readonly row: string;
  readonly score: number;
}

const WEIGHTS = { zh: 3, en: 3, synonyms: 4, heading: 1 } as const;
/** English words that stand in half of all names and tell nothing. */
const EMPTY_WORDS = new Set(
  'a an and are as at by for from in into is it its made of on or other related such than that the their thereof this to used with without'.split(
    ' ',
  ),
);

/** Chinese as pairs of neighbouring characters, everything else as lower-case words without a plural s. */
export function searchTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:[.-][\p{L}\p{N}]+)*/gu) ?? []) {
    if (/^\p{Script=Han}/u.test(run)) {
      const signs = [...run];
      if (signs.length === 1) tokens.push(run);
      for (let i = 0; i + 1 < signs.length; i += 1) tokens.push(`${signs[i] ?? ''}${signs[i + 1] ?? ''}`);
      continue;
    }
    for (const word of run.includes('-') ? [run, ...run.split('-')] : [run]) {
      const stem = word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
      if (stem && !EMPTY_WORDS.has(stem)) tokens.push(stem);
    }
  }
  return tokens;
}

const indexes = new WeakMap<Rulebook, MiniSearch<EntryText>>();

/** Entries whose names, synonyms or headings hold words of the text, best first. The index of a rulebook is built once. */
export function searchEntries(rulebook: Rulebook, text: string, most: number = SEARCH_LIMITS.hits): EntryHit[] {
  const index = indexes.get(rulebook) ?? indexOf(rulebook);
  indexes.set(rulebook, index);
  return index
    .search([...text].slice(0, SEARCH_LIMITS.text).join(''), { boost: WEIGHTS, combineWith: 'OR' })
    .slice(0, most)
    .map(({ id, score }) => ({ row: String(id), score }));
}

function indexOf(rulebook: Rulebook): MiniSearch<EntryText> {
  const index = new MiniSearch<EntryText>({
    fields: Object.keys(WEIGHTS),
    tokenize: searchTokens,
    processTerm: (term) => term,
  });
  for (const { measures, titleZh, titleEn } of rulebook.instruments)
    for (const measure of measures) {
      if (measure.kind !== 'item' && measure.kind !== 'technology') continue;
      for (const { id, entry } of rulebook.rowsOf(measure.id))
        index.add({
          id,
          zh: entry.nameZh,
          en: entry.nameEn,
          synonyms: [
            ...(entry.synonyms?.zh ?? []),
            ...(entry.synonyms?.en ?? []),
            ...(entry.synonyms?.formula ?? []),
            ...(entry.synonyms?.cas ?? []),
            ...(entry.controlPoints ?? []).flatMap(({ nameZh, nameEn }) => [nameZh, nameEn]),
          ].join(' \n '),
          heading: [titleZh, titleEn, entry.controlCode, measure.controlHeading, measure.element].filter(Boolean).join(' \n '),
        });
    }
  return index;
}
