// The declaration with which an application is filed, at the foot of check-answers.
import type { DescribedFault } from '../../http/refusals';
import { DECLARATION_FIELDS } from '../../http/words';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { ChoiceField, TextField } from '../forms/field';
import type { Voice } from '../rendering/voice';

export interface CheckForm {
  readonly action: string;
  readonly errors: readonly FormError[];
  readonly truthful: ChoiceField;
  readonly signatory: TextField;
  readonly submit: string;
}

export function checkForm(
  action: string,
  submit: string,
  valueOf: (name: string) => string,
  faults: readonly DescribedFault[],
  voice: Voice,
): CheckForm {
  const form = new FormBuilder(voice, valueOf, faults);
  const truthful = form.choices('declaration.truthful', {
    label: DECLARATION_FIELDS.truthful,
    type: 'checkbox',
    choices: [{ value: 'yes', label: voice.t('check.declaration'), hint: null }],
  });
  const signatory = form.text('declaration.signatory', {
    label: DECLARATION_FIELDS.signatory,
    hint: voice.t('hint.signatory'),
    width: 'half',
    autocomplete: 'name',
  });
  return { action, errors: form.errors([truthful, signatory]), truthful, signatory, submit };
}
