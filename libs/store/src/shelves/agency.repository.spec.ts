// Agents: one authority at a time between two organisations, read by both, and what an agent's person does at work for the principal.
import { randomUUID } from 'node:crypto';
import { localDate } from '#kernel';
import type { PersonRecord, Reach } from '#casework';
import { agency } from '../../../../test/builders/reach-rows';
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

const principal = () => reachOf(world.wang, 'organisation');
const agent = () => reachOf(world.li, 'organisation');
const atWork = (): Reach => ({
  kind: 'organisation',
  organisationId: world.north.id,
  personId: world.li.id,
  agentId: world.south.id,
});
const give = (by: PersonRecord = world.wang, reach = principal()) =>
  world.store.run(reach, (tx) => agency(tx, by, world.south.id));

test('an authority is read by both organisations with both names, revoked once, and given anew after that', async () => {
  const id = await give();
  const record = {
    id,
    principalId: world.north.id,
    principalName: { zh: '北方稀土', en: 'North Rare Earths' },
    agentId: world.south.id,
    agentName: { zh: '南方磁材', en: 'South Magnets' },
    from: localDate('2026-01-01'),
    to: null,
    note: '',
    recordedBy: world.wang.id,
    recordedAt: NOON,
    revokedAt: null,
  };
  for (const reach of [principal(), agent()]) expect(await world.store.run(reach, (tx) => tx.agencies.list())).toEqual([record]);
  await expect(give()).rejects.toMatchObject({ kind: 'conflict', code: 'agency-exists' });
  expect(await world.store.run(agent(), (tx) => tx.agencies.revoke(id, NOON))).toBe(false);
  const revoked = await world.store.run(principal(), async (tx) => [
    await tx.agencies.revoke(id, NOON),
    await tx.agencies.revoke(id, NOON),
    await tx.agencies.find(id),
  ]);
  expect(revoked).toEqual([true, false, { ...record, revokedAt: NOON }]);
  await give();
  expect(await world.store.run(agent(), (tx) => tx.agencies.list())).toHaveLength(2);
});

test('nobody gives an authority for another organisation, or to itself', async () => {
  await expect(give(world.wang, agent())).rejects.toMatchObject({ code: 'beyond-reach' });
  await expect(world.store.run(principal(), (tx) => agency(tx, world.wang, world.north.id))).rejects.toThrow(
    /agency_two_organisations_check/,
  );
});

test('an agent’s person begins and files cases of the principal, sees those only, and none once it is revoked', async () => {
  const id = await give();
  const [own, theirs] = await world.store.run(SYSTEM, async (tx) => [
    await applicationIn(tx, world.wang, 'submitted'),
    await applicationIn(tx, world.li, 'submitted'),
  ]);
  const made = await world.store.run(atWork(), (tx) =>
    draft(tx, { ...world.li, organisationId: world.north.id }, NOON, dysprosium(), world.south.id),
  );
  expect(made).toMatchObject({ organisationId: world.north.id, agentId: world.south.id, createdBy: world.li.id });
  const sees = () =>
    world.store.run(atWork(), async (tx) => [
      (await tx.applications.list({}, { limit: 10 }, 'newest')).rows.map((row) => row.id),
      await tx.applications.find(own.id),
      await tx.applications.find(theirs.id),
      await tx.applications.saveContent(made.id, 1, dysprosium(), NOON),
    ]);
  expect(await sees()).toEqual([[made.id], null, null, true]);
  for (const agentId of [undefined, world.authority.id])
    await expect(
      world.store.run(atWork(), (tx) => draft(tx, { ...world.li, organisationId: world.north.id }, NOON, dysprosium(), agentId)),
    ).rejects.toMatchObject({ code: 'beyond-reach' });
  const names = await world.store.run(atWork(), async (tx) => [
    (await tx.people.list()).map(({ name }) => name),
    (await tx.people.organisations()).map(({ nameEn }) => nameEn).sort(),
    (await tx.products.list({ limit: 5 })).rows,
  ]);
  expect(names).toEqual([['李'], ['North Rare Earths', 'South Magnets'], []]);
  await world.store.run(principal(), (tx) => tx.agencies.revoke(id, NOON));
  expect(await sees()).toEqual([[], null, null, false]);
  expect((await world.store.run(principal(), (tx) => tx.applications.find(made.id)))?.version).toBe(2);
});

test('at work for a principal nobody gives or takes back an authority, nor writes for a case that another filed', async () => {
  const id = await give();
  const other = await world.store.run(SYSTEM, (tx) => applicationIn(tx, world.wang, 'submitted'));
  expect(await world.store.run(atWork(), (tx) => tx.agencies.revoke(id, NOON))).toBe(false);
  const row = {
    id: randomUUID(),
    principalId: world.north.id,
    agentId: world.authority.id,
    from: localDate('2026-01-01'),
    to: null,
  };
  await expect(
    world.store.run(atWork(), (tx) => tx.agencies.add({ ...row, note: '', recordedBy: world.li.id, recordedAt: NOON })),
  ).rejects.toMatchObject({ code: 'beyond-reach' });
  const entry = {
    applicationId: other.id,
    organisationId: world.north.id,
    at: NOON,
    actorId: world.li.id,
    verb: 'edit',
    audience: 'applicant',
    payload: {},
  } as const;
  await expect(world.store.run(atWork(), (tx) => tx.log.append(entry))).rejects.toMatchObject({ code: 'beyond-reach' });
});
