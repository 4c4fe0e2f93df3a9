// Chinese for what the law files word in English only: properties, their values, units. A word without Chinese is quoted and marked as such.
import type { Rulebook } from '../rulebook/rulebook';
import { elementNamed, elementOf, elementsOfFormula } from './elements';
import { KIND_WORDS_ZH } from './kind-words';
import { VALUE_WORDS_ZH } from './value-words';

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
  'beyond visual line of sight flight': '超视距飞行',
  'radio power above civil product approval limit': '无线电功率超过民用产品核准限值',
  'payload-drop capability': '投放功能',
  'hyperspectral camera, or multispectral bands other than 560/650/730/860 nm':
    '高光谱相机，或560/650/730/860 nm以外波段的多光谱相机',
  'infrared camera NETD': '红外相机噪声等效温差',
  'laser rangefinder class': '激光测距仪等级',
  'laser pulse energy': '激光脉冲能量',
  'laser aperture': '激光孔径',
  'laser peak power': '激光峰值功率',
  'supports non-certified payloads': '支持非认证载荷',
  'three-axis six-sided simultaneous pressing': '三轴六面同步加压',
  'daily leachate throughput': '日处理浸出液量',
  'compaction density at 220 MPa': '220 MPa下的压实密度',
  'reversible capacity at 0.1C': '0.1C可逆容量',
  'average voltage at 0.1C': '0.1C平均电压',
  'value share': '价值比例',
};

const VALUE_ZH = new Map(
  Object.values(KIND_WORDS_ZH).flatMap((kinds) =>
    Object.entries(kinds).flatMap(([value, words]) => (words[0] ? [[value, words[0]] as const] : [])),
  ),
);

const UNIT_ZH: Readonly<Record<string, string>> = {
  '% by weight': '%（质量分数）',
  layers: '层',
  'per cm2': '个/cm2',
  'per m2': '个/m2',
  'm3/day': 'm3/日',
  'L/day': 'L/日',
  ratio: '（比值）',
};

/** What a text without letters of its own language is: codes, formulas, numbers, Chinese. */
const NEEDS_NO_WORDS = /^(?:[^A-Za-z]*|[0-9][A-E][0-9]{3}\S*|\S*[\u3400-\u9fff].*)$/;

/** English material that has no Chinese text in the law files, quoted and marked. */
export function englishOnly(text: string): string {
  return `（仅有英文说明）${quoted(text)}`;
}

/** A text that stays as somebody wrote it. */
export function quoted(text: string): string {
  return `“${text.replace(/[“”]/g, "'")}”`;
}

/** The Chinese word for the property. */
function propertyZh(rulebook: Rulebook, property: string): string {
  return (
    rulebook.propertyWords[property]?.zh?.[0] ?? PROPERTY_ZH[property] ?? contentZh(property) ?? `${quoted(property)}（英文用词）`
  );
}

/** `dysprosium content` → 镝含量. */
function contentZh(property: string): string | undefined {
  const symbol = elementNamed(/^(\w+) content$/.exec(property)?.[1] ?? '');
  const element = symbol === undefined ? undefined : elementOf(symbol);
  return element && `${element.zh}含量`;
}

/** The Chinese word for a value of the property; formulas, codes and Chinese text stay, other words are quoted. */
function valueZh(rulebook: Rulebook, property: string, value: string): string {
  const known =
    rulebook.propertyWords[property]?.valueWords?.[value]?.zh[0] ??
    VALUE_ZH.get(value) ??
    VALUE_WORDS_ZH.get(value) ??
    oxideZh(value);
  if (known !== undefined) return known;
  const symbol = elementNamed(value);
  if (symbol !== undefined) return elementOf(symbol)?.zh ?? symbol;
  return NEEDS_NO_WORDS.test(value) || elementsOfFormula(value) !== null ? value : quoted(value);
}

/** `dysprosium oxide` → 氧化镝. */
function oxideZh(value: string): string | undefined {
  const symbol = elementNamed(/^(\w+) oxide$/.exec(value)?.[1] ?? '');
  const element = symbol === undefined ? undefined : elementOf(symbol);
  return element && `氧化${element.zh}`;
}

export function unitZh(unit: string): string {
  return UNIT_ZH[unit] ?? unit;
}

/** Says properties and values of a test in Chinese. */
export interface ChineseWords {
  property(property: string): string;
  value(property: string, value: string): string;
}

const wordsByRulebook = new WeakMap<Rulebook, ChineseWords>();

/** The words of the rulebook for the reasons of tests. */
export function chineseWords(rulebook: Rulebook): ChineseWords {
  const kept = wordsByRulebook.get(rulebook);
  if (kept) return kept;
  const properties = new Map<string, string>();
  const made: ChineseWords = {
    property: (property) => {
      const word = properties.get(property) ?? propertyZh(rulebook, property);
      if (property in rulebook.propertyWords) properties.set(property, word);
      return word;
    },
    value: (property, value) => valueZh(rulebook, property, value),
  };
  wordsByRulebook.set(rulebook, made);
  return made;
}
