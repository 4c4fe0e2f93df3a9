// What people read for the product library: kinds, built-in parts, sources of candidates, states of a measure.
import type { Bilingual } from '#kernel';
import type { CandidateSource } from '#regulation';
import type { ProductContent, ProductKind, ProductTechnology } from '#casework';

export const PRODUCT_KIND: Readonly<Record<ProductKind, Bilingual>> = {
  goods: { zh: '货物', en: 'Goods' },
  technology: { zh: '技术', en: 'Technology' },
  service: { zh: '服务', en: 'Service' },
};

export const CONTENT_FIELDS: Readonly<Record<keyof ProductContent, Bilingual>> = {
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  origin: { zh: '原产国（地区）', en: 'Origin' },
  valuePercent: { zh: '价值占比（%）', en: 'Per cent of value' },
};

export const TECHNOLOGY_FIELDS: Readonly<Record<keyof ProductTechnology, Bilingual>> = {
  nameZh: { zh: '中文名称', en: 'Name in Chinese' },
  nameEn: { zh: '英文名称', en: 'Name in English' },
  origin: { zh: '来源国（地区）', en: 'Origin' },
};

/** Where a candidate entry came from. */
export const SOURCE: Readonly<Record<CandidateSource, Bilingual>> = {
  'printed-name': { zh: '列明名称', en: 'Printed name' },
  synonym: { zh: '常用名称', en: 'Common name' },
  word: { zh: '条目用词', en: 'Word of the entry' },
  formula: { zh: '化学式或 CAS 号', en: 'Formula or CAS number' },
  composition: { zh: '成分', en: 'Composition' },
  'customs-code': { zh: '海关商品编号（仅作提示）', en: 'Customs code (a hint only)' },
  'stated-code': { zh: '自报编码', en: 'Code as stated' },
  statement: { zh: '声明', en: 'Statement' },
  'full-text': { zh: '全文检索（仅作线索）', en: 'Full-text search (a lead only)' },
  'earlier-decision': { zh: '此前的判定', en: 'Earlier determination' },
};
