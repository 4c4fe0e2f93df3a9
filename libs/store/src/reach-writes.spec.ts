// What row-level security lets nobody write: another person's acts, another organisation's case, somebody else's part in the procedure.
import { randomUUID } from 'node:crypto';
import type { Determination } from '#regulation';
import type { ApplicationRecord, Reach, Transaction } from '#casework';
import {
  applicationIn,
  draft,
  finalAdvice,
  licence,
  NOON,
  paper,
  reachOf,
  storedWorld,
  SYSTEM,
  type StoredWorld,
} from '../../../test/builders/stored-world';

let world: StoredWorld;
let ours: ApplicationRecord;
let foreign: ApplicationRecord;

beforeAll(async () => {
  world = await storedWorld();
  await world.store.run(SYSTEM, async (tx) => {
    ours = await applicationIn(tx, world.wang, 'in-review');
    foreign = await applicationIn(tx, world.li, 'in-review');
  });
});
afterAll(() => world.end());

test('nobody writes in the name of another person', async () => {
  const of = { applicationId: ours.id, organisationId: world.north.id };
  const forged: [Reach, (tx: Transaction) => Promise<unknown>][] = [
    [
      reachOf(world.wang, 'organisation'),
      (tx) => tx.log.append({ ...of, at: NOON, actorId: world.reviewer.id, verb: 'accept', audience: 'applicant', payload: {} }),
    ],
    [reachOf(world.wang, 'organisation'), (tx) => draft(tx, { ...world.li, organisationId: world.north.id })],
    [
      reachOf(world.reviewer, 'authority'),
      (tx) => tx.log.append({ ...of, at: NOON, actorId: world.wang.id, verb: 'withdraw', audience: 'applicant', payload: {} }),
    ],
    [reachOf(world.reviewer, 'authority'), (tx) => tx.reviews.addAdvice(finalAdvice(ours, world.signer.id))],
    [reachOf(world.wang, 'organisation'), (tx) => tx.reviews.addAdvice(finalAdvice(ours, world.wang.id))],
    [
      reachOf(world.administrator, 'administrator'),
      (tx) =>
        tx.log.append({ ...of, at: NOON, actorId: world.administrator.id, verb: 'publish', audience: 'applicant', payload: {} }),
    ],
    [
      reachOf(world.wang, 'organisation'),
      (tx) =>
        tx.reviews.addDetermination({
          id: randomUUID(),
          ...of,
          itemId: 'i',
          view: 'reviewer',
          answer: {} as Determination,
          madeBy: world.wang.id,
          madeAt: NOON,
        }),
    ],
    [reachOf(world.wang, 'organisation'), (tx) => tx.licences.create(licence(ours, world.wang.id))],
    [reachOf(world.reviewer, 'authority'), (tx) => tx.licences.create(licence(ours, world.signer.id))],
    [
      reachOf(world.administrator, 'administrator'),
      (tx) => tx.sessions.save({ idHash: 'x', personId: world.wang.id, data: {}, expiresAt: NOON }),
    ],
  ];
  for (const [reach, write] of forged)
    await expect(world.store.run(reach, write)).rejects.toMatchObject({ code: 'beyond-reach' });
});

test("a row of one organisation cannot hang on another one's case", async () => {
  const application = { ...ours, id: foreign.id };
  await expect(world.store.run(reachOf(world.wang, 'organisation'), (tx) => tx.papers.add(paper(application)))).rejects.toThrow(
    /foreign key/,
  );
});

test('a draft, and one withdrawn before it was filed, stay the exporter’s own', async () => {
  const withdrawn = await world.store.run(reachOf(world.wang, 'organisation'), async (tx) => {
    const { id } = await draft(tx, world.wang);
    await tx.applications.move(id, { status: 'draft', version: 1 }, { status: 'withdrawn', told: true, decidedAt: NOON }, NOON);
    return id;
  });
  expect(await world.store.run(reachOf(world.reviewer, 'authority'), (tx) => tx.applications.find(withdrawn))).toBeNull();
});
