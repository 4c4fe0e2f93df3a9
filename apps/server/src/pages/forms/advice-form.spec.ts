import { LIMITS, type ApplicationItem } from '#licensing';
import { anItem } from '../../../../../test/builders/content';
import { adviceInput, conditionRows } from './advice-form';
import { FormAnswers } from './form-answers';

const items: ApplicationItem[] = [anItem({ id: 'a' }), anItem({ id: 'b' })];

describe('the advice form', () => {
  it('gives a code for every item and only the conditions that were written', () => {
    const answers = new FormAnswers({
      'advice.recommendation': 'approve-with-conditions',
      'advice.reasons': 'because',
      'advice.items.a': ' 1C905.b ',
      'advice.conditions.0.zh': ' ',
      'advice.conditions.0.en': '',
      'advice.conditions.2.zh': '报告',
      'advice.conditions.2.en': '',
    });
    const { given, placeOf } = adviceInput(answers, items, LIMITS.conditions);
    expect(given).toEqual({
      advice: {
        recommendation: 'approve-with-conditions',
        reasons: 'because',
        conditions: [{ zh: '报告', en: '' }],
        items: [
          { itemId: 'a', controlCode: '1C905.b' },
          { itemId: 'b', controlCode: '' },
        ],
      },
    });
    expect(placeOf('advice.conditions.0.en')).toBe('advice.conditions.2.en');
    expect(placeOf('advice.items.1.controlCode')).toBe('advice.items.b');
    expect(placeOf('advice.items.b')).toBe('advice.items.b');
    expect(placeOf('advice.reasons')).toBe('advice.reasons');
  });

  it('shows two rows for conditions at first, more when they are asked for, and never more than the limit', () => {
    expect(conditionRows(null)).toBe(2);
    expect(conditionRows(new FormAnswers({ 'advice.conditions.1.zh': '', add: 'advice.conditions' }))).toBe(4);
    expect(conditionRows(new FormAnswers({ 'advice.conditions.99999999.zh': '', add: 'advice.conditions' }))).toBe(
      LIMITS.conditions,
    );
  });
});
