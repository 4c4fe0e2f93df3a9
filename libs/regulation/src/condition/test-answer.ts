// What one test answers, and the words that all tests share.
import type { Bilingual } from '#kernel';
import type { ConditionNode } from '../rulebook/law';
import type { Operator } from '../rulebook/words';
import { unitZh, type ChineseWords } from './chinese';
import type { Verdict } from './evaluated-node';

export type Test = ConditionNode & Required<Pick<ConditionNode, 'property' | 'op' | 'value' | 'unit'>>;

export interface Answer {
  readonly verdict: Verdict;
  readonly value?: string;
  readonly margin?: string | null;
  readonly because: Bilingual;
}

export const both = (zh: string, en: string): Bilingual => ({ zh, en });

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

const requirements = new WeakMap<Test, Bilingual>();

/** What the test asks, in words; said once for each test, since it does not depend on what is stated. */
export function requirement(test: Test, words: ChineseWords): Bilingual {
  const kept = requirements.get(test) ?? requirementInWords(test, words);
  requirements.set(test, kept);
  return kept;
}

function requirementInWords(test: Test, words: ChineseWords): Bilingual {
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

const notStatedAnswers = new WeakMap<Test, Answer>();

export function notStated(test: Test, words: ChineseWords): Answer {
  const kept = notStatedAnswers.get(test);
  if (kept) return kept;
  const asked = requirement(test, words);
  const answer: Answer = { verdict: 'unknown', because: both(`未说明（要求${asked.zh}）`, `not stated (asked: ${asked.en})`) };
  notStatedAnswers.set(test, answer);
  return answer;
}
