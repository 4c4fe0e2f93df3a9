// The form of one move: what it means, what it asks, and what the mover should have before the eyes.
import { LIMITS, type ApplicationMoveName, type LicenceMoveName, type MoveInput } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { MOVES } from '../../http/words';
import { FormBuilder } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import type { AdviceView } from './advice-board';
import type { PreviewView } from './document-preview';
import type { FormView, Link } from './parts';

export interface MoveFormView extends FormView {
  readonly caption: string;
  readonly about: string;
  /** Moves that cannot be taken back are marked. */
  readonly grave: boolean;
  /** The advice that is signed or decided on; null where the move concerns none. */
  readonly advice: AdviceView | null;
  /** What will be issued. */
  readonly documents: readonly PreviewView[];
}

export interface MoveScene {
  readonly voice: Voice;
  readonly name: ApplicationMoveName | LicenceMoveName;
  readonly asks: readonly MoveInput[];
  readonly caption: string;
  readonly back: Link;
  readonly action: string;
  readonly version: number;
  readonly advice?: AdviceView | null;
  readonly documents?: readonly PreviewView[];
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

const GRAVE: readonly string[] = ['withdraw', 'amend', 'publish', 'revoke'];

export function moveForm({
  voice,
  name,
  asks,
  faults,
  valueOf,
  advice = null,
  documents = [],
  ...scene
}: MoveScene): MoveFormView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = asks.includes('reason')
    ? [form.area('reason', { label: t(`reasonFor.${reasonKey(name)}`), hint: t('hint.reason', { max: LIMITS.reason }) })]
    : [];
  const title = voice.say(MOVES[name]);
  return {
    ...scene,
    title,
    about: t(`about.${name}`),
    grave: GRAVE.includes(name),
    advice,
    documents,
    fields,
    errors: form.errors(fields),
    submit: title,
  };
}

const REASON_KEYS = [
  'return',
  'return-from-ministry',
  'reopen-review',
  'send-back',
  'reconsider',
  'withdraw',
  'suspend',
  'reinstate',
  'revoke',
] as const;
type ReasonKey = (typeof REASON_KEYS)[number];

function reasonKey(name: string): ReasonKey {
  return REASON_KEYS.find((key) => key === name) ?? 'reconsider';
}
