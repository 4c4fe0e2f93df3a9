import fc from 'fast-check';
import { decimal, decimalText, isDecimalText } from './decimal';

test.each(['0', '-1', '99.95', '0.000000000000000001', '1'.repeat(30), `${'9'.repeat(30)}.${'9'.repeat(18)}`, '007'])(
  '%s is a decimal',
  (text) => {
    expect(isDecimalText(text)).toBe(true);
  },
);

test.each([
  '',
  ' 1',
  '1 ',
  '1e9',
  '+1',
  '.5',
  '5.',
  '1,000',
  '1_000',
  '０.5',
  '٣',
  'NaN',
  'Infinity',
  '0x10',
  '1'.repeat(31),
  `0.${'1'.repeat(19)}`,
  '1\n',
])('%j is not plain decimal notation', (text) => {
  expect(isDecimalText(text)).toBe(false);
});

test.each([1, null, undefined, {}, ['1']])('what is no text is no decimal text: %p', (value) => {
  expect(isDecimalText(value)).toBe(false);
});

test('sums and limits are exact where a binary float is not', () => {
  expect(0.1 + 0.2 <= 0.3).toBe(false);
  expect(decimal('0.1').plus('0.2').lte('0.3')).toBe(true);
  expect(decimal(0.1).plus(decimal(0.2)).eq('0.3')).toBe(true);
  expect(decimal('99.95').gt('99.95')).toBe(false);
  expect(decimal('99.950000000000000001').gt('99.95')).toBe(true);
});

test.each(['', 'abc', '1,5', 'NaN'])('%j is refused with the cure', (text) => {
  expect(() => decimal(text)).toThrow(/99\.95/);
});

test('text is plain: no exponent, no trailing zeros', () => {
  expect(decimalText(decimal('1000000000000000000000000'))).toBe('1000000000000000000000000');
  expect(decimalText(decimal('0.000000000001'))).toBe('0.000000000001');
  expect(decimalText(decimal('12.500'))).toBe('12.5');
  expect(decimalText(decimal(0))).toBe('0');
});

test('text and decimal go back and forth', () => {
  const text = fc.tuple(fc.bigInt({ min: -(10n ** 29n), max: 10n ** 29n }), fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }));
  fc.assert(
    fc.property(text, ([whole, part]) => {
      const written = `${whole}.${String(part).padStart(18, '0')}`;
      expect(isDecimalText(written)).toBe(true);
      const read = decimalText(decimal(written));
      expect(isDecimalText(read)).toBe(true);
      expect(decimal(read).eq(decimal(written))).toBe(true);
    }),
  );
});
