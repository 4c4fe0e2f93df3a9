// Facts that cannot be are refused with their faults; a control code that a person states exists or does not.
import { addDays, localDate, Refusal } from '#kernel';
import { determine, statedCode, type ExportFacts } from '#regulation';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();
const on = (day: string) => localDate(day);
const dysprosium: ExportFacts = { item: { name: 'dysprosium oxide' }, from: 'CN', to: 'JP' };
const refusalOf = (run: () => unknown): Refusal | undefined => {
  try {
    run();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};

describe('what cannot be is refused', () => {
  it('a day before the first loaded measure', () => {
    expect(refusalOf(() => determine(rulebook, dysprosium, addDays(rulebook.firstDay, -1)))).toMatchObject({
      kind: 'invalid',
      code: 'determination.day-before-law',
    });
  });
  const faulty = (item: ExportFacts['item']) =>
    refusalOf(() => determine(rulebook, { item, from: 'CN', to: 'KR' }, on('2026-11-21')))?.faults.map((fault) => [
      fault.code,
      fault.at,
    ]);
  it.each([
    [
      'a parameter without unit',
      { parameters: [{ property: 'purity', value: 99, unit: '' }] },
      [['facts.unit-missing', 'item.parameters.0']],
    ],
    [
      'an unknown unit',
      { parameters: [{ property: 'purity', value: 99, unit: 'furlong' }] },
      [['facts.unit-unknown', 'item.parameters.0']],
    ],
    [
      'a unit of another kind',
      { parameters: [{ property: 'purity', value: 99, unit: 'mm' }] },
      [['facts.unit-unfit', 'item.parameters.0']],
    ],
    [
      'a word where a number belongs',
      { parameters: [{ property: 'density', value: 'heavy', unit: 'g/cm3' }] },
      [['facts.not-a-number', 'item.parameters.0']],
    ],
    [
      'more than 100 per cent',
      { parameters: [{ property: 'purity', value: '100.01', unit: '%' }] },
      [['facts.share-out-of-range', 'item.parameters.0']],
    ],
    [
      'less than 0 per cent',
      { composition: [{ substance: 'Dy', massPercent: -1 }] },
      [['facts.share-out-of-range', 'item.composition.0.massPercent']],
    ],
    [
      'a composition over 100 per cent',
      {
        composition: [
          { substance: 'Dy', massPercent: 60 },
          { substance: 'Fe', massPercent: '40.1' },
        ],
      },
      [['facts.composition-over-100', 'item.composition']],
    ],
    [
      'a composition that contradicts itself',
      {
        composition: [
          { substance: 'Dy', massPercent: 10 },
          { substance: 'Dy', massPercent: 20 },
        ],
      },
      [['facts.composition-contradicts', 'item.composition.1']],
    ],
  ])('%s', (_name, item, faults) => {
    expect(faulty(item)).toEqual(faults);
  });
  it('exactly 100 per cent is let through', () => {
    expect(
      faulty({
        name: 'alloy',
        composition: [
          { substance: 'Dy', massPercent: '59.9' },
          { substance: 'Fe', massPercent: '40.1' },
        ],
      }),
    ).toBeUndefined();
  });
});

describe('a control code that a person states', () => {
  it('exists from its day, with its names and its instrument', () => {
    expect(statedCode(rulebook, '1C905.b', on('2026-11-21'))).toMatchObject([
      {
        code: '1C905.b',
        state: 'in-force',
        from: '2025-04-04',
        to: null,
        entry: { nameZh: '氧化镝及其混合物' },
        instrument: { id: 'cn-mofcom-gacc-2025-18' },
      },
    ]);
    expect(statedCode(rulebook, '1C905.b', on('2025-04-03'))).toEqual([]);
  });
  it.each([
    ['3C001.a', '2024-11-30', 0],
    ['3C001.a', '2024-12-01', 1],
    ['1C905.z', '2026-11-21', 0],
    ['1c905.b', '2026-11-21', 0],
    ['', '2026-11-21', 0],
  ])('%s on %s has %i listings', (code, day, count) => {
    expect(statedCode(rulebook, code, on(day))).toHaveLength(count);
  });
  it('a suspended code exists and says so', () => {
    expect(statedCode(rulebook, '1C909.a.1', on('2026-06-01'))).toMatchObject([{ state: 'suspended' }]);
  });
});
