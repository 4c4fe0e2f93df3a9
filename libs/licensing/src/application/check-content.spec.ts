// Each fault of the content on both sides of its boundary, each named at its field.
import fc from 'fast-check';
import { localDate } from '#kernel';
import { anItem, aParty, completeContent, creditCode } from '../../../../test/builders/content';
import { checkContent, isCreditCode, LARGEST_KG, LARGEST_QUANTITY, LARGEST_VALUE, type KnownCodes } from './check-content';
import { emptyContent, type ApplicationItem, type Contract } from './content';
import { QUANTITY_UNITS } from './units';

const known: KnownCodes = {
  country: (code) => ['CN', 'JP'].includes(code),
  currency: (code) => ['USD', 'CNY'].includes(code),
  controlCode: (code) => ['1C905.b', '6A004'].includes(code),
};

const faultsOf = (change: Partial<ApplicationItem>) =>
  checkContent(completeContent({ items: [anItem(change)] }), known).map(({ code, at }) => `${code} @ ${String(at)}`);
const fineItem = (change: Partial<ApplicationItem>) => expect(faultsOf(change)).toEqual([]);
const contract = (change: Partial<Contract>) =>
  checkContent(completeContent({ contract: { ...completeContent().contract, ...change } }), known);

test('the complete application and the empty one have no fault', () => {
  expect(checkContent(completeContent(), known)).toEqual([]);
  expect(checkContent(emptyContent(), known)).toEqual([]);
  const empty = {
    nameZh: '',
    nameEn: '',
    controlCode: '',
    hsCode: '',
    origin: '',
    quantity: '',
    unit: '',
    value: '',
    currency: '',
    composition: [],
  };
  fineItem(empty);
});

describe.each([
  ['quantity', LARGEST_QUANTITY, '0.000001', '0.0000001'],
  ['value', LARGEST_VALUE, '0.01', '0.001'],
  ['unitPrice', LARGEST_VALUE, '0.000001', '0.0000001'],
  ['kgQuantity', LARGEST_KG, '0.000000001', '0.0000000001'],
] as const)('%s', (field, largest, finest, tooFine) => {
  test.each(['1', finest, `${finest}000`, '12.50', '007', largest, `${largest}.000`])('%s stands', (text) =>
    fineItem({ unit: 'l', [field]: text }),
  );

  test.each([
    ['0', 'not-above-zero'],
    [tooFine, 'too-many-places'],
    ['0.000', 'not-above-zero'],
    ['-0.5', 'not-above-zero'],
    ['-1', 'not-above-zero'],
    [`${largest}.000000000000000001`, 'absurdly-large'],
    [String(BigInt(largest) + 1n), 'absurdly-large'],
    ['9'.repeat(30), 'absurdly-large'],
    ['1e3', 'not-a-number'],
    ['1,000', 'not-a-number'],
    ['ten', 'not-a-number'],
    ['NaN', 'not-a-number'],
    ['Infinity', 'not-a-number'],
    ['9'.repeat(31), 'not-a-number'],
    [' ', 'not-a-number'],
    ['１０', 'not-a-number'],
  ])('%s is refused as %s', (text, code) => {
    expect(faultsOf({ unit: 'l', [field]: text })).toEqual([`${code} @ items.0.${field}`]);
  });
});

test('the fault carries the value and the limit for its message', () => {
  const [fault] = checkContent(completeContent({ items: [anItem({ quantity: '1000000001' })] }), known);
  expect(fault).toEqual({
    code: 'absurdly-large',
    at: 'items.0.quantity',
    facts: { value: '1000000001', largest: '1000000000' },
  });
});

test.each(Object.keys(QUANTITY_UNITS))('the unit %s is known', (unit) => fineItem({ unit }));
test.each(['KG', '千克', 'lb', 'toString', '__proto__'])('the unit %s is not', (unit) => {
  expect(faultsOf({ unit })).toEqual(['unknown-unit @ items.0.unit']);
});

test('countries and currencies must be known', () => {
  expect(faultsOf({ origin: 'XX' })).toEqual(['unknown-country @ items.0.origin']);
  expect(faultsOf({ currency: 'RMB' })).toEqual(['unknown-currency @ items.0.currency']);
  const content = completeContent({
    parties: [aParty(), aParty({ id: 'party-2', role: 'carrier', country: 'ZZ' })],
    shipment: { ...completeContent().shipment, destination: 'YY' },
  });
  expect(checkContent(content, known).map(({ code, at, facts }) => [code, at, facts])).toEqual([
    ['unknown-country', 'parties.1.country', { value: 'ZZ' }],
    ['unknown-country', 'shipment.destination', { value: 'YY' }],
  ]);
});

describe('composition', () => {
  const rows = (...percents: string[]) => ({
    composition: percents.map((massPercent, index) => ({ substance: `S${index}`, massPercent })),
  });

  test.each(['', '0', '0.001', '100', '99.999999999999999999'.slice(0, 21)])('%j per cent stands', (percent) =>
    fineItem(rows(percent)),
  );
  test.each(['-0.01', '100.01', '100.000000000000000001', '101', 'most', '1e1', '99,9'])(
    '%s per cent is out of range',
    (percent) => {
      expect(faultsOf(rows(percent))).toEqual(['percent-out-of-range @ items.0.composition.0.massPercent']);
    },
  );

  test('the sum may reach 100 exactly and not exceed it', () => {
    fineItem(rows('33.4', '33.3', '33.3'));
    fineItem(rows('99.9', '', '0.1'));
    expect(faultsOf(rows('99.9', '0.100000000000000001'))).toEqual(['composition-over-100 @ items.0.composition']);
  });

  test('a row out of range does not count into the sum', () => {
    expect(faultsOf(rows('60', '120', '40'))).toEqual(['percent-out-of-range @ items.0.composition.1.massPercent']);
  });

  test('tenths that add up to 100 never exceed it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 12 }), (tenths) => {
        const left = 1000 - tenths.reduce((sum, part) => sum + part, 0);
        fc.pre(left >= 0);
        fineItem(rows(...[...tenths, left].map((part) => (part / 10).toFixed(1))));
      }),
    );
  });
});

test('a parameter that is a number needs its unit, a word does not', () => {
  const parameter = (value: string, unit: string) => faultsOf({ parameters: [{ property: 'particle size', value, unit }] });
  expect(parameter('3', 'µm')).toEqual([]);
  expect(parameter('spherical', '')).toEqual([]);
  expect(parameter('3', '')).toEqual(['parameter-without-unit @ items.0.parameters.0.unit']);
});

test('the path names the row: faults of the second item are not those of the first', () => {
  const content = completeContent({ items: [anItem(), anItem({ id: 'item-2', quantity: '-1', unit: 'stone' })] });
  expect(checkContent(content, known).map((fault) => fault.at)).toEqual(['items.1.quantity', 'items.1.unit']);
});

test('ids of items and of parties stand once each', () => {
  const content = completeContent({
    items: [anItem(), anItem(), anItem({ id: 'party-1' })],
    parties: [aParty(), aParty({ id: 'item-1', role: 'agent' }), aParty({ role: 'carrier' })],
  });
  expect(checkContent(content, known).map(({ code, at }) => [code, at])).toEqual([
    ['repeated-id', 'items.1.id'],
    ['repeated-id', 'parties.2.id'],
  ]);
});

describe('contract days', () => {
  const from = localDate('2026-06-01');
  test('delivery may end on the day it begins, not before', () => {
    expect(contract({ deliveryFrom: from, deliveryTo: from })).toEqual([]);
    expect(contract({ deliveryFrom: from, deliveryTo: localDate('2026-05-31') })).toEqual([
      { code: 'end-before-start', at: 'contract.deliveryTo', facts: { from: '2026-06-01', to: '2026-05-31' } },
    ]);
  });

  test('one open end is no fault', () => {
    expect(contract({ deliveryFrom: '' })).toEqual([]);
    expect(contract({ deliveryTo: '' })).toEqual([]);
  });

  test.each(['date', 'deliveryFrom', 'deliveryTo'] as const)('%s must be a day that exists', (field) => {
    expect(contract({ [field]: '2026-02-30' })).toEqual([
      { code: 'not-a-day', at: `contract.${field}`, facts: { value: '2026-02-30' } },
    ]);
  });
});

describe('unified social credit code', () => {
  test.each(['9144030071526726XG', '914403001922038216', '91110108551385082Q', '91110000802100433B', '91330100799655058B'])(
    '%s, of a real company, fits',
    (code) => {
      expect(isCreditCode(code)).toBe(true);
    },
  );

  test.each([
    '9144030071526726XH',
    '9144030071526726X',
    '9144030071526726XGG',
    '9144030071526726xg',
    '9144030071526726IG',
    '',
    '９１４４０３００１９２２０３８２１６',
  ])('%j does not', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  test('any one changed character is noticed', () => {
    const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.nat(17), fc.nat(30), (number, place, letter) => {
        const code = creditCode(number);
        expect(isCreditCode(code)).toBe(true);
        const changed = code.slice(0, place) + letters.charAt(letter) + code.slice(place + 1);
        expect(isCreditCode(changed)).toBe(changed === code);
      }),
    );
  });

  test('an application with a wrong one is refused at the field, with none it is only incomplete', () => {
    const withCode = (code: string) =>
      checkContent(completeContent({ applicant: { ...completeContent().applicant, creditCode: code } }), known);
    expect(withCode('')).toEqual([]);
    expect(withCode('123')).toEqual([{ code: 'credit-code-wrong', at: 'applicant.creditCode', facts: { value: '123' } }]);
  });
});

test('units that count wholes take whole numbers, and a currency its own decimal places', () => {
  fineItem({ unit: 'pcs', quantity: '12.0' });
  expect(faultsOf({ unit: 'pcs', quantity: '0.5' })).toEqual(['not-a-whole-number @ items.0.quantity']);
  fineItem({ unit: 'kg', quantity: '0.5' });
  const yen: KnownCodes = { ...known, currency: () => true };
  const faults = checkContent(completeContent({ items: [anItem({ currency: 'JPY', value: '1.5' })] }), yen);
  expect(faults).toMatchObject([{ code: 'too-many-places', at: 'items.0.value', facts: { places: 0 } }]);
});

test.each(['importer', 'consignee', 'end-user'] as const)('one %s and no more', (role) => {
  const parties = [aParty({ id: 'a', role }), aParty({ id: 'b', role })];
  expect(checkContent(completeContent({ parties }), known)).toEqual([
    { code: 'role-held-twice', at: 'parties.1.role', facts: { role } },
  ]);
});

test('any number of carriers, agents and middlemen', () => {
  const parties = (['carrier', 'agent', 'middleman'] as const).flatMap((role) => [
    aParty({ id: `${role}-1`, role }),
    aParty({ id: `${role}-2`, role }),
  ]);
  expect(checkContent(completeContent({ parties }), known)).toEqual([]);
});

test.each(['goods', 'software', 'data', 'service', ''] as const)(
  'with delivery as "%s" nothing stays in China',
  (deliveryForm) => {
    const shipment = { ...completeContent().shipment, destination: 'CN', deliveryForm };
    expect(checkContent(completeContent({ shipment }), known)).toMatchObject([
      { code: 'destination-inside-china', at: 'shipment.destination' },
    ]);
  },
);

test('supply to a foreign person may stay in China', () => {
  const shipment = { ...completeContent().shipment, destination: 'CN', deliveryForm: 'deemed' as const };
  expect(checkContent(completeContent({ shipment }), known)).toEqual([]);
});
