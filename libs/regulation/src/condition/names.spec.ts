import { elementsOfFormula, isCompound, namedElements } from './elements';
import { PhraseBook, tokensOf } from './phrases';
import { convert, isUnit, sameDimension } from './units';
import { decimal, decimalText } from '#kernel';

describe('formulas', () => {
  it.each([
    ['Dy2O3', ['Dy', 'O']],
    ['(NH4)10[H2W12O42]·4H2O', ['N', 'H', 'W', 'O']],
    ['InxGa1-xAs', ['In', 'Ga', 'As']],
    ['WO2.72', ['W', 'O']],
    ['GaN', ['Ga', 'N']],
    ['W', ['W']],
    ['W-Ni-Fe', ['W', 'Ni', 'Fe']],
  ])('%s holds %s', (formula, elements) => {
    expect(elementsOfFormula(formula)).toEqual(elements);
  });
  it.each(['dysprosium oxide', 'Zzz', '', '氧化镝', 'powder'])('"%s" is no formula', (text) => {
    expect(elementsOfFormula(text)).toBeNull();
  });
  it('compounds hold a non-metal beside another element', () => {
    expect([['Dy', 'O'], ['Sm', 'Co'], ['W'], ['Nd', 'Fe', 'B']].map(isCompound)).toEqual([true, false, false, false]);
  });
  it('names of elements are read as words and characters', () => {
    expect(namedElements('samarium-cobalt magnet')).toEqual(['Sm', 'Co']);
    expect(namedElements('金属镝')).toEqual(['Dy']);
    expect(namedElements('no such thing')).toEqual([]);
  });
});

describe('phrases', () => {
  const book = new PhraseBook<string>();
  for (const phrase of ['gallium arsenide', 'magnet', '砷化镓', '钨', 'die']) book.add(phrase, phrase);
  const found = (text: string) => book.find(text).map((hit) => hit.payload);
  it('match whole words, plurals and either language', () => {
    expect(found('two gallium arsenide wafers and magnets')).toEqual(['gallium arsenide', 'magnet']);
    expect(found('砷化镓晶片')).toEqual(['砷化镓']);
    expect(found('diesel engine')).toEqual([]);
  });
  it('a negated phrase does not match', () => {
    expect(found('not a magnet')).toEqual([]);
    expect(found('不含砷化镓')).toEqual([]);
  });
  it('a single character matches only when it stands alone', () => {
    expect([found('钨'), found('钨块'), found('金属钨'), found('偏钨酸铵')].map((hits) => hits.length)).toEqual([1, 1, 1, 0]);
  });
  it('the head of a description ends it or stands before a preposition', () => {
    expect(book.find('ring magnet with sleeve')[0]).toMatchObject({ isHead: true });
    expect(book.find('magnet holder')[0]).toMatchObject({ isHead: false });
  });
  it('element names and chains of symbols become the same words', () => {
    expect(tokensOf('samarium-cobalt magnets')).toEqual(tokensOf('Sm-Co magnet'));
    expect(tokensOf('made in China')).toEqual(['made', 'in', 'china']);
  });
});

describe('units', () => {
  it.each([
    ['1.73', 'g/cm3', 'kg/m3', '1730'],
    ['0.1', '%', 'ppm', '1000'],
    ['50', 'µm', 'mm', '0.05'],
    ['300', 'K', '°C', '26.85'],
    ['1', 'h', 'min', '60'],
  ])('%s %s in %s is %s', (value, from, to, result) => {
    expect(decimalText(convert(decimal(value), from, to))).toBe(result);
  });
  it('unknown units and other dimensions do not convert', () => {
    expect(isUnit('furlong')).toBe(false);
    expect(sameDimension('mm', 'kg')).toBe(false);
    expect(() => convert(decimal(1), 'mm', 'kg')).toThrow(RangeError);
  });
});
