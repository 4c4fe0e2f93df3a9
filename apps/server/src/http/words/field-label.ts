// The name of a field, told from its dotted path (`items.0.quantity` → "Item 1: Quantity").
import type { Bilingual, Language } from '#kernel';
import { COMPOSITION_FIELDS, PAPER, PARAMETER_FIELDS, SECTION_FIELDS, SECTIONS } from './content';
import { CONTENT_FIELDS, TECHNOLOGY_FIELDS } from './products';
import { OTHER_FIELDS } from './other-fields';

const ROWS: Readonly<Record<string, Bilingual>> = {
  items: { zh: '物项', en: 'Item' },
  parties: { zh: '境外方', en: 'Party' },
  composition: { zh: '成分', en: 'Component' },
  parameters: { zh: '参数', en: 'Parameter' },
  conditions: { zh: '条件', en: 'Condition' },
  contents: { zh: '部件', en: 'Part' },
  madeWithTechnology: { zh: '技术', en: 'Technology' },
  lines: { zh: '物项', en: 'Item' },
  cases: { zh: '案件', en: 'Case' },
  placeIds: { zh: '案件', en: 'Case' },
  personIds: { zh: '成员', en: 'Member' },
  mentionIds: { zh: '提及人员', en: 'Person named' },
  queueIds: { zh: '队列', en: 'Queue' },
  feederIds: { zh: '前置队列', en: 'Feeder' },
  stages: { zh: '状态', en: 'Status' },
  codes: { zh: '编码', en: 'Code' },
  destinations: { zh: '目的地', en: 'Destination' },
  procedures: { zh: '程序', en: 'Procedure' },
};

/** Advice names its lines by the id of the item, which says nothing to a reader. */
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const INNER: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  composition: COMPOSITION_FIELDS,
  parameters: PARAMETER_FIELDS,
  contents: CONTENT_FIELDS,
  madeWithTechnology: TECHNOLOGY_FIELDS,
};

/** The name of the field at the path; the path itself where it is not a known field. Rows count from 1. */
export function fieldLabel(path: string, language: Language): string {
  const steps = path.split('.');
  const colon = language === 'zh' ? '：' : ': ';
  const parts: string[] = [];
  let table: Readonly<Record<string, Bilingual>> = SECTION_FIELDS[steps[0] as keyof typeof SECTION_FIELDS] ?? OTHER_FIELDS;
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] ?? '';
    const row = rowName(step, steps[index + 1], language);
    if (row !== null) {
      parts.push(row);
      table = INNER[step] ?? table;
      index += 1;
      continue;
    }
    const words = wordsOf(step, index, table);
    if (!words) return path;
    parts.push(words[language]);
  }
  return parts.join(colon);
}

function rowName(step: string, next: string | undefined, language: Language): string | null {
  const words = ROWS[step];
  if (!words || next === undefined) return null;
  if (ID.test(next)) return words[language];
  if (!/^\d+$/.test(next)) return null;
  return language === 'zh' ? `${words.zh}${Number(next) + 1}` : `${words.en} ${Number(next) + 1}`;
}

function wordsOf(step: string, index: number, table: Readonly<Record<string, Bilingual>>): Bilingual | undefined {
  if (index === 0 && Object.hasOwn(SECTIONS, step)) return SECTIONS[step as keyof typeof SECTIONS];
  if (Object.hasOwn(PAPER, step)) return PAPER[step as keyof typeof PAPER];
  return Object.hasOwn(table, step) ? table[step] : undefined;
}
