// Decisions: documents prepared in versions, one published decision, its letters with their papers; nothing of it before the applicant's time.
import { randomUUID } from 'node:crypto';
import { addMs } from '#kernel';
import { emptyContent } from '#licensing';
import { emptyProduct, type ApplicationRecord, type DecisionLine } from '#casework';
import {
  applicationIn,
  asOwner,
  finalAdvice,
  NOON,
  reachOf,
  sha256,
  storedWorld,
  SYSTEM,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

let world: StoredWorld;
let application: ApplicationRecord;
let of: { applicationId: string; organisationId: string };
let adviceId: string;

beforeEach(async () => {
  world = await storedWorld();
  await world.store.run(SYSTEM, async (tx) => {
    application = await applicationIn(tx, world.wang, 'countersigned');
    of = { applicationId: application.id, organisationId: application.organisationId };
    const advice = finalAdvice(application, world.reviewer.id);
    adviceId = advice.id;
    await tx.reviews.addAdvice(advice);
  });
});
afterEach(() => world.end());

const officer = () => reachOf(world.reviewer, 'authority');
const exporter = () => reachOf(world.wang, 'organisation');

const line = (itemId: string, controlCode: string, verdict: DecisionLine['verdict'] = 'approve'): DecisionLine => ({
  itemId,
  verdict,
  controlCode,
  conditions: [],
  criteria: [],
});

function prepared(version: number, kind: 'licence' | 'refusal-letter' = 'refusal-letter') {
  const facts = { grounds: { zh: '理由', en: 'Grounds' } };
  return { id: randomUUID(), ...of, adviceId, kind, version, facts, preparedBy: world.reviewer.id, preparedAt: NOON };
}

test('documents are prepared in versions, of which one at once is taken; the applicant sees none', async () => {
  const rows = [prepared(1), prepared(1, 'licence'), prepared(2)];
  for (const row of rows) await world.store.run(officer(), (tx) => tx.decisions.prepare(row));
  const again = world.store.run(officer(), (tx) => tx.decisions.prepare(prepared(2)));
  await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'document-prepared-meanwhile' });
  const read = (reach: ReturnType<typeof officer>) => world.store.run(reach, (tx) => tx.decisions.prepared(application.id));
  expect(await read(officer())).toEqual(rows.map((row) => ({ ...row, preparedByName: '陈' })));
  expect(await read(exporter())).toEqual([]);
  const forged = { ...prepared(3), preparedBy: world.signer.id };
  await expect(world.store.run(officer(), (tx) => tx.decisions.prepare(forged))).rejects.toMatchObject({ code: 'beyond-reach' });
});

test('a decision is published once, on advice of the same case, and read by both sides', async () => {
  const decision = { ...of, adviceId, lines: [line('i', '1C905.b')], publishedBy: world.reviewer.id, publishedAt: NOON };
  const other = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'decided'));
  const publish = (row: typeof decision, reach = officer()) => world.store.run(reach, (tx) => tx.decisions.publish(row));
  await expect(publish({ ...decision, applicationId: other.id })).rejects.toThrow(/foreign key/);
  await expect(publish(decision, exporter())).rejects.toMatchObject({ code: 'beyond-reach' });
  await publish(decision);
  await expect(publish(decision)).rejects.toThrow(/decision_pkey/);
  for (const reach of [officer(), exporter()])
    expect(await world.store.run(reach, (tx) => tx.decisions.find(application.id))).toEqual(decision);
  expect(await world.store.run(reachOf(world.li, 'organisation'), (tx) => tx.decisions.find(application.id))).toBeNull();
  for (const table of ['decision', 'decision_document', 'letter'])
    await expect(asOwner(world.database, `set licet.reach = 'system'`, `delete from ${table}`)).rejects.toThrow(/only grows/);
});

test('a letter comes back with its paper, which is rendered as any other', async () => {
  const documentId = randomUUID();
  const letter = (kind: 'refusal-letter' | 'not-controlled-letter', number: string) => ({
    id: randomUUID(),
    number,
    ...of,
    kind,
    issuedAt: NOON,
    issuedBy: world.reviewer.id,
  });
  const row = letter('refusal-letter', 'RL-2026-000001');
  const found = await world.store.run(officer(), async (tx) => {
    await tx.decisions.addLetter({ ...row, documentId, view: { number: row.number } });
    await tx.decisions.addLetter({ ...letter('not-controlled-letter', 'NC-2026-000001'), documentId: randomUUID(), view: {} });
    return [await tx.decisions.findLetter(row.id), await tx.decisions.findLetter('x'), await tx.licences.nextNumber('RL', 2026)];
  });
  const waiting = { state: 'waiting', template: null, sha256: null, fileKey: null, attempts: 0, readyAt: null };
  const document = { id: documentId, organisationId: world.north.id, kind: 'refusal-letter', view: { number: row.number } };
  expect(found).toEqual([{ ...row, document: { ...document, ...waiting } }, null, 1]);
  const done = { template: 'refusal-letter/v1', sha256: sha256('pdf'), fileKey: 'files/pdf' };
  expect(await world.store.run(SYSTEM, (tx) => tx.licences.documentReady(documentId, { ...done, at: NOON }))).toBe(true);
  const letters = await world.store.run(exporter(), (tx) => tx.decisions.letters(application.id));
  expect(letters.map(({ kind }) => kind)).toEqual(['refusal-letter', 'not-controlled-letter']);
  expect(letters[0]?.document).toEqual({ ...document, ...done, state: 'ready', attempts: 0, readyAt: NOON });
  const twice = { ...letter('refusal-letter', 'RL-2026-000002'), documentId: randomUUID(), view: {} };
  await expect(world.store.run(officer(), (tx) => tx.decisions.addLetter(twice))).rejects.toThrow(/letter_application_key/);
});

test('published lines are found by product and by the beginning of the authority’s code, newest first; an exporter finds its own', async () => {
  const productId = randomUUID();
  const decide = async (owner: typeof world.wang, lines: readonly DecisionLine[], after: number, taken = productId) =>
    world.store.run(SYSTEM, async (tx) => {
      const one = await applicationIn(tx, owner, 'published');
      const content = emptyContent();
      const named = { nameZh: '甲', nameEn: 'A', controlCode: '9A999' };
      content.items = lines.map(({ itemId }) => ({
        ...(application.content.items[0] as (typeof content.items)[number]),
        ...named,
        id: itemId,
      }));
      await tx.applications.saveContent(one.id, one.version, content, NOON);
      const advice = finalAdvice(one, world.reviewer.id);
      await tx.reviews.addAdvice(advice);
      const { applicationId, organisationId } = advice;
      if (owner === world.wang)
        await tx.products.addUse({ applicationId, itemId: 'a', productId: taken, version: 1, organisationId, at: NOON });
      const publishedAt = addMs(NOON, after);
      await tx.decisions.publish({
        applicationId,
        organisationId,
        adviceId: advice.id,
        lines,
        publishedBy: world.reviewer.id,
        publishedAt,
      });
      return { applicationId, reference: one.reference, publishedAt };
    });
  await world.store.run(SYSTEM, (tx) =>
    tx.products.create({ id: productId, organisationId: world.north.id, facts: emptyProduct(), by: world.wang.id, at: NOON }),
  );
  const [refused, open] = [line('a', '1C905.b', 'refuse'), line('b', '', 'not-controlled')];
  const older = await decide(world.wang, [refused, open], 1);
  const newer = await decide(world.li, [line('c', '1C9051')], 2);
  const north = { organisation: { zh: '北方稀土', en: 'North Rare Earths' }, item: { zh: '甲', en: 'A' } };
  const south = { ...north, organisation: { zh: '南方磁材', en: 'South Magnets' } };
  const ofA = { productId, ...older, ...north, line: refused };
  const ofC = { productId: null, ...newer, ...south, line: line('c', '1C9051') };
  const read = (reach: ReturnType<typeof officer>, code: string, limit = 10) =>
    world.store.run(reach, (tx) => tx.decisions.ofCode(code, limit));
  expect(await read(officer(), '1C905')).toEqual([ofC, ofA]);
  expect(await read(officer(), '1C905', 1)).toEqual([ofC]);
  expect(await read(officer(), '1C905.')).toEqual([ofA]);
  expect(await read(officer(), '9A999')).toEqual([]);
  expect(await read(exporter(), '1C905')).toEqual([ofA]);
  const ofProducts = await world.store.run(officer(), (tx) => tx.decisions.ofProducts([productId], 10));
  expect(ofProducts).toMatchObject([{ ...ofA, productVersion: 1, decidedItem: { id: 'a', nameEn: 'A', controlCode: '9A999' } }]);
  const earlier = (code: string) => world.store.run(exporter(), (tx) => tx.products.decisions(world.north.id, [code], 10));
  expect(await earlier('9A999')).toEqual([]);
  expect(await earlier('1C905.b')).toEqual([
    {
      applicationId: older.applicationId,
      reference: older.reference,
      controlCode: '1C905.b',
      item: north.item,
      outcome: 'refused',
      decidedAt: older.publishedAt,
    },
  ]);
  const other = randomUUID();
  await world.store.run(SYSTEM, (tx) =>
    tx.products.create({ id: other, organisationId: world.north.id, facts: emptyProduct(), by: world.wang.id, at: NOON }),
  );
  const ofOther = await decide(world.wang, [line('a', '2B001.a')], 3, other);
  const newest = await decide(world.wang, [line('a', '2B001.b')], 4);
  const limited = await world.store.run(officer(), (tx) => tx.decisions.ofProducts([productId, other], 1));
  expect(limited.map(({ applicationId }) => applicationId).sort()).toEqual([ofOther.applicationId, newest.applicationId].sort());
});
