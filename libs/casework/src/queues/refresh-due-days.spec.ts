// Another calendar moves the last days of open cases: the order of the queue, its filter and its counts follow, once and in batches.
import { localDate } from '#kernel';
import type { Rulebook } from '#regulation';
import { anApplication } from '../../../../test/builders/application';
import { standingOn } from '../../../../test/builders/desks';
import { house, type House } from '../../../../test/builders/house';
import { asOwner } from '../../../../test/builders/stored-world';
import { ClockOfCase } from '../applications/clock-of-case';
import { LoadedLaw } from '../ports/loaded-law';
import { LoadedProcedures } from '../ports/loaded-procedures';
import { ReadQueues } from './read-queues';
import { RefreshDueDays } from './refresh-due-days';

let home: House;

beforeEach(async () => {
  home = await house();
});
afterEach(() => home.end());

const DUE = localDate('2026-05-08');
/** A Saturday on which people work. */
const LATER = localDate('2026-05-09');
const dueOf = async (id: string) => (await standingOn(home, id))[0]?.dueOn;
const shownDueBy = async (day: typeof DUE) =>
  (await home.get(ReadQueues).page(home.manager, { shelf: 'all', dueBy: day }, { limit: 10 })).rows.map(
    ({ applicationId }) => applicationId,
  );

/** The verb of a process that loaded the law with one more holiday. */
function withHoliday(day: string): RefreshDueDays {
  const { rulebook } = home.law;
  const years = rulebook.calendar.years.map((year) =>
    day.startsWith(String(year.year)) ? { ...year, holidays: [...year.holidays, day] } : year,
  );
  const changed = { ...rulebook, calendar: { ...rulebook.calendar, years } };
  const law = new LoadedLaw(Object.assign(Object.create(Object.getPrototypeOf(rulebook) as object) as Rulebook, changed));
  return new RefreshDueDays(home.store, new ClockOfCase(home.clock, law, home.get(LoadedProcedures)));
}

test('the days follow a changed calendar, and are not touched again', async () => {
  const [{ id }, other] = [await anApplication(home).accepted().build(), await anApplication(home).submitted().build()];
  expect(await home.get(RefreshDueDays).run()).toBe(0);
  expect([await dueOf(id), await dueOf(other.id)]).toEqual([DUE, null]);
  const changed = withHoliday('2026-03-18');
  expect(await changed.run()).toBe(2);
  expect(await changed.run()).toBe(0);
  expect([await dueOf(id), await dueOf(other.id)]).toEqual([LATER, null]);
  expect(await shownDueBy(DUE)).toEqual([]);
  expect(await home.get(RefreshDueDays).run()).toBe(2);
  expect(await shownDueBy(DUE)).toEqual([id]);
});

test('in batches, which runs at the same time share', async () => {
  const cases = [];
  for (let n = 0; n < 6; n += 1) cases.push((await anApplication(home).accepted().build()).id);
  const changed = withHoliday('2026-03-18');
  const done = await Promise.all([changed.run(2), changed.run(2), changed.run(2)]);
  expect(Math.max(...done)).toBeLessThanOrEqual(2);
  for (let rows = 1; rows > 0;) rows = await changed.run(2);
  expect(new Set(await Promise.all(cases.map(dueOf)))).toEqual(new Set([LATER]));
});

test('a place whose day was never computed gets it', async () => {
  const { id } = await anApplication(home).accepted().build();
  await asOwner(home.database, `update place set due_key = 'infinity', due_basis = ''`);
  expect(await dueOf(id)).toBeNull();
  expect(await home.get(RefreshDueDays).run()).toBe(1);
  expect(await dueOf(id)).toBe(DUE);
});
