// The most telling question: the unknown property that decides most candidates; ties go to the gravest effect, then to the printed order.
import { acceptedUnits } from '../condition/units';
import { chineseWords } from '../condition/chinese';
import { allOf, anyOf, unknownTests } from '../condition/evaluate';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import { limitText, requirement, type Test } from '../condition/test-answer';
import type { ConditionNode } from '../rulebook/law';
import type { Rulebook } from '../rulebook/rulebook';
import { testsOf } from '../rulebook/walk-conditions';
import type { AnswerKind, HeldAgainst, NextQuestion } from './classification';

/** An open candidate as the question sees it. */
export interface OpenCandidate {
  readonly row: string;
  readonly tree: EvaluatedNode;
  /** The tree as printed. */
  readonly printed: ConditionNode;
  /** Rank of its effect; 0 is the gravest. */
  readonly gravity: number;
}

/** What the law settles among its own entries; nobody can state it. */
const NOT_ASKED = new Set(['caught by', 'contains item']);

interface Weight {
  readonly property: string;
  readonly settles: OpenCandidate[];
  readonly touches: OpenCandidate[];
}

/** The question for the open candidates, which stand in printed order; null when nothing can be asked. */
export function nextQuestion(rulebook: Rulebook, open: readonly OpenCandidate[]): NextQuestion | null {
  const weights = new Map<string, Weight>();
  for (const candidate of open)
    for (const property of askable(candidate.tree)) {
      const weight = weights.get(property) ?? { property, settles: [], touches: [] };
      weights.set(property, weight);
      weight[isSettledBy(candidate.tree, property) ? 'settles' : 'touches'].push(candidate);
    }
  const [first] = [...weights.values()].sort(
    (a, b) => b.settles.length - a.settles.length || b.touches.length - a.touches.length || gravest(a) - gravest(b),
  );
  return first ? questionOf(rulebook, first) : null;
}

function askable(tree: EvaluatedNode): string[] {
  const properties = unknownTests(tree).flatMap(({ property }) => (property === undefined ? [] : [property]));
  return [...new Set(properties)].filter((property) => !NOT_ASKED.has(property));
}

function gravest({ settles, touches }: Weight): number {
  return Math.min(...[...settles, ...touches].map(({ gravity }) => gravity));
}

/** True when one of the possible answers leaves nothing open. */
function isSettledBy(tree: EvaluatedNode, property: string): boolean {
  return (['met', 'not-met'] as const).some((answer) => verdictIf(tree, property, answer) !== 'unknown');
}

/** The verdict of the tree if every unknown test of the property had the answer. */
export function verdictIf(node: EvaluatedNode, property: string, answer: Verdict): Verdict {
  const children = (node.children ?? []).map((child) => ({ verdict: verdictIf(child, property, answer) }));
  switch (node.kind) {
    case 'test':
      return node.verdict === 'unknown' && node.property === property ? answer : node.verdict;
    case 'allOf':
      return allOf(children);
    case 'anyOf':
      return anyOf(children);
    case 'not': {
      const inner = children[0]?.verdict ?? 'unknown';
      return inner === 'met' ? 'not-met' : inner === 'not-met' ? 'met' : 'unknown';
    }
  }
}

function questionOf(rulebook: Rulebook, { property, settles, touches }: Weight): NextQuestion {
  const words = chineseWords(rulebook);
  const limits = new Map<string, HeldAgainst & { readonly rows: string[] }>();
  let unit = '';
  let kind: AnswerKind = 'word';
  for (const { row, tree, printed } of [...settles, ...touches])
    for (const test of unknownTests(tree)) {
      if (test.property !== property) continue;
      const own = printedTest(printed, test);
      const key = `${test.op ?? ''} ${test.limit ?? ''} ${test.unit ?? ''}`;
      if (unit === '') {
        unit = test.unit ?? 'text';
        kind = kindOf(property, own, unit);
      }
      const limit = limits.get(key) ?? {
        op: test.op ?? '',
        limit: test.limit ?? '',
        values: own && Array.isArray(own.value) ? own.value.map(String) : [test.limit ?? ''],
        words: own ? requirement(own, words) : { zh: key, en: key },
        rows: [],
      };
      limits.set(key, limit);
      if (!limit.rows.includes(row)) limit.rows.push(row);
    }
  const known = rulebook.propertyWords[property];
  return {
    property,
    label: { zh: words.property(property), en: property },
    kind,
    unit: known && kind === 'number' && !acceptedUnits(known.unit).includes(unit) ? (acceptedUnits(known.unit)[0] ?? unit) : unit,
    limits: [...limits.values()],
    settles: settles.map(({ row }) => row),
    touches: touches.map(({ row }) => row),
  };
}

/** The test of the printed tree that the evaluated one came from. */
function printedTest(printed: ConditionNode, { property, op, limit }: EvaluatedNode): Test | undefined {
  return testsOf(printed)
    .map((test) => test as Test)
    .find((test) => test.property === property && test.op === op && limitText(test) === limit);
}

function kindOf(property: string, test: Test | undefined, unit: string): AnswerKind {
  if (property === 'element') return 'element';
  if (property === 'customs code') return 'customs-code';
  if (property === 'size' || test?.edges !== undefined) return 'size';
  if (unit === 'boolean') return 'yes-no';
  const value: unknown = Array.isArray(test?.value) ? (test.value as readonly unknown[])[0] : test?.value;
  return typeof value === 'number' ? 'number' : 'word';
}
