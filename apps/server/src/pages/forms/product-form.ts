// The form of a product: its fields, the rows for composition, parameters and built-in parts, and how the answers become its facts.
import { emptyProduct, PRODUCT_KINDS, PRODUCT_LIMITS, type ProductFacts } from '#casework';
import type { PropertyWord } from '#regulation';
import {
  COMPOSITION_FIELDS,
  CONTENT_FIELDS,
  ITEM_FIELDS,
  OTHER_FIELDS,
  PARAMETER_FIELDS,
  PRODUCT_KIND,
  TECHNOLOGY_FIELDS,
} from '../../http/words';
import type { Voice } from '../rendering/voice';
import type { Field } from './field';
import type { FormAnswers } from './form-answers';
import type { FormBuilder } from './form-builder';
import { propertyChoices } from './item-form';
import { countryChoices } from './section-forms';
import { typedCode, typedNumber, typedValue } from './typed-text';

const FIRST_ROWS = 3;
const MORE_ROWS = 3;

const TABLES = {
  composition: PRODUCT_LIMITS.compositionRows,
  parameters: PRODUCT_LIMITS.parameters,
  contents: PRODUCT_LIMITS.contents,
  madeWithTechnology: PRODUCT_LIMITS.technologies,
} as const;
type Table = keyof typeof TABLES;
export type ProductRowCounts = Readonly<Record<Table, number>>;

/** Rows to show for the product as stored: one blank more than filled, at least three. */
export function productRows(facts: ProductFacts = emptyProduct()): ProductRowCounts {
  return counts((table) => Math.min(Math.max(facts[table].length + 1, FIRST_ROWS), TABLES[table]));
}

/** Rows to show for the answers given, with more in the table whose "add" button was used. */
export function answeredProductRows(answers: FormAnswers): ProductRowCounts {
  return counts((table) =>
    Math.min(answers.rowCount(table, TABLES[table]) + (answers.text('add') === table ? MORE_ROWS : 0), TABLES[table]),
  );
}

function counts(of: (table: Table) => number): ProductRowCounts {
  const [composition, parameters] = [of('composition'), of('parameters')];
  return { composition, parameters, contents: of('contents'), madeWithTechnology: of('madeWithTechnology') };
}

/** The stored text under a name of the form, such as `parameters.0.unit`; empty where there is none. */
export function productText(facts: ProductFacts, name: string): string {
  let place: unknown = facts;
  for (const step of name.split('.')) place = typeof place === 'object' && place !== null ? Reflect.get(place, step) : undefined;
  return typeof place === 'string' ? place : '';
}

export function productFields(
  form: FormBuilder,
  voice: Voice,
  rows: ProductRowCounts,
  properties: Readonly<Record<string, PropertyWord>>,
): Field[] {
  const { t } = voice;
  return [
    form.text('nameZh', { label: OTHER_FIELDS['nameZh'] ?? '', lang: 'zh' }),
    form.text('nameEn', { label: OTHER_FIELDS['nameEn'] ?? '', lang: 'en', hint: t('hint.itemNameEn') }),
    form.choices('kind', {
      label: OTHER_FIELDS['kind'] ?? '',
      type: 'radio',
      choices: PRODUCT_KINDS.map((value) => ({ value, label: voice.say(PRODUCT_KIND[value]), hint: null })),
    }),
    form.text('form', { label: ITEM_FIELDS.form, hint: t('hint.form'), width: 'half', optional: true }),
    form.rows('composition', {
      label: ITEM_FIELDS.composition,
      hint: t('hint.composition'),
      columns: [
        { key: 'substance', label: COMPOSITION_FIELDS.substance },
        { key: 'massPercent', label: COMPOSITION_FIELDS.massPercent },
      ],
      count: rows.composition,
      most: TABLES.composition,
      addLabel: t('item.moreComposition'),
    }),
    form.rows('parameters', {
      label: ITEM_FIELDS.parameters,
      hint: t('hint.parameters'),
      columns: [
        { key: 'property', label: PARAMETER_FIELDS.property, suggestions: propertyChoices(properties, voice) },
        { key: 'value', label: PARAMETER_FIELDS.value },
        { key: 'unit', label: PARAMETER_FIELDS.unit },
      ],
      count: rows.parameters,
      most: TABLES.parameters,
      addLabel: t('item.moreParameters'),
    }),
    form.text('hsCode', {
      label: ITEM_FIELDS.hsCode,
      hint: t('hint.hsCode'),
      width: 'half',
      inputMode: 'numeric',
      optional: true,
    }),
    form.text('casNumber', { label: OTHER_FIELDS['casNumber'] ?? '', hint: t('product.casHint'), width: 'half', optional: true }),
    form.text('controlCode', { label: ITEM_FIELDS.controlCode, hint: t('product.codeHint'), width: 'half', optional: true }),
    form.select('origin', { label: ITEM_FIELDS.origin, choices: countryChoices(voice), optional: true }),
    form.select('madeIn', {
      label: OTHER_FIELDS['madeIn'] ?? '',
      hint: t('product.madeInHint'),
      choices: countryChoices(voice),
      optional: true,
    }),
    form.rows('contents', {
      label: OTHER_FIELDS['contents'] ?? '',
      hint: t('product.contentsHint'),
      columns: [
        { key: 'nameZh', label: CONTENT_FIELDS.nameZh, lang: 'zh' },
        { key: 'nameEn', label: CONTENT_FIELDS.nameEn, lang: 'en' },
        { key: 'origin', label: CONTENT_FIELDS.origin, suggestions: countryChoices(voice) },
        { key: 'valuePercent', label: CONTENT_FIELDS.valuePercent },
      ],
      count: rows.contents,
      most: TABLES.contents,
      addLabel: t('product.moreContents'),
    }),
    form.rows('madeWithTechnology', {
      label: OTHER_FIELDS['madeWithTechnology'] ?? '',
      hint: t('product.technologyHint'),
      columns: [
        { key: 'nameZh', label: TECHNOLOGY_FIELDS.nameZh, lang: 'zh' },
        { key: 'nameEn', label: TECHNOLOGY_FIELDS.nameEn, lang: 'en' },
        { key: 'origin', label: TECHNOLOGY_FIELDS.origin, suggestions: countryChoices(voice) },
      ],
      count: rows.madeWithTechnology,
      most: TABLES.madeWithTechnology,
      addLabel: t('product.moreTechnology'),
    }),
  ];
}

/** The product as answered; rows that are blank throughout are left out. `place` tells where in the form the field of a kept row stands. */
export function readProduct(answers: FormAnswers): { facts: Record<string, unknown>; place: (at: string) => string } {
  const rowAt = new Map<string, string>();
  const rowsOf = (table: Table, read: Readonly<Record<string, (text: string) => string>>) => {
    const kept: Record<string, string>[] = [];
    for (let row = 0; row < answers.rowCount(table, TABLES[table]); row++) {
      const values = Object.fromEntries(
        Object.entries(read).map(([key, clean]) => [key, clean(answers.trimmed(`${table}.${row}.${key}`))]),
      );
      if (Object.values(values).every((value) => value === '')) continue;
      rowAt.set(`${table}.${kept.length}.`, `${table}.${row}.`);
      kept.push(values);
    }
    return kept;
  };
  const asIs = (text: string) => text;
  const upper = (text: string) => typedCode(text).toUpperCase();
  const facts = {
    nameZh: answers.trimmed('nameZh'),
    nameEn: answers.trimmed('nameEn'),
    kind: answers.text('kind'),
    form: answers.trimmed('form'),
    composition: rowsOf('composition', { substance: asIs, massPercent: typedNumber }),
    parameters: rowsOf('parameters', { property: asIs, value: typedValue, unit: asIs }),
    hsCode: typedCode(answers.trimmed('hsCode')),
    casNumber: typedCode(answers.trimmed('casNumber')),
    controlCode: typedCode(answers.trimmed('controlCode')),
    origin: answers.text('origin'),
    madeIn: answers.text('madeIn'),
    contents: rowsOf('contents', { nameZh: asIs, nameEn: asIs, origin: upper, valuePercent: typedNumber }),
    madeWithTechnology: rowsOf('madeWithTechnology', { nameZh: asIs, nameEn: asIs, origin: upper }),
  };
  const place = (at: string) =>
    [...rowAt].reduce((path, [kept, written]) => (at.startsWith(kept) ? written + at.slice(kept.length) : path), at);
  return { facts, place };
}
