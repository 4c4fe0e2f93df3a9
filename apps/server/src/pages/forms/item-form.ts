// The form of one item: its fields, the rows for composition and parameters, and how the answers become the item.
import { LIMITS, QUANTITY_UNITS, type ApplicationItem } from '#licensing';
import type { PropertyWord } from '#regulation';
import { COMPOSITION_FIELDS, ITEM_FIELDS, PARAMETER_FIELDS, unitName } from '../../http/words';
import type { Voice } from '../rendering/voice';
import type { Choice, Field } from './field';
import type { FormAnswers } from './form-answers';
import type { FormBuilder } from './form-builder';
import { countryChoices } from './section-forms';
import { typedCode, typedNumber, typedValue } from './typed-text';

/** Rows that a table shows at first, and how many "add" gives more. */
const FIRST_ROWS = 3;
const MORE_ROWS = 3;
const CURRENCIES = ['CNY', 'USD', 'EUR', 'JPY', 'GBP', 'HKD', 'KRW', 'CHF', 'SGD'];

const plain = (value: string): Choice => ({ value, label: value, hint: null });

export interface ItemRowCounts {
  readonly composition: number;
  readonly parameters: number;
}

/** Rows to show for the item as stored: one blank more than filled, at least three. */
export function storedRows(item: ApplicationItem | undefined): ItemRowCounts {
  const count = (filled: number, most: number) => Math.min(Math.max(filled + 1, FIRST_ROWS), most);
  return {
    composition: count(item?.composition.length ?? 0, LIMITS.compositionRows),
    parameters: count(item?.parameters.length ?? 0, LIMITS.parameters),
  };
}

/** Rows to show for the answers given, with more in the table whose "add" button was used. */
export function answeredRows(answers: FormAnswers, index: number): ItemRowCounts {
  const count = (table: keyof ItemRowCounts, most: number) => {
    const name = `items.${index}.${table}`;
    const more = answers.text('add') === name ? MORE_ROWS : 0;
    return Math.min(answers.rowCount(name, most) + more, most);
  };
  return { composition: count('composition', LIMITS.compositionRows), parameters: count('parameters', LIMITS.parameters) };
}

export function itemFields(
  form: FormBuilder,
  voice: Voice,
  index: number,
  rows: ItemRowCounts,
  properties: Readonly<Record<string, PropertyWord>>,
): Field[] {
  const at = (field: string) => `items.${index}.${field}`;
  const { t } = voice;
  return [
    form.text(at('nameZh'), { label: ITEM_FIELDS.nameZh, lang: 'zh' }),
    form.text(at('nameEn'), { label: ITEM_FIELDS.nameEn, lang: 'en', hint: t('hint.itemNameEn') }),
    form.text(at('controlCode'), { label: ITEM_FIELDS.controlCode, hint: t('hint.controlCode'), width: 'half' }),
    form.text(at('codeEdition'), { label: ITEM_FIELDS.codeEdition, hint: t('hint.codeEdition'), optional: true }),
    form.text(at('hsCode'), {
      label: ITEM_FIELDS.hsCode,
      hint: t('hint.hsCode'),
      width: 'half',
      inputMode: 'numeric',
      optional: true,
    }),
    form.text(at('hsYear'), {
      label: ITEM_FIELDS.hsYear,
      hint: t('hint.hsYear'),
      width: 'short',
      inputMode: 'numeric',
      optional: true,
    }),
    form.area(at('specification'), { label: ITEM_FIELDS.specification, hint: t('hint.specification'), rows: 2 }),
    form.text(at('form'), { label: ITEM_FIELDS.form, hint: t('hint.form'), width: 'half', optional: true }),
    form.rows(at('composition'), {
      label: ITEM_FIELDS.composition,
      hint: t('hint.composition'),
      columns: [
        { key: 'substance', label: COMPOSITION_FIELDS.substance },
        { key: 'massPercent', label: COMPOSITION_FIELDS.massPercent },
      ],
      count: rows.composition,
      most: LIMITS.compositionRows,
      addLabel: t('item.moreComposition'),
    }),
    form.rows(at('parameters'), {
      label: ITEM_FIELDS.parameters,
      hint: t('hint.parameters'),
      columns: [
        { key: 'property', label: PARAMETER_FIELDS.property, suggestions: propertyChoices(properties, voice) },
        { key: 'value', label: PARAMETER_FIELDS.value },
        { key: 'unit', label: PARAMETER_FIELDS.unit },
      ],
      count: rows.parameters,
      most: LIMITS.parameters,
      addLabel: t('item.moreParameters'),
    }),
    form.select(at('origin'), { label: ITEM_FIELDS.origin, choices: countryChoices(voice) }),
    form.text(at('quantity'), { label: ITEM_FIELDS.quantity, width: 'short', inputMode: 'decimal', hint: t('hint.quantity') }),
    form.select(at('unit'), {
      label: ITEM_FIELDS.unit,
      choices: Object.keys(QUANTITY_UNITS).map((value) => ({ value, label: unitName(value, voice.language), hint: null })),
    }),
    form.text(at('kgQuantity'), {
      label: ITEM_FIELDS.kgQuantity,
      width: 'short',
      inputMode: 'decimal',
      hint: t('hint.kgQuantity'),
      optional: true,
    }),
    form.text(at('unitPrice'), {
      label: ITEM_FIELDS.unitPrice,
      width: 'short',
      inputMode: 'decimal',
      hint: t('hint.unitPrice'),
      optional: true,
    }),
    form.text(at('value'), { label: ITEM_FIELDS.value, width: 'short', inputMode: 'decimal', hint: t('hint.value') }),
    form.text(at('currency'), {
      label: ITEM_FIELDS.currency,
      width: 'short',
      hint: t('hint.currency'),
      suggestions: CURRENCIES.map(plain),
    }),
  ];
}

/** The item as answered; rows that are blank throughout are left out. `rowAt` tells at which row of the form each kept row stood. */
export function readItem(
  answers: FormAnswers,
  index: number,
  id: string,
): { item: ApplicationItem; rowAt: ReadonlyMap<string, string> } {
  const at = (field: string) => answers.trimmed(`items.${index}.${field}`);
  const rowAt = new Map<string, string>();
  const rowsOf = (table: keyof ItemRowCounts, keys: readonly string[], most: number) => {
    const kept: Record<string, string>[] = [];
    for (let row = 0; row < answers.rowCount(`items.${index}.${table}`, most); row++) {
      const values = Object.fromEntries(keys.map((key) => [key, at(`${table}.${row}.${key}`)]));
      if (Object.values(values).every((value) => value === '')) continue;
      rowAt.set(`items.${index}.${table}.${kept.length}.`, `items.${index}.${table}.${row}.`);
      kept.push(values);
    }
    return kept;
  };
  const composition = rowsOf('composition', ['substance', 'massPercent'], LIMITS.compositionRows);
  const parameters = rowsOf('parameters', ['property', 'value', 'unit'], LIMITS.parameters);
  return {
    item: {
      id,
      nameZh: at('nameZh'),
      nameEn: at('nameEn'),
      controlCode: typedCode(at('controlCode')),
      codeEdition: at('codeEdition'),
      hsCode: typedCode(at('hsCode')),
      hsYear: typedCode(at('hsYear')),
      specification: at('specification'),
      form: at('form'),
      composition: composition.map(({ substance = '', massPercent = '' }) => ({
        substance,
        massPercent: typedNumber(massPercent),
      })),
      parameters: parameters.map(({ property = '', value = '', unit = '' }) => ({
        property,
        value: typedValue(value),
        unit,
      })),
      origin: at('origin'),
      quantity: typedNumber(at('quantity')),
      unit: at('unit'),
      kgQuantity: typedNumber(at('kgQuantity')),
      unitPrice: typedNumber(at('unitPrice')),
      value: typedNumber(at('value')),
      currency: typedCode(at('currency')).toUpperCase(),
    },
    rowAt,
  };
}

/** True when nothing is filled in. */
export function isEmptyItem({ id: _id, composition, parameters, ...fields }: ApplicationItem): boolean {
  return composition.length === 0 && parameters.length === 0 && Object.values(fields).every((text) => text === '');
}

/** Properties that the loaded law tests, with a Chinese word where it gives one. */
export function propertyChoices(properties: Readonly<Record<string, PropertyWord>>, { language }: Voice): Choice[] {
  return Object.entries(properties).map(([property, { unit, zh }]) => {
    const name = language === 'zh' ? (zh?.[0] ?? property) : property;
    const measured = unit === 'text' || unit === 'boolean' ? '' : ` (${unit})`;
    return { value: property, label: `${name}${measured}`, hint: null };
  });
}
