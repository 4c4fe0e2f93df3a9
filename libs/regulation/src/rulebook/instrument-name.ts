// How an instrument is named for people: by its number where it has one, else by its title.
import type { Bilingual } from '#kernel';
import type { Instrument } from './law';

const AUTHORITIES = new Map([
  ['MOFCOM', '商务部'],
  ['GACC', '海关总署'],
  ['General Administration of Customs', '海关总署'],
  ['Ministry of Science and Technology', '科学技术部'],
  ['State Commission of Science, Technology and Industry for National Defense', '国防科工委'],
  ['SASTIND', '国家国防科工局'],
  ['CMC Equipment Development Department', '中央军委装备发展部'],
  ['MIIT', '工业和信息化部'],
  ['State Cryptography Administration', '国家密码管理局'],
  ['MPS', '公安部'],
  ['MEM', '应急管理部'],
  ['NMPA', '国家药监局'],
  ['State Council', '国务院'],
  ['Unreliable Entity List Working Mechanism', '不可靠实体清单工作机制'],
]);

const NUMBER = /^(Announcement|Order|Decree|President's Order) No\. (\d+) of (\d{4})(.*)$/;

type Named = Pick<Instrument, 'authority' | 'number' | 'titleZh' | 'titleEn'>;

/**
 * The number as printed, in Chinese with its authorities (`商务部 海关总署公告2025年第18号`); the title where no number is known.
 * When the Chinese name of an authority is not known here, the Chinese number stands without authorities (`2025年第18号公告`).
 */
export function instrumentName(instrument: Named): Bilingual {
  return namesOf(instrument).name;
}

interface Names {
  readonly name: Bilingual;
  readonly title: Bilingual;
}

/** Each instrument is named once. */
const named = new WeakMap<Named, Names>();

function namesOf(instrument: Named): Names {
  const kept = named.get(instrument);
  if (kept) return kept;
  const { authority, number, titleZh, titleEn } = instrument;
  const zh = numberZh(number, authoritiesZh(authority));
  const title = titleMark(titleZh);
  const names =
    zh === null
      ? { name: { zh: title, en: titleEn }, title: { zh: title, en: titleEn } }
      : { name: { zh, en: number }, title: { zh: `${title}（${zh}）`, en: `${titleEn} (${number})` } };
  named.set(instrument, names);
  return names;
}

/** The number with the authority that gave it, so that two of the same number are told apart (`Announcement No. 18 of 2025 (MOFCOM)`). */
export function distinctName(instrument: Named): Bilingual {
  const { zh, en } = instrumentName(instrument);
  const [authority = ''] = instrument.authority.replace(/ \([^)]*\)/g, '').split(/; | and others$/);
  return { zh, en: en === instrument.number ? `${en} (${authority})` : en };
}

function numberZh(number: string, authorities: string | null): string | null {
  const [, kind, no, year, rest] = NUMBER.exec(number) ?? [];
  if (kind === undefined || no === undefined || year === undefined) return null;
  return `${mainNumberZh(kind, no, year, authorities)}${amendedZh(rest ?? '')}`;
}

function mainNumberZh(kind: string, no: string, year: string, authorities: string | null): string {
  if (kind === 'Decree') return `国务院令第${no}号`;
  if (kind === "President's Order") return `${year}年主席令第${no}号`;
  const noun = kind === 'Announcement' ? '公告' : '令';
  return authorities === null ? `${year}年第${no}号${noun}` : `${authorities}${noun}${year}年第${no}号`;
}

/** What the number says of later amendments: by a numbered text, or in years. */
function amendedZh(rest: string): string {
  const by = /^, amended by (.+)$/.exec(rest)?.[1];
  const text = by === undefined ? null : numberZh(by, null);
  if (text !== null) return `（经${text}修订）`;
  const years = rest.match(/\d{4}/g) ?? [];
  return years.length > 0 ? `（${years.map((year) => `${year}年`).join('、')}修订）` : '';
}

/** Null when one of the authorities has no Chinese name here. */
function authoritiesZh(authority: string): string | null {
  const andOthers = / and others$/.test(authority);
  const names = authority
    .replace(/ and others$/, '')
    .replace(/ \([^)]*\)/g, '')
    .split('; ')
    .map((name) => AUTHORITIES.get(name));
  return names.every((name) => name !== undefined) ? `${names.join(' ')}${andOthers ? '等' : ''}` : null;
}

/** Title and number together; the title alone where no number is known. */
export function instrumentTitle(instrument: Named): Bilingual {
  return namesOf(instrument).title;
}

/** The title in its marks; marks inside become single ones. A title that is printed in marks stays as it is. */
function titleMark(title: string): string {
  return title.startsWith('《') ? title : `《${title.replace(/《/g, '〈').replace(/》/g, '〉')}》`;
}
