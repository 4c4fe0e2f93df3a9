import { CURRENCY_CODES, isCurrency } from './currencies';

test('each code is three capitals, stands once, in order', () => {
  expect(CURRENCY_CODES.every((code) => /^[A-Z]{3}$/.test(code))).toBe(true);
  expect(new Set(CURRENCY_CODES).size).toBe(CURRENCY_CODES.length);
  expect([...CURRENCY_CODES].sort()).toEqual(CURRENCY_CODES);
});

test('the runtime knows how to write each of them', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'currency', fallback: 'none' });
  expect(CURRENCY_CODES.filter((code) => names.of(code) === undefined)).toEqual([]);
});

test.each(['CNY', 'JPY', 'USD', 'EUR', 'KRW', 'VES', 'ZWG'])('%s is a currency', (code) => {
  expect(isCurrency(code)).toBe(true);
});

test.each(['DEM', 'FRF', 'HRK', 'BGN', 'SLL', 'RMB', 'cny', 'CN', '', 'XTS', 'XAU', 'XDR', '$'])(
  '%j is no currency of a contract',
  (code) => {
    expect(isCurrency(code)).toBe(false);
  },
);

test('of the codes that begin with X, which belong to no one country, only those of regional money are currencies', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((second) => letters.map((third) => `X${second}${third}`));
  expect(codes.filter(isCurrency)).toEqual(['XAF', 'XCD', 'XCG', 'XOF', 'XPF']);
});
