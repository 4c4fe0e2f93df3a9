// Countries by their ISO codes, with names in both languages from the Unicode data that ships with Node.
import type { Language } from './text';

const names: Record<Language, Intl.DisplayNames> = {
  zh: new Intl.DisplayNames(['zh-CN'], { type: 'region', fallback: 'none' }),
  en: new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }),
};

/** Codes that Unicode names but ISO 3166-1 does not list as countries or areas. */
const NOT_ISO = new Set([
  'AC',
  'CP',
  'CQ',
  'DG',
  'EA',
  'EU',
  'EZ',
  'IC',
  'QO',
  'TA',
  'UN',
  'XA',
  'XB',
  'XK',
  'ZZ',
  'AN',
  'CS',
  'NT',
  'SU',
]);

/** How the regions of China are called where Unicode's Chinese name leaves "中国" out. */
const CHINESE_OVERRIDES: Readonly<Record<string, string>> = { TW: '中国台湾地区' };

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** False for a withdrawn code that Unicode replaces by another, such as HV for BF. */
function isCurrentCode(code: string): boolean {
  return new Intl.Locale(`und-${code}`).region === code;
}

/** All ISO 3166-1 alpha-2 codes, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => !NOT_ISO.has(code) && names.en.of(code) !== undefined && isCurrentCode(code),
);

const countries = new Set(COUNTRY_CODES);

export function isCountry(code: string): boolean {
  return countries.has(code);
}

/** Name of the country or area; the code itself when it is unknown. */
export function countryName(code: string, language: Language): string {
  if (!countries.has(code)) return code;
  return (language === 'zh' ? CHINESE_OVERRIDES[code] : undefined) ?? names[language].of(code) ?? code;
}
