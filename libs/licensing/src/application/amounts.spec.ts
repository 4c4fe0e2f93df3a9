// The quantity in kilograms agrees with the quantity in its own unit of mass, exactly.
import { anItem, completeContent } from '../../../../test/builders/content';
import { quantityInKg } from './amounts';
import { checkContent, type KnownCodes } from './check-content';

const known: KnownCodes = { country: () => true, currency: () => true, controlCode: () => true };
const kilogramFaults = (change: Parameters<typeof anItem>[0]) =>
  checkContent(completeContent({ items: [anItem(change)] }), known);

describe('kilograms', () => {
  test.each([
    ['50', 'kg', '50.000'],
    ['0.000001', 'g', '0.000000001'],
    ['1.5', 't', '1500'],
    ['1000000000', 't', '1000000000000'],
    ['12', 'pcs', '3.2'],
    ['50', 'kg', ''],
  ])('%s %s may be said to be %s kg', (quantity, unit, kgQuantity) =>
    expect(kilogramFaults({ quantity, unit, kgQuantity })).toEqual([]),
  );

  test.each([
    ['50', 'kg', '50.000001', '50'],
    ['1.5', 't', '1.5', '1500'],
    ['250', 'g', '250', '0.25'],
  ])('%s %s is not %s kg', (quantity, unit, kgQuantity, exact) => {
    expect(kilogramFaults({ quantity, unit, kgQuantity })).toEqual([
      { code: 'kilograms-differ', at: 'items.0.kgQuantity', facts: { kgQuantity, quantity, unit, exact } },
    ]);
  });

  test('are converted where nobody stated them, and only from a mass', () => {
    expect(quantityInKg(anItem({ quantity: '20', unit: 't' }))).toBe('20000');
    expect(quantityInKg(anItem({ quantity: '12', unit: 'pcs', kgQuantity: '3.2' }))).toBe('3.2');
    expect(quantityInKg(anItem({ quantity: '12', unit: 'pcs' }))).toBe('');
    expect(quantityInKg(anItem({ quantity: 'ten', unit: 'kg' }))).toBe('');
  });
});
