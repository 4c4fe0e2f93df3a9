// A citation of the loaded procedure in the reader's language: instruments and articles are set in Chinese as Chinese law writes them.
import type { Language } from '#kernel';

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/Export Control Law/g, '《出口管制法》'],
  [/Decree 792/g, '国务院令第792号'],
  [/MOFCOM questions and answers/g, '商务部问答'],
  [/Practice of applicants; no text read asks for it/g, '申请人的惯常做法；所读法规均未要求'],
];
/** `Art. 16`, `Art. 16 (4)`, `Art. 17, 26`, `Art. 15 to 17`. */
const ARTICLES = /Art\. (\d+)(?: \((\d+)\)| to (\d+)|((?:, \d+)+))?/g;
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** What is no name and no article stays as it is. */
export function citation(cite: string, language: Language): string {
  if (language === 'en') return cite;
  return NAMES.reduce((text, [name, zh]) => text.replace(name, zh), cite)
    .replace(ARTICLES, (_all, first: string, item?: string, last?: string, more?: string) => {
      if (item) return `${article(first)}第${numeral(Number(item))}项`;
      if (last) return `${article(first)}至${article(last)}`;
      return [first, ...(more?.match(/\d+/g) ?? [])].map(article).join('、');
    })
    .replaceAll(', ', '、')
    .replaceAll('; ', '；')
    .replaceAll(' 第', '第');
}

function article(number: string): string {
  return `第${numeral(Number(number))}条`;
}

/** 1 to 99. */
function numeral(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), DIGITS[number % 10] ?? ''];
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones}`;
}
