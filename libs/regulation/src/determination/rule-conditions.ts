// Conditions of rules on paths of the input, in three values: a path that the input lacks is unknown, a statement not made is not met.
import { decimal, isDecimalText } from '#kernel';
import { allOf, anyOf } from '../condition/evaluate';
import type { Verdict } from '../condition/evaluated-node';
import type { RuleConditions } from '../rulebook/law';
import type { ListType } from '../rulebook/words';
import type { Finding } from './determination';
import type { ExportFacts } from './facts';
import type { ItemOutcome } from './item-findings';
import { isOnList } from './screen';
import type { Situation } from './situation';
import { codeCovers } from '../rulebook/stated-code';

export interface RuleSituation {
  readonly situation: Situation;
  readonly item: ItemOutcome;
  readonly findings: readonly Finding[];
  /** The status that heads without the rule; null when nothing heads. */
  readonly headline: string | null;
}

type Wanted = RuleConditions[string];

/** The verdict on all conditions; the paths that are unknown are added to `missing`. */
export function ruleVerdict(conditions: RuleConditions, on: RuleSituation, missing: string[]): Verdict {
  const lists = new Map<string, [string, Wanted][]>();
  const verdicts: Verdict[] = [];
  for (const [path, wanted] of Object.entries(conditions)) {
    const cut = path.lastIndexOf('[].');
    if (cut >= 0) {
      const list = path.slice(0, cut);
      lists.set(list, [...(lists.get(list) ?? []), [path.slice(cut + 3), wanted]]);
      continue;
    }
    const verdict = pathVerdict(path, wanted, on);
    if (verdict === 'unknown') missing.push(path);
    verdicts.push(verdict);
  }
  for (const [list, parts] of lists) {
    const rows = valuesAt(on.situation.facts, list.split(/\[\]\.?|\./));
    const each = rows
      .flat()
      .map((row) =>
        allOf(
          parts.map(([key, wanted]) => ({ verdict: valueVerdict((row as Record<string, unknown> | null)?.[key], wanted, on) })),
        ),
      );
    const verdict = each.length === 0 ? 'unknown' : anyOf(each.map((one) => ({ verdict: one })));
    if (verdict === 'unknown') missing.push(list);
    verdicts.push(verdict);
  }
  return allOf(verdicts.map((verdict) => ({ verdict })));
}

/** False for a path that the facts leave out: no rule on it can be met. */
export function isAnswered(path: string, facts: ExportFacts): boolean {
  if (path.startsWith('statement:') || path.startsWith('finding.')) return true;
  return valuesAt(facts, path.split(/\[\]\.?|\./)).some((value) => value !== undefined);
}

function pathVerdict(path: string, wanted: Wanted, on: RuleSituation): Verdict {
  if (path.startsWith('statement:'))
    return statementVerdict(path.slice('statement:'.length), String(wanted as string), on.situation);
  if (path.startsWith('finding.')) return findingVerdict(path, wanted, on);
  const values = valuesAt(on.situation.facts, path.split('.'));
  return valueVerdict(values[0], wanted, on);
}

function statementVerdict(predicate: string, subject: string, situation: Situation): Verdict {
  const said = situation.statements(predicate, subject === 'party:*' ? 'party:' : subject).length > 0;
  if (said) return 'met';
  const list: Readonly<Record<string, ListType>> = { 'on-watch-list': 'watch', 'parent-on-control-list': 'control' };
  const type = list[predicate];
  if (!type) return 'not-met';
  const names = subject === 'party:*' ? (situation.facts.parties ?? []).flatMap((party) => [party.name, party.nameZh]) : [];
  return names.some((name) => name !== undefined && isOnList(name, [type], situation)) ? 'met' : 'not-met';
}

function findingVerdict(path: string, wanted: Wanted, on: RuleSituation): Verdict {
  const { situation, item, findings, headline } = on;
  if (path === 'finding.controlled') return wanted === true ? item.controlled : negated(item.controlled);
  if (path === 'finding.dualUseTechnology') {
    const met = item.metCodes.some((code) => /^\dE/.test(code)) && item.controlled === 'met';
    return met === wanted ? 'met' : 'not-met';
  }
  if (path === 'finding.headline') return valueVerdict(headline ?? 'not-controlled', wanted, on);
  if (path === 'finding.controlCodes') return anyOf(item.metCodes.map((code) => ({ verdict: valueVerdict(code, wanted, on) })));
  if (path === 'finding.measureMet')
    return findings.some(
      (finding) =>
        finding.heads && finding.conditions?.verdict === 'met' && (wanted as readonly string[]).includes(finding.measure),
    )
      ? 'met'
      : 'not-met';
  if (path.startsWith('finding.measureState:'))
    return situation.law.measure(path.slice('finding.measureState:'.length))?.state === wanted ? 'met' : 'not-met';
  return headingStates(on).includes(String(wanted as string)) ? 'met' : 'not-met';
}

/** States of the measures that list the heading asked about, or the item. */
function headingStates({ situation, item }: RuleSituation): string[] {
  const sought = (situation.facts.procedure as { headingSought?: unknown } | undefined)?.headingSought;
  if (typeof sought === 'string')
    return situation.law.measures
      .filter(
        (place) =>
          place.measure.controlHeading === sought ||
          place.entries.some((row) => row.entry.controlCode && codeCovers(sought, row.entry.controlCode)),
      )
      .map((place) => place.state);
  return item.metEntries.map((row) => row.place.state);
}

function valueVerdict(value: unknown, wanted: Wanted, on: RuleSituation): Verdict {
  if (value === undefined || value === null) return 'unknown';
  if (Array.isArray(wanted)) return wanted.includes(String(value as string)) ? 'met' : 'not-met';
  if (typeof wanted !== 'object') return value === wanted ? 'met' : 'not-met';
  return allOf(Object.entries(wanted).map(([operator, limit]) => ({ verdict: operatorVerdict(value, operator, limit, on) })));
}

function operatorVerdict(value: unknown, operator: string, limit: unknown, on: RuleSituation): Verdict {
  const text = String(value as string);
  const is = (met: boolean): Verdict => (met ? 'met' : 'not-met');
  switch (operator) {
    case 'in':
      return is((limit as string[]).includes(text));
    case 'not-in':
      return is(!(limit as string[]).includes(text));
    case 'ends-with':
      return is((limit as string[]).some((word) => text === word || text.endsWith(` ${word}`)));
    case 'on-list':
      return is(isOnList(text, limit as ListType[], on.situation));
    case 'differs-from':
    case 'after': {
      const other = valuesAt(on.situation.facts, String(limit as string).split('.'))[0];
      if (other === undefined || other === null) return 'unknown';
      return is(operator === 'after' ? text > String(other as string) : text !== String(other as string));
    }
    default: {
      if (!isDecimalText(text)) return 'unknown';
      const difference = decimal(text).cmp(decimal(limit as number));
      return is(
        operator === '>'
          ? difference > 0
          : operator === '>='
            ? difference >= 0
            : operator === '<'
              ? difference < 0
              : difference <= 0,
      );
    }
  }
}

/** Values at a path; arrays on the way are walked through. */
function valuesAt(root: unknown, path: readonly string[]): unknown[] {
  let here: unknown[] = [root];
  for (const key of path.filter(Boolean))
    here = here
      .flat()
      .map((value) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined));
  return here.filter((value) => value !== undefined);
}

function negated(verdict: Verdict): Verdict {
  return verdict === 'met' ? 'not-met' : verdict === 'not-met' ? 'met' : 'unknown';
}
