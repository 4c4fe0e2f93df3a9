// Chinese for what the law files word in English only: property words, kinds of material and form, numbers of instruments.
import type { Rulebook } from '../rulebook/rulebook';
import { KIND_WORDS_ZH } from './kind-words';

const PROPERTY_ZH: Readonly<Record<string, string>> = {
  substance: '物质',
  'substance class': '物质类别',
  element: '元素',
  form: '形态',
  function: '功能',
  'crystal form': '晶体形态',
  'graphite type': '石墨类型',
  material: '材料',
  'alloy system': '合金体系',
  'battery type': '电池类型',
  'processing stage': '加工程度',
  'part of': '所属设备',
  'caught by': '优先适用条目',
  'rare-earth activity': '稀土环节',
  'production-line service': '生产线服务',
  'publication status': '公开状态',
  purpose: '目的',
  product: '产品',
  'technology subject': '技术内容',
  'technology for': '所对应条目',
  'technology stage': '技术阶段',
  equipment: '设备',
  'contains item': '所含物项',
  'value set': '指标组',
  'customs code': '海关商品编号',
  'deposition method': '沉积方法',
  lining: '内衬',
  temperature: '温度',
  'kiln diameter': '窑径',
  'kiln length': '窑长',
};

const VALUE_ZH = new Map(
  Object.values(KIND_WORDS_ZH).flatMap((kinds) =>
    Object.entries(kinds).flatMap(([value, words]) => (words[0] ? [[value, words[0]] as const] : [])),
  ),
);

/** The Chinese word for the property; the property itself where none is known. */
export function propertyZh(rulebook: Rulebook, property: string): string {
  return rulebook.propertyWords[property]?.zh?.[0] ?? PROPERTY_ZH[property] ?? property;
}

/** The Chinese word for a kind of material or form; the word itself where none is known. */
export function valueZh(value: string): string {
  return VALUE_ZH.get(value) ?? value;
}

/** `Announcement No. 18 of 2025` → 2025年第18号公告; other numbers stay as they are printed. */
export function numberZh(number: string): string {
  const [, kind, no, year] = /^(Announcement|Order|Decree) No\. (\d+) of (\d{4})/.exec(number) ?? [];
  if (!kind || !no || !year) return number;
  return kind === 'Announcement' ? `${year}年第${no}号公告` : `${year}年第${no}号令`;
}
