// Condition trees in three values: met, not met, unknown. Unknown never becomes "not met".
import type { Bilingual } from '#kernel';
import type { ConditionNode } from '../rulebook/law';
import type { EvaluatedNode, Verdict } from './evaluated-node';
import { evaluateTest, type TestContext } from './leaf';
import { isIdentityTest, isSettledByName, type NamedBy } from './lexicon';

/**
 * The evaluated tree. `named`: the printed name of the entry stands in the item's name, which settles the words that every
 * path of the tree shares, never numbers and never a choice between alternatives.
 */
export function evaluateCondition(node: ConditionNode, context: TestContext, named: NamedBy = 'no'): EvaluatedNode {
  const substitute = (node.whenStated ?? []).find(
    ({ stated, unlessStated }) =>
      stated.every((word) => context.stated.values(word).length > 0) &&
      !(unlessStated ?? []).some((word) => context.stated.values(word).length > 0),
  );
  if (substitute) return evaluateCondition(substitute.use, context);
  if (node.allOf) {
    const children = node.allOf.map((child) => evaluateCondition(child, context, named));
    return branch('allOf', allOf(children), children);
  }
  if (node.anyOf) {
    const shared = node.anyOf.every((child) => isIdentityTest(child)) ? named : 'no';
    const children = node.anyOf.map((child) => evaluateCondition(child, context, shared));
    return branch('anyOf', anyOf(children), children);
  }
  if (node.not) {
    const child = evaluateCondition(node.not, context);
    return branch('not', opposite(child.verdict), [child]);
  }
  return evaluateTest(node, context, isSettledByName(node, named));
}

export function allOf(children: readonly { readonly verdict: Verdict }[]): Verdict {
  if (children.some((child) => child.verdict === 'not-met')) return 'not-met';
  return children.some((child) => child.verdict === 'unknown') ? 'unknown' : 'met';
}

export function anyOf(children: readonly { readonly verdict: Verdict }[]): Verdict {
  if (children.some((child) => child.verdict === 'met')) return 'met';
  return children.some((child) => child.verdict === 'unknown') ? 'unknown' : 'not-met';
}

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
export function branch(kind: 'allOf' | 'anyOf' | 'not', verdict: Verdict, children: readonly EvaluatedNode[]): EvaluatedNode {
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
