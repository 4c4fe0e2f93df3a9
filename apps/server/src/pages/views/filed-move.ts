// The page before an act of the applicant on an application: what happens, said before it happens.
import type { ExporterView } from '#casework';
import { LIMITS, type MoveInput } from '#licensing';
import type { DescribedFault } from '../../http/refusals';
import { MOVES } from '../../http/words';
import { FormBuilder } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { Voice } from '../rendering/voice';
import type { FormView } from './parts';

/** Moves of the applicant that have a page of their own; filing has check-answers. */
export const FILED_MOVES = ['withdraw', 'amend'] as const;
export type FiledMove = (typeof FILED_MOVES)[number];

export interface FiledMoveView extends FormView {
  readonly caption: string;
  /** What happens, one sentence each. */
  readonly happens: readonly string[];
  /** It cannot be taken back. */
  readonly grave: boolean;
}

interface Given {
  readonly asks: readonly MoveInput[];
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

export function filedMove(view: ExporterView, name: FiledMove, { asks, valueOf, faults }: Given, voice: Voice): FiledMoveView {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields: Field[] = asks.includes('reason')
    ? [form.area('reason', { label: t('filed.reason'), hint: t('hint.reason', { max: LIMITS.reason }) })]
    : [];
  const title = voice.say(MOVES[name]);
  const happens =
    name === 'withdraw'
      ? [t('withdraw.ends'), t('withdraw.after')]
      : [t('amend.readOnly'), t('amend.draft'), t('amend.clock'), t('amend.carried')];
  return {
    title,
    caption: view.reference,
    back: { href: `/applications/${view.id}`, text: view.reference },
    action: `/applications/${view.id}/moves/${name}`,
    version: view.version,
    happens,
    grave: name === 'withdraw',
    errors: form.errors(fields),
    fields,
    submit: title,
  };
}
