// The words of a routing rule: what it looks at, what it does, on which days, and what is wrong with it.
import type { QueueRecord, RuleRecord } from '#casework';
import { countryName, type Bilingual, type LocalDate } from '#kernel';
import type { RoutingCriteria, RuleEffect, RuleProblem } from '#licensing';
import { describeFault } from '../../http/refusals';
import { PARTY_FLAG } from '../../http/words';
import { grouped, type Voice } from '../rendering/voice';
import type { SummaryRow } from './parts';

/** What the pages of rules know beside the rules. */
export interface RuleScene {
  readonly rules: readonly RuleRecord[];
  readonly problems: readonly RuleProblem[];
  readonly queues: readonly QueueRecord[];
  readonly procedures: readonly { readonly id: string; readonly name: Bilingual }[];
  readonly today: LocalDate;
}

/** The version counts, will count or waits for approval: it is not rejected, has not ended, and no newer one has taken its place. */
export function isPresent(rule: RuleRecord, { rules, today }: RuleScene): boolean {
  if (rule.state !== 'approved') return rule.state === 'proposed';
  const replaced = rules.some(
    ({ id, version, state, from }) => id === rule.id && version > rule.version && state === 'approved' && from <= today,
  );
  const ended = rule.effect.kind === 'retirement' ? rule.from <= today : rule.to !== null && rule.to < today;
  return !replaced && !ended;
}

export function hrefOf({ id, version }: Pick<RuleRecord, 'id' | 'version'>): string {
  return `/rules/${id}/${version}`;
}

export function daysText({ from, to }: Pick<RuleRecord, 'from' | 'to'>, { t }: Voice): string {
  return to === null ? t('rules.openEnd', { from }) : t('rules.until', { from, to });
}

export function effectText(effect: RuleEffect, queues: readonly QueueRecord[], voice: Voice): string {
  if (effect.kind === 'retirement') return voice.t('rules.ends');
  if (effect.kind === 'countersignatures') return voice.t('rules.signatures', { count: effect.count });
  return voice.t('rules.toQueues', { queues: queueNames(effect.queueIds, queues, voice) });
}

/** The queues by name; none is the fallback queue. */
export function queueNames(ids: readonly string[], queues: readonly QueueRecord[], voice: Voice): string {
  const named = queues.filter(({ id, fallback }) => (ids.length > 0 ? ids.includes(id) : fallback));
  return voice.list(named.map(({ name }) => voice.pair(name).text)) || '—';
}

/** What a rule looks at, a row for each criterion; none for a rule of every case. */
export function criteriaRows(criteria: RoutingCriteria, { procedures: known }: RuleScene, voice: Voice): SummaryRow[] {
  const { t, language } = voice;
  const { procedures, codes, destinations, partyFlags, value } = criteria;
  const row = (label: string, texts: readonly string[] | undefined): SummaryRow[] =>
    texts === undefined ? [] : [{ label, lines: [{ text: voice.list(texts), lang: voice.tag }] }];
  const procedureName = (id: string) => {
    const procedure = known.find((one) => one.id === id);
    return procedure ? voice.say(procedure.name) : id;
  };
  const bounds = value && [
    ...(value.from === undefined ? [] : [t('rules.valueFrom', { value: `${value.currency} ${grouped(value.from)}` })]),
    ...(value.below === undefined ? [] : [t('rules.valueBelow', { value: `${value.currency} ${grouped(value.below)}` })]),
  ];
  return [
    ...row(t('rules.procedures'), procedures?.map(procedureName)),
    ...row(t('rules.codes'), codes),
    ...row(
      t('rules.destinations'),
      destinations?.map((code) => countryName(code, language)),
    ),
    ...row(
      t('rules.partyFlags'),
      partyFlags?.map((flag) => voice.say(PARTY_FLAG[flag])),
    ),
    ...row(t('rules.value'), bounds),
  ];
}

/** The problem in words, with the other rule or the queue by its name. */
export function problemText(problem: RuleProblem, { rules, queues }: RuleScene, voice: Voice): string {
  const { facts } = problem;
  const other = rules.find(({ id, version }) => id === facts?.['by'] && version === facts['byVersion']);
  const queue = queues.find(({ id }) => id === facts?.['value']);
  const named = {
    ...facts,
    ...(other && { by: voice.pair(other.name).text }),
    ...(queue && { value: voice.pair(queue.name).text }),
  };
  const { message, cure } = describeFault({ ...problem, facts: named }, voice.language);
  return [queue && voice.pair(queue.name).text, `${message} ${cure}`].filter(Boolean).join(voice.language === 'zh' ? '：' : ': ');
}
