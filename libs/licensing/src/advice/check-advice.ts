// Whether an advice can be recorded: one line for each item, and with each verdict what it needs and nothing beside it.
import type { Fault } from '#kernel';
import { isControlCode } from '../application/check-content';
import { LIMITS } from '../application/content';
import { textMissing, textTooLong } from '../application/text-faults';
import { favoursLicence, REVIEW_FACTORS, type AdviceLevel, type AdviceLine } from './advice';

/** Whether the code may stand for the item: an entry of the loaded law on the day of the act, or read in an edition that the application names. */
export type CodeKnown = (controlCode: string, itemId: string) => boolean;

/** Whether the authority compared the item, as it was filed, with the official list. */
export type Compared = (itemId: string) => boolean;

/** Everything that keeps the lines from being recorded at the level: lines in the order given, then items without one. `at` is `advice.lines.<itemId>.<field>`. */
export function checkAdvice(
  lines: readonly AdviceLine[],
  itemIds: readonly string[],
  level: AdviceLevel,
  codeKnown: CodeKnown,
  compared: Compared,
): Fault[] {
  if (lines.length > LIMITS.items) return [{ code: 'list-too-long', at: 'advice.lines', facts: { max: LIMITS.items } }];
  const known = new Set(itemIds);
  const seen = new Set<string>();
  const faults = lines.flatMap((line): Fault[] => {
    const { itemId } = line;
    const at = `advice.lines.${itemId}`;
    if (!known.has(itemId)) return [{ code: 'item-not-found', at, facts: { itemId } }];
    if (seen.has(itemId)) return [{ code: 'item-advised-twice', at, facts: { itemId } }];
    seen.add(itemId);
    return [...checkLine(line, at, level, codeKnown), ...checkNo(line, at, level, compared)];
  });
  const without = itemIds.filter((itemId) => !seen.has(itemId));
  return [
    ...faults,
    ...without.map((itemId) => ({ code: 'item-without-advice', at: `advice.lines.${itemId}`, facts: { itemId } })),
  ];
}

function checkLine(line: AdviceLine, at: string, level: AdviceLevel, codeKnown: CodeKnown): Fault[] {
  return [
    ...(line.verdict === 'refer' && level === 'final' ? [{ code: 'refer-not-final', at: `${at}.verdict` }] : []),
    ...checkCode(line, `${at}.controlCode`, codeKnown),
    ...checkConditions(line, `${at}.conditions`),
    ...checkCriteria(line, `${at}.criteria`),
    ...checkReason(line, `${at}.reason`),
  ];
}

/** No list is loaded whole: that an item is on none, a person has to have looked up. */
function checkNo({ itemId, verdict }: AdviceLine, at: string, level: AdviceLevel, compared: Compared): Fault[] {
  if (verdict !== 'not-controlled' || level !== 'final' || compared(itemId)) return [];
  return [{ code: 'item-not-compared', at: `${at}.verdict`, facts: { itemId } }];
}

function checkCode({ itemId, verdict, controlCode }: AdviceLine, at: string, codeKnown: CodeKnown): Fault[] {
  if (!favoursLicence(verdict) && verdict !== 'refuse')
    return controlCode ? [{ code: 'code-not-for-this', at, facts: { verdict } }] : [];
  if (!controlCode) return [{ code: 'item-without-code', at, facts: { itemId } }];
  if (!isControlCode(controlCode)) return [{ code: 'control-code-malformed', at, facts: { value: controlCode } }];
  return codeKnown(controlCode, itemId) ? [] : [{ code: 'unknown-control-code', at, facts: { value: controlCode } }];
}

function checkConditions({ verdict, conditions }: AdviceLine, at: string): Fault[] {
  if (verdict !== 'approve-with-conditions')
    return conditions.length > 0 ? [{ code: 'conditions-not-for-this', at, facts: { recommendation: verdict } }] : [];
  if (conditions.length === 0) return [{ code: 'no-condition', at }];
  return [
    ...tooMany(conditions, at, LIMITS.conditions),
    ...conditions
      .slice(0, LIMITS.conditions)
      .flatMap(({ zh, en }, index) => [
        ...textMissing(zh, `${at}.${index}.zh`),
        ...textTooLong(zh, `${at}.${index}.zh`, LIMITS.longText),
        ...textMissing(en, `${at}.${index}.en`),
        ...textTooLong(en, `${at}.${index}.en`, LIMITS.longText),
      ]),
  ];
}

function checkCriteria({ verdict, criteria }: AdviceLine, at: string): Fault[] {
  if (verdict !== 'refuse') return criteria.length > 0 ? [{ code: 'criteria-not-for-this', at, facts: { verdict } }] : [];
  return criteria.length === 0 ? [{ code: 'field-missing', at }] : tooMany(criteria, at, REVIEW_FACTORS.length);
}

function checkReason({ verdict, reason }: AdviceLine, at: string): Fault[] {
  return [...(favoursLicence(verdict) ? [] : textMissing(reason, at)), ...textTooLong(reason, at, LIMITS.reason)];
}

function tooMany(rows: readonly unknown[], at: string, max: number): Fault[] {
  return rows.length > max ? [{ code: 'list-too-long', at, facts: { max } }] : [];
}
