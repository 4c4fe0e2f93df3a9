import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { addDays, localDate, type LocalDate } from '#kernel';
import { statedCode, type MeasureState, type Rulebook } from '#regulation';
import { shippedRulebook } from './shipped-law';

interface Row {
  name: string;
  measures?: string[];
  anyEntryOf?: string[];
  code?: string;
  states: Record<string, 'on' | 'off' | 'suspended' | 'unsettled'>;
}

const { rows } = parse(readFileSync(path.join(__dirname, 'state-table.yaml'), 'utf8')) as { rows: Row[] };
const rulebook = shippedRulebook();
const WORD: Record<MeasureState, string> = {
  'in-force': 'on',
  'not-yet-effective': 'off',
  ended: 'off',
  suspended: 'suspended',
  unsettled: 'unsettled',
};
const stateOf = (book: Rulebook, id: string, day: LocalDate, knownOn?: LocalDate) => {
  const place = book.on(day, knownOn).measure(id);
  return place ? WORD[place.state] : 'off';
};
const hasEntry = (id: string, day: LocalDate) =>
  rulebook.on(day).measures.some((place) => place.state === 'in-force' && place.entries.some((row) => row.id === id));

describe('the state table, every cell', () => {
  const cells = rows.flatMap((row) =>
    Object.entries(row.states).map(([day, state]) => ({ row, name: row.name, day: localDate(day), state })),
  );
  it.each(cells)('$name on $day is $state', ({ row, day, state }) => {
    if (row.measures)
      expect(row.measures.map((id) => `${id} ${stateOf(rulebook, id, day)}`)).toEqual(row.measures.map((id) => `${id} ${state}`));
    else if (row.anyEntryOf) expect(row.anyEntryOf.some((id) => hasEntry(id, day)) ? 'on' : 'off').toBe(state);
    else expect(statedCode(rulebook, row.code ?? '', day).length > 0 ? 'on' : 'off').toBe(state);
  });
});

describe('between change points nothing changes', () => {
  it('the state of every measure is the same on a change point and on the day before the next one', () => {
    const points = rulebook.changePoints.filter((day) => day >= rulebook.firstDay);
    points.forEach((day, i) => {
      const next = points[i + 1];
      if (!next) return;
      const last = addDays(next, -1);
      const picture = (on: LocalDate) =>
        rulebook.on(on).measures.map((place) => [place.measure.id, place.state, place.entries.length]);
      expect(picture(last)).toEqual(picture(day));
    });
  });

  it('each change point changes a state, an entry, a code, the guidance or the technology catalogue', () => {
    for (const day of rulebook.changePoints) {
      const before = addDays(day, -1);
      const picture = (on: LocalDate) => [
        rulebook.on(on).measures.map((place) => [place.measure.id, place.state, place.entries.length]),
        rulebook.guidance.filter((row) => row.publishedOn <= on).length,
        rulebook.technologyCatalogue.map(({ stateOn, number, numberFrom, numberTo, formerNumbers }) => [
          Object.keys(stateOn).filter((from) => from <= on).length,
          [{ number, from: numberFrom, to: numberTo }, ...formerNumbers].filter(
            ({ from, to }) => from && from <= on && (!to || on <= to),
          ),
        ]),
        rulebook.instruments
          .flatMap((instrument) => instrument.measures.flatMap((measure) => measure.entries))
          .filter((entry) => entry.controlCodeSince && entry.controlCodeSince <= on).length,
        rulebook.instruments
          .flatMap((instrument) => instrument.measures)
          .filter((measure) => measure.status?.some((row) => row.from <= on && (!row.to || on <= row.to)))
          .map((measure) => measure.status?.findIndex((row) => row.from <= on && (!row.to || on <= row.to))),
      ];
      expect(picture(before)).not.toEqual(picture(day));
    }
  });
});

describe('two time axes', () => {
  const day = localDate('2025-11-08');
  it('No. 70 is known from its portal day: until then No. 57 looks in force on 2025-11-08', () => {
    expect(stateOf(rulebook, 'cn-mofcom-gacc-2025-57.ho', day, localDate('2025-11-10'))).toBe('on');
    expect(stateOf(rulebook, 'cn-mofcom-gacc-2025-57.ho', day, localDate('2025-11-11'))).toBe('suspended');
    expect(stateOf(rulebook, 'cn-mofcom-gacc-2025-57.ho', day)).toBe('suspended');
  });
  it('a notice that is not known yet does not exist', () => {
    expect(rulebook.on(day, localDate('2025-10-12')).measure('cn-mofcom-gacc-2025-57.ho')).toBeUndefined();
    expect(rulebook.on(day, localDate('2025-10-13')).measure('cn-mofcom-gacc-2025-57.ho')).toBeDefined();
  });
  it('a statement that is not known yet suspends nothing', () => {
    const listed = localDate('2025-05-14');
    expect(stateOf(rulebook, 'cn-mofcom-2025-21.m1', listed, localDate('2025-05-13'))).toBe('on');
    expect(stateOf(rulebook, 'cn-mofcom-2025-21.m1', listed)).toBe('suspended');
  });
});

describe('the reading of a printed last day', () => {
  it.each([
    ['cn-mofcom-gacc-2025-57.ho', '2026-11-10'],
    ['cn-mofcom-2024-46.p2a', '2026-11-27'],
  ])('%s is suspended on %s when the day is inside, unsettled when it is not', (id, last) => {
    const exclusive = shippedRulebook({ lastDayInclusive: false });
    expect(stateOf(rulebook, id, localDate(last))).toBe('suspended');
    expect(stateOf(exclusive, id, localDate(last))).toBe('unsettled');
    expect(stateOf(exclusive, id, addDays(localDate(last), -1))).toBe('suspended');
    expect(exclusive.hash).not.toBe(rulebook.hash);
  });
});

describe('what an operator enters', () => {
  const on = (day: string, entered: Parameters<Rulebook['on']>[2]) =>
    rulebook.on(localDate(day), null, entered).measure('cn-mofcom-gacc-2025-57.ho')?.state;
  const extension = [{ instrument: 'cn-mofcom-gacc-2025-70', effect: 'extends-suspension' as const, to: '2027-01-10' }];
  it('a numbered notice that extends the suspension suspends to its last day, and the measure returns after it', () => {
    expect(on('2026-11-11', extension)).toBe('suspended');
    expect(on('2027-01-10', extension)).toBe('suspended');
    expect(on('2027-01-11', extension)).toBe('in-force');
  });
  it('an entered state beats the dates, but not a start that lies ahead', () => {
    const state = [{ instrument: 'cn-mofcom-gacc-2025-57', effect: 'state' as const, state: 'in-force' as const }];
    expect(on('2026-06-01', state)).toBe('in-force');
    expect(on('2025-11-07', state)).toBe('not-yet-effective');
  });
});
