import fc from 'fast-check';
import { isDecimalText } from '#kernel';
import { typedCode, typedNumber, typedValue } from './typed-text';

describe('a number as typed', () => {
  it.each([
    ['１２５０．５', '1250.5'],
    ['99。95', '99.95'],
    ['1，250，000', '1250000'],
    ['1,000', '1000'],
    ['-1,000.25', '-1000.25'],
    ['　500 ', '500'],
  ])('%s is %s', (text, plain) => {
    expect(typedNumber(text)).toBe(plain);
  });

  it.each(['1,00', '10,00,000', '1000,000', '1,000,', '1.000,50', ',100', '5²', '½', '1e3'])('%s stays what it is', (text) => {
    expect(typedNumber(text)).toBe(text);
    expect(isDecimalText(typedNumber(text))).toBe(false);
  });

  it('means the same in full-width digits with commas by thousands', () => {
    fc.assert(
      fc.property(fc.nat(), (number) => {
        const grouped = new Intl.NumberFormat('en-US').format(number);
        const wide = grouped.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
        expect(typedNumber(wide)).toBe(String(number));
      }),
    );
  });
});

it('a code is plain, a word of a parameter is left alone', () => {
  expect(typedCode(' １Ｃ９０５．ｂ ')).toBe('1C905.b');
  expect(typedValue('９９．９')).toBe('99.9');
  expect(typedValue(' 粉末（干） ')).toBe('粉末（干）');
});
