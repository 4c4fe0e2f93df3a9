// Findings from rules: procedure questions, papers that a measure adds, and the rules that stand in no single measure.
import { isLocalDate, type Bilingual } from '#kernel';
import { englishOnly } from '../condition/chinese';
import { settled } from '../condition/evaluate';
import type { LawRule } from '../rulebook/law';
import { measureName } from '../rulebook/measure-words';
import type { MeasureOnDay } from '../rulebook/rulebook';
import type { Finding } from './determination';
import type { ExportFacts } from './facts';
import { citationOf, coverageOf, weakest } from './finding';
import { lastDayOf, pausesOf } from './rule-clock';
import { ruleVerdict, type RuleSituation } from './rule-conditions';
import { screenNames } from './screen';
import { STATUS_WORDS, type Status, type StatusWord } from './status';

interface ProcedureFacts {
  readonly event?: unknown;
  readonly asked?: unknown;
}

const CLOCK_WORDS: Readonly<Record<NonNullable<LawRule['unit']>, Bilingual>> = {
  days: { zh: '日', en: 'days' },
  'working-days': { zh: '个工作日', en: 'working days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
};

/** What the rules of measures in force answer; the first met rule of a measure answers for it. */
export function measureRuleFindings(on: RuleSituation): { readonly findings: Finding[]; readonly unanswered: boolean } {
  const procedure = (on.situation.facts.procedure ?? {}) as ProcedureFacts;
  const findings: Finding[] = [];
  let open = false;
  for (const place of on.situation.law.measures) {
    if (place.state !== 'in-force') continue;
    for (const rule of place.measure.rules ?? []) {
      if (!fitsQuestion(rule, on.situation.facts)) continue;
      const missing: string[] = [];
      const verdict = ruleVerdict(rule.conditions, on, missing);
      if (verdict === 'unknown' && rule.status !== null) open = true;
      if (verdict !== 'met') continue;
      findings.push(ruleFinding(rule, place, on));
      break;
    }
  }
  const answered = findings.some((finding) => finding.heads);
  return {
    findings: findings.sort((a, b) => Number(isClear(a.status)) - Number(isClear(b.status))),
    unanswered: procedure.asked !== undefined && open && !answered,
  };
}

/** The general rules: of each subject the first that is met. `beaten` tells whether the rule replaces the present headline. */
export function generalRuleFindings(on: RuleSituation): Finding[] {
  const done = new Set<string>();
  const findings: Finding[] = [];
  for (const rule of on.situation.rulebook.rules) {
    const about = rule.about ?? rule.id;
    if (done.has(about) || ruleVerdict(rule.conditions, on, []) !== 'met') continue;
    done.add(about);
    const place = placeOf(rule, on);
    if (!place) continue;
    const needed = !rule.needs || ruleVerdict(rule.needs, on, []) === 'met';
    const beats = !rule.beats || rule.beats.includes(on.headline ?? 'not-controlled');
    const finding = ruleFinding(rule, place, on);
    findings.push({ ...finding, regime: 'party-list', heads: finding.heads && needed && beats });
  }
  return findings;
}

/** True when the rule answers the event and the question of the procedure facts. */
export function fitsQuestion(rule: LawRule, facts: ExportFacts): boolean {
  const procedure = (facts.procedure ?? {}) as ProcedureFacts;
  return fits(rule.event, procedure.event) && fits(rule.asked, procedure.asked);
}

function fits(wanted: string | readonly string[] | undefined, given: unknown): boolean {
  if (wanted === undefined) return true;
  return typeof given === 'string' && (Array.isArray(wanted) ? wanted.includes(given) : wanted === given);
}

function isClear(status: Status): boolean {
  return status === 'eligible' || status === 'valid' || status === 'allowed';
}

/** The measure that a general rule speaks of: one that it names as met, else the list on which an owner stands. */
function placeOf(rule: LawRule, { situation, findings }: RuleSituation): MeasureOnDay | undefined {
  const named = rule.conditions['finding.measureMet'];
  const met = Array.isArray(named) ? findings.find((finding) => finding.heads && named.includes(finding.measure)) : undefined;
  if (met) return situation.law.measure(met.measure);
  const owners = (situation.facts.parties ?? []).flatMap((party) => (party.ownedBy ?? []).map((owner) => owner.name));
  return screenNames(owners, situation).find((hit) => hit.place.state === 'in-force')?.place;
}

function ruleFinding(rule: LawRule, place: MeasureOnDay, on: RuleSituation): Finding {
  const { status, because } = answerOf(rule, on);
  const said = [rule.remark, rule.notes, ...(rule.orders ?? []), ...(rule.remedies ?? [])].filter((text) => text !== undefined);
  const reasons: Bilingual[] = [...because, ...said.map((text) => ({ zh: `规则说明${englishOnly(text)}`, en: text }))];
  return {
    regime: 'procedure',
    instrument: place.instrument.id,
    measure: place.measure.id,
    status: status ?? 'not-controlled',
    heads: status !== null,
    readings: [],
    underReading: null,
    controlCode: null,
    effect: place.measure.legalEffect,
    ...measureName(place.measure),
    reasons: reasons.length > 0 ? reasons : [{ zh: `依据${englishOnly(rule.citation)}`, en: rule.citation }],
    conditions: settled('met', '规则的各项条件均满足', 'all conditions of the rule are met'),
    documents: rule.documents ?? [],
    citation: { ...citationOf(place, null), point: rule.citation },
    confidence: weakest([place.measure.confidence, rule.confidence]),
    coverage: coverageOf(place.instrument),
    holdsUntil: null,
    rows: [place.measure.id, rule.id],
  };
}

function answerOf(rule: LawRule, { situation }: RuleSituation): { status: Status | null; because: Bilingual[] } {
  if (rule.status === null) return { status: null, because: [] };
  if (rule.days === undefined || rule.startEvent === undefined) return { status: wordOf(rule.status), because: [] };
  const procedure = situation.facts.procedure ?? {};
  const start = rule.startEvent
    .split('.')
    .slice(1)
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], procedure);
  if (!isLocalDate(start))
    return {
      status: 'review',
      because: [{ zh: '期间的起算日未说明', en: `the day on which the period starts is not stated (${rule.startEvent})` }],
    };
  const due = lastDayOf(
    rule,
    start,
    pausesOf((procedure as { pauses?: unknown }).pauses, rule.pausedBy ?? []),
    situation.rulebook.calendar,
  );
  if (due === 'not-known')
    return {
      status: wordOf(rule.ifCalendarMissing ?? 'provisional'),
      because: [{ zh: '期间延伸至日历尚未公布的年度', en: 'the period runs into a year whose calendar is not known' }],
    };
  const unit = rule.unit ?? 'days';
  const counted: Bilingual = {
    zh: `自${start}起 ${rule.days} ${CLOCK_WORDS[unit].zh}，起算日不计入，至 ${due}`,
    en: `${rule.days} ${CLOCK_WORDS[unit].en} from ${start}, the start day not counted: ${due}`,
  };
  if (rule.status === 'YYYY-MM-DD') return { status: due, because: [counted] };
  if (rule.otherwise !== undefined)
    return { status: wordOf(situation.law.day >= due ? rule.status : rule.otherwise), because: [counted] };
  return { status: wordOf(rule.status), because: [counted] };
}

function wordOf(status: string): StatusWord {
  return STATUS_WORDS.find((word) => word === status) ?? 'review';
}
