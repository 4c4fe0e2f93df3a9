// The form by which a routing rule is proposed: what it looks at, what it does, from when, and why. It is simulated before it is sent.
import { TIERS, type RuleRecord, type SimulatedChange } from '#casework';
import { CURRENCY_CODES } from '#kernel';
import { PARTY_FLAGS } from '#licensing';
import { PARTY_FLAG } from '../../http/words';
import { FormBuilder } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { Voice } from '../rendering/voice';
import type { ConfirmView, FormView } from './parts';
import { hrefOf, type RuleScene } from './rule-words';
import { simulationView, type SimulationView } from './simulation-view';
import { stageChoices, type Given } from './team-views';

export interface RuleFormView extends FormView {
  readonly about: string;
  readonly simulate: string;
  /** Null before it was asked for. */
  readonly simulation: SimulationView | null;
}

/** `id` is that of the rule whose next version it is, or null for a new rule. */
export function ruleForm(given: Given, scene: RuleScene, id: string | null, simulated: SimulatedChange | null): RuleFormView {
  const { voice, valueOf, faults } = given;
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [...whatFields(form, given, scene), ...effectFields(form, given, scene), ...whenFields(form, voice)];
  return {
    title: t(id === null ? 'rules.propose' : 'rules.nextVersion'),
    about: t('rules.proposeAbout'),
    back: { href: '/rules', text: t('rules.back') },
    action: id === null ? '/rules/new' : `/rules/${id}/next`,
    version: null,
    errors: form.errors(fields),
    fields,
    simulate: t('rules.simulate'),
    submit: t('rules.send'),
    simulation: simulated && simulationView(simulated, scene, false, voice),
  };
}

function whatFields(form: FormBuilder, { voice, listOf }: Given, { procedures }: RuleScene): Field[] {
  const { t } = voice;
  const some = (name: string, label: string, choices: { value: string; label: string; hint: null }[], hint?: string) =>
    form.choices(name, { label, type: 'checkbox', chosen: listOf(name), choices, ...(hint !== undefined && { hint }) });
  return [
    form.text('name.zh', { label: t('teams.nameZh'), lang: 'zh', width: 'half' }),
    form.text('name.en', { label: t('teams.nameEn'), lang: 'en', width: 'half' }),
    some('stages', t('rules.stages'), stageChoices(voice)),
    some(
      'criteria.procedures',
      t('rules.procedures'),
      procedures.map(({ id, name }) => ({ value: id, label: voice.say(name), hint: null })),
      t('hint.criteria'),
    ),
    form.text('criteria.codes', { label: t('rules.codes'), hint: t('hint.ruleCodes'), optional: true }),
    form.text('criteria.destinations', { label: t('rules.destinations'), hint: t('hint.ruleDestinations'), optional: true }),
    some(
      'criteria.partyFlags',
      t('rules.partyFlags'),
      PARTY_FLAGS.map((value) => ({ value, label: voice.say(PARTY_FLAG[value]), hint: null })),
      t('hint.partyFlags'),
    ),
    form.text('criteria.value.from', { label: t('rules.valueFromField'), inputMode: 'decimal', width: 'short', optional: true }),
    form.text('criteria.value.below', {
      label: t('rules.valueBelowField'),
      inputMode: 'decimal',
      width: 'short',
      optional: true,
    }),
    form.text('criteria.value.currency', {
      label: t('rules.currency'),
      hint: t('hint.ruleCurrency'),
      width: 'short',
      optional: true,
      suggestions: CURRENCY_CODES.map((value) => ({ value, label: value, hint: null })),
    }),
  ];
}

function effectFields(form: FormBuilder, { voice, listOf }: Given, { queues }: RuleScene): Field[] {
  const { t } = voice;
  return [
    form.choices('effect.kind', {
      label: t('rules.effect'),
      type: 'radio',
      choices: [
        { value: 'queues', label: t('ruleEffect.queues'), hint: t('hint.effectQueues') },
        { value: 'countersignatures', label: t('ruleEffect.countersignatures'), hint: t('hint.effectSignatures') },
      ],
    }),
    form.choices('effect.queueIds', {
      label: t('rules.queues'),
      type: 'checkbox',
      chosen: listOf('effect.queueIds'),
      choices: queues
        .filter(({ retired }) => !retired)
        .map(({ id, name }) => ({ value: id, label: voice.pair(name).text, hint: null })),
    }),
    form.choices('effect.count', {
      label: t('rules.count'),
      type: 'radio',
      choices: ['1', '2'].map((value) => ({ value, label: t('rules.signatures', { count: value }), hint: null })),
    }),
  ];
}

function whenFields(form: FormBuilder, { t }: Voice): Field[] {
  const tiers = Array.from({ length: TIERS.most - TIERS.least + 1 }, (_unused, index) => String(TIERS.least + index));
  return [
    form.select('tier', {
      label: t('rules.tierField'),
      hint: t('hint.tier'),
      choices: tiers.map((value) => ({ value, label: t('rules.tier', { tier: value }), hint: null })),
    }),
    form.text('from', { label: t('rules.from'), type: 'date', width: 'short' }),
    form.text('to', { label: t('rules.to'), type: 'date', width: 'short', hint: t('hint.ruleTo'), optional: true }),
    form.area('reason', { label: t('rules.reason'), hint: t('hint.ruleReason'), rows: 3 }),
  ];
}

/** The form by which the end of a rule is proposed. */
export function retirementForm({ voice, valueOf, faults }: Omit<Given, 'listOf'>, rule: RuleRecord): ConfirmView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [
    form.text('from', { label: t('rules.endFrom'), type: 'date', width: 'short' }),
    form.area('reason', { label: t('rules.endReason'), hint: t('hint.ruleReason'), rows: 3 }),
  ];
  return {
    title: t('rules.retire'),
    about: t('rules.retireAbout', { name: voice.pair(rule.name).text }),
    back: { href: hrefOf(rule), text: t('rules.back') },
    action: `/rules/${rule.id}/retirement`,
    version: null,
    errors: form.errors(fields),
    fields,
    submit: t('rules.send'),
  };
}

/** The texts of a rule as the form shows them, by the name of the field. */
export function storedRule(rule: RuleRecord | null, today: string): Pick<Given, 'valueOf' | 'listOf'> {
  if (!rule) return { valueOf: (name) => (name === 'from' ? today : ''), listOf: () => [] };
  const { name, tier, stages, criteria, effect, from, to } = rule;
  const texts: Readonly<Record<string, string | undefined>> = {
    'name.zh': name.zh,
    'name.en': name.en,
    tier: String(tier),
    'criteria.codes': criteria.codes?.join(', '),
    'criteria.destinations': criteria.destinations?.join(', '),
    'criteria.value.from': criteria.value?.from,
    'criteria.value.below': criteria.value?.below,
    'criteria.value.currency': criteria.value?.currency,
    'effect.kind': effect.kind,
    'effect.count': effect.kind === 'countersignatures' ? String(effect.count) : undefined,
    from: from > today ? from : today,
    to: to ?? undefined,
  };
  const lists: Readonly<Record<string, readonly string[] | undefined>> = {
    stages,
    'criteria.procedures': criteria.procedures,
    'criteria.partyFlags': criteria.partyFlags,
    'effect.queueIds': effect.kind === 'queues' ? effect.queueIds : undefined,
  };
  return { valueOf: (field) => texts[field] ?? '', listOf: (field) => lists[field] ?? [] };
}
