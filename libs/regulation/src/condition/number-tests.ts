// Tests of numbers and sizes: exact decimals, units converted, the margin to the limit.
import { decimal, decimalText, isDecimalText, type Decimal } from '#kernel';
import type { EvaluatedNode } from './evaluated-node';
import type { StatedValue } from './stated';
import { unitZh } from './chinese';
import { both, requirement, type Answer, type ReadTest } from './test-answer';
import { convert, sameDimension, toBase } from './units';

/** What a test of values answers to the values stated. */
export type ValueTest = (stated: readonly StatedValue[]) => EvaluatedNode;

export function numberTest(read: ReadTest): ValueTest {
  const answerTo = oneNumber(read);
  const contradiction = read.say({
    verdict: 'unknown',
    because: both('所报数值相互矛盾', 'the stated values contradict each other'),
  });
  return (stated) => {
    const answers = stated.map(answerTo).filter((answer) => answer !== null);
    const first = answers[0];
    if (!first) return read.notStated;
    return answers.every((answer) => answer.verdict === first.verdict) ? read.say(first) : contradiction;
  };
}

/** Limits are brought to the base unit once; null for what is no number of the kind. */
function oneNumber({ test, words }: ReadTest): (stated: StatedValue) => Answer | null {
  const { op, unit } = test;
  const limits = (Array.isArray(test.value) ? test.value : [test.value]).map((limit) => decimal(limit as number));
  const baseLimits = limits.map((limit) => toBase(limit, unit));
  const only = limits.length === 1 ? limits[0] : undefined;
  const asked = requirement(test, words);
  const zh = unitZh(unit);
  return (stated) => {
    if (typeof stated.value === 'boolean' || !sameDimension(stated.unit, unit)) return null;
    const text = String(stated.value).trim();
    if (!isDecimalText(text)) return null;
    const value = decimal(text);
    const base = toBase(value, stated.unit);
    const own = convert(value, stated.unit, unit);
    const shown = decimalText(own);
    const met = baseLimits.some((limit) => compare(base, op, limit));
    return {
      verdict: met ? 'met' : 'not-met',
      value: shown,
      margin: only ? signed(own.minus(only), unit) : null,
      because: both(
        `${shown} ${zh}，${met ? '满足' : '不满足'}“${asked.zh}”`,
        `${shown} ${unit} ${met ? 'meets' : 'does not meet'} ${asked.en}`,
      ),
    };
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
export function sizeTest({ test, words, notStated, say }: ReadTest): ValueTest {
  const { op, unit } = test;
  const limits = [...(test.edges ?? [])].sort((a, b) => b - a).map((edge) => decimal(edge));
  const asked = requirement(test, words);
  return ([value]) => {
    const edges = value ? edgesOf(String(value.value)) : null;
    if (!value || !edges || limits.length === 0 || !sameDimension(value.unit, unit)) return notStated;
    const own = edges.map((edge) => convert(edge, value.unit, unit));
    const differences = limits.map((limit, i) => (own[i] ?? decimal(0)).minus(limit));
    const met = differences.every((difference) => compare(difference, op, decimal(0)));
    const shown = own.map(decimalText).join(' x ');
    return say({
      verdict: met ? 'met' : 'not-met',
      value: shown,
      margin: differences.map((difference) => signed(difference, unit)).join(' / '),
      because: both(
        `${shown} ${unit}，${met ? '满足' : '不满足'}“${asked.zh}”`,
        `${shown} ${unit} ${met ? 'meets' : 'does not meet'} ${asked.en}`,
      ),
    });
  };
}

function edgesOf(text: string): Decimal[] | null {
  const parts = text.split(/\s*[x×*]\s*/i).map((part) => part.trim());
  if (parts.length !== 3 || !parts.every(isDecimalText)) return null;
  return parts.map((part) => decimal(part)).sort((a, b) => b.cmp(a));
}
