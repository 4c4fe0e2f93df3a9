// Applications: references without gaps, one winner per version, pages that lose and repeat nothing, one amendment.
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { addMs } from '#kernel';
import { APPLICATION_STATUSES, emptyContent } from '#licensing';
import type { ApplicationFilter, ApplicationSummary } from '#casework';
import {
  applicationIn,
  draft,
  dysprosium,
  NOON,
  reachOf,
  storedWorld,
  SYSTEM,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeEach(async () => {
  world = await storedWorld();
});
afterEach(() => world.end());

const officer = () => reachOf(world.reviewer, 'authority');

test('a draft comes back as it was put in', async () => {
  const content = dysprosium();
  const made = await world.store.run(reachOf(world.wang, 'organisation'), (tx) => draft(tx, world.wang, NOON, content));
  expect(made).toEqual({
    id: made.id,
    reference: 'LA-2026-000001',
    organisationId: world.north.id,
    procedure: 'dual-use-single',
    status: 'draft',
    version: 1,
    content,
    origin: null,
    agentId: null,
    round: 1,
    createdBy: world.wang.id,
    createdAt: NOON,
    submittedAt: null,
    updatedAt: NOON,
    toldVersion: 1,
    toldAt: NOON,
  });
  expect(await world.store.run(SYSTEM, (tx) => tx.applications.find(made.id))).toEqual(made);
});

test('what is no id names nothing', async () => {
  expect(await world.store.run(SYSTEM, (tx) => tx.applications.find("'; drop table application"))).toBeNull();
});

test('references have no gap, also when every third of twenty transactions at once is undone', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      world.store.run(SYSTEM, async (tx) => {
        const { reference } = await draft(tx, world.wang);
        if (index % 3 === 0) throw new Error('undone');
        return reference;
      }),
    ),
  );
  const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])).sort();
  expect(kept).toEqual(Array.from({ length: 13 }, (_, index) => `LA-2026-${String(index + 1).padStart(6, '0')}`));
});

test('each year counts from one', async () => {
  const references = await world.store.run(SYSTEM, async (tx) => {
    const create = (year: number) =>
      tx.applications.create({
        id: randomUUID(),
        organisationId: world.north.id,
        procedure: 'dual-use-single',
        content: emptyContent(),
        createdBy: world.wang.id,
        at: NOON,
        year,
      });
    return [(await create(2026)).reference, (await create(2027)).reference, (await create(2026)).reference];
  });
  expect(references).toEqual(['LA-2026-000001', 'LA-2027-000001', 'LA-2026-000002']);
});

test('a stale version writes nothing', async () => {
  const { id } = await world.store.run(SYSTEM, (tx) => draft(tx, world.wang));
  const outcome = await world.store.run(SYSTEM, async (tx) => [
    await tx.applications.saveContent(id, 1, emptyContent(), NOON),
    await tx.applications.saveContent(id, 1, dysprosium(), NOON),
    await tx.applications.move(id, { status: 'draft', version: 1 }, { status: 'withdrawn', told: true }, NOON),
    await tx.applications.move(id, { status: 'submitted', version: 2 }, { status: 'withdrawn', told: true }, NOON),
  ]);
  expect(outcome).toEqual([true, false, false, false]);
  const found = await world.store.run(SYSTEM, (tx) => tx.applications.find(id));
  expect(found).toMatchObject({ version: 2, status: 'draft', content: emptyContent() });
});

test('of any number of moves of the same version at once exactly one is made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 12 }), async (movers) => {
      const { id, version } = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'submitted'));
      const outcomes = await Promise.all(
        Array.from({ length: movers }, (_, index) =>
          world.store.run(officer(), (tx) =>
            tx.applications.move(
              id,
              { status: 'submitted', version },
              { status: index % 2 ? 'accepted' : 'returned', told: true },
              NOON,
            ),
          ),
        ),
      );
      expect(outcomes.filter(Boolean)).toHaveLength(1);
      expect((await world.store.run(SYSTEM, (tx) => tx.applications.find(id)))?.version).toBe(version + 1);
    }),
    { numRuns: 8 },
  );
});

test('a move keeps what it does not name, and the applicant’s version where the applicant is not told', async () => {
  const later = addMs(NOON, 1000);
  const { id } = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'submitted'));
  const rows = await world.store.run(officer(), async (tx) => {
    await tx.applications.move(
      id,
      { status: 'submitted', version: 2 },
      { status: 'accepted', told: true, acceptedAt: later },
      later,
    );
    await tx.applications.move(
      id,
      { status: 'accepted', version: 3 },
      { status: 'published', told: false, decidedAt: later, round: 2 },
      addMs(later, 1),
    );
    return (await tx.applications.list({}, { limit: 1 }, 'newest')).rows;
  });
  expect(rows).toEqual([
    {
      id,
      reference: 'LA-2026-000001',
      procedure: 'dual-use-single',
      status: 'published',
      version: 4,
      organisation: { zh: '北方稀土', en: 'North Rare Earths' },
      destination: 'JP',
      firstItem: { zh: '氧化镝', en: 'Dysprosium oxide' },
      itemCount: 1,
      submittedAt: NOON,
      acceptedAt: later,
      decidedAt: later,
      updatedAt: addMs(later, 1),
      toldVersion: 3,
      toldAt: later,
    },
  ]);
  expect((await world.store.run(SYSTEM, (tx) => tx.applications.find(id)))?.round).toBe(2);
});

test('the database keeps a filed status from standing without a day of filing', async () => {
  const { id } = await world.store.run(SYSTEM, (tx) => draft(tx, world.wang));
  const unfiled = world.store.run(SYSTEM, (tx) =>
    tx.applications.move(id, { status: 'draft', version: 1 }, { status: 'submitted', told: true }, NOON),
  );
  await expect(unfiled).rejects.toThrow(/application_filed_check/);
});

describe('lists', () => {
  async function pages(filter: ApplicationFilter, limit: number, order: 'newest' | 'oldest'): Promise<ApplicationSummary[]> {
    const all: ApplicationSummary[] = [];
    let after: string | undefined;
    do {
      const page = await world.store.run(officer(), (tx) =>
        tx.applications.list(filter, after === undefined ? { limit } : { limit, after }, order),
      );
      all.push(...page.rows);
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      after = page.next ?? undefined;
    } while (after !== undefined);
    return all;
  }

  test('pages of any size lose nothing, repeat nothing and keep the order, also where moments are equal', async () => {
    const ids = await world.store.run(SYSTEM, async (tx) => {
      const made: string[] = [];
      for (let n = 0; n < 11; n++)
        made.push((await applicationIn(tx, world.wang, 'submitted', addMs(NOON, Math.floor(n / 3)))).id);
      return made;
    });
    for (const limit of [1, 2, 3, 10, 11, 100]) {
      for (const order of ['newest', 'oldest'] as const) {
        const rows = await pages({}, limit, order);
        expect(rows.map((row) => row.id).sort()).toEqual([...ids].sort());
        const moments = rows.map((row) => row.submittedAt ?? '');
        expect(moments).toEqual(order === 'oldest' ? [...moments].sort() : [...moments].sort().reverse());
      }
    }
  });

  test('filters by status; counts agree', async () => {
    await world.store.run(SYSTEM, async (tx) => {
      await applicationIn(tx, world.wang, 'submitted');
      await applicationIn(tx, world.li, 'submitted');
      await applicationIn(tx, world.li, 'accepted');
      await draft(tx, world.wang);
    });
    const expected: [ApplicationFilter, number][] = [
      [{}, 3],
      [{ statuses: ['submitted'] }, 2],
      [{ statuses: [] }, 0],
      [{ statuses: ['submitted', 'accepted'] }, 3],
    ];
    for (const [filter, number] of expected) {
      expect(await world.store.run(officer(), (tx) => tx.applications.count(filter))).toBe(number);
      expect(await pages(filter, 2, 'oldest')).toHaveLength(number);
    }
    expect(await world.store.run(reachOf(world.wang, 'organisation'), (tx) => tx.applications.count({}))).toBe(2);
  });

  test('a cursor of another list, or no cursor at all, is refused; so is a limit outside 1 to 100', async () => {
    await world.store.run(SYSTEM, async (tx) => {
      for (let n = 0; n < 3; n++) await applicationIn(tx, world.wang, 'submitted');
    });
    const list = (after: string, order: 'newest' | 'oldest') =>
      world.store.run(officer(), (tx) => tx.applications.list({}, { limit: 2, after }, order));
    const { next } = await world.store.run(officer(), (tx) => tx.applications.list({}, { limit: 2 }, 'newest'));
    await expect(list(next ?? '', 'oldest')).rejects.toMatchObject({ kind: 'invalid', code: 'bad-cursor' });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.base64String({ maxLength: 300 }), fc.json()), async (after) => {
        await expect(list(after, 'newest')).rejects.toMatchObject({ kind: 'invalid', code: 'bad-cursor' });
      }),
      { numRuns: 40 },
    );
    for (const limit of [0, 101, -1, 1.5, Number.NaN]) {
      const asked = world.store.run(officer(), (tx) => tx.applications.list({}, { limit }, 'newest'));
      await expect(asked).rejects.toMatchObject({ kind: 'invalid', code: 'bad-limit' });
    }
  });
});

test('an application bears where it grew from, and is amended once however many do so at once', async () => {
  const first = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'submitted'));
  const grow = (kind: 'amend' | 'reapply' | 'copy', owner = world.wang) =>
    world.store.run(SYSTEM, (tx) =>
      tx.applications.create({
        id: randomUUID(),
        organisationId: owner.organisationId,
        procedure: first.procedure,
        content: first.content,
        origin: { id: first.id, kind },
        createdBy: owner.id,
        at: NOON,
        year: 2026,
      }),
    );
  const amendment = () => world.store.run(SYSTEM, (tx) => tx.applications.amendmentOf(first.id));
  await grow('copy');
  expect((await grow('copy')).origin).toEqual({ id: first.id, kind: 'copy' });
  await grow('reapply');
  expect(await amendment()).toBeNull();
  const amended = await Promise.allSettled([grow('amend'), grow('amend'), grow('amend')]);
  const [made, ...more] = amended.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(more).toEqual([]);
  expect(await amendment()).toEqual(made);
  for (const outcome of amended)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ kind: 'conflict', code: 'amended-before' });
  await expect(grow('copy', world.li)).rejects.toThrow(/application_origin_fkey/);
});

test('filed applications are read in slices, latest submission first, whatever became of them', async () => {
  const ids = await world.store.run(SYSTEM, async (tx) => {
    const made: string[] = [];
    for (const [n, status] of (['submitted', 'published', 'withdrawn', 'in-review', 'closed'] as const).entries())
      made.unshift((await applicationIn(tx, n % 2 ? world.li : world.wang, status, addMs(NOON, Math.floor(n / 2)))).id);
    await draft(tx, world.wang);
    return made;
  });
  for (const limit of [1, 2, 3, 5, 6]) {
    const read: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const slice = await world.store.run(SYSTEM, (tx) => tx.applications.filed(APPLICATION_STATUSES, after, limit));
      read.push(...slice.map(({ id }) => id));
      after = slice.at(-1)?.id ?? null;
      more = slice.length === limit;
    }
    expect([...read].sort()).toEqual([...ids].sort());
    expect(read[0]).toBe(ids[0]);
  }
  expect(await world.store.run(SYSTEM, (tx) => tx.applications.countFiled(APPLICATION_STATUSES))).toBe(ids.length);
  const open = await world.store.run(SYSTEM, (tx) => tx.applications.filed(['submitted', 'in-review'], null, 9));
  expect(open.map(({ status }) => status).sort()).toEqual(['in-review', 'submitted']);
  expect(await world.store.run(SYSTEM, (tx) => tx.applications.countFiled(['submitted', 'in-review']))).toBe(2);
});
