// Recorded readings of unsettled measures: the finding stays undetermined and says the reading; the answer says how work goes on.
import fc from 'fast-check';
import { localDate } from '#kernel';
import { determine, READING_WORDS, type ExportFacts, type ReadingWord, type RecordedReading } from '#regulation';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();
const unsettled = localDate('2026-11-21');
const HOLMIUM = 'cn-mofcom-gacc-2025-57.ho';
const holmium: ExportFacts = {
  item: { kind: 'goods', name: 'holmium metal', nameZh: '金属钬', composition: [{ substance: 'Ho', massPercent: 99.9 }] },
  from: 'CN',
  to: 'KR',
  exporter: { place: 'CN' },
  parties: [{ role: 'end-user', name: 'Hanbit Optics', country: 'KR', military: false }],
  endUse: { flags: ['civil'] },
};
const recorded = (reading: ReadingWord, measure = HOLMIUM): RecordedReading => ({
  measure,
  reading,
  reason: 'The printed last day has passed',
  by: '林一',
  confirmedBy: '林二',
  since: localDate('2026-11-12'),
});
const under = (
  readings: RecordedReading[],
  { facts = holmium, on = unsettled, knownOn = undefined as string | undefined } = {},
) => determine(rulebook, facts, on, knownOn === undefined ? undefined : localDate(knownOn), readings);

it('without a reading the answer is undetermined and says no way to work', () => {
  const answer = under([]);
  expect(answer).toMatchObject({ headline: 'undetermined', workingStatus: null });
  expect(answer.findings.map(({ underReading }) => underReading)).toEqual(answer.findings.map(() => null));
});

it.each([
  ['lapsed', 'licence-required'],
  ['extended', 'suspended'],
  ['stricter', 'licence-required'],
] as const)('%s: the finding stays undetermined, work goes on as %s', (reading, status) => {
  const answer = under([recorded(reading)]);
  expect(answer).toMatchObject({ headline: 'undetermined', workingStatus: status });
  expect(answer.findings[0]).toMatchObject({
    measure: HOLMIUM,
    status: 'undetermined',
    underReading: {
      reading,
      status,
      reason: 'The printed last day has passed',
      by: '林一',
      confirmedBy: '林二',
      since: '2026-11-12',
    },
  });
});

it('changes nothing else of the answer', () => {
  for (const reading of READING_WORDS) {
    const { findings, workingStatus: _working, ...rest } = under([recorded(reading)]);
    const { findings: plain, workingStatus: _none, ...before } = under([]);
    expect(rest).toEqual(before);
    expect(findings.map((finding) => ({ ...finding, underReading: null }))).toEqual(plain);
  }
});

it('facts that are open stay open under a reading: lapsed is then for a person', () => {
  const facts = { ...holmium, item: { kind: 'goods' as const, name: 'holmium mixture', nameZh: '钬混合物' } };
  const plain = under([], { facts });
  const open = plain.findings.find(({ measure, status }) => measure === HOLMIUM && status === 'undetermined');
  expect(open?.conditions?.verdict).toBe('unknown');
  const finding = under([recorded('lapsed')], { facts }).findings.find(
    ({ measure, nameEn }) => measure === HOLMIUM && nameEn === open?.nameEn,
  );
  expect(finding).toMatchObject({ status: 'undetermined', underReading: { status: 'review' } });
});

it.each([['2025-11-08'], ['2026-11-10']])('a measure that is settled on %s takes no reading', (on) => {
  const answer = under([recorded('lapsed')], { on: localDate(on) });
  expect(answer).toMatchObject({ headline: 'suspended', workingStatus: null });
});

it('a numbered notice that settles the measure ends the reading by itself', () => {
  const facts: ExportFacts = {
    ...holmium,
    operatorKnowledge: [
      { enteredInstrument: { instrument: 'cn-mofcom-gacc-2025-70', effect: 'extends-suspension', to: '2027-01-10' } },
    ],
  };
  expect(under([recorded('lapsed')], { facts })).toMatchObject({ headline: 'suspended', workingStatus: null });
});

it('is not known before the day of its confirmation', () => {
  expect(under([recorded('lapsed')], { knownOn: '2026-11-11' }).workingStatus).toBeNull();
  expect(under([recorded('lapsed')], { knownOn: '2026-11-12' }).workingStatus).toBe('licence-required');
});

it('the last reading of a measure counts, and readings of other measures do not bear', () => {
  expect(under([recorded('extended'), recorded('lapsed')]).workingStatus).toBe('licence-required');
  expect(
    under([recorded('lapsed', 'cn-mofcom-gacc-2025-57.er'), recorded('lapsed', 'no-such-measure')]).workingStatus,
  ).toBeNull();
});

it('the headline and every status of the law are the same under any set of readings', () => {
  const measures = rulebook.on(unsettled).measures.filter(({ state }) => state === 'unsettled');
  expect(measures.length).toBeGreaterThan(10);
  const reading = fc.record({
    measure: fc.constantFrom(...measures.map(({ measure }) => measure.id)),
    reading: fc.constantFrom(...READING_WORDS),
  });
  const plain = under([]);
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 6 }), (chosen) => {
      const answer = under(chosen.map((row) => recorded(row.reading, row.measure)));
      expect(answer.headline).toBe(plain.headline);
      expect(answer.findings.map(({ status, heads }) => [status, heads])).toEqual(
        plain.findings.map(({ status, heads }) => [status, heads]),
      );
      const last = chosen.filter(({ measure }) => measure === HOLMIUM).at(-1)?.reading;
      const expected = { lapsed: 'licence-required', extended: 'suspended', stricter: 'licence-required' } as const;
      expect(answer.workingStatus).toBe(last ? expected[last] : null);
    }),
    { numRuns: 25 },
  );
});
