import { LIMITS } from '#licensing';
import { FormAnswers } from './form-answers';
import { answeredRows, readItem, storedRows } from './item-form';

const answers = (flat: Record<string, string>) =>
  new FormAnswers(Object.fromEntries(Object.entries(flat).map(([name, text]) => [`items.2.${name}`, text])));

describe('the form of an item', () => {
  it('leaves blank rows out and knows where the others stood', () => {
    const { item, rowAt } = readItem(
      answers({
        'composition.0.substance': ' ',
        'composition.0.massPercent': '',
        'composition.1.substance': 'Dy2O3',
        'composition.1.massPercent': '99.9',
        'composition.2.substance': '',
        'composition.3.substance': 'La2O3',
      }),
      2,
      'id',
    );
    expect(item.composition).toEqual([
      { substance: 'Dy2O3', massPercent: '99.9' },
      { substance: 'La2O3', massPercent: '' },
    ]);
    expect(rowAt.get('items.2.composition.0.')).toBe('items.2.composition.1.');
    expect(rowAt.get('items.2.composition.1.')).toBe('items.2.composition.3.');
  });

  it('takes digits with separators and a currency in small letters', () => {
    const { item } = readItem(answers({ quantity: '1,250.5', value: '14,500.00', currency: 'usd' }), 2, 'id');
    expect(item).toMatchObject({ id: 'id', quantity: '1250.5', value: '14500.00', currency: 'USD' });
  });

  it('shows three rows at first and more when they are asked for, up to the limit', () => {
    expect(storedRows(undefined)).toEqual({ composition: 3, parameters: 3 });
    const more = new FormAnswers({
      'items.2.composition.2.substance': '',
      'items.2.parameters.2.unit': '',
      add: 'items.2.composition',
    });
    expect(answeredRows(more, 2)).toEqual({ composition: 6, parameters: 3 });
    const full = new FormAnswers({
      [`items.2.composition.${LIMITS.compositionRows - 1}.substance`]: '',
      add: 'items.2.composition',
    });
    expect(answeredRows(full, 2).composition).toBe(LIMITS.compositionRows);
  });
});
