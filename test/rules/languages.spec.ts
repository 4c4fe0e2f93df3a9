// Every text of an answer is in its language: Chinese without English words, but for quotations, codes, formulas, units and names.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { localDate, type Bilingual } from '#kernel';
import { determine, instrumentName, instrumentTitle, measureWords, type ExportFacts } from '#regulation';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();
const { cases } = parse(readFileSync(path.join(__dirname, 'cases.yaml'), 'utf8')) as {
  cases: { id: string; on: string; input: ExportFacts }[];
};

/** Quotations; ids of measures; Latin names that the Chinese names of the law print. */
const QUOTED = /“[^”]*”/g;
const IDS = new RegExp(
  rulebook.instruments
    .flatMap(({ measures }) => measures.map(({ id }) => id))
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll('.', '\\.'),
  'g',
);
const PRINTED = new Set(
  rulebook.instruments
    .flatMap(({ titleZh, measures }) => [titleZh, ...measures.flatMap(({ entries }) => entries.map(({ nameZh }) => nameZh))])
    .flatMap((name) => name.match(/[A-Za-z][A-Za-z.&-]*/g) ?? []),
);
const UNITS = new Set('mm cm nm m kg g L kW MHz GPa MPa N HRB V W nJ mK min mAh Wh'.split(' '));
const SYMBOLS =
  'H B C N O F P S Li Na Al Si K Ca Sc Ti Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Y Zr Nb Mo Ag Cd In Sn Sb Te La Ce Pr Nd Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Hg Pb Bi Mg'.split(
    ' ',
  );
const FORMULA = new RegExp(`^(?:${[...SYMBOLS].sort((a, b) => b.length - a.length).join('|')})+$`);
/** Abbreviations in use in Chinese: the registry of substances, and places as ISO 3166 alpha-2. */
const ABBREVIATION = /^(CAS|CVD|[A-Z]{2})$/;
/** A control code or a letter between figures is no word. */
const WORD = /(?<![0-9A-Za-z.])[A-Za-z]{2,}(?![0-9])/g;

function englishIn(zh: string): string[] {
  const words = zh.replace(QUOTED, '').replace(IDS, '').match(WORD) ?? [];
  return words.filter((word) => !(UNITS.has(word) || FORMULA.test(word) || ABBREVIATION.test(word) || PRINTED.has(word)));
}

function textsOf(value: unknown): Bilingual[] {
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as Partial<Bilingual>;
  if (typeof zh === 'string' && typeof en === 'string') return [{ zh, en }];
  return Object.values(value).flatMap(textsOf);
}

const texts = cases.flatMap(({ input, on }) => textsOf(determine(rulebook, input, localDate(on))));

it('there are texts, and the check finds an English word', () => {
  expect(texts.length).toBeGreaterThan(1000);
  expect(englishIn('物质：要求 contains Dy、Fe（Announcement）')).toEqual(['contains', 'Announcement']);
  expect(englishIn('规则说明（仅有英文说明）“a rule”；含 Dy2O3、GaAs，9.5 g/cm3，1C905.b')).toEqual([]);
});

it('no Chinese text holds an English word outside quotations', () => {
  expect([
    ...new Set(texts.filter(({ zh }) => englishIn(zh).length > 0).map(({ zh }) => `${englishIn(zh).join()} <- ${zh}`)),
  ]).toEqual([]);
});

it('no Chinese description of a measure holds an English word', () => {
  const described = rulebook.instruments.flatMap(({ measures }) => measures.map((measure) => measureWords(measure).zh));
  expect(described.filter((zh) => englishIn(zh).length > 0 || zh.includes('仅有英文说明'))).toEqual([]);
});

it('no English text holds Chinese but for names that stand there as they are written', () => {
  const chinese = texts.filter(({ en }) => /[\u3400-\u9fff]/.test(en));
  const given = JSON.stringify(cases.map(({ input }) => input));
  expect(chinese.filter(({ en }) => !(en.match(/[\u3400-\u9fff]+/g) ?? []).every((name) => given.includes(name)))).toEqual([]);
});

describe('the name of an instrument', () => {
  const named = (authority: string, number: string) =>
    instrumentName({ authority, number, titleZh: '某公告', titleEn: 'A notice' });
  it.each([
    ['MOFCOM; General Administration of Customs', 'Announcement No. 18 of 2025', '商务部 海关总署公告2025年第18号'],
    [
      'MOFCOM; General Administration of Customs (MEE for radioactive isotopes)',
      'Announcement No. 67 of 2024',
      '商务部 海关总署公告2024年第67号',
    ],
    ['MOFCOM', 'Order No. 6 of 2025', '商务部令2025年第6号'],
    ['MOFCOM and others', 'Announcement No. 40 of 2026', '商务部等公告2026年第40号'],
    ['An office unheard of', 'Announcement No. 18 of 2025', '2025年第18号公告'],
    ['An office unheard of', 'Order No. 6 of 2025', '2025年第6号令'],
    ['State Council', 'Decree No. 792 of 2024', '国务院令第792号'],
    ['State Council', 'Decree No. 331 of 2001, amended 2011, 2019, 2020', '国务院令第331号（2011年、2019年、2020年修订）'],
    [
      'MOFCOM; Ministry of Science and Technology',
      'Order No. 12 of 2008, amended by Announcement No. 38 of 2020',
      '商务部 科学技术部令2008年第12号（经2020年第38号公告修订）',
    ],
  ])('%s, %s: %s', (authority, number, zh) => {
    expect(named(authority, number)).toEqual({ zh, en: number });
  });
  it.each(['number open', 'not a numbered notice', '2025-12-31 announcement (number open)'])(
    '"%s" is no number: the title names it',
    (number) => {
      expect(named('MOFCOM', number)).toEqual({ zh: '《某公告》', en: 'A notice' });
      expect(instrumentTitle({ authority: 'MOFCOM', number, titleZh: '某公告', titleEn: 'A notice' })).toEqual({
        zh: '《某公告》',
        en: 'A notice',
      });
    },
  );
  it('every loaded instrument has a Chinese name without English', () => {
    for (const instrument of rulebook.instruments) expect(englishIn(instrumentTitle(instrument).zh)).toEqual([]);
  });
});
