// Finds the entries that anything stated about an item may raise without asking each entry: by name, word, formula, element, customs code, code.
import type { Measure } from '../rulebook/law';
import type { EntryRow, Rulebook } from '../rulebook/rulebook';
import type { StatedItem } from '../condition/stated';
import { codeCovers } from '../rulebook/stated-code';
import { aidsOf, namesWord } from './finding-aids';

/** An entry of goods or technology with its measure, in the order of the law. */
export interface IndexedRow {
  readonly row: EntryRow;
  readonly measure: Measure;
}

type Places = Map<string, Set<number>>;

/** Most stated words whose places are remembered for a property. */
const MOST_REMEMBERED = 5_000;

/** The words that entries want of a property. */
class WantedWords {
  private readonly wanted: Places = new Map();
  private readonly named = new Map<string, readonly number[]>();

  constructor(private readonly property: string) {}

  put(word: string, place: number): void {
    put(this.wanted, word, place);
  }

  /** The places of the entries that the stated word names. */
  placesOf(said: string): readonly number[] {
    const kept = this.named.get(said);
    if (kept) return kept;
    const places = [...this.wanted].flatMap(([word, at]) => (namesWord(this.property, said, word) ? [...at] : []));
    if (this.named.size >= MOST_REMEMBERED) this.named.clear();
    this.named.set(said, places);
    return places;
  }
}

interface Index {
  readonly rows: readonly IndexedRow[];
  readonly byId: Places;
  /** By property. */
  readonly byWord: ReadonlyMap<string, WantedWords>;
  readonly byToken: Places;
  readonly byElement: Places;
  readonly byCustomsCode: Places;
}

const indexes = new WeakMap<Rulebook, Index>();

/** Every entry that a source may raise, and perhaps some that none does, in the order of the law. */
export function rowsNear(rulebook: Rulebook, stated: StatedItem): readonly IndexedRow[] {
  const index = kept(rulebook);
  const near = new Set<number>();
  const take = (places: Places, key: string) => {
    for (const place of places.get(key) ?? []) near.add(place);
  };
  for (const id of stated.printedNames) take(index.byId, id);
  for (const id of stated.synonyms) take(index.byId, id);
  for (const [property, words] of index.byWord)
    for (const { value } of stated.values(property)) for (const place of words.placesOf(String(value))) near.add(place);
  for (const token of stated.tokens) take(index.byToken, token);
  for (const symbol of stated.ownElements) take(index.byElement, symbol);
  const { hsCode, statedCode } = stated;
  if (hsCode) {
    take(index.byCustomsCode, hsCode);
    take(index.byCustomsCode, hsCode.slice(0, 8));
  }
  if (statedCode)
    index.rows.forEach(({ row }, place) => {
      if (row.entry.controlCode && codeCovers(statedCode, row.entry.controlCode)) near.add(place);
    });
  if (near.size === 0) return [];
  return [...near].sort((a, b) => a - b).flatMap((place) => index.rows[place] ?? []);
}

/** The measures of the rows; a row that no list of goods or technology holds has none. */
export function measuresOf(rulebook: Rulebook, rowIds: Iterable<string>): ReadonlySet<string> {
  const index = kept(rulebook);
  const measures = new Set<string>();
  for (const id of rowIds)
    for (const place of index.byId.get(id) ?? []) {
      const found = index.rows[place];
      if (found) measures.add(found.measure.id);
    }
  return measures;
}

function kept(rulebook: Rulebook): Index {
  const index = indexes.get(rulebook) ?? indexOf(rulebook);
  indexes.set(rulebook, index);
  return index;
}

function indexOf(rulebook: Rulebook): Index {
  const rows = rulebook.instruments
    .flatMap(({ measures }) => measures)
    .filter(({ kind }) => kind !== 'entity-list')
    .flatMap((measure) => rulebook.rowsOf(measure.id).map((row) => ({ row, measure })));
  const byWord = new Map<string, WantedWords>();
  const index: Index = {
    rows,
    byId: new Map(),
    byWord,
    byToken: new Map(),
    byElement: new Map(),
    byCustomsCode: new Map(),
  };
  rows.forEach(({ row: { id, entry }, measure }, place) => {
    put(index.byId, id, place);
    const { telling, tokens, elements } = aidsOf(entry);
    for (const { property, wanted } of telling) {
      const words = byWord.get(property) ?? new WantedWords(property);
      byWord.set(property, words);
      for (const word of wanted) words.put(word, place);
    }
    for (const token of tokens) put(index.byToken, token, place);
    const symbols = measure.element ? [measure.element] : elements.flatMap((test) => test.symbols);
    for (const symbol of symbols) put(index.byElement, symbol, place);
    for (const code of entry.hsCodes ?? []) put(index.byCustomsCode, code, place);
  });
  return index;
}

function put(places: Places, key: string, place: number): void {
  const kept = places.get(key);
  if (kept) kept.add(place);
  else places.set(key, new Set([place]));
}
