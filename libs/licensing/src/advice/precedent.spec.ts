// A decision on the same product is taken over for the same goods only.
import { anItem } from '../../../../test/builders/content';
import { emptyItem, type ApplicationItem } from '../application/content';
import { precedentFit } from './precedent';

const decided = {
  item: anItem({ id: 'then', parameters: [{ property: 'purity', value: '99.9', unit: '%' }] }),
  productVersion: 1,
};
const fit = (change: Partial<ApplicationItem>, productVersion = 1) =>
  precedentFit(decided, { item: { ...decided.item, id: 'now', ...change }, productVersion }, 3);

const BESIDE = ['quantity', 'unit', 'kgQuantity', 'unitPrice', 'value', 'currency', 'codeEdition', 'hsYear'];
const FIELDS = Object.keys(emptyItem()).filter((key) => key !== 'id') as Exclude<keyof ApplicationItem, 'id'>[];

test('the same goods under another id', () => {
  expect(fit({})).toEqual({ difference: [], barred: false });
});

test.each(FIELDS)('another %s is shown, and bars where it says what the goods are', (key) => {
  const other = key === 'composition' || key === 'parameters' ? [] : 'other';
  const { difference, barred } = fit({ [key]: other });
  expect(difference.map(({ at }) => at.split('.').slice(0, 3).join('.'))).toEqual([`items.3.${key}`]);
  expect(barred).toBe(!BESIDE.includes(key));
});

test('numbers are compared as numbers', () => {
  expect(fit({ composition: [{ substance: 'Dy2O3', massPercent: '99.90' }] })).toEqual({ difference: [], barred: false });
});

test('another version of the product bars', () => {
  expect(fit({ quantity: '7' }, 2)).toEqual({
    difference: [
      { at: 'items.3.quantity', kind: 'changed', before: '50', after: '7' },
      { at: 'productVersion', kind: 'changed', before: '1', after: '2' },
    ],
    barred: true,
  });
});
