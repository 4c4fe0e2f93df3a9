// Teams, queues and absences: changed only where the version still matches, arranged by administrators of the same authority.
import { randomUUID } from 'node:crypto';
import { localDate } from '#kernel';
import type { QueueRecord } from '#casework';
import {
  asOwner,
  NOON,
  queueOf,
  reachOf,
  storedWorld,
  SYSTEM,
  teamOf,
  type StoredWorld,
} from '../../../../test/builders/stored-world';

let world: StoredWorld;

beforeEach(async () => {
  world = await storedWorld();
});
afterEach(() => world.end());

const administrator = () => reachOf(world.administrator, 'administrator');
const officer = () => reachOf(world.reviewer, 'authority');

test('a team comes back with its members, of which the last list counts', async () => {
  const id = await world.store.run(administrator(), (tx) => teamOf(tx, world.reviewer, world.signer));
  const outcome = await world.store.run(administrator(), async (tx) => {
    const before = await tx.teams.teams();
    await tx.teams.setMembers(id, [world.signer.id, world.administrator.id]);
    const changed = [
      await tx.teams.changeTeam(id, 1, { name: { zh: '二组', en: 'Two' } }),
      await tx.teams.changeTeam(id, 1, { retired: true }),
      await tx.teams.teamsOf(world.signer.id),
      await tx.teams.changeTeam(id, 2, { retired: true }),
      await tx.teams.teamsOf(world.signer.id),
    ];
    return { before, changed, after: await tx.teams.teams() };
  });
  const team = {
    id,
    organisationId: world.authority.id,
    version: 1,
    retired: false,
    name: { zh: '审查一组', en: 'Review team one' },
  };
  expect(outcome).toEqual({
    before: [{ ...team, memberIds: [world.reviewer.id, world.signer.id].sort() }],
    changed: [true, false, [id], true, []],
    after: [
      {
        ...team,
        name: { zh: '二组', en: 'Two' },
        retired: true,
        version: 3,
        memberIds: [world.signer.id, world.administrator.id].sort(),
      },
    ],
  });
});

test('nobody of another organisation becomes a member, and no queue feeds one of another authority', async () => {
  const id = await world.store.run(SYSTEM, (tx) => teamOf(tx, world.reviewer));
  await expect(world.store.run(administrator(), (tx) => tx.teams.setMembers(id, [world.wang.id]))).rejects.toThrow(/foreign key/);
  const foreign = await world.store.run(SYSTEM, async (tx) => queueOf(tx, await teamOf(tx, world.wang)));
  await expect(world.store.run(administrator(), (tx) => queueOf(tx, id, { feederIds: [foreign] }))).rejects.toThrow(
    /foreign key/,
  );
});

test('a queue comes back as arranged, feeders are replaced, and a stale version changes nothing', async () => {
  const outcome = await world.store.run(administrator(), async (tx) => {
    const teamId = await teamOf(tx, world.reviewer);
    const feeders = [
      await queueOf(tx, teamId, { name: { zh: '乙', en: 'B' } }),
      await queueOf(tx, teamId, { name: { zh: '丙', en: 'C' } }),
    ];
    const id = await queueOf(tx, teamId, { name: { zh: '甲', en: 'A' }, kind: 'review', feederIds: feeders, fallback: true });
    const read = async () => (await tx.teams.queues()).find((queue) => queue.id === id);
    const before = await read();
    const changed = [
      await tx.teams.changeQueue(id, 1, { stages: ['decided'], feederIds: feeders.slice(1) }),
      await tx.teams.changeQueue(id, 1, { feederIds: [] }),
      await tx.teams.changeQueue(id, 2, { kind: 'work', name: { zh: '丁', en: 'D' } }),
    ];
    return {
      id,
      teamId,
      feeders,
      before,
      changed,
      after: await read(),
      order: (await tx.teams.queues()).map(({ name }) => name.en),
    };
  });
  const { id, teamId, feeders } = outcome;
  const queue: QueueRecord = {
    id,
    teamId,
    name: { zh: '甲', en: 'A' },
    kind: 'review',
    stages: ['submitted', 'in-review'],
    feederIds: [...feeders].sort(),
    fallback: true,
    retired: false,
    version: 1,
  };
  expect(outcome.before).toEqual(queue);
  expect(outcome.changed).toEqual([true, false, true]);
  expect(outcome.after).toEqual({
    ...queue,
    name: { zh: '丁', en: 'D' },
    kind: 'work',
    stages: ['decided'],
    feederIds: feeders.slice(1),
    version: 3,
  });
  expect(outcome.order).toEqual(['C', 'D', 'B']);
});

test('one queue is the fallback, and it is never retired', async () => {
  const { teamId, id } = await world.store.run(SYSTEM, async (tx) => {
    const of = await teamOf(tx, world.reviewer);
    return { teamId: of, id: await queueOf(tx, of, { fallback: true }) };
  });
  await expect(world.store.run(SYSTEM, (tx) => queueOf(tx, teamId, { fallback: true }))).rejects.toThrow(/queue_fallback_key/);
  await expect(world.store.run(SYSTEM, (tx) => tx.teams.changeQueue(id, 1, { retired: true }))).rejects.toThrow(
    /queue_fallback_stays_check/,
  );
});

test('officers read the arrangement and change none of it', async () => {
  const teamId = await world.store.run(administrator(), (tx) => teamOf(tx, world.reviewer));
  const read = await world.store.run(officer(), async (tx) => [
    (await tx.teams.teams()).length,
    await tx.teams.changeTeam(teamId, 1, { retired: true }),
  ]);
  expect(read).toEqual([1, false]);
  await expect(world.store.run(officer(), (tx) => queueOf(tx, teamId))).rejects.toMatchObject({ code: 'beyond-reach' });
  await expect(
    world.store.run(reachOf({ ...world.administrator, organisationId: world.north.id }, 'administrator'), (tx) =>
      queueOf(tx, teamId),
    ),
  ).rejects.toMatchObject({ code: 'beyond-reach' });
});

test('an absence counts to its last day or until it is ended', async () => {
  const day = localDate('2026-03-06');
  const absence = (from: string, to: string) => ({
    id: randomUUID(),
    organisationId: world.authority.id,
    personId: world.signer.id,
    substituteId: world.reviewer.id,
    from: localDate(from),
    to: localDate(to),
    recordedBy: world.reviewer.id,
  });
  const [over, last, later] = [
    absence('2026-03-01', '2026-03-05'),
    absence('2026-03-02', '2026-03-06'),
    absence('2026-04-01', '2026-04-02'),
  ];
  const outcome = await world.store.run(officer(), async (tx) => {
    for (const row of [later, over, last]) await tx.teams.addAbsence({ ...row });
    const before = await tx.teams.absences(day);
    const ended = [await tx.teams.endAbsence(last.id, NOON), await tx.teams.endAbsence(last.id, NOON)];
    return { before, ended, after: await tx.teams.absences(day), found: await tx.teams.findAbsence(last.id) };
  });
  const open = { endedAt: null };
  expect(outcome).toEqual({
    before: [
      { ...last, ...open },
      { ...later, ...open },
    ],
    ended: [true, false],
    after: [{ ...later, ...open }],
    found: { ...last, endedAt: NOON },
  });
  for (const wrong of [
    { ...absence('2026-03-02', '2026-03-01') },
    { ...absence('2026-03-01', '2026-03-02'), substituteId: world.signer.id },
  ])
    await expect(world.store.run(officer(), (tx) => tx.teams.addAbsence(wrong))).rejects.toThrow(
      /absence_(days|substitute)_check/,
    );
  const forged = { ...absence('2026-03-02', '2026-03-03'), recordedBy: world.signer.id };
  await expect(world.store.run(officer(), (tx) => tx.teams.addAbsence(forged))).rejects.toMatchObject({ code: 'beyond-reach' });
});

test('a desk is that of the person and of those away for whom the person stands in, on the days of the absence, while they are active', async () => {
  const desks = await world.store.run(SYSTEM, async (tx) => {
    const own = await queueOf(tx, await teamOf(tx, world.reviewer));
    const other = await queueOf(tx, await teamOf(tx, world.signer));
    const retired = await queueOf(tx, await teamOf(tx, world.signer));
    await tx.teams.changeQueue(retired, 1, { retired: true });
    await tx.teams.addAbsence({
      id: randomUUID(),
      organisationId: world.authority.id,
      personId: world.signer.id,
      substituteId: world.reviewer.id,
      from: localDate('2026-03-02'),
      to: localDate('2026-03-03'),
      recordedBy: world.reviewer.id,
    });
    const days = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'].map(localDate);
    const found = [];
    for (const day of days) found.push(await tx.teams.desk(world.reviewer.id, day));
    const left = { personId: world.signer.id, from: localDate('2026-03-02') };
    const { version } = (await tx.people.find(left.personId)) ?? { version: 0 };
    await tx.people.change(left.personId, version, { state: 'deactivated' });
    return { own, other, found, after: await tx.teams.desk(world.reviewer.id, left.from) };
  });
  const { own, other, found, after } = desks;
  expect(after).toEqual({ personIds: [world.reviewer.id], queueIds: [own], ledQueueIds: [own] });
  const alone = { personIds: [world.reviewer.id], queueIds: [own] };
  const both = { personIds: [world.reviewer.id, world.signer.id], queueIds: [own, other].sort() };
  expect(found.map(({ personIds, queueIds }) => ({ personIds, queueIds: [...queueIds].sort() }))).toEqual([
    alone,
    both,
    both,
    alone,
  ]);
});

test('the record of acts only grows, and nobody writes it in the name of another', async () => {
  const act = {
    id: randomUUID(),
    organisationId: world.authority.id,
    at: NOON,
    personId: world.reviewer.id,
    act: 'end-absence' as const,
    subjectId: randomUUID(),
    before: { from: '2026-03-02' },
    after: null,
  };
  const read = await world.store.run(officer(), async (tx) => {
    await tx.teams.addAct(act);
    return (await tx.teams.acts({ limit: 1 })).rows[0];
  });
  expect(read).toMatchObject(act);
  const forged = { ...act, id: randomUUID(), personId: world.signer.id };
  await expect(world.store.run(officer(), (tx) => tx.teams.addAct(forged))).rejects.toMatchObject({ code: 'beyond-reach' });
  for (const change of ['delete from team_act', `update team_act set at = now()`, 'truncate team_act'])
    await expect(asOwner(world.database, `set licet.reach = 'system'`, change)).rejects.toThrow(/only grows/);
});
