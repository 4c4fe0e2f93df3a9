// Classification on the shipped law: candidates with visible sources, the next question, and outcomes that never call an item free.
import { Refusal, localDate } from '#kernel';
import fc from 'fast-check';
import { shippedRulebook } from '../../../../test/rules/shipped-law';
import type { EvaluatedNode, Verdict } from '../condition/evaluated-node';
import type { ItemFacts } from '../determination/facts';
import { classifyItem } from './classify-item';
import { nextQuestion, verdictIf, type OpenCandidate } from './next-question';

const rulebook = shippedRulebook();
const ON = localDate('2026-11-21');
const of = (item: ItemFacts, aids = {}) => classifyItem(rulebook, { item }, ON, aids);
const graphite = { kind: 'goods', nameZh: '石墨块', name: 'Graphite block' } as const;
const parameters = (...rows: [string, string | number, string][]) =>
  rows.map(([property, value, unit]) => ({ property, value, unit }));

describe('an item', () => {
  it('that meets an entry is met, with the margin of each figure', () => {
    const { outcome, met } = of({
      ...graphite,
      name: 'Artificial graphite block',
      parameters: parameters(
        ['graphite type', 'artificial', 'text'],
        ['purity', '99.99', '%'],
        ['flexural strength', 35, 'MPa'],
        ['density', '1.74', 'g/cm3'],
      ),
    });
    expect(outcome).toBe('met');
    const entry = met.find(({ controlCode }) => controlCode === '1C108');
    expect(entry?.measured.map(({ margin }) => margin)).toEqual(['+0.09 %', '+5 MPa', '+0.01 g/cm3']);
    expect(entry?.sources.length).toBeGreaterThan(0);
  });

  it('exactly at a printed "more than" is ruled out, and says by which figure', () => {
    const { outcome, ruledOut, notChecked } = of({
      ...graphite,
      parameters: parameters(['graphite type', 'artificial', 'text'], ['density', '1.73', 'g/cm3']),
    });
    expect(outcome).toBe('ruled-out');
    const entry = ruledOut.find(({ controlCode }) => controlCode === '1C108');
    expect(entry?.reasons[0]?.en).toContain('density');
    expect(entry?.measured.map(({ margin }) => margin)).toEqual(['0 g/cm3']);
    expect(notChecked.length).toBeGreaterThan(0);
  });

  it('of which too little is known stays open, and is asked for a property with its unit and limit', () => {
    const {
      outcome,
      open,
      nextQuestion: asked,
    } = of({
      ...graphite,
      parameters: parameters(['graphite type', 'artificial', 'text'], ['purity', '99.99', '%'], ['flexural strength', 35, 'MPa']),
    });
    expect(outcome).toBe('open');
    expect(open.map(({ controlCode }) => controlCode)).toEqual(['1C108']);
    expect(asked).toMatchObject({ property: 'density', kind: 'number', unit: 'g/cm3', limits: [{ op: '>', limit: '1.73' }] });
    expect(asked?.settles).toEqual(open.map(({ row }) => row));
  });

  it('that nothing in the law comes near, or that a search alone hints at, is for a person', () => {
    expect(of({ kind: 'goods', name: 'Wooden chair', nameZh: '木椅' }).outcome).toBe('refer');
    const row = rulebook.rowsOf('cn-mofcom-gacc-2023-39.artificial')[0]?.id ?? '';
    const hinted = of({ kind: 'goods', name: 'Wooden chair', nameZh: '木椅' }, { found: [row] });
    expect(hinted).toMatchObject({ outcome: 'refer', met: [], open: [] });
    expect(hinted.leads.map((lead) => lead.row)).toEqual([row]);
  });

  it('about which nothing is stated is for a person', () => {
    expect(of({})).toMatchObject({ outcome: 'refer', met: [], open: [], ruledOut: [] });
  });

  it('is looked at under a code of an earlier decision', () => {
    const { open } = of({ kind: 'goods', name: 'Block' }, { decided: ['1C108'] });
    expect(open.length).toBeGreaterThan(0);
    for (const one of open) expect(one).toMatchObject({ controlCode: '1C108', sources: ['earlier-decision'] });
  });

  it('with facts that cannot be, or on a day before the law, is refused', () => {
    const wrong = () => of({ ...graphite, parameters: parameters(['density', 1, '']) });
    expect(wrong).toThrow(expect.objectContaining({ code: 'determination.facts-malformed' }));
    expect(() => classifyItem(rulebook, { item: graphite }, localDate('1990-01-01'))).toThrow(Refusal);
  });
});

const test_ = (property: string, verdict: Verdict): EvaluatedNode => ({
  kind: 'test',
  verdict,
  property,
  op: '>',
  limit: '1',
  unit: 'mm',
  reason: { zh: property, en: property },
  margin: null,
});
const all = (...children: EvaluatedNode[]): EvaluatedNode => ({
  kind: 'allOf',
  verdict: children.some(({ verdict }) => verdict === 'not-met') ? 'not-met' : 'unknown',
  reason: { zh: '', en: '' },
  margin: null,
  children,
});
const candidate = (row: string, gravity: number, ...properties: string[]): OpenCandidate => ({
  row,
  gravity,
  tree: all(...properties.map((property) => test_(property, 'unknown'))),
  printed: { allOf: properties.map((property) => ({ property, op: '>', value: 1, unit: 'mm' })) },
});

describe('the next question', () => {
  it('is about the property that decides most candidates', () => {
    const open = [candidate('a', 0, 'x'), candidate('b', 5, 'y'), candidate('c', 5, 'y')];
    expect(nextQuestion(rulebook, open)).toMatchObject({ property: 'y', settles: ['b', 'c'] });
  });

  it('goes to the gravest among equals, then to the first printed', () => {
    expect(nextQuestion(rulebook, [candidate('a', 5, 'x'), candidate('b', 1, 'y')])).toMatchObject({ property: 'y' });
    expect(nextQuestion(rulebook, [candidate('a', 5, 'x'), candidate('b', 5, 'y')])).toMatchObject({ property: 'x' });
  });

  it('is never about what the law settles among its own entries', () => {
    expect(nextQuestion(rulebook, [candidate('a', 0, 'caught by', 'contains item')])).toBeNull();
    expect(nextQuestion(rulebook, [])).toBeNull();
  });

  it('property: an answer changes nothing but unknown tests of its property, and no answer leaves the tree as it is', () => {
    const verdict = fc.constantFrom<Verdict>('met', 'not-met', 'unknown');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('x', 'y'), verdict), { minLength: 1, maxLength: 5 }),
        verdict,
        (tests, answer) => {
          const tree = all(...tests.map(([property, own]) => test_(property, own)));
          const settled = tests.map(([property, own]) => (property === 'x' && own === 'unknown' ? answer : own));
          const expected = settled.includes('not-met') ? 'not-met' : settled.includes('unknown') ? 'unknown' : 'met';
          expect(verdictIf(tree, 'x', answer)).toBe(expected);
        },
      ),
    );
  });
});
