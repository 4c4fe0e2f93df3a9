// Content that an older Licet stored is read with the fields that it lacks, blank.
import { anItem, completeContent } from '../../../../test/builders/content';
import { emptyContent, emptyItem, wholeContent, type StoredContent } from './content';

test('whole content stays as it is', () => {
  expect(wholeContent(completeContent())).toEqual(completeContent());
  expect(wholeContent(emptyContent())).toEqual(emptyContent());
});

test('fields that came later are blank, and what was stated stays', () => {
  const { traderStatus: _t, managers: _m, ...applicant } = completeContent().applicant;
  const { hsYear: _y, kgQuantity: _k, unitPrice: _u, ...item } = anItem();
  const { tradeMode: _d, ...shipment } = completeContent().shipment;
  const stored: StoredContent = { ...completeContent(), applicant, items: [item], shipment };
  expect(wholeContent(stored)).toEqual({
    ...completeContent(),
    applicant: { ...applicant, traderStatus: '', managers: '' },
    items: [{ ...item, hsYear: '', kgQuantity: '', unitPrice: '' }],
    shipment: { ...shipment, tradeMode: '' },
  });
});

test('nothing at all is an empty application', () => {
  expect(wholeContent({})).toEqual(emptyContent());
  expect(wholeContent({ items: [{ id: 'a' }] }).items).toEqual([emptyItem('a')]);
});
