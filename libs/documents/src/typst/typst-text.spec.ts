import fc from 'fast-check';
import { coverageOf, paperFontFamilies } from './fonts';
import { printable, typstLiteral } from './typst-text';

const covers = coverageOf(paperFontFamilies());

describe('coverage of the paper fonts', () => {
  it.each([...'Az09中龘鑫淼焱ěşřőПΩ₂⁶≥％，《》—·€'])('draws %s', (sign) => {
    expect(covers(sign.codePointAt(0) ?? 0)).toBe(true);
  });

  it.each(['😀', 'ก', '𠮷', '\u{10FFFF}'])('does not draw %s', (sign) => {
    expect(covers(sign.codePointAt(0) ?? 0)).toBe(false);
  });

  it('draws nothing that one weight of a family lacks', () => {
    const [latin = [], chinese = []] = paperFontFamilies();
    const both = coverageOf([[...latin, ...chinese]]);
    expect(both('A'.charCodeAt(0))).toBe(true);
    expect(both('中'.charCodeAt(0))).toBe(false);
  });

  it('refuses a file that is no font', () => {
    expect(() => coverageOf([[__filename]])).toThrow(/character map|too early/);
  });
});

describe('printable', () => {
  it.each([
    ['plain text', 'Dy₂O₃ ≥ 99.9 %', 'Dy₂O₃ ≥ 99.9 %'],
    ['line ends of every kind', 'a\r\nb\rc\u2028d\u0085e\ff', 'a\nb\nc\nd\ne\nf'],
    ['a tab', 'a\tb', 'a b'],
    ['control characters', 'a\u0000\u0007\u001b\u007f\u009fb', 'ab'],
    ['a lone surrogate', 'a\ud800b', 'a�b'],
    ['direction marks', 'a\u202e12\u2069b', 'a[U+202E]12[U+2069]b'],
    ['zero-width signs', 'AC\u200bME\ufeff', 'AC[U+200B]ME[U+FEFF]'],
    ['a sign without a glyph', '𠮷野😀', '[U+20BB7]野[U+1F600]'],
    ['a decomposed letter that can be drawn', 'Dvor\u030ca\u0301k', 'Dvor\u030ca\u0301k'],
  ])('%s', (_, text, expected) => {
    expect(printable(text, covers)).toBe(expected);
  });

  it('composes a letter whose mark alone has no glyph', () => {
    expect(printable('e\u0301', (codePoint) => codePoint < 0x300)).toBe('é');
  });

  it('leaves nothing undrawable, whatever comes in, and is stable', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const printed = printable(text, covers);
        expect(
          Array.from(printed).every((sign) => sign === '\n' || (covers(sign.codePointAt(0) ?? 0) && !/\p{C}/u.test(sign))),
        ).toBe(true);
        expect(printable(printed, covers)).toBe(printed);
      }),
    );
  });
});

describe('typstLiteral', () => {
  it('escapes what could end the literal', () => {
    expect(typstLiteral('a"b\\c\nd')).toBe('#"a\\"b\\\\c\\nd";');
  });

  it('is one literal that reads back as the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('', '"', '\\', '\\"', '";#panic("x")'),
        (text, tail) => {
          const value = printable(text + tail, covers);
          const literal = typstLiteral(value);
          expect(literal.startsWith('#"') && literal.endsWith('";')).toBe(true);
          expect(JSON.parse(literal.slice(1, -1))).toBe(value);
        },
      ),
    );
  });
});
