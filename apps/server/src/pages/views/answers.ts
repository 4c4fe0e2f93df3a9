// The answers of an application as summary cards, for check-answers, the case page and the read view.
import { countryName } from '#kernel';
import { quantityInKg, type ApplicationContent, type ApplicationItem, type Party } from '#licensing';
import {
  APPLICANT_FIELDS,
  CONTRACT_FIELDS,
  DECLARATION_FIELDS,
  DELIVERY_FORM,
  END_USE_FIELDS,
  ITEM_FIELDS,
  PARTY_FIELDS,
  PARTY_ROLE,
  SECTIONS,
  SHIPMENT_FIELDS,
  sayKey,
  unitName,
} from '../../http/words';
import { LANGUAGE_TAG } from '../../http/request-language';
import { grouped, type Spoken, type Voice } from '../rendering/voice';
import type { Link, SummaryCard, SummaryRow } from './parts';

/** Where a section is changed; null where nothing may be changed. */
export type ChangeHref = ((place: string) => string) | null;

/** All sections but the declaration, in the order of the task list. */
export function answerCards(content: ApplicationContent, voice: Voice, changeHref: ChangeHref): SummaryCard[] {
  const { t } = voice;
  const change = (place: string, what: string): Link | null =>
    changeHref && { href: changeHref(place), text: t('answers.change', { what }) };
  const own = (text: string): Spoken[] => (text ? [{ text, lang: voice.tag }] : []);
  const inLang = (text: string, lang: keyof typeof LANGUAGE_TAG): Spoken[] => (text ? [{ text, lang: LANGUAGE_TAG[lang] }] : []);
  const row = (label: { zh: string; en: string }, lines: readonly Spoken[]): SummaryRow => ({
    label: voice.say(label),
    lines: lines.length > 0 ? lines : own(t('answers.none')),
  });
  const card = (id: keyof typeof SECTIONS, place: string, rows: SummaryRow[]): SummaryCard => {
    const title = voice.say(SECTIONS[id]);
    return { id, title, change: change(place, title), rows };
  };
  const { applicant, shipment, endUse, contract } = content;
  return [
    card('applicant', 'applicant', [
      row(APPLICANT_FIELDS.nameZh, inLang(applicant.nameZh, 'zh')),
      row(APPLICANT_FIELDS.nameEn, inLang(applicant.nameEn, 'en')),
      row(APPLICANT_FIELDS.creditCode, own(applicant.creditCode)),
      row(APPLICANT_FIELDS.traderStatus, own(applicant.traderStatus)),
      row(APPLICANT_FIELDS.address, own(placeText(applicant))),
      row(APPLICANT_FIELDS.legalRepresentative, own(applicant.legalRepresentative)),
      row(APPLICANT_FIELDS.managers, own(applicant.managers)),
      row(APPLICANT_FIELDS.handler, own([applicant.handler, applicant.handlerPhone].filter(Boolean).join(' · '))),
    ]),
    card('shipment', 'shipment', [
      row(SHIPMENT_FIELDS.destination, own(shipment.destination && countryName(shipment.destination, voice.language))),
      row(SHIPMENT_FIELDS.deliveryForm, own(shipment.deliveryForm && voice.say(DELIVERY_FORM[shipment.deliveryForm]))),
      row(SHIPMENT_FIELDS.port, own(shipment.port)),
      row(SHIPMENT_FIELDS.tradeMode, own(shipment.tradeMode)),
      row(SHIPMENT_FIELDS.route, own(shipment.route)),
    ]),
    ...content.items.map((item, index) =>
      itemCard(item, index, voice, row, change(`items/${item.id}`, t('items.number', { number: index + 1 }))),
    ),
    ...content.parties.map((party) =>
      partyCard(party, voice, row, change(`parties/${party.id}`, voice.say(PARTY_ROLE[party.role]))),
    ),
    card('endUse', 'end-use', [
      row(END_USE_FIELDS.zh, inLang(endUse.zh, 'zh')),
      row(END_USE_FIELDS.en, inLang(endUse.en, 'en')),
      row(END_USE_FIELDS.placeOfUse, own(endUse.placeOfUse)),
      row(END_USE_FIELDS.finalProduct, own(endUse.finalProduct)),
      row(END_USE_FIELDS.military, own(endUse.military === null ? '' : t(endUse.military ? 'word.yes' : 'word.no'))),
    ]),
    card('contract', 'contract', [
      row(CONTRACT_FIELDS.number, own(contract.number)),
      row(CONTRACT_FIELDS.date, own(contract.date)),
      row(CONTRACT_FIELDS.deliveryFrom, own(contract.deliveryFrom)),
      row(CONTRACT_FIELDS.deliveryTo, own(contract.deliveryTo)),
    ]),
  ];
}

type RowOf = (label: { zh: string; en: string }, lines: readonly Spoken[]) => SummaryRow;

function itemCard(item: ApplicationItem, index: number, voice: Voice, row: RowOf, change: Link | null): SummaryCard {
  const { t, language, tag } = voice;
  const own = (text: string): Spoken[] => (text ? [{ text, lang: tag }] : []);
  const code = item.codeEdition
    ? t('answers.codeWithEdition', { code: item.controlCode, edition: item.codeEdition })
    : item.controlCode;
  return {
    id: `items-${item.id}`,
    title: t('items.number', { number: index + 1 }),
    change,
    rows: [
      row(ITEM_FIELDS.nameZh, item.nameZh ? [{ text: item.nameZh, lang: LANGUAGE_TAG.zh }] : []),
      row(ITEM_FIELDS.nameEn, item.nameEn ? [{ text: item.nameEn, lang: LANGUAGE_TAG.en }] : []),
      row(ITEM_FIELDS.controlCode, own(code)),
      row(ITEM_FIELDS.hsCode, own(item.hsCode)),
      row(ITEM_FIELDS.hsYear, own(item.hsYear)),
      row(ITEM_FIELDS.specification, own(item.specification)),
      row(ITEM_FIELDS.form, own(item.form)),
      row(
        ITEM_FIELDS.composition,
        item.composition.flatMap(({ substance, massPercent }) => own(massPercent ? `${substance} ${massPercent} %` : substance)),
      ),
      row(
        ITEM_FIELDS.parameters,
        item.parameters.flatMap(({ property, value, unit }) => own([`${property}:`, value, unit].filter(Boolean).join(' '))),
      ),
      row(ITEM_FIELDS.origin, own(item.origin && countryName(item.origin, language))),
      row(ITEM_FIELDS.quantity, own(quantityText(item, voice))),
      row(ITEM_FIELDS.kgQuantity, own(grouped(quantityInKg(item)))),
      row(ITEM_FIELDS.unitPrice, own(valueText({ value: item.unitPrice, currency: item.currency }))),
      row(ITEM_FIELDS.value, own(valueText(item))),
    ],
  };
}

function partyCard(party: Party, voice: Voice, row: RowOf, change: Link | null): SummaryCard {
  const own = (text: string): Spoken[] => (text ? [{ text, lang: voice.tag }] : []);
  return {
    id: `parties-${party.id}`,
    title: sayKey(PARTY_ROLE, party.role, voice.language),
    change,
    rows: [
      row(PARTY_FIELDS.nameEn, party.nameEn ? [{ text: party.nameEn, lang: LANGUAGE_TAG.en }] : []),
      row(PARTY_FIELDS.nameZh, party.nameZh ? [{ text: party.nameZh, lang: LANGUAGE_TAG.zh }] : []),
      row(PARTY_FIELDS.country, own(party.country && countryName(party.country, voice.language))),
      row(PARTY_FIELDS.address, own(party.address)),
      row(PARTY_FIELDS.registrationNumber, own(party.registrationNumber)),
    ],
  };
}

/** The declaration as it was filed. */
export function declarationCard({ declaration }: ApplicationContent, voice: Voice): SummaryCard {
  const line = (text: string): Spoken[] => [{ text: text || voice.t('answers.none'), lang: voice.tag }];
  return {
    id: 'declaration',
    title: voice.say(SECTIONS.declaration),
    change: null,
    rows: [
      { label: voice.say(DECLARATION_FIELDS.truthful), lines: line(voice.t(declaration.truthful ? 'word.yes' : 'word.no')) },
      { label: voice.say(DECLARATION_FIELDS.signatory), lines: line(declaration.signatory) },
    ],
  };
}

/** The address with its province in front, unless it begins with it. */
export function placeText({ province, address }: { readonly province: string; readonly address: string }): string {
  return address.startsWith(province) ? address : [province, address].filter(Boolean).join(' ');
}

export function quantityText({ quantity, unit }: Pick<ApplicationItem, 'quantity' | 'unit'>, { language }: Voice): string {
  return quantity ? `${grouped(quantity)} ${unitName(unit, language)}`.trim() : '';
}

export function valueText({ value, currency }: Pick<ApplicationItem, 'value' | 'currency'>): string {
  return value ? `${currency} ${grouped(value)}`.trim() : '';
}
