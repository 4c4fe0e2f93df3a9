// The difference of the law: the staggered days of autumn 2025 against the timeline, late knowledge, and what holds between any two days.
import fc from 'fast-check';
import { addDays, localDate, Refusal, type LocalDate } from '#kernel';
import { differenceOf, nextChange, timelineOf, type LawDifference } from '#regulation';
import { shippedRulebook } from './shipped-law';

const rulebook = shippedRulebook();
const day = (text: string) => localDate(text);
const between = (from: string, to: string, knownFrom?: string, knownTo?: string) =>
  differenceOf(
    rulebook,
    { on: day(from), knownOn: knownFrom ? day(knownFrom) : null },
    { on: day(to), knownOn: knownTo ? day(knownTo) : null },
  );
const states = ({ measures }: LawDifference) =>
  Object.fromEntries(measures.map(({ measure, from, to }) => [measure, `${from.state} > ${to.state}`]));
const words = ({ sentences }: LawDifference, language: 'zh' | 'en') => sentences.map((line) => line[language]).join('\n');
const SUPERHARD_TO_RARE_EARTH = ['2025-55', '2025-56', '2025-57', '2025-58'].map((no) => `cn-mofcom-gacc-${no}`);
const RARE_EARTH_2025 = ['cn-mofcom-2025-61', 'cn-mofcom-2025-62'];

describe('the timeline of autumn 2025', () => {
  it('on 2025-11-08 the start of 55 to 58 comes inside the suspension: nothing of them begins', () => {
    const difference = between('2025-11-07', '2025-11-08');
    expect([...new Set(difference.measures.map(({ instrument }) => instrument))]).toEqual(SUPERHARD_TO_RARE_EARTH);
    for (const row of difference.measures) {
      expect(row).toMatchObject({ from: { state: 'not-yet-effective' }, to: { state: 'suspended' }, appear: [], go: [] });
      expect(row.to.basis).toEqual([row.measure, 'cn-mofcom-gacc-2025-70.m1']);
    }
    expect(words(difference, 'en')).toContain('reaches its start inside a suspension: it does not begin to apply');
    expect(words(difference, 'zh')).toContain('商务部 海关总署公告2025年第58号');
    expect(words(difference, 'zh')).toContain('并不开始施行（自2025-11-07至2026-11-10暂停实施）');
  });

  it('on 2025-11-07 the limbs of 61 and 62 that ran are suspended', () => {
    const changed = states(between('2025-11-06', '2025-11-07'));
    expect(changed).toMatchObject({
      'cn-mofcom-2025-61.s1-3': 'in-force > suspended',
      'cn-mofcom-2025-62.tech': 'in-force > suspended',
    });
    expect(changed).not.toHaveProperty(['cn-mofcom-2025-61.s1-1']);
  });

  it('late knowledge: 2025-11-08 as known on 2025-11-07 and on 2025-11-11 differs by the notices of the portal day, first of all No. 70', () => {
    const difference = between('2025-11-08', '2025-11-08', '2025-11-07', '2025-11-11');
    const touched = [...new Set(difference.measures.map(({ instrument }) => instrument))];
    expect(touched).toEqual(expect.arrayContaining([...SUPERHARD_TO_RARE_EARTH, ...RARE_EARTH_2025, 'cn-mofcom-gacc-2025-70']));
    for (const row of difference.measures.filter(({ instrument }) => SUPERHARD_TO_RARE_EARTH.includes(instrument)))
      expect(row).toMatchObject({
        from: { state: 'in-force' },
        to: { state: 'suspended', basis: expect.arrayContaining(['cn-mofcom-gacc-2025-70.m1']) },
      });
    expect(words(difference, 'en')).toContain('2025-11-08 (as known on 2025-11-07) and 2025-11-08 (as known on 2025-11-11)');
    expect(words(difference, 'en')).toContain('first "in force" (in force since 2025-11-08), then "suspended"');
  });

  it('the unified list brings its codes on 2024-12-01 without the items changing', () => {
    const recoded = between('2024-11-30', '2024-12-01').measures.find(({ instrument }) => instrument.endsWith('2023-23'));
    expect(recoded?.from.state).toBe('in-force');
    expect(recoded?.to.state).toBe('in-force');
    expect(recoded?.appear).toEqual([]);
    expect(recoded?.codesAppear.length).toBeGreaterThan(0);
  });

  it('2026-11-11 leaves 55 to 58, 61 and 62 unsettled, and says that a person must look', () => {
    const difference = between('2026-11-10', '2026-11-11');
    const { 'cn-mofcom-gacc-2025-70.m1': suspension, ...suspended } = states(difference);
    expect(suspension).toBe('in-force > ended');
    expect(new Set(Object.values(suspended))).toEqual(new Set(['suspended > unsettled']));
    expect(words(difference, 'en')).toContain('unsettled, to be looked at by a person');
  });
});

describe('between any two days', () => {
  const dayBetween = (from: LocalDate, days: number) => fc.integer({ min: 0, max: days }).map((offset) => addDays(from, offset));
  const someDay = dayBetween(day('2008-11-02'), 6800);

  it('nothing differs between days without a change point between them', () => {
    const points = rulebook.changePoints.filter((point) => point >= rulebook.firstDay);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: points.length - 2 }), fc.nat(), fc.nat(), (index, a, b) => {
        const start = points[index] ?? rulebook.firstDay;
        const next = points[index + 1] ?? start;
        const inside = (offset: number) => {
          const length = (Date.parse(next) - Date.parse(start)) / 86_400_000;
          return addDays(start, offset % length);
        };
        const difference = differenceOf(rulebook, { on: inside(a) }, { on: inside(b) });
        expect([difference.measures, difference.guidance]).toEqual([[], []]);
        expect(difference.sentences).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('turned round it says the reverse', () => {
    const point = fc.record({ on: someDay, knownOn: fc.option(someDay) });
    fc.assert(
      fc.property(point, point, (a, b) => {
        const there = differenceOf(rulebook, a, b);
        const back = differenceOf(rulebook, b, a);
        expect(back.measures).toEqual(
          there.measures.map(({ from, to, appear, go, codesAppear, codesGo, ...row }) => ({
            ...row,
            from: to,
            to: from,
            appear: go,
            go: appear,
            codesAppear: codesGo,
            codesGo: codesAppear,
          })),
        );
        expect(back.guidance.map(({ id }) => id)).toEqual(there.guidance.map(({ id }) => id));
      }),
      { numRuns: 40 },
    );
  });

  it('each change point that changes a state stands in the timeline of its window', () => {
    const window = { from: day('2025-10-01'), to: day('2026-12-31') };
    const rows = timelineOf(rulebook, window, null);
    const row = rows.find(({ measures }) => measures.includes('cn-mofcom-gacc-2025-57.ho'));
    expect(row?.stretches).toEqual([
      { from: '2025-10-01', to: '2025-10-08', state: 'absent' },
      { from: '2025-10-09', to: '2025-11-07', state: 'not-yet-effective' },
      { from: '2025-11-08', to: '2026-11-10', state: 'suspended' },
      { from: '2026-11-11', to: '2026-12-31', state: 'unsettled' },
    ]);
    for (const { measures, stretches } of rows)
      for (const { from, to, state } of stretches)
        for (const on of [from, to])
          for (const id of measures) expect(rulebook.on(on).measure(id)?.state ?? 'absent').toBe(state);
  });

  it('the next change is the first later day that differs; after the last known one there is none', () => {
    expect(nextChange(rulebook, { on: day('2025-11-06'), knownOn: null })?.to.on).toBe('2025-11-07');
    expect(nextChange(rulebook, { on: day('2026-11-21'), knownOn: null })?.to.on).toBe('2026-11-28');
    expect(nextChange(rulebook, { on: day('2190-01-01'), knownOn: null })).toBeNull();
  });
});

describe('what is refused', () => {
  it.each([
    [{ on: day('1990-01-01') }, { on: day('2026-01-01') }],
    [{ on: day('2026-01-01') }, { on: day('2026-01-01'), knownOn: day('1990-01-01') }],
  ])('a day before the loaded law: %j, %j', (from, to) => {
    expect(() => differenceOf(rulebook, from, to)).toThrow(
      expect.objectContaining<Partial<Refusal>>({ kind: 'invalid', code: 'determination.day-before-law' }),
    );
  });
});

it('says every sentence in both languages, in the Chinese one no English word but ids', () => {
  const days = rulebook.changePoints.filter((point) => point > rulebook.firstDay);
  const lines = days.flatMap((on) => differenceOf(rulebook, { on: addDays(on, -1) }, { on }).sentences);
  expect(lines.length).toBeGreaterThan(100);
  expect(
    lines.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en) || /\.\.|。。/.test(zh + en)),
  ).toEqual([]);
});
