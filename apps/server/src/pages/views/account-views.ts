// Pages for people who are not signed in: signing in, asking for a reset, setting a password; and the plain notice.
import { PASSWORD_LENGTH } from '#casework';
import type { DescribedFault } from '../../http/refusals';
import { FormBuilder, type FormError } from '../forms/form-builder';
import type { Field } from '../forms/field';
import type { Voice } from '../rendering/voice';
import type { Link } from './parts';

export interface AccountForm {
  readonly title: string;
  readonly about: string | null;
  readonly action: string;
  /** Address to go to after signing in; null on the other forms. */
  readonly next: string | null;
  readonly errors: readonly FormError[];
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly link: Link | null;
}

interface Given {
  readonly voice: Voice;
  readonly valueOf: (name: string) => string;
  readonly faults: readonly DescribedFault[];
}

export function signInForm({ voice, valueOf, faults }: Given, next: string | null): AccountForm {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [
    form.text('email', { label: t('signIn.email'), type: 'email', autocomplete: 'username' }),
    form.text('password', { label: t('signIn.password'), type: 'password', autocomplete: 'current-password' }),
  ];
  return {
    title: t('signIn.title'),
    about: null,
    action: '/sign-in',
    next,
    errors: form.errors(fields),
    fields,
    submit: t('signIn.submit'),
    link: { href: '/password-resets', text: t('signIn.forgotten') },
  };
}

export function askResetForm({ voice, valueOf, faults }: Given): AccountForm {
  const { t } = voice;
  const form = new FormBuilder(voice, valueOf, faults);
  const fields = [form.text('email', { label: t('signIn.email'), type: 'email', autocomplete: 'username' })];
  return {
    title: t('reset.title'),
    about: t('reset.about'),
    action: '/password-resets',
    next: null,
    errors: form.errors(fields),
    fields,
    submit: t('reset.submit'),
    link: { href: '/sign-in', text: t('reset.toSignIn') },
  };
}

/** For a reset and for an invitation alike. */
export function newPasswordForm(
  { voice, faults }: Given,
  kind: 'reset' | 'invitation',
  holder: { name: string; email: string },
  action: string,
): AccountForm {
  const { t } = voice;
  const form = new FormBuilder(voice, () => '', faults);
  const fields = [
    form.text('password', {
      label: t('newPassword.label'),
      type: 'password',
      autocomplete: 'new-password',
      hint: t('hint.password', PASSWORD_LENGTH),
    }),
  ];
  return {
    title: t(kind === 'reset' ? 'newPassword.resetTitle' : 'newPassword.invitationTitle'),
    about: t(kind === 'reset' ? 'newPassword.resetAbout' : 'newPassword.invitationAbout', {
      name: holder.name,
      email: holder.email,
    }),
    action,
    next: null,
    errors: form.errors(fields),
    fields,
    submit: t('newPassword.submit'),
    link: null,
  };
}

/** A page that only tells something. */
export interface NoticeView {
  readonly title: string;
  readonly text: string;
  readonly link: Link;
}
