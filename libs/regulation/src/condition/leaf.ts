// One test of a condition against what is stated: met, not met or unknown, with the margin where something was measured.
import type { ConditionNode } from '../rulebook/law';
import type { ChineseWords } from './chinese';
import { elementsOfFormula, namedElements } from './elements';
import type { EvaluatedNode, Verdict } from './evaluated-node';
import type { StatedItem } from './stated';
import { PREPOSITIONS, shareTellingWord, tokensOf, zhKey } from './phrases';
import { numberTest, sizeTest } from './number-tests';
import { both, limitText, notStated, type Answer, type Test } from './test-answer';

/** What a test may ask beside the stated item. */
export interface TestContext {
  readonly stated: StatedItem;
  readonly words: ChineseWords;
  /** Whether the item is caught by the entries of the code, which go first. */
  caughtBy(code: string): Verdict;
  /** Whether an item of the code is built in. */
  containsItem(code: string): Verdict;
  /** The activity that a statement takes out: no know-how of it is passed on. */
  readonly excludedActivities: readonly string[];
}

/** Evaluates one test. `named`: the printed name of the entry stands in the item's name. */
export function evaluateTest(node: ConditionNode, context: TestContext, named: boolean): EvaluatedNode {
  const test = node as Test;
  const answer = answerOf(test, context, named);
  const limit = limitText(test);
  const zh = context.words.property(test.property);
  return {
    kind: 'test',
    verdict: answer.verdict,
    reason: both(`${zh}：${answer.because.zh}`, `${test.property}: ${answer.because.en}`),
    margin: answer.margin ?? null,
    property: test.property,
    op: test.op,
    limit,
    ...(answer.value === undefined ? {} : { value: answer.value }),
    unit: test.unit,
  };
}

function answerOf(test: Test, context: TestContext, named: boolean): Answer {
  switch (test.property) {
    case 'element':
      return elementTest(test, context, named);
    case 'substance':
    case 'substance class':
      return substanceTest(test, context, named);
    case 'caught by':
      return codesTest(test, (code) => context.caughtBy(code), 'caught by');
    case 'contains item':
      return codesTest(test, (code) => context.containsItem(code), 'contains');
    case 'customs code':
      return customsTest(test, context);
    case 'size':
      return sizeTest(test, context.stated.values('size'), context.words);
    default:
      if (typeof test.value === 'number' || (Array.isArray(test.value) && typeof test.value[0] === 'number'))
        return numberTest(test, context.stated.values(test.property), context.words);
      if (typeof test.value === 'boolean') return yesNoTest(test, context);
      return wordTest(test, context, named);
  }
}

function yesNoTest(test: Test, { stated, words }: TestContext): Answer {
  const values = stated.values(test.property);
  const said = new Set(values.filter((value) => typeof value.value === 'boolean').map((value) => value.value));
  if (said.size === 0) return notStated(test, words);
  if (said.size > 1) return { verdict: 'unknown', because: both('所述相互矛盾', 'the statements contradict each other') };
  const met = said.has(test.value as boolean);
  const word = said.has(true) ? both('是', 'yes') : both('否', 'no');
  return { verdict: met ? 'met' : 'not-met', value: word.en, because: word };
}

function elementTest(test: Test, { stated, words }: TestContext, named: boolean): Answer {
  const symbols = test.value as readonly string[];
  const states = symbols.map((symbol) => stated.element(symbol));
  const list = symbols.join('、');
  const listEn = symbols.join(', ');
  const anyOf = test.op === 'contains-any';
  if (anyOf ? states.includes(true) : states.every((state) => state === true))
    return { verdict: 'met', value: stated.elements.join(', '), because: both(`含 ${list}`, `contains ${listEn}`) };
  if (anyOf ? states.every((state) => state === false) : states.includes(false)) {
    const missing = symbols.filter((_, i) => states[i] === false).join(', ');
    return { verdict: 'not-met', value: stated.elements.join(', '), because: both(`不含 ${missing}`, `contains no ${missing}`) };
  }
  if (named)
    return {
      verdict: 'met',
      because: both(`品名即列明名称，含 ${list}`, `the name is the printed name, so it contains ${listEn}`),
    };
  return notStated(test, words);
}

function substanceTest(test: Test, { stated, words }: TestContext, named: boolean): Answer {
  const wanted = Array.isArray(test.value) ? test.value.map(String) : [String(test.value as string)];
  const zh = (value: string) => words.value(test.property, value);
  const formulas = [...wanted, ...(test.examples ?? [])];
  const held = stated.substances.find((substance) => formulas.some((formula) => sameSubstance(formula, substance)));
  if (held) return { verdict: 'met', value: held, because: both(`含 ${zh(held)}`, `contains ${held}`) };
  const said = stated.values(test.property).find((value) => wanted.some((word) => isSubstance(String(value.value), word)));
  if (said)
    return {
      verdict: 'met',
      value: String(said.value),
      because: both(`品名为${zh(String(said.value))}`, `the name says ${String(said.value)}`),
    };
  if (named) return { verdict: 'met', because: both('品名即列明名称', 'the name is the printed name') };
  const isAbsent = (formula: string) =>
    stated.absentSubstances.some((absent) => sameSubstance(formula, absent)) ||
    (elementsOfFormula(formula) ?? namedElements(formula)).some((symbol) => stated.element(symbol) === false);
  if (formulas.every(isAbsent))
    return { verdict: 'not-met', because: both(`不含 ${wanted.map(zh).join('、')}`, `contains no ${wanted.join(', ')}`) };
  const other = stated.substances.find((substance) => explains(substance, formulas));
  if (other) return { verdict: 'not-met', value: other, because: both(`所含为 ${zh(other)}`, `what it contains is ${other}`) };
  return notStated(test, words);
}

/** The words name the substance; one with a further element (cadmium zinc telluride) is another substance. */
export function isSubstance(stated: string, wanted: string): boolean {
  if (sameWords(stated, wanted) !== 'met') return false;
  const asked = tokensOf(wanted);
  return tokensOf(stated).every((word) => !word.startsWith('@') || asked.includes(word));
}

/** True when the stated substance holds the same key elements (all but oxygen) as one of the formulas, and is another substance. */
function explains(substance: string, formulas: readonly string[]): boolean {
  const own = elementsOfFormula(substance);
  return (
    own !== null &&
    formulas.some((formula) => {
      const keys = (elementsOfFormula(formula) ?? []).filter((symbol) => symbol !== 'O');
      return keys.length > 0 && keys.every((symbol) => own.includes(symbol));
    })
  );
}

function sameSubstance(a: string, b: string): boolean {
  const key = (text: string) => text.normalize('NFKC').replace(/[\s·.]+/g, '');
  return key(a) === key(b);
}

function codesTest(test: Test, ask: (code: string) => Verdict, word: string): Answer {
  const codes = test.value as readonly string[];
  const verdicts = codes.map(ask);
  const list = codes.join(', ');
  if (verdicts.includes('met')) return { verdict: 'met', because: both(`属于 ${list}`, `${word} ${list}`) };
  if (verdicts.includes('unknown'))
    return { verdict: 'unknown', because: both(`是否属于 ${list} 尚不明确`, `whether ${list} applies is not known`) };
  return { verdict: 'not-met', because: both(`不属于 ${list}`, `not ${word} ${list}`) };
}

function customsTest(test: Test, { stated: { hsCode }, words }: TestContext): Answer {
  if (!hsCode) return notStated(test, words);
  const met = (test.value as readonly string[]).some(
    (code) => code === hsCode || (hsCode.length > 8 && code.length === 8 && hsCode.startsWith(code)),
  );
  return {
    verdict: met ? 'met' : 'not-met',
    value: hsCode,
    because: met
      ? both(`${hsCode} 在目录内`, `${hsCode} is in the catalogue`)
      : both(`${hsCode} 不在目录内`, `${hsCode} is not in the catalogue`),
  };
}

function wordTest(test: Test, { stated, words, excludedActivities }: TestContext, named: boolean): Answer {
  const wanted = Array.isArray(test.value) ? test.value.map(String) : [String(test.value as string)];
  const zh = (value: string) => words.value(test.property, value);
  const open = wanted.filter((word) => !(test.property === 'rare-earth activity' && excludedActivities.includes(word)));
  if (open.length === 0)
    return { verdict: 'not-met', because: both('已声明不转移该环节的技术', 'no know-how of that step is passed on, as stated') };
  const values = stated.values(test.property);
  const compare = test.property === 'product' ? sameProduct : USES.has(test.property) ? sameUse : sameWords;
  const verdicts = values.map((value) => ({ value, verdict: best(open.map((word) => compare(String(value.value), word))) }));
  const met = verdicts.find((row) => row.verdict === 'met');
  if (met)
    return {
      verdict: 'met',
      value: String(met.value.value),
      because: both(zh(String(met.value.value)), String(met.value.value)),
    };
  if (named) return { verdict: 'met', because: both('品名即列明名称', 'the name is the printed name') };
  const excludes = verdicts.filter((row) => row.value.by !== 'name' || test.property === 'material');
  if (excludes.length > 0 && verdicts.every((row) => row.verdict === 'not-met')) {
    const said = excludes.map((row) => String(row.value.value)).join(', ');
    return {
      verdict: 'not-met',
      value: said,
      because: both(
        `为${excludes.map((row) => zh(String(row.value.value))).join('、')}，非${wanted.map(zh).join('、')}`,
        `is ${said}, not ${wanted.join(' or ')}`,
      ),
    };
  }
  return notStated(test, words);
}

function best(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('met') ? 'met' : verdicts.includes('unknown') ? 'unknown' : 'not-met';
}

/** Like `sameWords`, but equipment for an ore is no ore: what the thing is stands before the first preposition. */
export function sameProduct(stated: string, wanted: string): Verdict {
  const verdict = sameWords(stated, wanted);
  const head = headOf(tokensOf(wanted)).at(-1);
  return verdict === 'met' && head !== undefined && !headOf(tokensOf(stated)).includes(head) ? 'not-met' : verdict;
}

/** Properties that people state in words of their own. */
const USES: ReadonlySet<string> = new Set(['intended use', 'purpose', 'function']);

/** Like `sameWords`, but words about the same thing that are not the printed ones settle nothing. */
export function sameUse(stated: string, wanted: string): Verdict {
  const verdict = sameWords(stated, wanted);
  return verdict === 'not-met' && shareTellingWord(stated, wanted) ? 'unknown' : verdict;
}

function headOf(tokens: readonly string[]): readonly string[] {
  const end = tokens.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word));
  return end < 0 ? tokens : tokens.slice(0, end);
}

/** met: the same or a narrower kind · unknown: a wider kind, or words of the other language · not-met: another kind. */
export function sameWords(stated: string, wanted: string): Verdict {
  const own = tokensOf(stated);
  const asked = tokensOf(wanted);
  if (own.length === 0 || asked.length === 0) {
    if (own.length !== asked.length) return 'unknown';
    const a = zhKey(stated);
    const b = zhKey(wanted);
    return a === b || a.includes(b) ? 'met' : b.includes(a) ? 'unknown' : 'not-met';
  }
  if (asked.every((word) => own.includes(word))) return 'met';
  return own.every((word) => asked.includes(word)) ? 'unknown' : 'not-met';
}
