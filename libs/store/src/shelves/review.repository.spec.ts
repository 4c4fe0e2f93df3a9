// Papers, reviews and the log: kept in order, with the names that the reader may see, and never changed once written.
import { randomUUID } from 'node:crypto';
import { localDate } from '#kernel';
import type { Determination } from '#regulation';
import type { AdviceRecord, ApplicationRecord } from '#casework';
import {
  applicationIn,
  asOwner,
  finalAdvice,
  NOON,
  paper,
  reachOf,
  storedWorld,
  SYSTEM,
  teamOf,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

let world: StoredWorld;
let application: ApplicationRecord;
let of: { applicationId: string; organisationId: string };

beforeEach(async () => {
  world = await storedWorld();
  application = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'in-review'));
  of = { applicationId: application.id, organisationId: application.organisationId };
});
afterEach(() => world.end());

const reviewer = () => reachOf(world.reviewer, 'authority');
const signer = () => reachOf(world.signer, 'authority');
const exporter = () => reachOf(world.wang, 'organisation');

function advice(given: Partial<AdviceRecord> = {}): Omit<AdviceRecord, 'adviserName'> {
  return { ...finalAdvice(application, world.reviewer.id), ...given };
}

type Advice = ReturnType<typeof advice>;

const sign = (row: ReturnType<typeof advice>, signerId: string, place = 1) => ({
  id: randomUUID(),
  adviceId: row.id,
  ...of,
  adviserId: row.adviserId,
  signerId,
  place,
  outcome: 'signed' as const,
  reason: '',
  at: NOON,
});

test('advice and countersignature come back whole, with names, in the order of writing', async () => {
  const [first, second] = [advice(), advice({ version: 2 })];
  await world.store.run(reviewer(), async (tx) => {
    await tx.reviews.addAdvice(first);
    await tx.reviews.addAdvice(second);
  });
  const signature = sign(first, world.signer.id);
  const read = await world.store.run(signer(), async (tx) => {
    await tx.reviews.addCountersignature(signature);
    return [await tx.reviews.advice(application.id), await tx.reviews.countersignatures(application.id)];
  });
  expect(read).toEqual([
    [
      { ...first, adviserName: '陈' },
      { ...second, adviserName: '陈' },
    ],
    [{ ...signature, signerName: '赵' }],
  ]);
  expect(await world.store.run(exporter(), (tx) => tx.reviews.advice(application.id))).toEqual([]);
});

test('nobody countersigns their own advice, not even by naming another adviser', async () => {
  const row = advice();
  await world.store.run(reviewer(), (tx) => tx.reviews.addAdvice(row));
  const own = world.store.run(reviewer(), (tx) => tx.reviews.addCountersignature(sign(row, world.reviewer.id)));
  await expect(own).rejects.toMatchObject({ kind: 'forbidden', code: 'adviser-cannot-countersign' });
  const disguised = { ...sign(row, world.reviewer.id), adviserId: world.signer.id };
  await expect(world.store.run(reviewer(), (tx) => tx.reviews.addCountersignature(disguised))).rejects.toThrow(
    /countersignature_advice_fkey/,
  );
});

test('whose advice stands in the round at any level does not countersign; an overtaken version or another round bars nobody', async () => {
  const teamId = await world.store.run(SYSTEM, (tx) => teamOf(tx, world.reviewer, world.signer));
  const add = (row: ReturnType<typeof advice>) => world.store.run(SYSTEM, (tx) => tx.reviews.addAdvice(row));
  const signing = (row: ReturnType<typeof advice>) =>
    world.store.run(signer(), (tx) => tx.reviews.addCountersignature(sign(row, world.signer.id)));
  const barred = { kind: 'forbidden', code: 'adviser-cannot-countersign' };
  const [first, second, third] = [1, 2, 3].map((round) => advice({ round })) as [Advice, Advice, Advice];
  for (const row of [first, second, third]) await add(row);
  await add(advice({ level: 'team', teamId, adviserId: world.signer.id }));
  await expect(signing(first)).rejects.toMatchObject(barred);
  await add(advice({ level: 'team', teamId, version: 2 }));
  await signing(first);
  await add(advice({ level: 'reviewer', teamId, round: 2, adviserId: world.signer.id }));
  await add(advice({ level: 'reviewer', teamId, round: 2, version: 2 }));
  await expect(signing(second)).rejects.toMatchObject(barred);
  await signing(third);
});

test('a version of advice and a place of a signature is taken once, however many write at once', async () => {
  const rows = Array.from({ length: 4 }, () => advice());
  const advised = await Promise.allSettled(rows.map((row) => world.store.run(reviewer(), (tx) => tx.reviews.addAdvice(row))));
  expect(advised.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  const [standing] = await world.store.run(reviewer(), (tx) => tx.reviews.advice(application.id));
  const signing = () =>
    world.store.run(signer(), (tx) =>
      tx.reviews.addCountersignature({ ...sign(advice(), world.signer.id), adviceId: standing?.id ?? '' }),
    );
  const signed = await Promise.allSettled([signing(), signing(), signing()]);
  expect(signed.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  const refused = [...advised, ...signed].flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason as unknown] : [],
  );
  expect(new Set(refused.map((reason) => (reason as { code?: string }).code))).toEqual(
    new Set(['advised-meanwhile', 'already-countersigned']),
  );
});

test('versions count for each level and team, and of reviewers for each of them', async () => {
  const teamId = await world.store.run(SYSTEM, (tx) => teamOf(tx, world.reviewer, world.signer));
  const other = await world.store.run(SYSTEM, (tx) => teamOf(tx, world.reviewer));
  const add = (row: ReturnType<typeof advice>) => world.store.run(SYSTEM, (tx) => tx.reviews.addAdvice(row));
  for (const row of [
    advice({ level: 'reviewer', teamId }),
    advice({ level: 'reviewer', teamId, adviserId: world.signer.id }),
    advice({ level: 'reviewer', teamId: other }),
    advice({ level: 'team', teamId }),
    advice({ level: 'team', teamId, version: 2, adviserId: world.signer.id }),
    advice(),
    advice({ round: 2 }),
  ])
    await add(row);
  for (const row of [
    advice({ level: 'reviewer', teamId }),
    advice({ level: 'team', teamId, version: 2 }),
    advice({ adviserId: world.signer.id }),
  ])
    await expect(add(row)).rejects.toMatchObject({ kind: 'conflict', code: 'advised-meanwhile' });
  for (const row of [advice({ level: 'team', version: 3 }), advice({ version: 3, teamId })])
    await expect(add(row)).rejects.toThrow(/advice_team_check/);
});

test('two people sign in two places, the same one never twice, and only final advice is signed', async () => {
  const teamId = await world.store.run(SYSTEM, (tx) => teamOf(tx, world.reviewer));
  const final = advice();
  const team = advice({ level: 'team', teamId });
  await world.store.run(reviewer(), async (tx) => {
    await tx.reviews.addAdvice(final);
    await tx.reviews.addAdvice(team);
  });
  const add = (row: ReturnType<typeof sign>) => world.store.run(SYSTEM, (tx) => tx.reviews.addCountersignature(row));
  await add(sign(final, world.signer.id, 1));
  const twice = add(sign(final, world.signer.id, 2));
  await expect(twice).rejects.toMatchObject({ kind: 'forbidden', code: 'signer-cannot-sign-twice' });
  await expect(add(sign(team, world.signer.id))).rejects.toThrow(/countersignature_advice_fkey/);
  await expect(add(sign(final, world.administrator.id, 3))).rejects.toThrow(/countersignature_place_check/);
  await add({ ...sign(final, world.signer.id, 2), outcome: 'sent-back' as never });
  const signatures = await world.store.run(signer(), (tx) => tx.reviews.countersignatures(application.id));
  expect(signatures.map(({ place, outcome }) => [place, outcome])).toEqual([
    [1, 'signed'],
    [2, 'sent-back'],
  ]);
});

test('of determinations the newest per item and view is read; the other side’s never mixes in', async () => {
  const determination = (itemId: string, view: 'exporter' | 'reviewer', headline: string) => ({
    id: randomUUID(),
    ...of,
    itemId,
    view,
    answer: { headline, notChecked: [{ zh: '未核对', en: 'not checked' }] } as unknown as Determination,
    madeBy: world.wang.id,
    madeAt: NOON,
  });
  const rows = [
    determination('1', 'exporter', 'old'),
    determination('2', 'exporter', 'only'),
    determination('1', 'exporter', 'new'),
    determination('1', 'reviewer', 'inner'),
  ];
  await world.store.run(SYSTEM, async (tx) => {
    for (const row of rows) await tx.reviews.addDetermination(row);
  });
  const read = (reach: ReturnType<typeof exporter>, view: 'exporter' | 'reviewer') =>
    world.store.run(reach, (tx) => tx.reviews.determinations(application.id, view));
  expect(await read(exporter(), 'exporter')).toEqual([rows[2], rows[1]]);
  expect(await read(reviewer(), 'exporter')).toEqual([rows[2], rows[1]]);
  expect(await read(reviewer(), 'reviewer')).toEqual([rows[3]]);
  expect(await read(exporter(), 'reviewer')).toEqual([]);
});

test('a list check keeps its legal day; its person is named to colleagues only, and the authority’s is none of the applicant’s', async () => {
  const check = {
    id: randomUUID(),
    ...of,
    itemId: 'i',
    edition: '2026 年第 1 号',
    note: '',
    on: localDate('2026-03-02'),
    personId: world.reviewer.id,
    side: 'authority' as const,
    at: NOON,
  };
  const read = await world.store.run(reviewer(), async (tx) => {
    await tx.reviews.addListCheck(check);
    return tx.reviews.listChecks(application.id);
  });
  expect(read).toEqual([{ ...check, personName: '陈' }]);
  const own = { ...check, id: randomUUID(), personId: world.wang.id, side: 'applicant' as const };
  for (const forged of [
    { ...own, side: 'authority' as const },
    { ...check, id: randomUUID() },
  ])
    await expect(world.store.run(exporter(), (tx) => tx.reviews.addListCheck(forged))).rejects.toMatchObject({
      code: 'beyond-reach',
    });
  await world.store.run(exporter(), (tx) => tx.reviews.addListCheck(own));
  expect(await world.store.run(exporter(), (tx) => tx.reviews.listChecks(application.id))).toEqual([
    { ...own, personName: '王' },
  ]);
  expect((await world.store.run(reviewer(), (tx) => tx.reviews.listChecks(application.id))).map((row) => row.personName)).toEqual(
    ['陈', null],
  );
});

test('papers come back in the order of adding and are found only with their application', async () => {
  const other = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'submitted'));
  const rows = [paper(application), paper(application)];
  const found = await world.store.run(exporter(), async (tx) => {
    for (const row of rows) await tx.papers.add(row);
    const before = await tx.papers.ofApplication(application.id);
    const id = rows[0]?.id ?? '';
    const one = [
      await tx.papers.find(application.id, id),
      await tx.papers.find(other.id, id),
      await tx.papers.find(application.id, 'x'),
    ];
    await tx.papers.remove(other.id, id);
    await tx.papers.remove(application.id, rows[1]?.id ?? '');
    return { before, one, after: await tx.papers.ofApplication(application.id) };
  });
  expect(found).toEqual({ before: rows, one: [rows[0], null, null], after: [rows[0]] });
});

test('the log is read oldest first; an officer is named to officers, the applicant to the applicant', async () => {
  const entry = (actorId: string | null, verb: 'create' | 'accept' | 'render-licence') => ({
    ...of,
    at: NOON,
    actorId,
    verb,
    audience: 'applicant' as const,
    payload: { version: 1 },
  });
  const ids = await world.store.run(SYSTEM, async (tx) => [
    await tx.log.append(entry(world.wang.id, 'create')),
    await tx.log.append(entry(world.reviewer.id, 'accept')),
    await tx.log.append(entry(null, 'render-licence')),
  ]);
  const names = async (reach: ReturnType<typeof exporter>) =>
    (await world.store.run(reach, (tx) => tx.log.ofApplication(application.id))).map((row) => [row.id, row.verb, row.actorName]);
  expect(await names(exporter())).toEqual([
    [ids[0], 'create', '王'],
    [ids[1], 'accept', null],
    [ids[2], 'render-licence', null],
  ]);
  expect((await names(reviewer())).map((row) => row[2])).toEqual([null, '陈', null]);
});

test('log and reviews only grow: owner and app alike cannot change, remove or empty them', async () => {
  for (const table of ['case_log', 'advice', 'countersignature', 'determination', 'list_check']) {
    for (const act of [
      `update ${table} set organisation_id = organisation_id`,
      `delete from ${table}`,
      `truncate ${table} cascade`,
    ]) {
      await expect(asOwner(world.database, `set licet.reach = 'system'`, act)).rejects.toThrow(/only grows/);
    }
    const [granted] = await asOwner<{ acts: string[] }>(
      world.database,
      `select array(select privilege_type::text from information_schema.table_privileges
        where table_name = '${table}' and grantee in ('licet_app', 'PUBLIC') order by 1) as acts`,
    );
    expect(granted?.acts).toEqual(['INSERT', 'SELECT']);
  }
});
