// The form of one move: what it means, what it asks, and what the mover should have before the eyes.
import {
  SINGLE_LICENCE_MONTHS,
  LIMITS,
  RECOMMENDATIONS,
  type LicenceMoveName,
  type ApplicationMoveName,
  type MoveInput,
} from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { MOVES, RECOMMENDATION } from '../../http/words';
import { FormBuilder } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { Voice } from '../rendering/voice';
import type { OfficerView } from '#casework';
import type { AdviceView, AdviseView } from './case-views';
import { namePairOf, type ItemLawLine } from './law';
import type { FormView, Link } from './parts';

export interface MoveFormView extends FormView {
  readonly caption: string;
  readonly about: string;
  /** Moves that cannot be taken back are marked. */
  readonly grave: boolean;
  readonly advice: readonly AdviceView[];
}

export interface MoveScene {
  readonly voice: Voice;
  readonly name: ApplicationMoveName | LicenceMoveName;
  readonly asks: readonly MoveInput[];
  readonly caption: string;
  readonly back: Link;
  readonly action: string;
  readonly version: number;
  readonly advice: readonly AdviceView[];
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

const GRAVE: readonly string[] = ['refuse', 'withdraw', 'revoke'];

export function moveForm({ voice, name, asks, faults, valueOf, ...scene }: MoveScene): MoveFormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = asks.flatMap((ask): Field[] => {
    if (ask === 'reason')
      return [form.area('reason', { label: t(`reasonFor.${reasonKey(name)}`), hint: t('hint.reason', { max: LIMITS.reason }) })];
    if (ask === 'advice') return [];
    return [
      form.text('validFrom', {
        label: { zh: '有效期起', en: 'Valid from' },
        type: 'date',
        width: 'short',
        hint: t('hint.validFrom'),
      }),
      form.text('validTo', {
        label: { zh: '有效期止', en: 'Valid to' },
        type: 'date',
        width: 'short',
        hint: t('hint.validTo', { months: SINGLE_LICENCE_MONTHS }),
      }),
    ];
  });
  const title = voice.say(MOVES[name]);
  return {
    ...scene,
    title,
    about: t(`about.${name}`),
    grave: GRAVE.includes(name),
    fields,
    errors: form.errors(fields),
    submit: title,
  };
}

type ReasonKey = 'return' | 'send-back' | 'reconsider' | 'refuse' | 'withdraw' | 'suspend' | 'reinstate' | 'revoke';
const REASON_KEYS: readonly string[] = [
  'return',
  'send-back',
  'reconsider',
  'refuse',
  'withdraw',
  'suspend',
  'reinstate',
  'revoke',
] satisfies ReasonKey[];

function reasonKey(name: string): ReasonKey {
  return REASON_KEYS.includes(name) ? (name as ReasonKey) : 'reconsider';
}

export interface AdviseScene {
  readonly voice: Voice;
  readonly view: OfficerView;
  readonly law: readonly ItemLawLine[];
  readonly valueOf: (name: string) => string;
  readonly conditionRows: number;
  readonly faults: readonly DescribedFault[];
}

/** The advice form: recommendation, reasons, conditions in both languages, and the authority's code beside the exporter's and the law's. */
export function adviseForm({ voice, view, law, valueOf, conditionRows, faults }: AdviseScene): AdviseView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const recommendation = form.choices('advice.recommendation', {
    label: t('advise.recommendation'),
    type: 'radio',
    choices: RECOMMENDATIONS.map((value) => ({ value, label: voice.say(RECOMMENDATION[value]), hint: null })),
  });
  const reasons = form.area('advice.reasons', { label: t('advise.reasons'), hint: t('hint.adviceReasons'), rows: 6 });
  const conditions = form.rows('advice.conditions', {
    label: t('advise.conditions'),
    hint: t('hint.conditions'),
    columns: [
      { key: 'zh', label: t('advise.conditionZh'), lang: 'zh' },
      { key: 'en', label: t('advise.conditionEn'), lang: 'en' },
    ],
    count: conditionRows,
    most: LIMITS.conditions,
    addLabel: t('advise.moreConditions'),
  });
  const items = view.content.items.map((item, index) => ({
    number: index + 1,
    name: namePairOf(item, voice),
    statedCode: item.controlCode || '—',
    law: law[index] ?? null,
    field: form.text(`advice.items.${item.id}`, { label: t('advise.codeOf', { number: index + 1 }), width: 'half' }),
  }));
  return {
    title: voice.say(MOVES.advise),
    back: { href: `/cases/${view.id}`, text: view.reference },
    action: `/cases/${view.id}/moves/advise`,
    version: view.version,
    errors: form.errors([recommendation, reasons, conditions, ...items.map(({ field }) => field)]),
    items,
    recommendation,
    reasons,
    conditions,
    submit: voice.say(MOVES.advise),
  };
}
