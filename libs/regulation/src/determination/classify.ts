// Evaluates the candidate entries of an item: notes first, then the tree; statements count as stated, with the one who states it.
// An inclusion by shape or state settles what is open, but never whether an element is contained.
import type { Bilingual } from '#kernel';
import { chineseWords } from '../condition/chinese';
import { evaluateCondition, settled, turnsOn } from '../condition/evaluate';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import type { TestContext } from '../condition/leaf';
import type { NamedBy } from '../condition/lexicon';
import { CONTROL_CODE } from '../rulebook/words';
import type { StatedItem } from '../condition/stated';
import type { ConditionNode, Entry, LawNote } from '../rulebook/law';
import type { EntryRow, MeasureOnDay } from '../rulebook/rulebook';
import { testsOf } from '../rulebook/walk-conditions';
import { codeCovers } from '../rulebook/stated-code';
import { measuresOf } from './candidate-index';
import { candidatesOf, type CandidateSource } from './candidates';
import type { Situation } from './situation';
import { withoutDisplaced } from './displaced';
import { refsOf } from './statement-words';
import { speakerZh } from './words-zh';

/** A candidate entry with its verdict. */
export interface Classified {
  readonly place: MeasureOnDay;
  readonly row: EntryRow;
  readonly verdict: Verdict;
  readonly tree: EvaluatedNode | null;
  readonly sources: readonly CandidateSource[];
  /** Why, beside the tree: notes, statements, an entry that goes before. */
  readonly because: readonly Bilingual[];
  /** The note that decided, if one did. */
  readonly note: LawNote | null;
}

/** Candidates by row id, with what raised each. */
export type Raised = ReadonlyMap<string, readonly CandidateSource[]>;

/** The candidate entries of the item among the measures that `include` admits; `further` raises entries beside those that the facts raise. */
export function classify(situation: Situation, include: (place: MeasureOnDay) => boolean, further?: Raised): Classified[] {
  const classifier = new Classifier(situation, further);
  const found: Classified[] = [];
  for (const { place, rows } of classifier.inQuestion) {
    if (!include(place)) continue;
    for (const row of rows) {
      const result = classifier.classify(place, row);
      if (result) found.push(result);
    }
  }
  return withoutDisplaced(found, situation);
}

function merged(own: Raised, further: Raised | undefined): Raised {
  if (!further) return own;
  const all = new Map(own);
  for (const [id, sources] of further) all.set(id, [...(all.get(id) ?? []), ...sources]);
  return all;
}

/** The trees of an item by their condition; whether a name settles words of it follows from the same facts. */
type Trees = Map<ConditionNode, EvaluatedNode>;
/** The facts of an item are read once for each determination, so what is remembered here lives as long as that. */
const treesByItem = new WeakMap<StatedItem, Trees>();

function treesOf(stated: StatedItem): Trees {
  const kept = treesByItem.get(stated);
  if (kept) return kept;
  const trees: Trees = new Map();
  treesByItem.set(stated, trees);
  return trees;
}

const askingTrees = new WeakMap<ConditionNode, boolean>();

/** Only what goes before an entry depends on the day. */
function asksOfTheDay(node: ConditionNode): boolean {
  const known = askingTrees.get(node);
  if (known !== undefined) return known;
  const asks = testsOf(node).some((test) => test.property === 'caught by');
  askingTrees.set(node, asks);
  return asks;
}

/** Statements that settle an entry by its code, number or name. */
const NAMING = ['falls-under', 'does-not-fall-under', 'meets-control-points-of'];

/** Entries of a measure that come into question: a visible source raises them, or a statement may name them. */
interface InQuestion {
  readonly place: MeasureOnDay;
  readonly rows: readonly EntryRow[];
}

class Classifier {
  readonly inQuestion: readonly InQuestion[];
  private readonly asked = new Set<string>();
  private readonly context: TestContext;
  private readonly candidates: Raised;
  private readonly trees: Trees;

  constructor(
    private readonly situation: Situation,
    further?: Raised,
  ) {
    const { stated, rulebook } = situation;
    this.candidates = merged(candidatesOf(rulebook, stated), further);
    this.inQuestion = inQuestion(situation, this.candidates);
    this.trees = treesOf(stated);
    this.context = {
      stated,
      words: chineseWords(rulebook),
      caughtBy: (code) => this.caughtBy(code),
      containsItem: (code) => this.containsItem(code),
      excludedActivities: excludedActivities(situation),
    };
  }

  classify(place: MeasureOnDay, row: EntryRow): Classified | null {
    const sources = this.candidates.get(row.id) ?? [];
    const said = this.statement(row.entry, sources.length > 0);
    if (said) return { place, row, ...said, sources: [...sources, 'statement'], note: null };
    if (sources.length === 0 || !row.entry.parameters) return null;
    const tree = this.evaluated(row.entry.parameters, this.namedBy(row, sources));
    const { verdict } = tree;
    const excluded = verdict === 'not-met' ? null : this.note(place, row.entry, 'exclusions');
    if (excluded) return { place, row, verdict: 'not-met', tree, sources, because: [exclusion(excluded)], note: excluded };
    const open = verdict === 'unknown' && !turnsOn(tree, 'element');
    const included = open ? this.note(place, row.entry, 'inclusions') : null;
    if (included?.strength === 'definite')
      return { place, row, verdict: 'met', tree, sources, because: [inclusion(included)], note: included };
    return { place, row, verdict, tree, sources, because: [], note: null };
  }

  private namedBy(row: EntryRow, sources: readonly CandidateSource[]): NamedBy {
    if (!sources.includes('printed-name')) return 'no';
    return this.situation.stated.wholeNames.has(row.id) ? 'whole' : 'short';
  }

  /** The tree evaluated; one that asks nothing of the law of the day is evaluated once for the same facts. */
  private evaluated(node: ConditionNode, named: NamedBy = 'no'): EvaluatedNode {
    if (asksOfTheDay(node)) return evaluateCondition(node, this.context, named);
    const known = this.trees.get(node);
    if (known) return known;
    const tree = evaluateCondition(node, this.context, named);
    this.trees.set(node, tree);
    return tree;
  }

  /** The first note of the kind whose match is met and whose source counts on the day. */
  private note(place: MeasureOnDay, entry: Entry, kind: keyof MatchedNotes): LawNote | null {
    for (const { note, match } of notesOf(place, entry)[kind]) {
      const { guidance } = note.citation;
      if (guidance !== undefined && !this.situation.law.guidancePublished(guidance)) continue;
      if (this.evaluated(match).verdict === 'met') return note;
    }
    return null;
  }

  /** What statements settle for the entry. "In no list" settles only entries that come into question. */
  private statement(entry: Entry, isCandidate: boolean): { verdict: Verdict; tree: EvaluatedNode; because: Bilingual[] } | null {
    const { situation } = this;
    if (!situation.facts.statements?.length) return null;
    const code = entry.controlCode ?? entry.catalogueNumber;
    const names = (ref: string) => code !== undefined && (ref === code || (CONTROL_CODE.test(ref) && code === ref));
    const verdict = (kind: Verdict, zh: string, en: string) => ({
      verdict: kind,
      tree: settled(kind, zh, en),
      because: [{ zh, en }],
    });
    if (isCandidate && situation.statements('in-no-control-list', 'item').length > 0)
      return verdict('not-met', '已声明不属于任何清单', 'stated to stand in no control list');
    for (const row of situation.statements('falls-under', 'item'))
      if (refsOf(row).some(names))
        return verdict(
          'met',
          `${speakerZh(row.by)}声明属于 ${code ?? ''}`,
          `stated by ${row.by ?? 'the applicant'} to fall under ${code ?? ''}`,
        );
    for (const row of situation.statements('meets-control-points-of', 'item'))
      if (refsOf(row).some((ref) => names(ref) || namesEntry(ref, entry) || (isCandidate && this.isOnlyOneMeant(ref))))
        return verdict(
          'met',
          `${speakerZh(row.by)}声明符合${entry.nameZh}的控制要点`,
          `stated by ${row.by ?? 'the applicant'} to meet the control points of ${entry.nameEn}`,
        );
    for (const row of situation.statements('does-not-fall-under', 'item'))
      if (refsOf(row).some(names))
        return verdict(
          'not-met',
          `${speakerZh(row.by)}声明不属于 ${code ?? ''}`,
          `stated by ${row.by ?? 'the applicant'} not to fall under ${code ?? ''}`,
        );
    return null;
  }

  /** The words name the technology catalogue, no number, and the item comes near one entry of it only. */
  private isOnlyOneMeant(ref: string): boolean {
    if (!/technology catalogue|技术目录|出口限制出口技术/i.test(ref) || /[0-9]{6}[JX]/.test(ref)) return false;
    const near = this.situation.law.measures
      .filter(
        ({ measure, state }) => measure.kind === 'technology' && measure.legalEffect !== 'licence-required' && state !== 'ended',
      )
      .flatMap(({ entries }) => entries)
      .filter((row) => this.candidates.has(row.id));
    return near.length === 1;
  }

  /** True only when the tree of an entry of that code is met; one that is no candidate, or fails a known condition, does not catch. */
  private caughtBy(code: string): Verdict {
    if (this.asked.has(code)) return 'unknown';
    this.asked.add(code);
    const verdicts: Verdict[] = [];
    for (const { place, rows } of this.inQuestion)
      if (place.measure.kind === 'item')
        for (const row of rows)
          if (row.entry.controlCode && codeCovers(code, row.entry.controlCode))
            verdicts.push(this.classify(place, row)?.verdict ?? 'not-met');
    this.asked.delete(code);
    return verdicts.includes('met') ? 'met' : verdicts.includes('unknown') ? 'unknown' : 'not-met';
  }

  private containsItem(code: string): Verdict {
    const said = this.situation
      .statements('falls-under')
      .some((row) => row.about?.startsWith('content:') && refsOf(row).includes(code));
    return said ? 'met' : 'unknown';
  }
}

function inQuestion(situation: Situation, candidates: Raised): InQuestion[] {
  const { law, rulebook } = situation;
  if (NAMING.some((predicate) => situation.statements(predicate, 'item').length > 0))
    return law.measures.filter(({ state }) => state !== 'ended').map((place) => ({ place, rows: place.entries }));
  if (candidates.size === 0) return [];
  const measures = measuresOf(rulebook, candidates.keys());
  return law.measures
    .filter(({ measure, state }) => state !== 'ended' && measures.has(measure.id))
    .map((place) => ({ place, rows: place.entries.filter(({ id }) => candidates.has(id)) }));
}

/** A note that says by a condition to whom it applies. */
interface MatchedNote {
  readonly note: LawNote;
  readonly match: ConditionNode;
}

type MatchedNotes = Readonly<Record<'exclusions' | 'inclusions', readonly MatchedNote[]>>;

const notesByEntry = new WeakMap<Entry, MatchedNotes>();

/** The notes that may speak of the entry: its own, those of its measure, those of its instrument. */
function notesOf({ measure, instrument }: MeasureOnDay, entry: Entry): MatchedNotes {
  const kept = notesByEntry.get(entry);
  if (kept) return kept;
  const speaksOf = ({ appliesTo }: LawNote) =>
    !appliesTo || appliesTo.some((code) => entry.controlCode && codeCovers(code, entry.controlCode));
  const ofKind = (kind: keyof MatchedNotes) =>
    [entry, measure, instrument]
      .flatMap((row) => row[kind] ?? [])
      .filter(speaksOf)
      .flatMap((note) => (note.match ? [{ note, match: note.match }] : []));
  const notes = { exclusions: ofKind('exclusions'), inclusions: ofKind('inclusions') };
  notesByEntry.set(entry, notes);
  return notes;
}

function exclusion({ strength, textZh, textEn }: LawNote): Bilingual {
  return strength === 'definite'
    ? { zh: `排除：${textZh}`, en: `excluded: ${textEn}` }
    : { zh: `一般不属于：${textZh}；理由须存档`, en: `generally outside: ${textEn}; the reasoning belongs in the file` };
}

function inclusion({ textZh, textEn }: LawNote): Bilingual {
  return { zh: `包括：${textZh}`, en: `included: ${textEn}` };
}

/** The words hold a printed name or a common name of the entry. */
export function namesEntry(words: string, { nameZh, nameEn, synonyms }: Entry): boolean {
  const said = words.toLowerCase();
  return [nameZh, nameEn, ...(synonyms?.zh ?? []), ...(synonyms?.en ?? [])].some((name) => said.includes(name.toLowerCase()));
}

function excludedActivities(situation: Situation): string[] {
  const words = situation.rulebook.propertyWords['rare-earth activity']?.valueWords ?? {};
  return situation.statements('passes-no-know-how-for').flatMap((row) =>
    refsOf(row).flatMap((ref) =>
      Object.entries(words)
        .filter(
          ([value, phrases]) =>
            value === ref || [...phrases.en, ...phrases.zh].some((phrase) => ref.toLowerCase().includes(phrase.toLowerCase())),
        )
        .map(([value]) => value),
    ),
  );
}
