// Condition trees in three values: met, not met, unknown. Unknown never becomes "not met".
import type { Bilingual } from '#kernel';
import type { ConditionNode } from '../rulebook/law';
import type { ChineseWords } from './chinese';
import type { EvaluatedNode, Verdict } from './evaluated-node';
import { askedTest, type TestContext } from './leaf';
import { isIdentityTest, isSettledByName, type NamedBy } from './lexicon';

type Branch = Exclude<EvaluatedNode['kind'], 'test'>;

/** A condition ready to be asked; a condition of the law is read once. */
type Asked = (context: TestContext, named: NamedBy) => EvaluatedNode;

const read = new WeakMap<ConditionNode, Asked>();

/**
 * The evaluated tree. `named`: the printed name of the entry stands in the item's name, which settles the words that every
 * path of the tree shares, never numbers and never a choice between alternatives.
 */
export function evaluateCondition(node: ConditionNode, context: TestContext, named: NamedBy = 'no'): EvaluatedNode {
  const kept = read.get(node);
  if (kept) return kept(context, named);
  const asked = readCondition(node, context.words);
  read.set(node, asked);
  return asked(context, named);
}

function readCondition(node: ConditionNode, words: ChineseWords): Asked {
  const printed = readPrinted(node, words);
  if (!node.whenStated) return printed;
  const substitutes = node.whenStated.map(({ stated, unlessStated = [], use }) => ({
    stated,
    unlessStated,
    ask: readCondition(use, words),
  }));
  return (context, named) => {
    const isStated = (property: string) => context.stated.values(property).length > 0;
    const found = substitutes.find(({ stated, unlessStated }) => stated.every(isStated) && !unlessStated.some(isStated));
    return found ? found.ask(context, 'no') : printed(context, named);
  };
}

function readPrinted(node: ConditionNode, words: ChineseWords): Asked {
  if (node.allOf) return readBranch('allOf', node.allOf, words);
  if (node.anyOf) {
    const alternatives = readBranch('anyOf', node.anyOf, words);
    return node.anyOf.every(isIdentityTest) ? alternatives : (context) => alternatives(context, 'no');
  }
  if (node.not) {
    const exception = readBranch('not', [node.not], words);
    return (context) => exception(context, 'no');
  }
  const ask = askedTest(node, words);
  return (context, named) => ask(context, isSettledByName(node, named));
}

/** A branch that answers of an item as it does where nothing is stated gives the one node that is kept for that. */
function readBranch(kind: Branch, nodes: readonly ConditionNode[], words: ChineseWords): Asked {
  const children = nodes.map((node) => readCondition(node, words));
  const answer = (answers: readonly EvaluatedNode[]) => branch(kind, JUDGED[kind](answers), answers);
  const bare = (named: NamedBy) => answer(children.map((ask) => ask({ ...NOTHING_STATED, words }, named)));
  const kept: Readonly<Record<NamedBy, EvaluatedNode>> = { no: bare('no'), short: bare('short'), whole: bare('whole') };
  return (context, named) => {
    const usual = kept[named];
    const answers: EvaluatedNode[] = [];
    let isUsual = true;
    for (const ask of children) {
      const own = ask(context, named);
      isUsual &&= own === usual.children?.[answers.length];
      answers.push(own);
    }
    return isUsual ? usual : answer(answers);
  };
}

/** What most tests meet: nothing stated that they ask for, and no entry that goes first. */
const NOTHING_STATED: Omit<TestContext, 'words'> = {
  stated: {
    kind: 'goods',
    hsCode: null,
    statedCode: null,
    values: () => [],
    element: () => undefined,
    elements: [],
    ownElements: [],
    substances: [],
    absentSubstances: [],
    printedNames: new Set(),
    wholeNames: new Set(),
    synonyms: new Set(),
    tokens: new Set(),
    isEmpty: true,
  },
  caughtBy: () => 'not-met',
  containsItem: () => 'unknown',
  excludedActivities: [],
};

export function allOf(children: readonly { readonly verdict: Verdict }[]): Verdict {
  if (children.some((child) => child.verdict === 'not-met')) return 'not-met';
  return children.some((child) => child.verdict === 'unknown') ? 'unknown' : 'met';
}

export function anyOf(children: readonly { readonly verdict: Verdict }[]): Verdict {
  if (children.some((child) => child.verdict === 'met')) return 'met';
  return children.some((child) => child.verdict === 'unknown') ? 'unknown' : 'not-met';
}

const JUDGED: Readonly<Record<Branch, (children: readonly EvaluatedNode[]) => Verdict>> = {
  allOf,
  anyOf,
  not: ([child]) => opposite(child?.verdict ?? 'unknown'),
};

function opposite(verdict: Verdict): Verdict {
  return verdict === 'met' ? 'not-met' : verdict === 'not-met' ? 'met' : 'unknown';
}

const WORDS: Readonly<Record<EvaluatedNode['kind'], Readonly<Record<Verdict, Bilingual>>>> = {
  allOf: {
    met: { zh: '各项条件均满足', en: 'all conditions are met' },
    'not-met': { zh: '至少一项条件不满足', en: 'at least one condition is not met' },
    unknown: { zh: '尚有条件不明', en: 'some conditions are not known' },
  },
  anyOf: {
    met: { zh: '至少一项条件满足', en: 'at least one of the conditions is met' },
    'not-met': { zh: '各项条件均不满足', en: 'none of the conditions is met' },
    unknown: { zh: '尚无条件满足，且有条件不明', en: 'none is met yet and some are not known' },
  },
  not: {
    met: { zh: '排除情形不成立', en: 'the excepted case does not apply' },
    'not-met': { zh: '属于排除情形', en: 'the excepted case applies' },
    unknown: { zh: '是否属于排除情形不明', en: 'whether the excepted case applies is not known' },
  },
  test: { met: { zh: '满足', en: 'met' }, 'not-met': { zh: '不满足', en: 'not met' }, unknown: { zh: '不明', en: 'not known' } },
};

/** An inner node with its children and its reason. */
export function branch(kind: Branch, verdict: Verdict, children: readonly EvaluatedNode[]): EvaluatedNode {
  return { kind, verdict, reason: WORDS[kind][verdict], margin: null, children };
}

/** A leaf that is settled by something other than a stated value: a place, a party, a statement. */
export function settled(verdict: Verdict, zh: string, en: string, property?: string): EvaluatedNode {
  return { kind: 'test', verdict, reason: { zh, en }, margin: null, ...(property === undefined ? {} : { property }) };
}

/** The tests that are unknown, in reading order. */
export function unknownTests(node: EvaluatedNode): EvaluatedNode[] {
  if (node.kind === 'test') return node.verdict === 'unknown' ? [node] : [];
  return (node.children ?? []).flatMap(unknownTests);
}

/** True when an unknown test of the property stands in the tree. */
export function turnsOn(node: EvaluatedNode, property: string): boolean {
  if (node.kind === 'test') return node.verdict === 'unknown' && node.property === property;
  return (node.children ?? []).some((child) => turnsOn(child, property));
}
