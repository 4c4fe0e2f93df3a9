// Tests of numbers and sizes: exact decimals, units converted, the margin to the limit.
import { decimal, decimalText, isDecimalText, type Decimal } from '#kernel';
import type { StatedValue } from './stated';
import { unitZh, type ChineseWords } from './chinese';
import { both, notStated, requirement, type Answer, type Test } from './test-answer';
import { convert, sameDimension, toBase } from './units';

export function numberTest(test: Test, stated: readonly StatedValue[], words: ChineseWords): Answer {
  const answers = stated.map((value) => oneNumber(test, value, words)).filter((answer) => answer !== null);
  const first = answers[0];
  if (!first) return notStated(test, words);
  if (answers.every((answer) => answer.verdict === first.verdict)) return first;
  return { verdict: 'unknown', because: both('所报数值相互矛盾', 'the stated values contradict each other') };
}

function oneNumber(test: Test, stated: StatedValue, words: ChineseWords): Answer | null {
  if (typeof stated.value === 'boolean' || !sameDimension(stated.unit, test.unit)) return null;
  const text = String(stated.value).trim();
  if (!isDecimalText(text)) return null;
  const value = decimal(text);
  const limits = (Array.isArray(test.value) ? test.value : [test.value]).map((limit) => decimal(limit as number));
  const own = convert(value, stated.unit, test.unit);
  const shown = decimalText(own);
  const asked = requirement(test, words);
  const verdict = limits.some((limit) => compare(toBase(value, stated.unit), test.op, toBase(limit, test.unit)))
    ? 'met'
    : 'not-met';
  const nearest = limits[0];
  const margin = nearest && limits.length === 1 ? signed(own.minus(nearest), test.unit) : null;
  const word = verdict === 'met' ? both('满足', 'meets') : both('不满足', 'does not meet');
  return {
    verdict,
    value: shown,
    margin,
    because: both(`${shown} ${unitZh(test.unit)}，${word.zh}“${asked.zh}”`, `${shown} ${test.unit} ${word.en} ${asked.en}`),
  };
}

function compare(value: Decimal, op: string, limit: Decimal): boolean {
  switch (op) {
    case '>':
      return value.gt(limit);
    case '>=':
      return value.gte(limit);
    case '<':
      return value.lt(limit);
    case '<=':
      return value.lte(limit);
    default:
      return value.eq(limit);
  }
}

function signed(difference: Decimal, unit: string): string {
  return `${difference.gt(0) ? '+' : ''}${decimalText(difference)} ${unit}`;
}

/** Edges of a block: both triples in falling order, each edge compared. */
export function sizeTest(test: Test, stated: readonly StatedValue[], words: ChineseWords): Answer {
  const value = stated[0];
  const edges = value ? edgesOf(String(value.value)) : null;
  if (!value || !edges || !test.edges || !sameDimension(value.unit, test.unit)) return notStated(test, words);
  const limits = [...test.edges].sort((a, b) => b - a).map((edge) => decimal(edge));
  const own = edges.map((edge) => convert(edge, value.unit, test.unit));
  const differences = limits.map((limit, i) => (own[i] ?? decimal(0)).minus(limit));
  const met = differences.every((difference) => compare(difference, test.op, decimal(0)));
  const shown = `${own.map(decimalText).join(' x ')} ${test.unit}`;
  const asked = requirement(test, words);
  return {
    verdict: met ? 'met' : 'not-met',
    value: own.map(decimalText).join(' x '),
    margin: differences.map((difference) => signed(difference, test.unit)).join(' / '),
    because: both(`${shown}，${met ? '满足' : '不满足'}“${asked.zh}”`, `${shown} ${met ? 'meets' : 'does not meet'} ${asked.en}`),
  };
}

function edgesOf(text: string): Decimal[] | null {
  const parts = text.split(/\s*[x×*]\s*/i).map((part) => part.trim());
  if (parts.length !== 3 || !parts.every(isDecimalText)) return null;
  return parts.map((part) => decimal(part)).sort((a, b) => b.cmp(a));
}
