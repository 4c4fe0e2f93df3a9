// The words of the law as they may occur in a product's name: printed names, values of conditions, synonyms.
import { testsOf } from '../rulebook/walk-conditions';
import type { ConditionNode, Entry } from '../rulebook/law';
import type { EntryRow, Rulebook } from '../rulebook/rulebook';
import { KIND_WORDS_EN, KIND_WORDS_ZH } from './kind-words';
import { PhraseBook } from './phrases';

/** What a phrase in a name stands for. */
export type PhraseMeaning =
  | { readonly kind: 'printed-name'; readonly entryId: string; readonly full: boolean }
  | { readonly kind: 'value'; readonly property: string; readonly value: string }
  | { readonly kind: 'synonym'; readonly entryId: string };

/** Properties whose values a name may state. Uses, purposes, functions and numbers are never stated by a name. */
const STATED_BY_NAME = new Set([
  'substance class',
  'substance',
  'material',
  'product',
  'technology subject',
  'rare-earth activity',
  'production line for',
  'production-line service',
  'form',
  'graphite type',
  'alloy system',
  'battery type',
  'crystal form',
  'deposition method',
  'reinforcement',
  'part of',
  'equipment',
]);
/** Of these, the ones that an end use may state. */
export const STATED_BY_USE = new Set([
  'rare-earth activity',
  'production line for',
  'production-line service',
  'product',
  'technology subject',
]);

/** What the printed name of an entry settles: what a thing is, and the function that the name itself names. */
const IDENTITY = new Set([...STATED_BY_NAME, 'element', 'function']);

/** What a shorter form of a printed name leaves open: it names the thing without the shapes and functions that the whole name adds. */
const ADDED_BY_WHOLE_NAME = new Set(['form', 'crystal form', 'function', 'deposition method', 'reinforcement', 'part of']);

/** Whether the printed name stands in a name: whole, in a shorter form, or not. */
export type NamedBy = 'whole' | 'short' | 'no';

/** True for a test that the printed name settles: never a number, a use or a purpose. */
export function isSettledByName(node: ConditionNode, named: NamedBy): boolean {
  if (named === 'no' || !isIdentityTest(node)) return false;
  return named === 'whole' || !ADDED_BY_WHOLE_NAME.has(node.property ?? '');
}

/** True for a test of what a thing is. */
export function isIdentityTest(node: ConditionNode): boolean {
  return node.property !== undefined && IDENTITY.has(node.property);
}

const books = new WeakMap<Rulebook, PhraseBook<PhraseMeaning>>();

/** The phrase book of the rulebook, built once. */
export function lexiconOf(rulebook: Rulebook): PhraseBook<PhraseMeaning> {
  const kept = books.get(rulebook);
  if (kept) return kept;
  const book = buildLexicon(rulebook);
  books.set(rulebook, book);
  return book;
}

function buildLexicon(rulebook: Rulebook): PhraseBook<PhraseMeaning> {
  const book = new PhraseBook<PhraseMeaning>();
  const values = new Set<string>();
  const addValue = (phrase: string, property: string, value: string) => {
    const key = `${property}|${value}|${phrase}`;
    if (values.has(key)) return;
    values.add(key);
    book.add(phrase, { kind: 'value', property, value });
  };
  const rows = allRows(rulebook);
  for (const [phrase, owners] of printedNames(rows))
    for (const row of owners) book.add(phrase, { kind: 'printed-name', entryId: row.id, full: isFullName(phrase, row.entry) });
  for (const { id, entry } of rows)
    for (const word of [...(entry.synonyms?.zh ?? []), ...(entry.synonyms?.en ?? [])])
      book.add(word, { kind: 'synonym', entryId: id });
  for (const tree of allTrees(rulebook))
    for (const test of testsOf(tree)) {
      if (test.property === undefined || !STATED_BY_NAME.has(test.property) || test.value === undefined) continue;
      for (const value of Array.isArray(test.value) ? test.value : [test.value])
        if (typeof value === 'string') addValue(value, test.property, value);
      if (typeof test.value === 'string') for (const example of test.examples ?? []) addValue(example, test.property, test.value);
    }
  for (const [property, word] of Object.entries(rulebook.propertyWords))
    for (const [value, phrases] of Object.entries(word.valueWords ?? {}))
      for (const phrase of [...phrases.zh, ...phrases.en]) addValue(phrase, property, value);
  for (const [property, kinds] of [...Object.entries(KIND_WORDS_ZH), ...Object.entries(KIND_WORDS_EN)])
    for (const [value, words] of Object.entries(kinds)) for (const word of words) addValue(word, property, value);
  return book;
}

/** Entries of items and technology with their ids, whatever the day. */
function allRows(rulebook: Rulebook): EntryRow[] {
  return rulebook.instruments
    .flatMap((instrument) => instrument.measures)
    .filter((measure) => measure.kind !== 'entity-list')
    .flatMap((measure) => rulebook.rowsOf(measure.id));
}

function* allTrees(rulebook: Rulebook): Generator<ConditionNode> {
  const notes = (row: { inclusions?: Entry['inclusions']; exclusions?: Entry['exclusions'] }) =>
    [...(row.inclusions ?? []), ...(row.exclusions ?? [])].map((note) => note.match);
  for (const instrument of rulebook.instruments)
    for (const row of [instrument, ...instrument.measures, ...instrument.measures.flatMap((measure) => measure.entries)]) {
      if ('parameters' in row && row.parameters) yield row.parameters;
      for (const match of notes(row)) if (match) yield match;
    }
}

/** Printed names, what they include by name, and their shorter forms. A shorter form that entries of different identity share states nothing. */
function printedNames(rows: readonly EntryRow[]): Map<string, EntryRow[]> {
  const owners = new Map<string, EntryRow[]>();
  const short = new Set<string>();
  for (const row of rows)
    for (const { phrase, full } of formsOfName(row.entry)) {
      const list = owners.get(phrase) ?? [];
      if (!list.includes(row)) owners.set(phrase, [...list, row]);
      if (!full) short.add(phrase);
    }
  for (const phrase of short) {
    const list = owners.get(phrase) ?? [];
    const identities = new Set(list.map((row) => identityOf(row.entry)));
    if (identities.size > 1)
      owners.set(
        phrase,
        list.filter((row) => formsOfName(row.entry).some((form) => form.full && form.phrase === phrase)),
      );
  }
  return owners;
}

function formsOfName(entry: Entry): { phrase: string; full: boolean }[] {
  const forms = new Map<string, boolean>();
  const add = (phrase: string, full: boolean) => {
    const clean = phrase.trim();
    if (clean.length >= 2 && !forms.has(clean)) forms.set(clean, full);
  };
  add(entry.nameZh, true);
  add(entry.nameEn, true);
  const outside = entry.nameZh.replace(/（[^）]*）/g, '');
  const plain = outside.split(/[，：]/)[0] ?? outside;
  add(plain, false);
  add(plain.replace(/(及其混合物|及其制品|及制品|及其合金)$/, ''), false);
  for (const part of plain.split('或')) add(part.replace(/^部分/, ''), false);
  for (const [, inside] of entry.nameZh.matchAll(/（(?:包含|包括|含)([^）]*)）/g))
    for (const part of (inside ?? '').replace(/等$/, '').split('、')) add(part, true);
  const english = entry.nameEn.replace(/\([^)]*\)/g, '').split(/[,:]/)[0] ?? entry.nameEn;
  add(english, false);
  for (const part of english.split(' or ')) add(part.replace(/^certain /, ''), false);
  add(english.replace(/ (and its mixtures|and their mixtures|and products|of purity .*|material)$/, ''), false);
  return [...forms].map(([phrase, full]) => ({ phrase, full }));
}

function isFullName(phrase: string, entry: Entry): boolean {
  return formsOfName(entry).some((form) => form.full && form.phrase === phrase);
}

function identityOf(entry: Entry): string {
  return entry.parameters
    ? testsOf(entry.parameters)
        .filter(isIdentityTest)
        .map((test) => `${test.property ?? ''}${test.op ?? ''}${JSON.stringify(test.value)}`)
        .sort()
        .join('|')
    : entry.nameEn;
}
