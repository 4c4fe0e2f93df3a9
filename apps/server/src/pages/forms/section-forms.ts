// The one-thing-per-page forms of an application's single sections: which fields they show and how the answers become the section.
import { COUNTRY_CODES, countryName } from '#kernel';
import {
  DELIVERY_FORMS,
  type Applicant,
  type ApplicationContent,
  type Contract,
  type DeliveryForm,
  type EndUse,
  type Shipment,
} from '#licensing';
import { APPLICANT_FIELDS, CONTRACT_FIELDS, DELIVERY_FORM, END_USE_FIELDS, SHIPMENT_FIELDS } from '../../http/words';
import type { Voice } from '../rendering/voice';
import type { Choice, Field } from './field';
import type { FormAnswers } from './form-answers';
import type { FormBuilder } from './form-builder';
import { typedCode } from './typed-text';

/** Sections that are one form, by the word in their address. */
export const SECTION_SLUGS = { applicant: 'applicant', shipment: 'shipment', 'end-use': 'endUse', contract: 'contract' } as const;
export type SectionSlug = keyof typeof SECTION_SLUGS;
export type FormSection = (typeof SECTION_SLUGS)[SectionSlug];

interface SectionForm<Section extends FormSection> {
  fields(form: FormBuilder, voice: Voice): Field[];
  read(answers: FormAnswers): ApplicationContent[Section];
}

/** All countries by name in the reader's language. */
export function countryChoices({ language, tag }: Voice): Choice[] {
  const collator = new Intl.Collator(tag);
  return COUNTRY_CODES.map((code) => ({ value: code, label: `${countryName(code, language)} (${code})`, hint: null })).sort(
    (a, b) => collator.compare(a.label, b.label),
  );
}

const applicant: SectionForm<'applicant'> = {
  fields: (form, { t }) => [
    form.text('applicant.nameZh', { label: APPLICANT_FIELDS.nameZh, lang: 'zh', autocomplete: 'organization' }),
    form.text('applicant.nameEn', { label: APPLICANT_FIELDS.nameEn, lang: 'en', optional: true }),
    form.text('applicant.creditCode', { label: APPLICANT_FIELDS.creditCode, hint: t('hint.creditCode'), width: 'half' }),
    form.text('applicant.traderStatus', {
      label: APPLICANT_FIELDS.traderStatus,
      hint: t('hint.traderStatus'),
      width: 'half',
      optional: true,
    }),
    form.text('applicant.address', { label: APPLICANT_FIELDS.address, autocomplete: 'street-address' }),
    form.text('applicant.province', {
      label: APPLICANT_FIELDS.province,
      width: 'half',
      optional: true,
      autocomplete: 'address-level1',
    }),
    form.text('applicant.legalRepresentative', { label: APPLICANT_FIELDS.legalRepresentative, width: 'half' }),
    form.text('applicant.managers', { label: APPLICANT_FIELDS.managers, hint: t('hint.managers'), optional: true }),
    form.text('applicant.handler', { label: APPLICANT_FIELDS.handler, width: 'half', autocomplete: 'name' }),
    form.text('applicant.handlerPhone', {
      label: APPLICANT_FIELDS.handlerPhone,
      width: 'half',
      type: 'tel',
      optional: true,
      autocomplete: 'tel',
    }),
  ],
  read: (answers): Applicant => ({
    nameZh: answers.trimmed('applicant.nameZh'),
    nameEn: answers.trimmed('applicant.nameEn'),
    creditCode: typedCode(answers.text('applicant.creditCode')).toUpperCase(),
    traderStatus: answers.trimmed('applicant.traderStatus'),
    address: answers.trimmed('applicant.address'),
    province: answers.trimmed('applicant.province'),
    legalRepresentative: answers.trimmed('applicant.legalRepresentative'),
    managers: answers.trimmed('applicant.managers'),
    handler: answers.trimmed('applicant.handler'),
    handlerPhone: answers.trimmed('applicant.handlerPhone'),
  }),
};

const shipment: SectionForm<'shipment'> = {
  fields: (form, voice) => [
    form.select('shipment.destination', {
      label: SHIPMENT_FIELDS.destination,
      hint: voice.t('hint.destination'),
      choices: countryChoices(voice),
    }),
    form.choices('shipment.deliveryForm', {
      label: SHIPMENT_FIELDS.deliveryForm,
      type: 'radio',
      choices: DELIVERY_FORMS.map((value) => ({ value, label: voice.say(DELIVERY_FORM[value]), hint: null })),
    }),
    form.text('shipment.port', { label: SHIPMENT_FIELDS.port, hint: voice.t('hint.port'), width: 'half' }),
    form.text('shipment.tradeMode', {
      label: SHIPMENT_FIELDS.tradeMode,
      hint: voice.t('hint.tradeMode'),
      width: 'short',
      inputMode: 'numeric',
      optional: true,
    }),
    form.text('shipment.route', { label: SHIPMENT_FIELDS.route, hint: voice.t('hint.route'), optional: true }),
  ],
  read: (answers): Shipment => ({
    destination: answers.trimmed('shipment.destination'),
    route: answers.trimmed('shipment.route'),
    // A word that is no form of delivery is refused by the check of the section.
    deliveryForm: answers.trimmed('shipment.deliveryForm') as DeliveryForm | '',
    port: answers.trimmed('shipment.port'),
    tradeMode: typedCode(answers.text('shipment.tradeMode')),
  }),
};

const endUse: SectionForm<'endUse'> = {
  fields: (form, { t }) => [
    form.area('endUse.zh', { label: END_USE_FIELDS.zh, lang: 'zh', hint: t('hint.endUse') }),
    form.area('endUse.en', { label: END_USE_FIELDS.en, lang: 'en' }),
    form.text('endUse.placeOfUse', { label: END_USE_FIELDS.placeOfUse, hint: t('hint.placeOfUse') }),
    form.text('endUse.finalProduct', { label: END_USE_FIELDS.finalProduct, optional: true }),
    form.choices('endUse.military', {
      label: END_USE_FIELDS.military,
      hint: t('hint.military'),
      type: 'radio',
      choices: [
        { value: 'no', label: t('word.no'), hint: null },
        { value: 'yes', label: t('word.yes'), hint: null },
      ],
    }),
  ],
  read: (answers): EndUse => ({
    zh: answers.trimmed('endUse.zh'),
    en: answers.trimmed('endUse.en'),
    placeOfUse: answers.trimmed('endUse.placeOfUse'),
    finalProduct: answers.trimmed('endUse.finalProduct'),
    military: { yes: true, no: false }[answers.text('endUse.military')] ?? null,
  }),
};

const contract: SectionForm<'contract'> = {
  fields: (form, { t }) => [
    form.text('contract.number', { label: CONTRACT_FIELDS.number, width: 'half' }),
    form.text('contract.date', { label: CONTRACT_FIELDS.date, type: 'date', width: 'short', hint: t('hint.day') }),
    form.text('contract.deliveryFrom', { label: CONTRACT_FIELDS.deliveryFrom, type: 'date', width: 'short', optional: true }),
    form.text('contract.deliveryTo', { label: CONTRACT_FIELDS.deliveryTo, type: 'date', width: 'short', optional: true }),
  ],
  read: (answers): Contract => ({
    number: answers.trimmed('contract.number'),
    // A text that names no day is refused by the check of the section.
    date: typedCode(answers.text('contract.date')) as Contract['date'],
    deliveryFrom: typedCode(answers.text('contract.deliveryFrom')) as Contract['deliveryFrom'],
    deliveryTo: typedCode(answers.text('contract.deliveryTo')) as Contract['deliveryTo'],
  }),
};

export const SECTION_FORMS: { readonly [Section in FormSection]: SectionForm<Section> } = {
  applicant,
  shipment,
  endUse,
  contract,
};

/** The stored text of a field of the content by dotted path, as a form shows it. */
export function storedText(content: ApplicationContent, name: string): string {
  let value: unknown = content;
  for (const step of name.split('.'))
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'string' ? value : '';
}
