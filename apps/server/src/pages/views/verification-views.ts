// Verification as pages: the form for the code, and the three things that a code tells.
import type { Verification } from '#casework';
import type { DescribedFault } from '../../http/refusals';
import { FormBuilder } from '../forms/form-builder';
import type { Voice } from '../rendering/voice';
import type { AccountForm } from './account-views';
import { lifeTag, type Tag } from './parts';

export interface VerificationView {
  readonly number: string;
  readonly life: Tag;
  readonly sha256: string | null;
}

export function verificationPage({ number, life, sha256 }: Verification, voice: Voice): VerificationView {
  return { number, life: lifeTag(life, voice), sha256 };
}

export function verificationForm({
  voice,
  valueOf,
  faults,
}: {
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}): AccountForm {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [form.text('code', { label: t('verify.code'), hint: t('verify.hint') })];
  return {
    title: t('verify.title'),
    about: t('verify.about'),
    action: '/verify',
    next: null,
    errors: form.errors(fields),
    fields,
    submit: t('verify.submit'),
    link: null,
  };
}
