import fc from 'fast-check';
import { instant, localDate } from '#kernel';
import { dayInWords, groupDigits, momentInWords } from './paper-words';

describe('days and moments in words', () => {
  it.each([
    ['2026-01-05', '2026年1月5日', '5 January 2026'],
    ['2026-12-31', '2026年12月31日', '31 December 2026'],
  ])('%s', (day, zh, en) => {
    expect(dayInWords(localDate(day))).toEqual({ zh, en });
  });

  it('names a moment in the authority’s time zone, across midnight', () => {
    expect(momentInWords(instant('2026-03-02T16:05:59Z'))).toEqual({
      zh: '2026年3月3日 00:05（北京时间）',
      en: '3 March 2026, 00:05 (Beijing time, UTC+8)',
    });
  });
});

describe('groupDigits', () => {
  it.each([
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.8900', '1,234,567.8900'],
    ['0.123456', '0.123456'],
  ])('%s', (plain, grouped) => {
    expect(groupDigits(plain)).toBe(grouped);
  });

  it('changes no digit', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 30n - 1n }),
        fc.option(fc.stringMatching(/^\d{1,18}$/), { nil: undefined }),
        (whole, fraction) => {
          const plain = fraction === undefined ? String(whole) : `${whole}.${fraction}`;
          const grouped = groupDigits(plain);
          expect(grouped.replaceAll(',', '')).toBe(plain);
          expect(grouped).toMatch(/^\d{1,3}(,\d{3})*(\.\d+)?$/);
        },
      ),
    );
  });
});
