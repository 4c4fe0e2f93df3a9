// Findings on named parties: control list, watch list, unreliable entities, countermeasures. A close name is for a person to decide.
import type { Bilingual } from '#kernel';
import { quoted } from '../condition/chinese';
import { allOf, branch, settled } from '../condition/evaluate';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import { instrumentName } from '../rulebook/instrument-name';
import { measureWords } from '../rulebook/measure-words';
import type { Finding } from './determination';
import type { PartyFacts } from './facts';
import { findingOf } from './finding';
import type { ItemOutcome } from './item-findings';
import { screenNames, type ListHit } from './screen';
import { roleZh } from './words-zh';
import { isAbroad, isOfChineseOrigin, leavesChina, type Situation } from './situation';

export function partyFindings(situation: Situation, item: ItemOutcome): Finding[] {
  return (situation.facts.parties ?? []).flatMap((party) =>
    screenNames([party.name, party.nameZh], situation).map((hit) => listFinding(hit, party, situation, item)),
  );
}

function listFinding(hit: ListHit, party: PartyFacts, situation: Situation, item: ItemOutcome): Finding {
  const { place, row } = hit;
  const named =
    hit.match === 'exact'
      ? settled('met', `${quoted(hit.name)}与名单所列名称一致`, `${hit.name} is the listed name`, 'party name')
      : settled(
          'unknown',
          `${quoted(hit.name)}与名单所列${quoted(row.entry.nameEn)}仅组织形式不同，须由人判断`,
          `${hit.name} differs from the listed ${row.entry.nameEn} in its legal form only: a person decides`,
          'party name',
        );
  const children = [named, ...reachOf(hit, situation), ...goodsOf(hit, item)];
  const conditions = branch('allOf', allOf(children), children);
  const legal = place.measure.legalEffect;
  return findingOf({
    regime: 'party-list',
    place,
    verdict: conditions.verdict,
    alleged: true,
    nameZh: row.entry.nameZh,
    nameEn: row.entry.nameEn,
    controlCode: conditions.verdict === 'met' ? (item.metCodes[0] ?? null) : null,
    reasons: [
      lead(conditions.verdict, hit, party),
      ...children.map((child) => child.reason),
      ...(legal === 'none' || legal === 'due-diligence-duty' ? [remark(hit)] : []),
    ],
    conditions,
    rows: [row.id],
    confidence: [
      row.entry.confidence,
      ...(place.measure.status ?? []).filter((record) => record.from <= situation.law.day).map((record) => record.confidence),
    ],
    point: row.entry.ordinal === undefined ? null : String(row.entry.ordinal),
  });
}

/** Whom the list binds, and in what act. */
function reachOf({ place }: ListHit, situation: Situation): EvaluatedNode[] {
  const { reach, alsoReach } = place.measure.scope;
  const reaches = [reach, alsoReach];
  const home = leavesChina(situation) || situation.facts.exporter?.place === 'CN';
  if (reaches.includes('china-trade') || reaches.includes('persons-in-china')) {
    const china = home || situation.to === 'CN' || situation.from === 'CN';
    return [
      settled(
        china ? 'met' : 'not-met',
        china ? '与中国有关的交易' : '与中国无关的交易',
        china ? 'trade with or from China' : 'no trade with or from China',
        'reach',
      ),
    ];
  }
  if (reaches.includes('listed-entity'))
    return [settled('not-met', '仅约束被列实体自身', 'binds the listed entity itself only', 'reach')];
  if (leavesChina(situation)) return [settled('met', '自中国出口', 'export from China', 'reach')];
  if (!reaches.includes('also-foreign-persons') || !isAbroad(situation))
    return [settled('not-met', '仅约束出口经营者', 'binds export operators of China only', 'reach')];
  const chinese = isOfChineseOrigin(situation);
  if (chinese === undefined)
    return [settled('unknown', '境外转移，物项原产地未说明', 'passed on abroad; the origin is not stated', 'reach')];
  return [
    settled(
      chinese ? 'met' : 'not-met',
      chinese ? '境外转移原产于中国的物项' : '物项非原产于中国',
      chinese ? 'an item of Chinese origin passed on abroad' : 'not of Chinese origin',
      'reach',
    ),
  ];
}

/** Control and watch lists concern dual-use items; the other lists every dealing. */
function goodsOf({ place }: ListHit, item: ItemOutcome): EvaluatedNode[] {
  const { items } = place.measure.scope;
  if (typeof items !== 'string' || !/dual-use/i.test(items)) return [];
  const words: Record<Verdict, Bilingual> = {
    met: { zh: '为两用物项', en: 'a dual-use item' },
    'not-met': {
      zh: '名单只涉及两用物项，而在已录入的法规内本物项不是',
      en: 'the list concerns dual-use items, and within the loaded law this is none',
    },
    unknown: { zh: '是否为两用物项尚不明确', en: 'whether it is a dual-use item is not known' },
  };
  return [settled(item.controlled, words[item.controlled].zh, words[item.controlled].en, 'dual-use item')];
}

function lead(verdict: Verdict, { place, row }: ListHit, party: PartyFacts): Bilingual {
  const role = party.role ?? 'party';
  const lists: Record<string, Bilingual> = {
    control: { zh: '出口管制管控名单', en: 'the export control list' },
    watch: { zh: '关注名单', en: 'the watch list' },
    unreliable: { zh: '不可靠实体清单', en: 'the unreliable entity list' },
    countermeasure: { zh: '反制清单', en: 'the countermeasure list' },
    'risk-notice': { zh: '风险提示', en: 'a public warning' },
  };
  const list = lists[place.measure.listType ?? ''] ?? { zh: '名单', en: 'a list' };
  const name = instrumentName(place.instrument);
  const { ordinal } = row.entry;
  const listed: Bilingual = ordinal === undefined ? name : { zh: `${name.zh}第${ordinal}项`, en: `${name.en}, ${ordinal}` };
  const outside = verdict === 'not-met';
  return {
    zh: `${roleZh(party.role)}：${row.entry.nameZh} 见于${list.zh}（${listed.zh}）${outside ? '，但不适用于本行为' : ''}`,
    en: `${role}: ${row.entry.nameEn} is named on ${list.en} (${listed.en})${outside ? ', which does not cover this act' : ''}`,
  };
}

function remark({ place }: ListHit): Bilingual {
  const { zh, en } = measureWords(place.measure);
  return { zh: `该公告未对出口规定禁令，须加强核查：${zh}`, en: `no ban on exports is printed there: ${en}` };
}
