// From what is known of a product to candidate entries, each evaluated. Finds and asks; it never decides what a person must decide.
import { Refusal, type Bilingual, type LocalDate } from '#kernel';
import { chineseWords } from '../condition/chinese';
import { unknownTests } from '../condition/evaluate';
import type { EvaluatedNode } from '../condition/evaluated-node';
import type { CandidateSource } from '../determination/candidates';
import { checkFacts } from '../determination/check-facts';
import { classify, type Classified } from '../determination/classify';
import type { ExportFacts } from '../determination/facts';
import { citationOf, coverageOf, markOf, weakest } from '../determination/finding';
import { rankOf, statusOfEffect } from '../determination/gravity';
import { codeOn, regimeOfItems, whyInQuestion } from '../determination/item-findings';
import { notChecked } from '../determination/not-checked';
import { situationOf, type Situation } from '../determination/situation';
import { lawPoint } from '../rulebook/law-point';
import type { Rulebook } from '../rulebook/rulebook';
import type { Candidate, Classification, ClassificationOutcome, Measured } from './classification';
import { nextQuestion, type OpenCandidate } from './next-question';

/** Open candidates above which the item is too complex to be asked about step by step, exclusive. */
export const MOST_OPEN_CANDIDATES = 20;

export interface ClassificationAids {
  readonly knownOn?: LocalDate | null;
  /** Ids of entries that a full-text search found. */
  readonly found?: readonly string[];
  /** Control codes of earlier decisions on the same product. */
  readonly decided?: readonly string[];
}

/**
 * The candidates of the item on the legal day `on`. Throws Refusal (kind invalid) as `determine` does: `determination.day-before-law`,
 * `determination.facts-malformed`.
 */
export function classifyItem(
  rulebook: Rulebook,
  facts: ExportFacts,
  on: LocalDate,
  aids: ClassificationAids = {},
): Classification {
  lawPoint(rulebook, { on, knownOn: aids.knownOn ?? null });
  const faults = checkFacts(rulebook, facts);
  if (faults.length > 0) throw new Refusal('invalid', 'determination.facts-malformed', {}, faults);
  const situation = situationOf(rulebook, facts, on, aids.knownOn ?? null);
  const classified = situation.stated.isEmpty
    ? []
    : classify(situation, (place) => regimeOfItems(place) !== null, raisedBy(situation, aids));
  const met = classified.filter(({ verdict }) => verdict === 'met');
  const open = classified.filter(({ verdict }) => verdict === 'unknown');
  const near = open.filter((row) => !isOnlyFound(row));
  // What a search alone raised is asked about only where nothing else came up.
  const question = nextQuestion(rulebook, (near.length > 0 || met.length > 0 ? near : open).flatMap(asked));
  const candidate = (row: Classified) => candidateOf(row, situation);
  const [outcome, because] = outcomeOf(situation, met, near, open, classified.length, question !== null);
  return {
    on,
    knownOn: aids.knownOn ?? null,
    rulebookHash: rulebook.hash,
    outcome,
    because,
    met: met.map(candidate),
    open: near.map(candidate),
    leads: open.filter(isOnlyFound).map(candidate),
    ruledOut: classified.filter(({ verdict }) => verdict === 'not-met').map(candidate),
    nextQuestion: question,
    notChecked: notChecked(situation),
  };
}

/** Entries that a search or an earlier decision raises; an entry that is found only by formula or statement is not raised by a search. */
function raisedBy(
  { rulebook, law }: Situation,
  { found = [], decided = [] }: ClassificationAids,
): Map<string, CandidateSource[]> {
  const raised = new Map<string, CandidateSource[]>();
  const wanted = new Set(found);
  const codes = new Set(decided);
  for (const { measure } of law.measures)
    for (const { id, entry } of rulebook.rowsOf(measure.id)) {
      const sources: CandidateSource[] = [];
      if (wanted.has(id) && (!entry.candidateBy || entry.candidateBy.includes('name'))) sources.push('full-text');
      if (entry.controlCode !== undefined && codes.has(entry.controlCode)) sources.push('earlier-decision');
      if (sources.length > 0) raised.set(id, sources);
    }
  return raised;
}

/** Raised by the search alone: too weak to keep a classification open. */
function isOnlyFound({ sources }: Classified): boolean {
  return sources.every((source) => source === 'full-text');
}

function asked({ row, tree, place }: Classified): OpenCandidate[] {
  const { parameters } = row.entry;
  if (!tree || !parameters) return [];
  const effect = statusOfEffect(place.measure.legalEffect, place.measure.kind);
  return [{ row: row.id, tree, printed: parameters, gravity: effect === null ? Number.MAX_SAFE_INTEGER : rankOf(effect) }];
}

function outcomeOf(
  { stated }: Situation,
  met: readonly Classified[],
  near: readonly Classified[],
  open: readonly Classified[],
  count: number,
  askable: boolean,
): [ClassificationOutcome, Bilingual] {
  if (stated.isEmpty) return ['refer', { zh: '未说明任何事实，无从归类', en: 'nothing is stated about the item' }];
  if (met.length > 0)
    return ['met', { zh: `有 ${met.length} 个条目的条件满足`, en: `the conditions of ${entries(met.length)} are met` }];
  if (near.length > MOST_OPEN_CANDIDATES)
    return [
      'refer',
      {
        zh: `待定条目多达 ${near.length} 个，须由人判断`,
        en: `${near.length} candidate entries stay open: too many, ask a person`,
      },
    ];
  if (near.length > 0)
    return askable
      ? [
          'open',
          { zh: `有 ${near.length} 个条目尚待补充事实`, en: `${entries(near.length)} cannot be settled from what is stated` },
        ]
      : [
          'refer',
          { zh: '待定条目无法以补充事实解决，须由人判断', en: 'no fact that could be stated settles what is open: ask a person' },
        ];
  if (open.length > 0)
    return [
      'refer',
      { zh: '仅由全文检索得到线索，须由人判断', en: 'only a full-text search gives a hint: a person has to look' },
    ];
  if (count > 0)
    return [
      'ruled-out',
      { zh: '各候选条目均已排除，仅就已载入的法规而言', en: 'every candidate entry is ruled out, within the loaded law only' },
    ];
  return [
    'refer',
    {
      zh: '在已载入的法规中未找到候选条目，须由人核对官方清单',
      en: 'no candidate entry was found in the loaded law: a person has to compare with the official list',
    },
  ];
}

function entries(count: number): string {
  return count === 1 ? '1 candidate entry' : `${count} candidate entries`;
}

function candidateOf(row: Classified, situation: Situation): Candidate {
  const { place, tree, sources, verdict } = row;
  const { entry } = row.row;
  const incomplete = entry.parametersComplete === false;
  return {
    row: row.row.id,
    measure: place.measure.id,
    regime: regimeOfItems(place) ?? 'dual-use-list',
    controlCode: codeOn(entry, situation),
    nameZh: entry.nameZh,
    nameEn: entry.nameEn,
    state: place.state,
    sources,
    verdict,
    conditions: tree,
    measured: tree ? measuredIn(tree, situation) : [],
    reasons: [
      ...row.because,
      ...(tree ? decisive(tree, row.verdict) : []),
      whyInQuestion(sources),
      ...(incomplete ? [{ zh: '原文尚有未录入的条件', en: 'further conditions of the entry are not known here' }] : []),
    ],
    incomplete,
    citation: citationOf(place, row.note?.citation.point ?? null),
    confidence: weakest([place.measure.confidence, markOf(entry)]),
    coverage: coverageOf(place.instrument),
  };
}

/** The tests that made the verdict: the ones not met of an entry that is ruled out, the unknown ones of one that is open. */
function decisive(tree: EvaluatedNode, verdict: Classified['verdict']): Bilingual[] {
  if (verdict === 'unknown') return unknownTests(tree).map(({ reason }) => reason);
  return verdict === tree.verdict ? decidingTests(tree).map(({ reason }) => reason) : [];
}

/** The tests by which the node has its verdict; empty for one that is unknown. */
function decidingTests(node: EvaluatedNode): EvaluatedNode[] {
  if (node.verdict === 'unknown') return [];
  if (node.kind === 'test') return [node];
  const children = node.children ?? [];
  if (node.kind === 'not') return children.flatMap(decidingTests);
  const alike = children.filter(({ verdict }) => verdict === node.verdict);
  const all = (node.kind === 'allOf') === (node.verdict === 'met');
  return (all ? alike : alike.slice(0, 1)).flatMap(decidingTests);
}

function measuredIn(node: EvaluatedNode, situation: Situation): Measured[] {
  if (node.kind !== 'test') return (node.children ?? []).flatMap((child) => measuredIn(child, situation));
  const { property, op, limit, unit, value, margin, verdict } = node;
  if (margin === null || property === undefined || value === undefined) return [];
  const label = { zh: chineseWords(situation.rulebook).property(property), en: property };
  return [{ property: label, op: op ?? '', limit: limit ?? '', unit: unit ?? '', value, margin, verdict }];
}
