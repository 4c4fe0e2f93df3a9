// The form of one party: its fields, and how the answers become the party.
import { PARTY_ROLES, type Party, type PartyRole } from '#licensing';
import { PARTY_FIELDS, PARTY_ROLE } from '../../http/words';
import type { Voice } from '../rendering/voice';
import type { Field } from './field';
import type { FormAnswers } from './form-answers';
import type { FormBuilder } from './form-builder';
import { countryChoices } from './section-forms';

export function partyFields(form: FormBuilder, voice: Voice, index: number): Field[] {
  const at = (field: string) => `parties.${index}.${field}`;
  const { t } = voice;
  return [
    form.choices(at('role'), {
      label: PARTY_FIELDS.role,
      type: 'radio',
      choices: PARTY_ROLES.map((value) => ({ value, label: voice.say(PARTY_ROLE[value]), hint: null })),
    }),
    form.text(at('nameEn'), { label: PARTY_FIELDS.nameEn, lang: 'en', hint: t('hint.partyName') }),
    form.text(at('nameZh'), { label: PARTY_FIELDS.nameZh, lang: 'zh', optional: true }),
    form.select(at('country'), { label: PARTY_FIELDS.country, choices: countryChoices(voice) }),
    form.text(at('address'), { label: PARTY_FIELDS.address }),
    form.text(at('registrationNumber'), { label: PARTY_FIELDS.registrationNumber, width: 'half', optional: true }),
  ];
}

export function readParty(answers: FormAnswers, index: number, id: string): Party {
  const at = (field: string) => answers.trimmed(`parties.${index}.${field}`);
  return {
    id,
    // A word that is no role is refused by the check of the party.
    role: at('role') as PartyRole,
    nameZh: at('nameZh'),
    nameEn: at('nameEn'),
    country: at('country'),
    address: at('address'),
    registrationNumber: at('registrationNumber'),
  };
}
