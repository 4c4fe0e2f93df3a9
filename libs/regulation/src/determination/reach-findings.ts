// Reach abroad (No. 61 of 2025 and what is built like it): built-in content, Chinese technology, Chinese origin; parties and uses that change the answer.
import { decimal, decimalText } from '#kernel';
import { chineseWords } from '../condition/chinese';
import { allOf, branch, evaluateCondition, settled } from '../condition/evaluate';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import { statedItem } from '../condition/stated';
import { toBase } from '../condition/units';
import { measureName } from '../rulebook/measure-words';
import type { MeasureOnDay } from '../rulebook/rulebook';
import { candidateSources } from './candidates';
import { classify } from './classify';
import { militaryUse, militaryUser } from './destination-findings';
import type { Finding } from './determination';
import { RISK_FLAGS } from './end-use-flags';
import type { ContentFacts } from './facts';
import { findingOf } from './finding';
import { screenNames } from './screen';
import { isAbroad, isOfChineseOrigin, type Situation } from './situation';
import { refsOf } from './statement-words';
import { riskZh } from './words-zh';

export function reachFindings(situation: Situation): Finding[] {
  const limbs = situation.law.measures.filter(isLimb);
  if (limbs.length === 0) return [];
  const notices = duties(situation, limbs);
  if (!isAbroad(situation) || situation.facts.item === undefined) return notices;
  const found = limbs.flatMap((place) => limbFinding(place, situation));
  const operating = found.filter((finding) => finding.conditions?.verdict === 'met' && finding.heads);
  if (operating.length === 0) return [...found, ...notices];
  const instruments = new Set(operating.map((finding) => finding.instrument));
  const changes = situation.law.measures
    .filter((place) => instruments.has(place.instrument.id) && place.state !== 'ended')
    .flatMap((place) => changeFinding(place, situation));
  const exempt = changes.some((finding) => finding.status === 'exempt-with-report');
  return [
    ...found.map((finding) => (exempt ? { ...finding, heads: finding.heads && finding.status !== 'licence-required' } : finding)),
    ...changes,
    ...notices,
  ];
}

function isLimb({ measure, state }: MeasureOnDay): boolean {
  return (
    (measure.kind === 'de-minimis' || measure.kind === 'foreign-produced') &&
    measure.legalEffect === 'licence-required' &&
    measure.entries.length > 0 &&
    state !== 'ended'
  );
}

/** The part of the annex under which the item comes by its own entries or by statement; null when none is known. */
function annexOf(place: MeasureOnDay, situation: Situation, parts: readonly string[]): EvaluatedNode & { rows: string[] } {
  const said = situation
    .statements('falls-under', 'item')
    .some((row) =>
      refsOf(row).some((ref) => ref.startsWith(place.instrument.id) && parts.some((part) => ref.endsWith(`part ${part}`))),
    );
  if (said) return { ...settled('met', '声明属于附件所列物项', 'stated to stand in the annex', 'annex'), rows: [] };
  const entries = classify(situation, (other) => other.measure.id === place.measure.id).filter(
    (row) => row.row.entry.part !== undefined && parts.includes(row.row.entry.part),
  );
  const best = entries.find((row) => row.verdict === 'met') ?? entries.find((row) => row.verdict === 'unknown');
  const verdict: Verdict = best?.verdict ?? 'not-met';
  const name = best ? best.row.entry : { nameZh: '', nameEn: '' };
  const node =
    verdict === 'not-met'
      ? settled('not-met', '不属于附件所列物项（限已录入部分）', 'no item of the annex, as far as it is loaded', 'annex')
      : settled(
          verdict,
          verdict === 'met' ? `属于附件：${name.nameZh}` : `是否属于附件：${name.nameZh}`,
          verdict === 'met' ? `in the annex: ${name.nameEn}` : `may be in the annex: ${name.nameEn}`,
          'annex',
        );
  return { ...node, rows: best ? [best.row.id] : [] };
}

function limbFinding(place: MeasureOnDay, situation: Situation): Finding[] {
  const { measure } = place;
  const byContent = measure.kind === 'de-minimis';
  const byTechnology = !byContent && /technology/i.test(measure.what);
  const annex = annexOf(place, situation, byContent ? ['2'] : ['1', '2']);
  if (annex.verdict === 'not-met') return [];
  const children = byContent
    ? [annex, foreignMade(situation), shareNode(place, situation)]
    : byTechnology
      ? [annex, foreignMade(situation), technologyNode(situation)]
      : [annex, originNode(situation)];
  const conditions = branch('allOf', allOf(children), children);
  const alleged = !byTechnology || (situation.facts.item?.madeWithTechnology ?? []).length > 0;
  return [
    findingOf({
      regime: 'reach-abroad',
      place,
      verdict: conditions.verdict,
      alleged,
      ...measureName(measure),
      reasons: children.map((child) => child.reason),
      conditions,
      rows: [measure.id, ...annex.rows],
      confidence: annex.rows.length > 0 ? ['secondary'] : [],
    }),
  ];
}

function originNode(situation: Situation): EvaluatedNode {
  const chinese = isOfChineseOrigin(situation);
  if (chinese === undefined) return settled('unknown', '原产地未说明', 'the origin is not stated', 'origin');
  return settled(
    chinese ? 'met' : 'not-met',
    chinese ? '原产于中国' : '非原产于中国',
    chinese ? 'of Chinese origin' : 'not of Chinese origin',
    'origin',
  );
}

function foreignMade({ facts }: Situation): EvaluatedNode {
  const place = facts.item?.madeIn ?? facts.item?.origin;
  if (place === undefined) return settled('unknown', '生产地未说明', 'where it was made is not stated', 'made in');
  return settled(place === 'CN' ? 'not-met' : 'met', `生产于 ${place}`, `made in ${place}`, 'made in');
}

function technologyNode({ facts, statements }: Situation): EvaluatedNode {
  if (statements('made-without-chinese-technology').length > 0)
    return settled('not-met', '声明未使用中国技术', 'stated to be made without Chinese technology', 'technology');
  const used = facts.item?.madeWithTechnology ?? [];
  if (used.some((row) => row.origin === 'CN'))
    return settled('met', '使用原产于中国的技术生产', 'made with technology of Chinese origin', 'technology');
  if (used.length > 0 && used.every((row) => row.origin !== undefined))
    return settled('not-met', '所用技术非原产于中国', 'the technology used is not of Chinese origin', 'technology');
  return settled('unknown', '未说明所用技术的来源', 'the origin of the technology used is not stated', 'technology');
}

/** The value of all Chinese Part 1 content against the limit, not rounded. */
function shareNode(place: MeasureOnDay, situation: Situation): EvaluatedNode {
  const { threshold } = place.measure;
  if (!threshold) return settled('unknown', '比例限值不明', 'the limit of the share is not known', 'value share');
  if (situation.statements('contains-no-chinese-content').length > 0)
    return settled('not-met', '声明不含中国成分', 'stated to hold no Chinese content', threshold.property);
  const counted = (situation.facts.item?.contents ?? []).filter(
    (content) => content.origin === 'CN' && isPartOne(content, place, situation),
  );
  if (counted.length === 0) {
    const open = (situation.facts.item?.contents ?? []).length === 0;
    return open
      ? settled('unknown', '未说明所含中国成分', 'Chinese content is not stated', threshold.property)
      : settled('not-met', '不含附件第一部分的中国成分', 'no Chinese content of Part 1 is stated', threshold.property);
  }
  if (counted.some((content) => content.valuePercent === undefined))
    return settled('unknown', '成分价值比例未说明', 'the value share of the content is not stated', threshold.property);
  const share = counted.reduce((sum, content) => sum.plus(decimal(content.valuePercent ?? 0)), decimal(0));
  const limit = decimal(threshold.value);
  const met = threshold.op === '>' ? toBase(share, '%').gt(limit) : share.gte(limit);
  const margin = share.minus(limit);
  return {
    kind: 'test',
    verdict: met ? 'met' : 'not-met',
    reason: {
      zh: `中国成分占价值 ${decimalText(share)} %，${met ? '达到' : '未达到'}限值（${threshold.op === '>' ? '大于' : '大于或等于'} ${threshold.value} %）`,
      en: `Chinese content is ${decimalText(share)} % of the value, which ${met ? 'meets' : 'does not meet'} ${threshold.op} ${threshold.value} %`,
    },
    margin: `${margin.gt(0) ? '+' : ''}${decimalText(margin)} ${threshold.unit}`,
    property: threshold.property,
    op: threshold.op,
    limit: String(threshold.value),
    value: decimalText(share),
    unit: threshold.unit,
  };
}

function isPartOne(content: ContentFacts, place: MeasureOnDay, situation: Situation): boolean {
  const said = situation
    .statements('falls-under')
    .some(
      (row) =>
        row.about === `content:${content.name ?? ''}` &&
        refsOf(row).some((ref) => ref.startsWith(place.instrument.id) && ref.endsWith('part 1')),
    );
  if (said) return true;
  const stated = statedItem(
    situation.rulebook,
    { ...(content.name ? { name: content.name } : {}), ...(content.nameZh ? { nameZh: content.nameZh } : {}) },
    undefined,
    [],
  );
  return place.entries.some(
    (row) => row.entry.part === '1' && candidateSources(row, place.measure, stated).includes('printed-name'),
  );
}

/** Paragraphs that change the answer once a limb operates: parties, uses, case-by-case review, humanitarian exemption. */
function changeFinding(place: MeasureOnDay, situation: Situation): Finding[] {
  const { measure } = place;
  const node = changeNode(place, situation);
  if (measure.kind !== 'end-use' || !node || (node.verdict === 'not-met' && measure.legalEffect !== 'exempt-with-report'))
    return [];
  return [
    findingOf({
      regime: 'reach-abroad',
      place,
      verdict: node.verdict,
      alleged: false,
      ...measureName(measure),
      reasons: [node.reason],
      conditions: node,
      rows: [measure.id],
    }),
  ];
}

function changeNode({ measure }: MeasureOnDay, situation: Situation): EvaluatedNode | null {
  const flags = situation.facts.endUse?.flags ?? [];
  if (measure.scope.parties) {
    const listed = screenNames(
      (situation.facts.parties ?? []).flatMap((party) => [party.name, party.nameZh]),
      situation,
    ).some(
      (hit) =>
        hit.match === 'exact' &&
        hit.place.state === 'in-force' &&
        ['control', 'watch'].includes(hit.place.measure.listType ?? ''),
    );
    return listed
      ? settled('met', '当事方在管控名单或关注名单', 'a party stands on the control or watch list', 'parties')
      : militaryUser(situation).node;
  }
  if (measure.parameters) {
    const context = {
      stated: situation.stated,
      words: chineseWords(situation.rulebook),
      caughtBy: () => 'not-met' as const,
      containsItem: () => 'not-met' as const,
      excludedActivities: [],
    };
    return evaluateCondition(measure.parameters, context);
  }
  if (measure.legalEffect === 'exempt-with-report')
    return settled(flags.includes('humanitarian') ? 'met' : 'not-met', '人道主义用途', 'a humanitarian use', 'end use');
  return measure.legalEffect === 'denial-presumption' ? harmfulUse(situation) : null;
}

/** Weapons of mass destruction and their delivery, terrorism, or a military use. */
function harmfulUse(situation: Situation): EvaluatedNode {
  const risks = (situation.facts.endUse?.flags ?? []).filter((flag) => RISK_FLAGS.includes(flag));
  if (risks.length === 0) return militaryUse(situation).node;
  return settled('met', `所述风险：${risks.map(riskZh).join('、')}`, `the risk stated: ${risks.join(', ')}`, 'risk');
}

/** The notice that exporters of Part 1 items, and exporters abroad of controlled items, hand on. */
function duties(situation: Situation, limbs: readonly MeasureOnDay[]): Finding[] {
  return situation.law.measures
    .filter((place) => place.measure.legalEffect === 'disclosure-duty' && place.state !== 'ended' && situation.to !== 'CN')
    .flatMap((place) => {
      const limb = limbs.find((row) => row.instrument.id === place.instrument.id);
      const annex = limb ? annexOf(limb, situation, isAbroad(situation) ? ['1', '2'] : ['1']) : null;
      if (!annex || annex.verdict !== 'met' || (isAbroad(situation) && isOfChineseOrigin(situation) !== true)) return [];
      return [
        findingOf({
          regime: 'reach-abroad',
          place,
          verdict: 'met',
          alleged: false,
          ...measureName(place.measure),
          reasons: [annex.reason],
          conditions: annex,
          rows: [place.measure.id, ...annex.rows],
        }),
      ];
    });
}
