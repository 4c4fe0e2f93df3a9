// Rules that reach what no list names: known risks (Export Control Law art. 12, unmanned aircraft) and help to rare-earth activity abroad.
import { allOf, branch, settled } from '../condition/evaluate';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import { measureName } from '../rulebook/measure-words';
import type { MeasureOnDay } from '../rulebook/rulebook';
import type { Finding } from './determination';
import { MILITARY_FLAGS, RARE_EARTH_ABROAD, RISK_FLAGS } from './end-use-flags';
import { findingOf } from './finding';
import type { ItemOutcome } from './item-findings';
import { isBoundBy, type Situation } from './situation';
import { refsOf } from './statement-words';
import { riskZh } from './words-zh';

/** Flags of an end use that are risks of proliferation, terrorism or harm. */

export function catchAllFindings(situation: Situation, item: ItemOutcome): Finding[] {
  return situation.law.measures
    .filter((place) => place.measure.kind === 'end-use' && place.state !== 'ended' && isBoundBy(place, situation))
    .flatMap((place) => catchAll(place, situation, item));
}

function catchAll(place: MeasureOnDay, situation: Situation, item: ItemOutcome): Finding[] {
  const { scope } = place.measure;
  const uncontrolled = settled(
    opposite(item.controlled),
    item.controlled === 'met' ? '已列入清单，适用清单规定' : '未列入已录入的清单',
    item.controlled === 'met' ? 'it is listed, so the list applies' : 'in no loaded list',
    'listed',
  );
  const nodes = scope.risks ? riskNodes(place, situation) : activityNodes(place, situation);
  if (!nodes) return [];
  const children = [uncontrolled, ...nodes];
  const conditions = branch('allOf', allOf(children), children);
  if (conditions.verdict === 'not-met') return [];
  return [
    findingOf({
      regime: 'catch-all',
      place,
      verdict: conditions.verdict,
      alleged: true,
      ...measureName(place.measure),
      reasons: children.map((child) => child.reason),
      conditions,
      rows: [place.measure.id],
    }),
  ];
}

/** Null when the facts allege no such risk. */
function riskNodes({ measure }: MeasureOnDay, situation: Situation): EvaluatedNode[] | null {
  const { items, risks } = measure.scope;
  const nodes: EvaluatedNode[] = [];
  if (items !== undefined) {
    const words = (Array.isArray(items) ? items : [items]).join(' ').toLowerCase();
    if (!situation.stated.values('product').some((value) => words.includes(String(value.value).toLowerCase()))) return null;
    nodes.push(settled('met', '属于该规则所指产品', 'a product of the kind that the rule names', 'product'));
  }
  const military = (risks ?? []).some((risk) => /military/i.test(risk));
  const flags = (situation.facts.endUse?.flags ?? []).filter(
    (flag) => RISK_FLAGS.includes(flag) || (military && MILITARY_FLAGS.includes(flag)),
  );
  const known = knowledge(situation).filter((ref) => ref !== RARE_EARTH_ABROAD);
  if (flags.length === 0 && known.length === 0) return null;
  const named = [...new Set([...flags, ...known])];
  nodes.push(settled('met', `所述风险：${named.map(riskZh).join('、')}`, `the risk stated: ${named.join(', ')}`, 'risk'));
  nodes.push(
    known.length > 0
      ? settled('met', '出口商知悉或已被告知', 'the exporter knows of it or was told', 'trigger')
      : settled(
          'unknown',
          '出口商是否知悉须由人判断',
          'whether the exporter knows or should know is for a person to judge',
          'trigger',
        ),
  );
  return nodes;
}

/** Help to an activity abroad that a standing rule names; null when the facts allege none. */
function activityNodes({ measure }: MeasureOnDay, situation: Situation): EvaluatedNode[] | null {
  const { standard, destinations } = measure.scope;
  const assistance = destinations === 'rare-earth activity abroad';
  if (measure.legalEffect !== 'licence-required' || (standard !== 'knows' && !assistance)) return null;
  const flagged = (situation.facts.endUse?.flags ?? []).includes(RARE_EARTH_ABROAD);
  const carriedOn = situation.statements('carries-on-abroad').length > 0;
  if (!flagged && !carriedOn) return null;
  const activity = settled('met', '用于境外稀土活动', 'serves rare-earth activity abroad', 'activity');
  if (assistance)
    return situation.stated.kind === 'service' ? [activity, settled('met', '提供服务', 'help by a service', 'help')] : null;
  const known = knowledge(situation).includes(RARE_EARTH_ABROAD);
  return [
    activity,
    known
      ? settled('met', '出口商知悉或已被告知', 'the exporter knows of it or was told', 'trigger')
      : settled('unknown', '出口商是否知悉须由人判断', 'whether the exporter knows is for a person to judge', 'trigger'),
  ];
}

function knowledge({ statements }: Situation): string[] {
  return [...statements('knows-of'), ...statements('was-told-of')].flatMap(refsOf);
}

function opposite(verdict: Verdict): Verdict {
  return verdict === 'met' ? 'not-met' : verdict === 'not-met' ? 'met' : 'unknown';
}
