// What the advice form gives: lines with standing and free conditions and reasons, the place of each fault, every item as one of them.
import fc from 'fast-check';
import {
  checkAdvice,
  CONDITION_PICKLIST,
  LIMITS,
  REASON_PICKLIST,
  VERDICTS,
  type AdviceLine,
  type ApplicationItem,
} from '#licensing';
import { anItem } from '../../../../../test/builders/content';
import { adviceInput, conditionRows, lineField, sameFor, startOf, writtenLines, type LineAnswers } from './advice-form';
import { FormAnswers } from './form-answers';

const items: ApplicationItem[] = [anItem({ id: 'a' }), anItem({ id: 'b' })];
const [picked] = CONDITION_PICKLIST;
const [phrase] = REASON_PICKLIST;
const blank: LineAnswers = {
  verdict: '',
  controlCode: '',
  standing: [],
  conditions: [],
  criteria: [],
  phrase: '',
  reason: '',
};

describe('the advice form', () => {
  it('gives a line for every item, standing conditions before free ones, and only the rows that were written', () => {
    const answers = new FormAnswers({
      'advice.lines.a.verdict': 'approve-with-conditions',
      'advice.lines.a.controlCode': ' 1C905.b ',
      'advice.lines.a.standing': picked?.key,
      'advice.lines.a.conditions.0.zh': ' ',
      'advice.lines.a.conditions.0.en': '',
      'advice.lines.a.conditions.2.zh': '报告',
      'advice.lines.a.conditions.2.en': '',
      'advice.lines.a.phrase': phrase?.key,
      'advice.lines.a.reason': 'and more ',
      'advice.lines.b.verdict': 'refuse',
      'advice.lines.b.criteria': ['destination', 'credit-record'],
    });
    const { given, placeOf } = adviceInput(writtenLines(answers, items), 'en');
    answers.refuseOthers();
    expect(given.lines).toEqual([
      {
        itemId: 'a',
        verdict: 'approve-with-conditions',
        controlCode: '1C905.b',
        conditions: [
          { zh: picked?.zh, en: picked?.en },
          { zh: '报告', en: '' },
        ],
        criteria: [],
        reason: `${phrase?.en}\nand more`,
      },
      { itemId: 'b', verdict: 'refuse', controlCode: '', conditions: [], criteria: ['destination', 'credit-record'], reason: '' },
    ]);
    expect(placeOf('advice.lines.0.conditions.1.en')).toBe('advice.lines.a.conditions.2.en');
    expect(placeOf('advice.lines.a.conditions.0.en')).toBe('advice.lines.a.standing');
    expect(placeOf('advice.lines.1.reason')).toBe('advice.lines.b.reason');
    expect(placeOf('advice.lines.b')).toBe('advice.lines.b.verdict');
    expect(placeOf('advice.lines')).toBe('advice.lines');
  });

  it('takes no code for a verdict that bears none, as the form says, and leaves every other misfit to the check', () => {
    const written = new Map([['a', { ...blank, verdict: 'not-controlled', controlCode: '1C905.b', criteria: ['destination'] }]]);
    expect(adviceInput(written, 'zh').given.lines).toMatchObject([{ controlCode: '', criteria: ['destination'] }]);
  });

  it('assesses the marked items as one of them, or all without a verdict, each with its own code', () => {
    const model = { ...blank, verdict: 'refuse', controlCode: '1C905.b', criteria: ['destination'], reason: 'because' };
    const approved = { ...blank, verdict: 'approve', controlCode: '1C904' };
    const open = { ...blank, controlCode: '1C903' };
    const written = new Map([
      ['a', model],
      ['b', approved],
      ['c', open],
    ]);
    const linesFor = (...marked: string[]) => [...sameFor(written, 'a', marked).values()];
    expect(linesFor()).toEqual([model, approved, { ...model, controlCode: '1C903' }]);
    expect(linesFor('a')).toEqual(linesFor());
    expect(linesFor('a', 'b')).toEqual([model, { ...model, controlCode: '1C904' }, open]);
    expect(linesFor('b', 'c')).toEqual([model, { ...model, controlCode: '1C904' }, { ...model, controlCode: '1C903' }]);
    expect(sameFor(written, 'x', ['b'])).toBe(written);
  });

  it('shows one row for conditions at first, more when they are asked for, and never more than the limit', () => {
    expect(conditionRows('a', blank, '')).toBe(1);
    expect(conditionRows('a', blank, lineField('a', 'conditions'))).toBe(3);
    expect(conditionRows('a', blank, lineField('b', 'conditions'))).toBe(1);
    const many = writtenLines(new FormAnswers({ 'advice.lines.a.conditions.99999999.zh': '' }), items).get('a') ?? blank;
    expect(conditionRows('a', many, lineField('a', 'conditions'))).toBe(LIMITS.conditions);
  });

  it('starts from an earlier line and gives the same line when nothing is changed', () => {
    const line = fc.constantFrom(...VERDICTS).chain((verdict) =>
      fc.record({
        itemId: fc.constant('a'),
        verdict: fc.constant(verdict),
        controlCode: fc.constant(verdict === 'not-controlled' || verdict === 'refer' ? '' : '1C905.b'),
        conditions:
          verdict === 'approve-with-conditions'
            ? fc.uniqueArray(
                fc.constantFrom(...CONDITION_PICKLIST.map(({ zh, en }) => ({ zh, en })), { zh: '自定', en: 'Own' }),
                {
                  minLength: 1,
                },
              )
            : fc.constant([]),
        criteria: fc.constant(verdict === 'refuse' ? (['destination'] as const) : []),
        reason: fc.constant('because'),
      }),
    );
    fc.assert(
      fc.property(line, (given: AdviceLine) => {
        const [again] = adviceInput(new Map([['a', startOf(items[0] ?? anItem(), given)]]), 'zh').given.lines as AdviceLine[];
        const sorted = (one?: AdviceLine) => ({ ...one, conditions: one?.conditions.map(({ zh }) => zh).sort() });
        expect(sorted(again)).toEqual(sorted(given));
        expect(
          checkAdvice(
            [given],
            ['a'],
            'team',
            () => true,
            () => true,
          ),
        ).toEqual([]);
      }),
    );
  });

  it("starts with the exporter's code where nobody has advised", () => {
    expect(startOf(anItem({ id: 'a', controlCode: '1C905.b' }))).toEqual({ ...blank, controlCode: '1C905.b' });
  });
});
