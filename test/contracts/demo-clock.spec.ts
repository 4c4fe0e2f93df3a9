// The clock of a demo on a real database: where it may start, and that it never goes back.
import { asOwner } from '../builders/stored-world';
import { TestClock } from '../fakes/test-clock';
import { freshDatabase, type FreshDatabase } from '../harness/database';
import { createStore, type PostgresStore } from '#store';
import { instant } from '#kernel';
import { Argon2Passwords } from '#gateways';
import { MoveDemoClock, SeedPerson } from '#casework';

let database: FreshDatabase;
let store: PostgresStore;
let clock: MoveDemoClock;
const wall = new TestClock('2026-11-21T04:00:00Z');

beforeEach(async () => {
  database = await freshDatabase();
  store = await createStore({ url: database.appUrl, poolSize: 3 });
  clock = new MoveDemoClock(store, wall);
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const organisation = () =>
  new SeedPerson(store, new Argon2Passwords()).organisation({
    kind: 'authority',
    nameZh: '机关',
    nameEn: 'Authority',
    creditCode: '',
    address: '',
    province: '',
  });

test('an empty installation starts where it is told, in the past as well, and once', async () => {
  expect(await clock.aheadMs()).toBe(0);
  expect(await clock.start(instant('2025-10-08T00:00:00Z'))).toEqual({ now: '2025-10-08T00:00:00.000Z', moved: true });
  wall.advanceMs(3_600_000);
  expect(await clock.start(instant('2025-10-08T00:00:00Z'))).toEqual({ now: '2025-10-08T01:00:00.000Z', moved: false });
});

test('an installation in which something happened starts in no past', async () => {
  await organisation();
  expect((await clock.start(instant('2025-10-08T00:00:00Z'))).moved).toBe(false);
  expect(await clock.aheadMs()).toBe(0);
});

test('goes forward and never back, of two movers the later moment stands', async () => {
  await organisation();
  const base = wall.now();
  const day = (text: string) => instant(`${text}T00:00:00Z`);
  const outcomes = await Promise.all([clock.forward(day('2027-01-01')), clock.forward(day('2027-02-01'))]);
  expect(outcomes.filter(({ moved }) => moved).length).toBeGreaterThanOrEqual(1);
  expect(await clock.aheadMs()).toBe(Date.parse('2027-02-01T00:00:00Z') - Date.parse(base));
  expect(await clock.forward(day('2027-01-15'))).toEqual({ now: '2027-02-01T00:00:00.000Z', moved: false });
  await expect(asOwner(database, 'update demo_clock set ahead_ms = 0')).rejects.toThrow(/never goes back/);
});
