// Units of quantity that an application may use, with names in both languages.
import type { Bilingual } from '#kernel';

export const QUANTITY_UNITS = {
  kg: { zh: '千克', en: 'kg' },
  g: { zh: '克', en: 'g' },
  t: { zh: '吨', en: 't' },
  l: { zh: '升', en: 'l' },
  m: { zh: '米', en: 'm' },
  m2: { zh: '平方米', en: 'm²' },
  pcs: { zh: '件', en: 'pcs' },
  set: { zh: '套', en: 'set' },
  licence: { zh: '份', en: 'copy' },
} as const satisfies Record<string, Bilingual>;

export type QuantityUnit = keyof typeof QUANTITY_UNITS;

export function isQuantityUnit(text: string): text is QuantityUnit {
  return Object.hasOwn(QUANTITY_UNITS, text);
}
