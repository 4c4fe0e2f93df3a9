// Notes: both sides write to the applicant, only officers among themselves, and whoever is named finds the note.
import { randomUUID } from 'node:crypto';
import { addMs } from '#kernel';
import type { ApplicationRecord, NoteRecord } from '#casework';
import {
  applicationIn,
  draft,
  NOON,
  reachOf,
  storedWorld,
  SYSTEM,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

let world: StoredWorld;
let application: ApplicationRecord;

beforeEach(async () => {
  world = await storedWorld();
  application = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'in-review'));
});
afterEach(() => world.end());

const officer = () => reachOf(world.reviewer, 'authority');
const exporter = () => reachOf(world.wang, 'organisation');

function note(authorId: string, given: Partial<NoteRecord> = {}): Omit<NoteRecord, 'authorName'> {
  const of = { applicationId: application.id, organisationId: application.organisationId };
  const side = [world.wang.id, world.li.id].includes(authorId) ? 'applicant' : 'authority';
  return { id: randomUUID(), ...of, authorId, side, audience: 'internal', text: '请核对', mentionIds: [], at: NOON, ...given };
}

test('notes are read oldest first, the internal ones by officers only', async () => {
  const inner = note(world.reviewer.id, { mentionIds: [world.signer.id, world.administrator.id].sort() });
  const told = note(world.reviewer.id, { audience: 'applicant' });
  const asked = note(world.wang.id, { audience: 'applicant' });
  await world.store.run(officer(), async (tx) => {
    await tx.notes.add(inner);
    await tx.notes.add(told);
  });
  await world.store.run(exporter(), (tx) => tx.notes.add(asked));
  const read = (reach: ReturnType<typeof officer>) => world.store.run(reach, (tx) => tx.notes.ofApplication(application.id));
  expect(await read(officer())).toEqual([
    { ...inner, authorName: '陈' },
    { ...told, authorName: '陈' },
    { ...asked, authorName: null },
  ]);
  expect(await read(exporter())).toEqual([
    { ...told, authorName: null },
    { ...asked, authorName: '王' },
  ]);
  const found = (reach: ReturnType<typeof officer>) => world.store.run(reach, (tx) => tx.notes.find(inner.id));
  expect([(await found(officer()))?.id, await found(exporter())]).toEqual([inner.id, null]);
});

test('an applicant writes nothing internal, names no officer, and nobody writes in another’s name or on a draft', async () => {
  const unfiled = await world.store.run(SYSTEM, (tx) => draft(tx, world.wang));
  const forged: [ReturnType<typeof officer>, Omit<NoteRecord, 'authorName'>][] = [
    [exporter(), note(world.wang.id)],
    [exporter(), note(world.wang.id, { audience: 'applicant', mentionIds: [world.reviewer.id] })],
    [exporter(), note(world.reviewer.id, { audience: 'applicant' })],
    [reachOf(world.li, 'organisation'), note(world.li.id, { audience: 'applicant' })],
    [exporter(), note(world.wang.id, { audience: 'applicant', side: 'authority' })],
    [officer(), note(world.reviewer.id, { audience: 'applicant', side: 'applicant' })],
    [officer(), note(world.signer.id)],
    [officer(), note(world.reviewer.id, { applicationId: unfiled.id })],
    [reachOf(world.administrator, 'administrator'), note(world.administrator.id)],
  ];
  for (const [reach, row] of forged)
    await expect(world.store.run(reach, (tx) => tx.notes.add(row))).rejects.toMatchObject({ code: 'beyond-reach' });
});

test('pages of the notes that name a person lose nothing, newest first', async () => {
  const rows = [0, 1, 1, 2, 3].map((ms, n) =>
    note(world.reviewer.id, {
      at: addMs(NOON, ms),
      mentionIds: n === 4 ? [world.reviewer.id] : [world.signer.id, world.signer.id],
    }),
  );
  await world.store.run(officer(), async (tx) => {
    for (const row of rows) await tx.notes.add(row);
  });
  const seen = await world.store.run(reachOf(world.signer, 'authority'), async (tx) => {
    const all = [];
    for (let after: string | undefined, more = true; more;) {
      const page = await tx.notes.mentioning(world.signer.id, after === undefined ? { limit: 1 } : { limit: 1, after });
      all.push(...page.rows);
      after = page.next ?? undefined;
      more = page.next !== null;
    }
    return all;
  });
  expect(seen.map(({ id }) => id).sort()).toEqual(
    rows
      .slice(0, 4)
      .map(({ id }) => id)
      .sort(),
  );
  expect(seen.map(({ at }) => at)).toEqual([2, 1, 1, 0].map((ms) => addMs(NOON, ms)));
  expect(seen[0]).toMatchObject({ reference: application.reference, authorName: '陈', mentionIds: [world.signer.id] });
});
