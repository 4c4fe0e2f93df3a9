// How the answers of the advice form become the advice, and at which field of the form each fault belongs.
import { LIMITS, type ApplicationItem } from '#licensing';
import type { FormAnswers } from './form-answers';
import { typedCode } from './typed-text';

/** Rows for conditions that the form shows at first, and how many "add" gives more. */
const FIRST_ROWS = 2;
const MORE_ROWS = 2;
const CONDITIONS = 'advice.conditions';

/** Rows for conditions to show: those answered, with more when they were asked for. */
export function conditionRows(answers: FormAnswers | null): number {
  if (!answers) return FIRST_ROWS;
  const more = answers.text('add') === CONDITIONS ? MORE_ROWS : 0;
  return Math.min(answers.rowCount(CONDITIONS, LIMITS.conditions) + more, LIMITS.conditions);
}

/** Name of the field for the authority's code of an item. */
export function adviceFieldOf(itemId: string): string {
  return `advice.items.${itemId}`;
}

/** The advice as answered; condition rows that are blank in both languages are left out. */
export function adviceInput(
  answers: FormAnswers,
  items: readonly ApplicationItem[],
  most: number,
): { given: object; placeOf: (at: string) => string } {
  const keptRows: number[] = [];
  const conditions: { zh: string; en: string }[] = [];
  for (let row = 0; row < answers.rowCount(CONDITIONS, most); row++) {
    const condition = { zh: answers.trimmed(`${CONDITIONS}.${row}.zh`), en: answers.trimmed(`${CONDITIONS}.${row}.en`) };
    if (!condition.zh && !condition.en) continue;
    keptRows.push(row);
    conditions.push(condition);
  }
  const advice = {
    recommendation: answers.text('advice.recommendation'),
    reasons: answers.text('advice.reasons'),
    conditions,
    items: items.map(({ id }) => ({ itemId: id, controlCode: typedCode(answers.text(adviceFieldOf(id))) })),
  };
  const placeOf = (at: string) => {
    const [, list, row, ...rest] = at.split('.');
    if (list === 'conditions' && row !== undefined) return [CONDITIONS, keptRows[Number(row)] ?? row, ...rest].join('.');
    const item = list === 'items' && row !== undefined ? items[Number(row)] : undefined;
    return item ? adviceFieldOf(item.id) : at;
  };
  return { given: { advice }, placeOf };
}
