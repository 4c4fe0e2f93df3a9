// Many cases by one act: all of them or none, and the reason for each that stands against it.
import { anApplication, makeMove, present } from '../../../../test/builders/application';
import { placeOn, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refused } from '../../../../test/builders/refused';
import { HoldPlace } from '../queues/hold-place';
import { ActInBulk } from './act-in-bulk';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

async function many(count: number) {
  const made = [];
  for (let n = 0; n < count; n += 1) made.push(await anApplication(home).submitted().build());
  return made.map(({ id, version }) => ({ id, version }));
}
const statuses = (cases: readonly { id: string }[]) => Promise.all(cases.map(async ({ id }) => (await present(home, id)).status));

test('all advance, each with its own version, places and log', async () => {
  const cases = await many(5);
  expect(await home.get(ActInBulk).move(home.provincialOfficer, { name: 'receive', cases })).toEqual({ moved: 5 });
  expect(await statuses(cases)).toEqual(Array(5).fill('received'));
  for (const { id, version } of cases) {
    expect((await present(home, id)).version).toBe(version + 1);
    expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'receive', actorId: home.provincialOfficer.personId });
    expect((await standingOn(home, id)).map(({ stage }) => stage)).toEqual(['received']);
  }
});

test('one that stands against it keeps all back, and each of them is named by its place with the reason', async () => {
  const cases = await many(5);
  const [first, second, third, , fifth] = cases.map(({ id }) => id);
  await makeMove(home, home.provincialOfficer, second ?? '', 'receive');
  await home.get(HoldPlace).assign(home.manager, await placeOn(home, third ?? ''), home.reviewer.personId);
  const asked = [...cases, { id: noSuchId(), version: 1 }];
  const refusal = await refused(
    home.get(ActInBulk).move(home.provincialOfficer, { name: 'return', reason: '批量退回', cases: asked }),
  );
  expect(refusal).toMatchObject({ kind: 'conflict', code: 'bulk-refused', facts: { refused: 3, of: 6 } });
  expect([...refusal.faults].sort((a, b) => (String(a.at) < String(b.at) ? -1 : 1))).toMatchObject([
    { code: 'stale-version', at: 'cases.1' },
    { code: 'held-by-another', at: 'cases.2', facts: { move: 'return' } },
    { code: 'application-not-found', at: 'cases.5' },
  ]);
  expect(await statuses(cases)).toEqual(['submitted', 'received', 'submitted', 'submitted', 'submitted']);
  for (const id of [first, fifth]) expect((await home.logOf(id ?? '')).at(-1)?.verb).toBe('submit');
});

test('a move that asks for a reason gets one for all, and without it nothing is moved', async () => {
  const cases = await many(2);
  expect((await refused(home.get(ActInBulk).move(home.provincialOfficer, { name: 'return', cases }))).faults).toMatchObject([
    { code: 'move-input-missing' },
    { code: 'move-input-missing' },
  ]);
  await home.get(ActInBulk).move(home.provincialOfficer, { name: 'return', reason: ' 合同缺页 ', cases });
  for (const { id } of cases) expect((await home.logOf(id)).at(-1)?.payload).toMatchObject({ reason: '合同缺页' });
});

test('what separation of duties refuses is told in the log of each such case, and of no other', async () => {
  const own = await anApplication(home).by('case-officer', home.allRounder).advised().build();
  const other = await anApplication(home).advised().build();
  const cases = [own, other].map(({ id, version }) => ({ id, version }));
  const refusal = await refused(home.get(ActInBulk).move(home.allRounder, { name: 'countersign', cases }));
  expect(refusal.faults).toMatchObject([{ code: 'adviser-cannot-countersign', at: 'cases.0' }]);
  expect(await statuses(cases)).toEqual(['advised', 'advised']);
  expect((await home.logOf(own.id)).at(-1)).toMatchObject({
    verb: 'refused-move',
    actorId: home.allRounder.personId,
    payload: { move: 'countersign', code: 'adviser-cannot-countersign' },
  });
  expect((await home.logOf(other.id)).at(-1)?.verb).not.toBe('refused-move');
});

test('a case named twice is refused, for it would be moved twice', async () => {
  const [one] = await many(1);
  const cases = one ? [one, one] : [];
  const refusal = await refused(home.get(ActInBulk).move(home.provincialOfficer, { name: 'receive', cases }));
  expect(refusal.faults).toMatchObject([{ code: 'stale-version' }]);
  expect(await statuses(cases)).toEqual(['submitted', 'submitted']);
});

test('two on the same cases in opposite order at once: one moves them all, nobody waits for ever', async () => {
  const cases = await many(8);
  const act = (order: typeof cases) => home.get(ActInBulk).move(home.provincialOfficer, { name: 'receive', cases: order });
  expect(await race([act(cases), act([...cases].reverse()), act(cases)])).toEqual({
    made: 1,
    codes: ['conflict: bulk-refused', 'conflict: bulk-refused'],
  });
  expect(new Set(await statuses(cases))).toEqual(new Set(['received']));
});

test('many places are assigned or freed at once, or none', async () => {
  const cases = await many(4);
  const places = await Promise.all(cases.map(({ id }) => placeOn(home, id)));
  const holders = () => Promise.all(cases.map(async ({ id }) => (await standingOn(home, id))[0]?.holderId));
  expect(await home.get(ActInBulk).assign(home.teamLead, places, home.reviewer.personId)).toEqual({ assigned: 4 });
  expect(await holders()).toEqual(Array(4).fill(home.reviewer.personId));
  const refusal = await refused(home.get(ActInBulk).assign(home.teamLead, [...places, noSuchId()], home.secondReviewer.personId));
  expect(refusal).toMatchObject({
    code: 'bulk-refused',
    facts: { refused: 1, of: 5 },
    faults: [{ code: 'place-not-found', at: 'placeIds.4' }],
  });
  expect((await refused(home.get(ActInBulk).assign(home.teamLead, places, home.exporter.personId))).faults).toHaveLength(4);
  expect(await holders()).toEqual(Array(4).fill(home.reviewer.personId));
  await home.get(ActInBulk).assign(home.manager, places, null);
  expect(await holders()).toEqual(Array(4).fill(null));
});
