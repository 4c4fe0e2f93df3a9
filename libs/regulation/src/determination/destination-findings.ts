// Rules on destination, end user and end use (No. 46 of 2024, No. 1 and No. 34 of 2026 and what is built like them).
import type { Bilingual } from '#kernel';
import { allOf, anyOf, branch, settled } from '../condition/evaluate';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import { measureName, measureWords } from '../rulebook/measure-words';
import type { MeasureOnDay } from '../rulebook/rulebook';
import { codeCovers } from '../rulebook/stated-code';
import type { Finding } from './determination';
import { findingOf } from './finding';
import { statusOfEffect } from './gravity';
import { codeOn, type ItemOutcome } from './item-findings';
import { destinationsOf, isOfChineseOrigin, leavesChina, type Situation } from './situation';
import { refsOf } from './statement-words';

/** A limb of a rule: its node, and whether the facts allege it. */
interface Limb {
  readonly node: EvaluatedNode;
  readonly alleged: boolean;
}

/** One finding for each rule that names the destination. */
export function destinationFindings(situation: Situation, item: ItemOutcome): Finding[] {
  const findings: Finding[] = [];
  for (const place of situation.law.measures) {
    const { destinations } = place.measure.scope;
    if (place.measure.kind !== 'end-use' || place.state === 'ended' || !Array.isArray(destinations)) continue;
    if (!destinationsOf(situation).some((country) => destinations.includes(country))) continue;
    const home = leavesChina(situation);
    const finding = home ? ruleFinding(place, situation, item) : fromAbroad(place, situation, item);
    if (finding) findings.push(finding);
  }
  return findings;
}

function ruleFinding(place: MeasureOnDay, situation: Situation, item: ItemOutcome): Finding | null {
  const limbs = limbsOf(place, situation, item);
  return findingOf({
    regime: 'destination',
    place,
    ...limbs,
    ...measureName(place.measure),
    rows: [place.measure.id],
    controlCode: limbs.code,
  });
}

/**
 * Persons abroad who pass on items of Chinese origin against a rule of the notice are held liable; they have no licence path of their own.
 * There is nothing to breach before the rule operates or while it is suspended, and nobody knows while it is unsettled.
 */
function fromAbroad(place: MeasureOnDay, situation: Situation, item: ItemOutcome): Finding | null {
  const liability = situation.law.measures.find(
    (row) => row.instrument.id === place.instrument.id && row.measure.legalEffect === 'liability' && row.state === 'in-force',
  );
  const effect = statusOfEffect(place.measure.legalEffect, place.measure.kind);
  if (!liability || !effect || effect === 'licence-required') return null;
  const { state, why, basis } = place;
  const chinese = isOfChineseOrigin(situation);
  const origin = settled(
    chinese === undefined ? 'unknown' : chinese ? 'met' : 'not-met',
    chinese === undefined ? '原产地未说明' : chinese ? '原产于中国' : '非原产于中国',
    chinese === undefined ? 'the origin is not stated' : chinese ? 'of Chinese origin' : 'not of Chinese origin',
    'origin',
  );
  const limbs = limbsOf(place, situation, item);
  const conditions = branch('allOf', allOf([origin, limbs.conditions]), [origin, limbs.conditions]);
  const finding = findingOf({
    regime: 'destination',
    place: { ...liability, state, why, basis: [...new Set([...liability.basis, ...basis])] },
    verdict: conditions.verdict,
    alleged: limbs.alleged,
    status: 'prohibited',
    ...measureName(liability.measure),
    controlCode: limbs.code,
    reasons: [
      {
        zh: '任何国家和地区的组织、个人违反该公告转移原产于中国的物项须承担责任',
        en: 'persons of any country who pass on items of Chinese origin against the notice are held liable',
      },
      ...limbs.reasons,
    ],
    conditions,
    rows: [liability.measure.id, place.measure.id],
    confidence: ['computed'],
  });
  if (finding.status !== 'prohibited') return finding;
  return {
    ...finding,
    readings: [{ status: effect, when: { zh: '按被违反条款的字面', en: 'by the letter of the rule that is breached' } }],
  };
}

interface Limbs {
  readonly verdict: Verdict;
  readonly alleged: boolean;
  readonly reasons: readonly Bilingual[];
  readonly conditions: EvaluatedNode;
  readonly code: string | null;
}

function limbsOf(place: MeasureOnDay, situation: Situation, item: ItemOutcome): Limbs {
  const { scope } = place.measure;
  const destination = destinationNode(scope.destinations, situation);
  const goods = scope.itemCodePrefixes ? underPrefixes(scope.itemCodePrefixes, situation, item) : anyDualUse(item);
  const users = (scope.endUserOrUse ?? []).map((word) => limbOf(word, situation));
  const user =
    users.length > 0
      ? branch(
          'anyOf',
          anyOf(users.map((limb) => limb.node)),
          users.map((limb) => limb.node),
        )
      : null;
  const children = [destination, goods.node, ...(user ? [user] : [])];
  const conditions = branch('allOf', allOf(children), children);
  const alleged =
    (goods.node.verdict !== 'unknown' || goods.alleged) &&
    (!user || user.verdict !== 'unknown' || users.some((limb) => limb.alleged && limb.node.verdict === 'unknown'));
  return { verdict: conditions.verdict, alleged, conditions, reasons: sentences(conditions, place), code: goods.code };
}

function destinationNode(destinations: unknown, situation: Situation): EvaluatedNode {
  const { to } = situation;
  const named = (Array.isArray(destinations) ? destinations : []) as readonly string[];
  if (to !== null && named.includes(to)) return settled('met', `目的地为 ${to}`, `the destination is ${to}`, 'destination');
  const country = destinationsOf(situation).find((one) => named.includes(one)) ?? '';
  return settled('met', `最终用户在 ${country}`, `the end user is in ${country}`, 'destination');
}

function sentences(conditions: EvaluatedNode, place: MeasureOnDay): Bilingual[] {
  const leaves = (node: EvaluatedNode): EvaluatedNode[] =>
    node.kind === 'test' ? [node] : (node.children ?? []).flatMap(leaves);
  const deciding = leaves(conditions).filter((leaf) => leaf.verdict === conditions.verdict || conditions.verdict === 'unknown');
  const lead = {
    met: { zh: '适用', en: 'applies' },
    'not-met': { zh: '不适用', en: 'does not apply' },
    unknown: { zh: '是否适用尚不明确', en: 'may apply' },
  }[conditions.verdict];
  const words = measureWords(place.measure);
  return [
    {
      zh: `${lead.zh}（${words.zh}）：${deciding.map((leaf) => leaf.reason.zh).join('；')}`,
      en: `${lead.en} (${words.en}): ${deciding.map((leaf) => leaf.reason.en).join('; ')}`,
    },
  ];
}

function underPrefixes(prefixes: readonly string[], situation: Situation, item: ItemOutcome): Limb & { code: string | null } {
  const covered = (code: string) => prefixes.some((prefix) => codeCovers(prefix, code));
  const list = prefixes.join('、');
  const listEn = prefixes.join(', ');
  const met = item.metEntries.find(
    (row) => row.place.state === 'in-force' && row.row.entry.controlCode && covered(row.row.entry.controlCode),
  );
  const stated = item.findings.find(
    (finding) => finding.controlCode && covered(finding.controlCode) && finding.status === 'licence-required',
  );
  if (met ?? stated) {
    const code = met ? codeOn(met.row.entry, situation) : (stated?.controlCode ?? null);
    return { node: settled('met', `属于 ${list}`, `under ${listEn}`, 'control code'), alleged: true, code };
  }
  const open = item.openEntries.some((row) => row.row.entry.controlCode && covered(row.row.entry.controlCode));
  return open
    ? {
        node: settled('unknown', `是否属于 ${list} 尚不明确`, `whether it is under ${listEn} is not known`, 'control code'),
        alleged: true,
        code: null,
      }
    : { node: settled('not-met', `不属于 ${list}`, `not under ${listEn}`, 'control code'), alleged: false, code: null };
}

function anyDualUse(item: ItemOutcome): Limb & { code: string | null } {
  const words: Record<Verdict, Bilingual> = {
    met: { zh: '为两用物项', en: 'a dual-use item' },
    'not-met': { zh: '在已录入的法规内不是两用物项', en: 'no dual-use item within the loaded law' },
    unknown: { zh: '是否为两用物项尚不明确', en: 'whether it is a dual-use item is not known' },
  };
  const word = words[item.controlled];
  return { node: settled(item.controlled, word.zh, word.en, 'dual-use item'), alleged: true, code: item.metCodes[0] ?? null };
}

/** A limb in the words of the rule: military user, military use, or raising military strength. */
function limbOf(words: string, situation: Situation): Limb {
  if (/military user/i.test(words)) return militaryUser(situation);
  if (/military use\b/i.test(words)) return militaryUse(situation);
  return militaryStrength(words, situation);
}

/** Words of a business that allege a military user. */
const MILITARY_BUSINESS = /\b(military|defen[cs]e|armed forces|army|navy|air force|weapons?|munitions?)\b|军|国防|武器/i;

export function militaryUser({ facts, statements }: Situation): Limb {
  const clean = statements('evidence-shows-no-military-link').length > 0;
  const said = statements('is-defence-contractor').length + statements('is-military-establishment').length > 0;
  const parties = facts.parties ?? [];
  if (said || parties.some((party) => party.military === true)) return limb('met', '最终用户为军事用户', 'a military user', true);
  if (clean) return limb('not-met', '有材料证明与军事无关', 'papers show no military link', true);
  if (statements('resells-the-goods').length > 0)
    return limb('unknown', '收货人转售，最终用户不明', 'the party resells the goods, so the end user is not known', true);
  const users = parties.some((party) => party.role === 'end-user')
    ? parties.filter((party) => party.role === 'end-user')
    : parties;
  if (users.some((party) => party.military === undefined && MILITARY_BUSINESS.test(party.business ?? '')))
    return limb(
      'unknown',
      '所述业务与军事有关，须由人判断',
      'the business stated has to do with the military: a person decides',
      true,
    );
  if (users.length > 0 && users.every((party) => party.military === false))
    return limb('not-met', '所述最终用户非军事用户', 'the stated parties are not military', true);
  return limb('unknown', '未说明最终用户是否为军事用户', 'whether the end user is military is not stated', false);
}

export function militaryUse({ facts, statements }: Situation): Limb {
  const flags = facts.endUse?.flags ?? [];
  if (flags.some((flag) => flag === 'military' || flag === 'defence-production' || flag === 'missile'))
    return limb('met', '军事用途', 'a military use', true);
  if (statements('evidence-shows-no-military-link').length > 0)
    return limb('not-met', '有材料证明与军事无关', 'papers show no military link', true);
  if (statements('resells-the-goods').length > 0)
    return limb('unknown', '转售，最终用途不明', 'the goods are resold, so the use is not known', true);
  if (flags.includes('civil') || flags.includes('humanitarian'))
    return limb('not-met', '所述用途为民用', 'the stated use is civil', true);
  return limb('unknown', '未说明用途是否为军事用途', 'whether the use is military is not stated', false);
}

function militaryStrength(words: string, { facts, statements }: Situation): Limb {
  const flags = facts.endUse?.flags ?? [];
  if (flags.includes('defence-production')) return limb('met', '用于国防产品生产', 'it feeds the making of defence goods', true);
  if (statements('evidence-shows-no-military-link').length > 0)
    return limb('not-met', '有材料证明与军事无关', 'papers show no military link', true);
  const supplies = statements('also-supplies-military').find(
    (row) => refsOf(row).length === 0 || refsOf(row).includes(facts.to ?? ''),
  );
  if (supplies)
    return limb(
      'unknown',
      '当事方同时向军方供货，是否有助于提升军事实力须由人判断',
      `the party also supplies the military: whether the export means ${words} is for a person to judge`,
      true,
    );
  return limb(
    'unknown',
    '未见提升军事实力的陈述；请询问最终用户和用途',
    'nothing is stated about raising military strength; ask about end user and use',
    false,
  );
}

function limb(verdict: Verdict, zh: string, en: string, alleged: boolean): Limb {
  return { node: settled(verdict, zh, en, 'end user or use'), alleged };
}
