// Licences: numbers without gaps, one per application and number, a paper that never changes once ready.
import { randomUUID } from 'node:crypto';
import { addMs, localDate } from '#kernel';
import {
  applicationIn,
  asOwner,
  draft,
  licence,
  NOON,
  reachOf,
  sha256,
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
const done = { template: 'licence/v1', sha256: sha256('pdf'), fileKey: 'files/pdf', at: NOON };

function issue() {
  return world.store.run(officer(), async (tx) => {
    const application = await world.store.run(SYSTEM, (system) => applicationIn(system, world.wang, 'published'));
    const row = licence(application, world.reviewer.id);
    await tx.licences.create(row);
    return row;
  });
}

test('a licence comes back as it was issued, for the authority and for its holder', async () => {
  const row = await issue();
  const { documentId, view, verificationHash: _hash, ...rest } = row;
  const expected = {
    ...rest,
    version: 1,
    document: {
      id: documentId,
      organisationId: world.north.id,
      kind: 'licence',
      view,
      state: 'waiting',
      template: null,
      sha256: null,
      fileKey: null,
      attempts: 0,
      readyAt: null,
    },
  };
  for (const reach of [officer(), reachOf(world.wang, 'organisation')]) {
    expect(await world.store.run(reach, (tx) => tx.licences.find(row.id))).toEqual(expected);
    expect(await world.store.run(reach, (tx) => tx.licences.ofApplication(row.applicationId))).toEqual(expected);
    expect(await world.store.run(reach, (tx) => tx.licences.list({ limit: 5 }))).toEqual({
      rows: [{ ...expected, reference: 'LA-2026-000001' }],
      next: null,
    });
  }
  expect(await world.store.run(reachOf(world.li, 'organisation'), (tx) => tx.licences.find(row.id))).toBeNull();
});

test('twenty numbers taken at once, some given back, leave no gap and no double', async () => {
  const outcomes = await Promise.allSettled(
    Array.from({ length: 20 }, (_, index) =>
      world.store.run(officer(), async (tx) => {
        const number = await tx.licences.nextNumber('DEMO', 2026);
        if (index % 4 === 0) throw new Error('undone');
        return number;
      }),
    ),
  );
  const numbers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
  const others = await world.store.run(officer(), async (tx) => [
    await tx.licences.nextNumber('DEMO', 2027),
    await tx.licences.nextNumber('OTHER', 2026),
  ]);
  expect(others).toEqual([1, 1]);
});

test('a second licence for the application, or under the same number, is refused', async () => {
  const row = await issue();
  const again = world.store.run(officer(), (tx) =>
    tx.licences.create({ ...row, id: randomUUID(), number: 'X-1', documentId: randomUUID(), verificationHash: sha256('X-1') }),
  );
  await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'licence-exists' });
  const other = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'published'));
  const sameNumber = world.store.run(officer(), (tx) => tx.licences.create(licence(other, world.reviewer.id, row.number)));
  await expect(sameNumber).rejects.toMatchObject({ kind: 'conflict', code: 'licence-number-taken' });
});

test('a validity that ends before it begins is kept out', async () => {
  const application = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'published'));
  const row = {
    ...licence(application, world.reviewer.id),
    validFrom: localDate('2026-03-02'),
    validTo: localDate('2026-03-01'),
  };
  await expect(world.store.run(officer(), (tx) => tx.licences.create(row))).rejects.toThrow(/licence_validity_check/);
});

test('a move needs state and version as they stand', async () => {
  const { id } = await issue();
  const outcomes = await world.store.run(officer(), async (tx) => [
    await tx.licences.move(id, { state: 'suspended', version: 1 }, 'issued'),
    await tx.licences.move(id, { state: 'issued', version: 2 }, 'suspended'),
    await tx.licences.move(id, { state: 'issued', version: 1 }, 'suspended'),
    await tx.licences.move(id, { state: 'issued', version: 1 }, 'revoked'),
  ]);
  expect(outcomes).toEqual([false, false, true, false]);
  expect(await world.store.run(officer(), (tx) => tx.licences.find(id))).toMatchObject({ state: 'suspended', version: 2 });
});

test('the paper: failures are counted, it becomes ready once, and then nothing changes it, not even the owner', async () => {
  const { id, documentId } = await issue();
  const outcomes = await world.store.run(SYSTEM, async (tx) => {
    await tx.licences.documentFailed(documentId, false);
    await tx.licences.documentFailed(documentId, true);
    const failed = (await tx.licences.find(id))?.document;
    const ready = await tx.licences.documentReady(documentId, done);
    const twice = await tx.licences.documentReady(documentId, { ...done, sha256: sha256('other') });
    await tx.licences.documentFailed(documentId, true);
    return { failed, ready, twice, after: (await tx.licences.find(id))?.document };
  });
  expect(outcomes.failed).toMatchObject({ state: 'failed', attempts: 2 });
  expect(outcomes).toMatchObject({ ready: true, twice: false });
  expect(outcomes.after).toMatchObject({
    state: 'ready',
    attempts: 2,
    template: done.template,
    sha256: done.sha256,
    fileKey: done.fileKey,
    readyAt: NOON,
  });
  const reach = `set licet.reach = 'system'`;
  const columns = [`view = '{}'`, `sha256 = repeat('0', 64)`, `template = 'x'`, `file_key = 'x'`, `state = 'waiting'`];
  for (const column of columns) {
    await expect(asOwner(world.database, reach, `update issued_document set ${column}`)).rejects.toThrow(
      /is issued: a correction is a new document/,
    );
  }
  await expect(asOwner(world.database, reach, 'delete from issued_document')).rejects.toThrow(/is issued/);
  await expect(asOwner(world.database, 'truncate issued_document cascade')).rejects.toThrow(/only grows/);
});

test('the view of a paper is fixed before it is ready, too', async () => {
  await issue();
  const change = asOwner(world.database, `set licet.reach = 'system'`, `update issued_document set view = '{}'`);
  await expect(change).rejects.toThrow(/is fixed at its decision/);
});

test('pages of licences, newest first, lose and repeat nothing', async () => {
  await world.store.run(SYSTEM, async (tx) => {
    for (let n = 0; n < 7; n++) {
      const application = await applicationIn(tx, n % 2 ? world.wang : world.li, 'published');
      await tx.licences.create(licence(application, world.reviewer.id, `N-${n}`, addMs(NOON, Math.floor(n / 2))));
    }
    await draft(tx, world.wang);
  });
  const numbers: string[] = [];
  let after: string | undefined;
  do {
    const page = await world.store.run(officer(), (tx) =>
      tx.licences.list(after === undefined ? { limit: 3 } : { limit: 3, after }),
    );
    numbers.push(...page.rows.map((row) => row.number));
    after = page.next ?? undefined;
  } while (after !== undefined);
  expect([...numbers].sort()).toEqual(['N-0', 'N-1', 'N-2', 'N-3', 'N-4', 'N-5', 'N-6']);
  expect(numbers[0]).toBe('N-6');
  const own = await world.store.run(reachOf(world.wang, 'organisation'), (tx) => tx.licences.list({ limit: 100 }));
  expect(own.rows.map((row) => row.number).sort()).toEqual(['N-1', 'N-3', 'N-5']);
});

test('the verification reach sees the one licence whose code it knows, with its paper, and nothing without', async () => {
  const row = await world.store.run(SYSTEM, async (tx) => {
    const mine = licence(await applicationIn(tx, world.wang, 'published'), world.signer.id);
    await tx.licences.create(mine);
    await tx.licences.create(licence(await applicationIn(tx, world.li, 'published'), world.signer.id));
    return mine;
  });
  const seen = (codeHash: string) =>
    world.store.run({ kind: 'verification', codeHash }, async (tx) => ({
      all: (await tx.licences.list({ limit: 100 })).rows.length,
      own: (await tx.licences.ofVerification(row.verificationHash))?.number,
      byId: (await tx.licences.find(row.id))?.document.id,
      people: (await tx.people.list()).length,
    }));
  expect(await seen(row.verificationHash)).toEqual({ all: 0, own: row.number, byId: row.documentId, people: 0 });
  expect(await seen('')).toEqual({ all: 0, own: undefined, byId: undefined, people: 0 });
  expect(await seen(row.documentId)).toEqual({ all: 0, own: undefined, byId: undefined, people: 0 });
});
