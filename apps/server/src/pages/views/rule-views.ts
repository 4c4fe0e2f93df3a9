// Routing rules as pages: the list by tier with state, days and problems, and one version with what it says and what it would move.
import { may, type Actor, type RuleRecord, type SimulatedChange } from '#casework';
import type { DescribedFault } from '../../http/refusals';
import { STATE_OF_RULE } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { TextAreaField } from '../forms/field';
import type { NamePair, Voice } from '../rendering/voice';
import type { Link, SummaryRow, Tag, Tone } from './parts';
import { criteriaRows, daysText, effectText, hrefOf, isPresent, problemText, type RuleScene } from './rule-words';
import { simulationView, type SimulationView } from './simulation-view';
import { stagesText } from './team-views';
import { workTabs, type WorkTab } from './work-tabs';

const STATE_TONE: Readonly<Record<RuleRecord['state'], Tone>> = {
  proposed: 'attention',
  approved: 'done',
  rejected: 'neutral',
};

export interface RuleLine {
  readonly href: string;
  readonly name: NamePair;
  readonly version: string;
  readonly state: Tag;
  readonly effect: string;
  readonly criteria: string;
  readonly stages: string;
  readonly days: string;
  /** What is wrong with it, in words; `never`: it adds nothing to any case. */
  readonly problems: readonly { readonly text: string; readonly never: boolean }[];
}

export interface RuleListView {
  readonly tabs: readonly WorkTab[];
  readonly propose: Link | null;
  readonly waiting: number;
  readonly tiers: readonly { readonly title: string; readonly rows: readonly RuleLine[] }[];
  /** Versions that were rejected, have ended or gave way to a newer one. */
  readonly past: readonly RuleLine[];
}

export function ruleList(scene: RuleScene, actor: Actor, voice: Voice): RuleListView {
  const { t } = voice;
  const present = scene.rules.filter((rule) => isPresent(rule, scene));
  const tiers = [...new Set(present.map(({ tier }) => tier))].sort((one, other) => one - other);
  return {
    tabs: workTabs('/rules', actor, voice),
    propose: may('rule.propose', actor) ? { href: '/rules/new', text: t('rules.propose') } : null,
    waiting: present.filter(({ state }) => state === 'proposed').length,
    tiers: tiers.map((tier) => ({
      title: t('rules.tier', { tier }),
      rows: present.filter((rule) => rule.tier === tier).map((rule) => ruleLine(rule, scene, voice)),
    })),
    past: scene.rules.filter((rule) => !present.includes(rule)).map((rule) => ruleLine(rule, scene, voice)),
  };
}

function ruleLine(rule: RuleRecord, scene: RuleScene, voice: Voice): RuleLine {
  const { t } = voice;
  const criteria = criteriaRows(rule.criteria, scene, voice);
  return {
    href: hrefOf(rule),
    name: voice.pair(rule.name),
    version: t('rules.version', { version: rule.version }),
    state: { text: voice.say(STATE_OF_RULE[rule.state]), tone: STATE_TONE[rule.state] },
    effect: effectText(rule.effect, scene.queues, voice),
    criteria:
      criteria.map(({ label, lines }) => `${label} ${lines.map(({ text }) => text).join(' ')}`).join(' · ') ||
      t('rules.everyCase'),
    stages: stagesText(rule.stages, voice),
    days: daysText(rule, voice),
    problems: problemsOf(rule, scene, voice),
  };
}

function problemsOf({ id, version }: RuleRecord, scene: RuleScene, voice: Voice): RuleLine['problems'] {
  return scene.problems
    .filter((problem) => problem.ruleId === id && problem.version === version)
    .map((problem) => ({ text: problemText(problem, scene, voice), never: problem.never }));
}

export interface RulePageView {
  readonly back: Link;
  readonly name: NamePair;
  readonly version: string;
  readonly state: Tag;
  readonly history: readonly string[];
  readonly rows: readonly SummaryRow[];
  readonly reason: string;
  readonly problems: RuleLine['problems'];
  readonly versions: readonly (Link & { readonly current: boolean })[];
  /** What the reader may propose: the next version, the rule's end. */
  readonly proposals: readonly Link[];
  readonly simulation: SimulationView | null;
  readonly errors: readonly FormError[];
  /** Null where the reader may do nothing about it. */
  readonly judge: RuleJudgement | null;
}

export interface RuleJudgement {
  readonly action: string;
  /** Said where the reader proposed it. */
  readonly own: string | null;
  readonly reason: TextAreaField;
  readonly acts: readonly { readonly act: string; readonly label: string; readonly primary: boolean }[];
}

export interface JudgeForm {
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

export function rulePage(
  rule: RuleRecord,
  scene: RuleScene,
  simulated: SimulatedChange | null,
  actor: Actor,
  given: JudgeForm,
  voice: Voice,
): RulePageView {
  const { t } = voice;
  const form = new FormBuilder(voice, given.valueOf, given.faults);
  const judge = judgementOf(rule, form, actor, voice);
  const line = ruleLine(rule, scene, voice);
  const versions = scene.rules.filter(({ id }) => id === rule.id);
  const row = (label: string, text: string): SummaryRow => ({ label, lines: [{ text, lang: voice.tag }] });
  const criteria = criteriaRows(rule.criteria, scene, voice);
  return {
    back: { href: '/rules', text: t('rules.back') },
    name: line.name,
    version: line.version,
    state: line.state,
    history: historyOf(rule, voice),
    rows: [
      row(t('rules.effect'), line.effect),
      row(t('rules.tierField'), String(rule.tier)),
      row(t('rules.stages'), line.stages),
      ...(criteria.length > 0 ? criteria : [row(t('rules.criteria'), t('rules.everyCase'))]),
      row(t('rules.days'), line.days),
    ],
    reason: rule.reason,
    problems: line.problems,
    versions: versions.map((one) => ({
      href: hrefOf(one),
      text: `${t('rules.version', { version: one.version })} · ${voice.say(STATE_OF_RULE[one.state])}`,
      current: one.version === rule.version,
    })),
    proposals: may('rule.propose', actor) ? proposalsOn(rule.id, versions, voice) : [],
    simulation: simulated && simulationView(simulated, scene, may('queue.read', actor), voice),
    errors: form.errors(judge ? [judge.reason] : []),
    judge,
  };
}

function proposalsOn(id: string, versions: readonly RuleRecord[], { t }: Voice): Link[] {
  const newest = versions.findLast(({ state }) => state === 'approved');
  const standing = newest !== undefined && newest.effect.kind !== 'retirement';
  return [
    { href: `/rules/${id}/next`, text: t('rules.nextVersion') },
    ...(standing ? [{ href: `/rules/${id}/retirement`, text: t('rules.retire') }] : []),
  ];
}

function historyOf(rule: RuleRecord, { t, moment }: Voice): string[] {
  const { proposedByName, proposedAt, judgedBy, judgedByName, judgedAt, state } = rule;
  const who = (name: string | null) => name ?? '—';
  const rejected = judgedBy === rule.proposedBy ? ('rules.takenBackBy' as const) : ('rules.rejectedBy' as const);
  const judged = state === 'rejected' ? rejected : ('rules.approvedBy' as const);
  return [
    t('rules.proposedBy', { name: who(proposedByName), at: moment(proposedAt) }),
    ...(judgedAt ? [t(judged, { name: who(judgedByName), at: moment(judgedAt) })] : []),
  ];
}

function judgementOf(rule: RuleRecord, form: FormBuilder, actor: Actor, voice: Voice): RuleJudgement | null {
  const { t } = voice;
  if (!may('rule.judge', actor) || rule.state !== 'proposed') return null;
  const own = rule.proposedBy === actor.personId;
  const reject = { act: 'reject', label: t(own ? 'ruleAct.takeBack' : 'ruleAct.reject'), primary: false };
  return {
    action: `${hrefOf(rule)}/acts`,
    own: own ? t('rules.ownProposal') : null,
    reason: form.area('reason', { label: t('rules.actReason'), hint: t('hint.actReason'), rows: 3 }),
    acts: own ? [reject] : [{ act: 'approve', label: t('ruleAct.approve'), primary: true }, reject],
  };
}
