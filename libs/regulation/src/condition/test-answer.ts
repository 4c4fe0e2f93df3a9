// What one test answers, and the words that all tests share.
import type { Bilingual } from '#kernel';
import type { ConditionNode } from '../rulebook/law';
import type { Operator } from '../rulebook/words';
import { unitZh, type ChineseWords } from './chinese';
import type { EvaluatedNode, Verdict } from './evaluated-node';

export type Test = ConditionNode & Required<Pick<ConditionNode, 'property' | 'op' | 'value' | 'unit'>>;

export interface Answer {
  readonly verdict: Verdict;
  readonly value?: string;
  readonly margin?: string | null;
  readonly because: Bilingual;
}

/** A test with all that does not depend on what is stated: its words, read once, and its answer where nothing is stated. */
export interface ReadTest {
  readonly test: Test;
  readonly words: ChineseWords;
  readonly notStated: EvaluatedNode;
  /** The answer as a leaf of the evaluated tree. */
  say(answer: Answer): EvaluatedNode;
}

export const both = (zh: string, en: string): Bilingual => ({ zh, en });

export function readTest(test: Test, words: ChineseWords): ReadTest {
  const { property, op, unit } = test;
  const limit = limitText(test);
  const zh = words.property(property);
  const asked = requirement(test, words);
  const say = ({ verdict, because, value, margin = null }: Answer): EvaluatedNode => {
    const reason = both(`${zh}：${because.zh}`, `${property}: ${because.en}`);
    return value === undefined
      ? { kind: 'test', verdict, reason, margin, property, op, limit, unit }
      : { kind: 'test', verdict, reason, margin, property, op, limit, value, unit };
  };
  const notStated = both(`未说明（要求${asked.zh}）`, `not stated (asked: ${asked.en})`);
  return { test, words, notStated: say({ verdict: 'unknown', because: notStated }), say };
}

export function limitText(test: Test): string {
  return Array.isArray(test.value) ? test.value.map(String).join(', ') : String(test.value as string | number | boolean);
}

const OPERATOR_WORDS: Readonly<Record<Operator, Bilingual>> = {
  '>': { zh: '大于', en: '>' },
  '>=': { zh: '大于或等于', en: '>=' },
  '<': { zh: '小于', en: '<' },
  '<=': { zh: '小于或等于', en: '<=' },
  '=': { zh: '为', en: '=' },
  in: { zh: '为下列之一：', en: 'one of' },
  contains: { zh: '含有', en: 'contains' },
  'contains-any': { zh: '含有下列之一：', en: 'contains any of' },
};

const YES_NO: Readonly<Record<string, Bilingual>> = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } };

/** What the test asks, in words. */
export function requirement(test: Test, words: ChineseWords): Bilingual {
  const operator = OPERATOR_WORDS[test.op];
  const yesNo = YES_NO[String(test.value as unknown)];
  if (yesNo) return { zh: `为${yesNo.zh}`, en: yesNo.en };
  const values = Array.isArray(test.value) ? test.value : [test.value];
  const isNumber = values.every((value) => typeof value === 'number');
  const measured = isNumber || test.edges !== undefined;
  const zh = values.map((value) => (measured ? String(value) : words.value(test.property, String(value)))).join('、');
  return {
    zh: `${operator.zh}${measured ? ` ${zh} ${unitZh(test.unit)}` : zh}`,
    en: `${operator.en} ${limitText(test)}${measured ? ` ${test.unit}` : ''}`,
  };
}
