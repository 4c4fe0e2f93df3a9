// The short ways for very many exports say what the long way says: the answer for the day alone, two days side by side, candidates by index.
import { productExportFacts } from '#casework';
import { localDate, type LocalDate } from '#kernel';
import {
  answerOn,
  answersAt,
  determine,
  READING_WORDS,
  type AnswerOnDay,
  type Determination,
  type ExportFacts,
  type RecordedReading,
} from '#regulation';
import { candidatesOf, candidateSources } from '../../libs/regulation/src/determination/candidates';
import { statedBy } from '../../libs/regulation/src/determination/situation';
import { products } from '../bench/items';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();
const drawn = products(rulebook, 4);
const TO = ['JP', 'US', 'KP', ''];
const exports: readonly ExportFacts[] = Array.from({ length: 80 }, (_, place) =>
  productExportFacts(drawn.next().value, rulebook.propertyWords, TO[place % TO.length]),
);
const PAIRS: readonly (readonly [LocalDate, LocalDate])[] = [
  ['2024-11-30', '2024-12-01'],
  ['2025-04-03', '2025-04-04'],
  ['2025-11-08', '2026-11-20'],
  ['2026-03-02', '2024-06-03'],
].map(([from = '', to = '']) => [localDate(from), localDate(to)]);

/** What people act on. */
function inShort({ headline, controlCodes, documents, findings }: AnswerOnDay | Determination): unknown {
  const states = findings.map(
    ({ measure, controlCode, status, heads }) => `${measure}|${controlCode ?? ''}|${status}|${String(heads)}`,
  );
  return { headline, codes: [...controlCodes].sort(), documents: [...documents].sort(), states: states.sort() };
}

describe('answerOn', () => {
  it('says what determine says of the day', () => {
    for (const facts of exports)
      for (const on of PAIRS.flat()) {
        const { holdsUntil, notChecked, findings, ...day } = determine(rulebook, facts, on);
        expect(notChecked.length).toBeGreaterThan(0);
        expect(holdsUntil === null || holdsUntil.day > on).toBe(true);
        expect(answerOn(rulebook, facts, on)).toEqual({
          ...day,
          findings: findings.map((row) => ({ ...row, holdsUntil: null })),
        });
      }
  });
});

describe('answersAt', () => {
  it('says what determine says, and nothing only where both days are alike', () => {
    let alike = 0;
    let answered = 0;
    for (const [from, to] of PAIRS)
      for (const facts of exports) {
        const [before, after] = [from, to].map((on) => inShort(determine(rulebook, facts, on)));
        const answers = answersAt(rulebook, facts, { on: from, knownOn: null }, { on: to, knownOn: null });
        if (answers) expect([inShort(answers.before), inShort(answers.after)]).toEqual([before, after]);
        else expect(before).toEqual(after);
        if (answers) answered += 1;
        else alike += 1;
      }
    expect(alike).toBeGreaterThan(0);
    expect(answered).toBeGreaterThan(0);
  });

  it('compares two states of knowledge of one day', () => {
    const on = localDate('2025-11-08');
    let different = 0;
    for (const facts of exports) {
      const times = [null, on].map((knownOn) => ({ on, knownOn }));
      const [all, then] = times.map(({ knownOn }) => inShort(determine(rulebook, facts, on, knownOn ?? undefined)));
      const answers = answersAt(rulebook, facts, { on, knownOn: on }, { on, knownOn: null });
      if (answers) expect([inShort(answers.before), inShort(answers.after)]).toEqual([then, all]);
      else expect(then).toEqual(all);
      if (answers) different += 1;
    }
    expect(different).toBeGreaterThan(0);
  });

  it('gives the status to work under that determine gives, at both points', () => {
    const point = (on: string) => ({ on: localDate(on), knownOn: null });
    const readings: RecordedReading[] = rulebook.on(localDate('2026-11-21')).measures.flatMap(({ measure, state }, place) =>
      state === 'unsettled'
        ? [
            {
              measure: measure.id,
              reading: READING_WORDS[place % READING_WORDS.length] ?? 'stricter',
              reason: 'The printed last day has passed',
              by: '林一',
              confirmedBy: '林二',
              since: localDate('2026-11-12'),
            },
          ]
        : [],
    );
    let worked = 0;
    for (const [from, to] of [
      ['2026-11-09', '2026-11-21'],
      ['2026-11-20', '2026-11-21'],
    ] as const)
      for (const facts of exports) {
        const [before, after] = [from, to].map(
          (on) => determine(rulebook, facts, localDate(on), undefined, readings).workingStatus,
        );
        const answers = answersAt(rulebook, facts, point(from), point(to), readings);
        if (answers) expect([answers.before.workingStatus, answers.after.workingStatus]).toEqual([before, after]);
        else expect(before).toBe(after);
        if (after !== null) worked += 1;
      }
    expect(worked).toBeGreaterThan(0);
  });

  it('refuses a day before the law', () => {
    const early = { on: localDate('1990-01-01'), knownOn: null };
    const late = { on: localDate('2026-03-02'), knownOn: null };
    for (const [before, after] of [
      [early, late],
      [late, early],
    ] as const)
      expect(() => answersAt(rulebook, exports[0] ?? {}, before, after)).toThrow(
        expect.objectContaining({ code: 'determination.day-before-law' }),
      );
  });
});

describe('candidatesOf', () => {
  it('finds what asking every entry finds, in the order of the law', () => {
    const further: ExportFacts[] = ['2846909910', '38249999', '2505', '7108120000'].map((hsCode) => ({
      item: { name: 'thing', hsCode },
    }));
    const coded: ExportFacts[] = ['1C902', '1C902.a', '3A901'].map((statedCode) => ({ item: { name: 'thing', statedCode } }));
    const named: ExportFacts[] = ['Dy2O3', '1308-87-8', 'Sm-Co'].map((name) => ({ item: { name } }));
    let found = 0;
    for (const facts of [...exports, ...further, ...coded, ...named]) {
      const stated = statedBy(rulebook, facts);
      const asked = rulebook.instruments
        .flatMap(({ measures }) => measures)
        .filter(({ kind }) => kind !== 'entity-list')
        .flatMap((measure) => rulebook.rowsOf(measure.id).map((row) => [row.id, candidateSources(row, measure, stated)] as const))
        .filter(([, sources]) => sources.length > 0);
      expect([...candidatesOf(rulebook, stated)]).toEqual(asked);
      found += asked.length;
    }
    expect(found).toBeGreaterThan(exports.length);
  });
});
