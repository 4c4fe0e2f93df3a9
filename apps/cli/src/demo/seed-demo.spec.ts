// The demo on a real database with the real law: six statuses, thirteen sign-ins, and nothing more on a second run.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CaseworkSettings, SignIn, type ApplicationSummary } from '#casework';
import { Argon2Passwords, loadLaw, loadManifests, LocalFileStore } from '#gateways';
import { isCreditCode } from '#licensing';
import { createStore, type PostgresStore } from '#store';
import { TestClock } from '../../../../test/fakes/test-clock';
import { freshDatabase, type FreshDatabase } from '../../../../test/harness/database';
import { DEMO_CASES } from './demo-cases';
import { DEMO_ORGANISATIONS, DEMO_PASSWORD, DEMO_PEOPLE } from './demo-people';
import { seedDemo, type DemoRooms } from './seed-demo';

describe('seedDemo', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'licet-demo-'));
  const clock = new TestClock('2026-11-21T02:00:00Z');
  let database: FreshDatabase;
  let store: PostgresStore;
  let rooms: DemoRooms;

  beforeAll(async () => {
    database = await freshDatabase();
    store = await createStore({ url: database.appUrl, poolSize: 3 });
    rooms = {
      store,
      files: new LocalFileStore(folder),
      passwords: new Argon2Passwords(),
      settings: new CaseworkSettings({ publicUrl: 'http://127.0.0.1:3000', specimen: true, licenceSeries: 'DU' }),
      clock,
      law: await loadLaw(),
      procedures: await loadManifests(),
    };
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const cases = () =>
    store.run({ kind: 'system' }, async (tx) => (await tx.applications.list({}, { limit: 100 }, 'newest')).rows);

  it('makes its people, its six cases and its products, and adds nothing when it runs again', async () => {
    expect(await seedDemo(rooms)).toEqual({ people: 13, cases: 6, products: 3 });
    const first = await cases();
    expect(await seedDemo(rooms)).toEqual({ people: 0, cases: 0, products: 0 });
    expect(await cases()).toEqual(first);
    expect(first.map(({ status }) => status).sort()).toEqual([
      'advised',
      'draft',
      'in-review',
      'published',
      'returned',
      'submitted',
    ]);
  });

  it('lets each of its people sign in with the one password', async () => {
    const signIn = new SignIn(store, clock, rooms.passwords, rooms.settings);
    for (const { email, role } of Object.values(DEMO_PEOPLE)) {
      const actor = await signIn.execute({ email, password: DEMO_PASSWORD, networkAddress: '127.0.0.1' });
      expect(actor.roles).toEqual([role]);
    }
  });

  it('lets none of them in where the demo is off', async () => {
    const off = new CaseworkSettings({ publicUrl: 'http://licet.test', specimen: false, licenceSeries: 'DU' });
    const signIn = new SignIn(store, clock, rooms.passwords, off);
    const { email } = DEMO_PEOPLE.manager;
    await expect(signIn.execute({ email, password: DEMO_PASSWORD, networkAddress: '127.0.0.1' })).rejects.toMatchObject({
      kind: 'denied',
      code: 'sign-in-failed',
    });
  });

  it('tells its past on working days, in order, none of it in the future', async () => {
    for (const { id } of await cases()) {
      const log = await store.run({ kind: 'system' }, (tx) => tx.log.ofApplication(id));
      const moments = log.map(({ at }) => at);
      expect(moments).toEqual([...moments].sort());
      expect(moments.at(-1)?.localeCompare(clock.now())).toBeLessThanOrEqual(0);
    }
  });

  it('issues the licence of the decided case, whose paper waits to be rendered', async () => {
    const granted = (await cases()).find(({ status }) => status === 'published') as ApplicationSummary;
    const licence = await store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(granted.id));
    expect(licence).toMatchObject({
      state: 'issued',
      validFrom: '2026-11-09',
      validTo: '2027-11-08',
      document: { state: 'waiting' },
    });
    expect(licence?.document.view).toMatchObject({ specimen: true, items: [{ code: '1C904.b' }] });
    const rows = await store.run({ kind: 'system' }, (tx) => tx.jobs.claim(100));
    expect(rows.filter(({ job }) => job.name === 'render-licence')).toHaveLength(1);
  });

  it('routes every open case by its rules: nothing waits on the fallback queue, and the review stands where the story left it', async () => {
    const standing = await store.run({ kind: 'system' }, async (tx) => {
      const queues = await tx.teams.queues();
      const { rows } = await tx.places.list({ queueIds: queues.map(({ id }) => id) }, { limit: 100 });
      return rows.map(({ status, queueId }) => [status, queues.find(({ id }) => id === queueId)?.name.en]).sort();
    });
    expect(standing).toEqual([
      ['advised', 'Countersigning'],
      ['in-review', 'Technical review'],
      ['submitted', 'Provincial receipt and check'],
    ]);
  });

  it('goes on where a first start was broken off', async () => {
    const other = await freshDatabase();
    const half = await createStore({ url: other.appUrl, poolSize: 3 });
    const files = new LocalFileStore(folder);
    let papers = 0;
    const failing = Object.assign(Object.create(files) as LocalFileStore, {
      put: (bytes: Buffer) => (++papers === 6 ? Promise.reject(new Error('disk full')) : files.put(bytes)),
    });
    await expect(seedDemo({ ...rooms, store: half, files: failing })).rejects.toThrow('disk full');
    expect(await seedDemo({ ...rooms, store: half })).toEqual({ people: 0, cases: 4, products: 3 });
    await half.close();
    await other.drop();
  });

  it('leaves a database alone that holds other organisations', async () => {
    const other = await freshDatabase();
    const foreign = await createStore({ url: other.appUrl, poolSize: 3 });
    await foreign.run({ kind: 'system' }, (tx) =>
      tx.people.addOrganisation({
        ...DEMO_ORGANISATIONS.electronics,
        id: '3f0f8c3e-51f5-4a5b-9a5e-0d8a4c1f5b11',
        nameEn: 'A real one',
      }),
    );
    expect(await seedDemo({ ...rooms, store: foreign })).toBeNull();
    expect(await foreign.run({ kind: 'system' }, (tx) => tx.people.list())).toEqual([]);
    await foreign.close();
    await other.drop();
  });

  it('uses valid credit codes and one contract for each case', () => {
    const codes = Object.values(DEMO_ORGANISATIONS).map(({ creditCode }) => creditCode);
    expect(codes.filter(Boolean).every(isCreditCode)).toBe(true);
    expect(new Set(DEMO_CASES.map(({ contract }) => contract)).size).toBe(6);
  });
});
