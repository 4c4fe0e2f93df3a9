// One test of a condition against what is stated: met, not met or unknown, with the margin where something was measured.
// A test is read once; what it says without a stated value is one and the same leaf for every item.
import type { ConditionNode } from '../rulebook/law';
import type { ChineseWords } from './chinese';
import { elementsOfFormula, namedElements } from './elements';
import type { EvaluatedNode, Verdict } from './evaluated-node';
import type { StatedItem } from './stated';
import { numberTest, sizeTest } from './number-tests';
import { both, readTest, type ReadTest, type Test } from './test-answer';
import { isSubstance, sameProduct, sameUse, sameWords } from './words-alike';

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

/** A test ready to be asked. `named`: the printed name of the entry stands in the item's name. */
export type AskedTest = (context: TestContext, named: boolean) => EvaluatedNode;

/** Reads one test of the law. Throws RangeError for a limit in an unknown unit. */
export function askedTest(node: ConditionNode, words: ChineseWords): AskedTest {
  const test = node as Test;
  const { property, value } = test;
  const read = readTest(test, words);
  switch (property) {
    case 'element':
      return elementTest(read);
    case 'substance':
    case 'substance class':
      return substanceTest(read);
    case 'caught by':
      return codesTest(read, 'caught by', (context, code) => context.caughtBy(code));
    case 'contains item':
      return codesTest(read, 'contains', (context, code) => context.containsItem(code));
    case 'customs code':
      return customsTest(read);
    case 'size':
      return ofValues(property, sizeTest(read));
    default:
      if (typeof value === 'number' || (Array.isArray(value) && typeof value[0] === 'number'))
        return ofValues(property, numberTest(read));
      return typeof value === 'boolean' ? yesNoTest(read) : wordTest(read);
  }
}

function ofValues(property: string, answer: ReturnType<typeof numberTest>): AskedTest {
  return ({ stated }) => answer(stated.values(property));
}

function yesNoTest({ test, notStated, say }: ReadTest): AskedTest {
  const asked = test.value as boolean;
  const answer = (said: boolean) =>
    say({
      verdict: said === asked ? 'met' : 'not-met',
      value: said ? 'yes' : 'no',
      because: said ? both('是', 'yes') : both('否', 'no'),
    });
  const [yes, no] = [answer(true), answer(false)];
  const contradiction = say({ verdict: 'unknown', because: both('所述相互矛盾', 'the statements contradict each other') });
  return ({ stated }) => {
    const values = stated.values(test.property);
    const isSaid = (word: boolean) => values.some(({ value }) => value === word);
    if (isSaid(true)) return isSaid(false) ? contradiction : yes;
    return isSaid(false) ? no : notStated;
  };
}

function elementTest({ test, notStated, say }: ReadTest): AskedTest {
  const symbols = test.value as readonly string[];
  const anyOf = test.op === 'contains-any';
  const list = symbols.join('、');
  const listEn = symbols.join(', ');
  const contained = both(`含 ${list}`, `contains ${listEn}`);
  const byName = say({
    verdict: 'met',
    because: both(`品名即列明名称，含 ${list}`, `the name is the printed name, so it contains ${listEn}`),
  });
  return ({ stated }, named) => {
    const isHeld = (symbol: string) => stated.element(symbol) === true;
    const isAbsent = (symbol: string) => stated.element(symbol) === false;
    if (anyOf ? symbols.some(isHeld) : symbols.every(isHeld))
      return say({ verdict: 'met', value: stated.elements.join(', '), because: contained });
    if (anyOf ? symbols.every(isAbsent) : symbols.some(isAbsent)) {
      const missing = symbols.filter(isAbsent).join(', ');
      return say({
        verdict: 'not-met',
        value: stated.elements.join(', '),
        because: both(`不含 ${missing}`, `contains no ${missing}`),
      });
    }
    return named ? byName : notStated;
  };
}

function substanceTest({ test, words, notStated, say }: ReadTest): AskedTest {
  const { property } = test;
  const wanted = Array.isArray(test.value) ? test.value.map(String) : [String(test.value as string)];
  const zh = (value: string) => words.value(property, value);
  const formulas = [...wanted, ...(test.examples ?? [])].map(readFormula);
  const keys = new Set(formulas.map(({ key }) => key));
  const byName = say({ verdict: 'met', because: NAMED });
  const absent = say({
    verdict: 'not-met',
    because: both(`不含 ${wanted.map(zh).join('、')}`, `contains no ${wanted.join(', ')}`),
  });
  return ({ stated }, named) => {
    const held = stated.substances.find((substance) => keys.has(substanceKey(substance)));
    if (held !== undefined) return say({ verdict: 'met', value: held, because: both(`含 ${zh(held)}`, `contains ${held}`) });
    const said = stated
      .values(property)
      .map(({ value }) => String(value))
      .find((value) => wanted.some((word) => isSubstance(value, word)));
    if (said !== undefined)
      return say({ verdict: 'met', value: said, because: both(`品名为${zh(said)}`, `the name says ${said}`) });
    if (named) return byName;
    const isAbsent = ({ key, elements }: Formula) =>
      stated.absentSubstances.some((substance) => substanceKey(substance) === key) ||
      elements.some((symbol) => stated.element(symbol) === false);
    if (formulas.every(isAbsent)) return absent;
    const other = stated.substances.find((substance) => explains(substance, formulas));
    if (other === undefined) return notStated;
    return say({ verdict: 'not-met', value: other, because: both(`所含为 ${zh(other)}`, `what it contains is ${other}`) });
  };
}

const NAMED = both('品名即列明名称', 'the name is the printed name');

/** A substance of the law by formula or name. */
interface Formula {
  readonly key: string;
  readonly elements: readonly string[];
  /** The elements of a formula by which substances are told apart: all but oxygen. */
  readonly keyElements: readonly string[];
}

function readFormula(text: string): Formula {
  const elements = elementsOfFormula(text);
  return {
    key: substanceKey(text),
    elements: elements ?? namedElements(text),
    keyElements: (elements ?? []).filter((symbol) => symbol !== 'O'),
  };
}

/** True when the stated substance holds the same key elements as one of the formulas, and is another substance. */
function explains(substance: string, formulas: readonly Formula[]): boolean {
  const own = elementsOfFormula(substance);
  return (
    own !== null &&
    formulas.some(({ keyElements }) => keyElements.length > 0 && keyElements.every((symbol) => own.includes(symbol)))
  );
}

function substanceKey(text: string): string {
  return text.normalize('NFKC').replace(/[\s·.]+/g, '');
}

function codesTest({ test, say }: ReadTest, word: string, ask: (context: TestContext, code: string) => Verdict): AskedTest {
  const codes = test.value as readonly string[];
  const list = codes.join(', ');
  const answers: Readonly<Record<Verdict, EvaluatedNode>> = {
    met: say({ verdict: 'met', because: both(`属于 ${list}`, `${word} ${list}`) }),
    unknown: say({ verdict: 'unknown', because: both(`是否属于 ${list} 尚不明确`, `whether ${list} applies is not known`) }),
    'not-met': say({ verdict: 'not-met', because: both(`不属于 ${list}`, `not ${word} ${list}`) }),
  };
  return (context) => answers[best(codes.map((code) => ask(context, code)))];
}

function customsTest({ test, notStated, say }: ReadTest): AskedTest {
  const codes = test.value as readonly string[];
  return ({ stated: { hsCode } }) => {
    if (!hsCode) return notStated;
    const met = codes.some((code) => code === hsCode || (hsCode.length > 8 && code.length === 8 && hsCode.startsWith(code)));
    return say({
      verdict: met ? 'met' : 'not-met',
      value: hsCode,
      because: met
        ? both(`${hsCode} 在目录内`, `${hsCode} is in the catalogue`)
        : both(`${hsCode} 不在目录内`, `${hsCode} is not in the catalogue`),
    });
  };
}

function wordTest({ test, words, notStated, say }: ReadTest): AskedTest {
  const { property } = test;
  const wanted = Array.isArray(test.value) ? test.value.map(String) : [String(test.value as string)];
  const zh = (value: string) => words.value(property, value);
  const compare = property === 'product' ? sameProduct : USES.has(property) ? sameUse : sameWords;
  const none = both(`非${wanted.map(zh).join('、')}`, `not ${wanted.join(' or ')}`);
  const byName = say({ verdict: 'met', because: NAMED });
  const excluded = say({
    verdict: 'not-met',
    because: both('已声明不转移该环节的技术', 'no know-how of that step is passed on, as stated'),
  });
  return ({ stated, excludedActivities }, named) => {
    const open = property === 'rare-earth activity' ? wanted.filter((word) => !excludedActivities.includes(word)) : wanted;
    if (open.length === 0) return excluded;
    const values = stated.values(property);
    const verdicts = values.map(({ value }) => best(open.map((word) => compare(String(value), word))));
    const met = values[verdicts.indexOf('met')];
    if (met) return say({ verdict: 'met', value: String(met.value), because: both(zh(String(met.value)), String(met.value)) });
    if (named) return byName;
    if (values.length === 0 || verdicts.includes('unknown')) return notStated;
    const said = values.filter(({ by }) => by !== 'name' || property === 'material').map(({ value }) => String(value));
    if (said.length === 0) return notStated;
    const list = said.join(', ');
    return say({
      verdict: 'not-met',
      value: list,
      because: both(`为${said.map(zh).join('、')}，${none.zh}`, `is ${list}, ${none.en}`),
    });
  };
}

function best(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('met') ? 'met' : verdicts.includes('unknown') ? 'unknown' : 'not-met';
}

/** Properties that people state in words of their own. */
const USES: ReadonlySet<string> = new Set(['intended use', 'purpose', 'function']);
