import { COUNTRY_CODES, countryName, isCountry } from './countries';

test('the 249 codes of ISO 3166-1, each once, in order', () => {
  expect(COUNTRY_CODES).toHaveLength(249);
  expect(new Set(COUNTRY_CODES).size).toBe(249);
  expect([...COUNTRY_CODES].sort()).toEqual(COUNTRY_CODES);
});

test('each has a name in both languages, told apart from all others', () => {
  for (const code of COUNTRY_CODES) {
    expect(countryName(code, 'zh')).toMatch(/\p{Script=Han}/u);
    expect(countryName(code, 'en')).toMatch(/^\p{Script=Latin}/u);
  }
  expect(new Set(COUNTRY_CODES.map((code) => countryName(code, 'zh'))).size).toBe(249);
  expect(new Set(COUNTRY_CODES.map((code) => countryName(code, 'en'))).size).toBe(249);
});

test.each([
  ['JP', '日本', 'Japan'],
  ['CN', '中国', 'China'],
  ['SS', '南苏丹', 'South Sudan'],
  ['GB', '英国', 'United Kingdom'],
  ['AQ', '南极洲', 'Antarctica'],
])('%s is %s, %s', (code, zh, en) => {
  expect([countryName(code, 'zh'), countryName(code, 'en')]).toEqual([zh, en]);
});

test('the regions of China are named as such in Chinese', () => {
  expect(countryName('TW', 'zh')).toBe('中国台湾地区');
  expect(countryName('HK', 'zh')).toContain('中国香港');
  expect(countryName('MO', 'zh')).toContain('中国澳门');
  expect(countryName('HK', 'en')).toContain('Hong Kong');
  expect(countryName('MO', 'en')).toContain('Maca');
});

test.each(['EU', 'UN', 'XK', 'ZZ', 'AA', 'SU', 'YU', 'DD', 'AN', 'UK', 'HV', 'jp', 'JPN', '', 'J', '392', 'J1', '__proto__'])(
  '%j is no country',
  (code) => {
    expect(isCountry(code)).toBe(false);
    expect(countryName(code, 'en')).toBe(code);
    expect(countryName(code, 'zh')).toBe(code);
  },
);
