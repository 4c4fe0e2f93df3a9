// What one test answers, and the words that all tests share.
import type { Bilingual } from '#kernel';
import type { ConditionNode } from '../rulebook/law';
import { valueZh } from './chinese';
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

export function limitZh(test: Test): string {
  return Array.isArray(test.value) ? test.value.map((word) => valueZh(String(word))).join('、') : valueZh(limitText(test));
}

export const notStated = (test: Test): Answer => ({
  verdict: 'unknown',
  because: both(`未说明（要求 ${test.op} ${limitZh(test)}）`, `not stated (asked: ${test.op} ${limitText(test)})`),
});
