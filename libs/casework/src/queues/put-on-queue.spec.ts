// By hand onto a queue and off it: only where the queue takes the stage, never twice, and never onto none.
import { anApplication, makeMove } from '../../../../test/builders/application';
import { aQueue, aTeam, fallbackQueue, placeOn, placesOf, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { ManageTeams } from './manage-teams';
import { PutOnQueue } from './put-on-queue';

const WHY = '规则未预见';

let home: House;
let queue: string;

beforeAll(async () => {
  home = await house();
  queue = await aQueue(home, await aTeam(home, home.teamLead), { kind: 'work', stages: ['accepted'] });
});
afterAll(() => home.end());

const verb = () => home.get(PutOnQueue);

test('a case stands on many queues at once, and on the one from which it was taken no more', async () => {
  const { id } = await anApplication(home).accepted().build();
  const [first] = await standingOn(home, id);
  home.clock.advanceMs(1000);
  const { placeId } = await verb().put(home.teamLead, id, queue, WHY);
  expect((await standingOn(home, id)).find((row) => row.id === placeId)).toMatchObject({
    queueId: queue,
    stage: 'accepted',
    placedBy: home.teamLead.personId,
    ruleId: null,
    dueOn: first?.dueOn,
    arrivedAt: home.clock.now(),
  });
  await verb().take(home.manager, first?.id ?? '', WHY);
  expect((await standingOn(home, id)).map((row) => row.id)).toEqual([placeId]);
  expect((await placesOf(home, id)).find((row) => row.id === first?.id)).toMatchObject({ ending: 'routed' });
  expect(await refusalCode(verb().take(home.manager, placeId, WHY))).toBe('conflict: only-place');
  expect((await home.logOf(id)).slice(-2)).toMatchObject([
    { verb: 'place', payload: { act: 'put', queueId: queue, reason: WHY } },
    { verb: 'place', payload: { act: 'take-off', queueId: first?.queueId, reason: WHY } },
  ]);
});

test('only onto a queue of the stage that is open, and once', async () => {
  const { id } = await anApplication(home).accepted().build();
  const gone = await aQueue(home, await aTeam(home, home.teamLead), { kind: 'work', stages: ['accepted'] });
  await home.get(ManageTeams).changeQueue(home.administrator, gone, 1, { retired: true });
  expect(await refused(verb().put(home.teamLead, id, gone, WHY))).toMatchObject({
    code: 'queue-unfit',
    facts: { status: 'accepted' },
  });
  expect(await refusalCode(verb().put(home.teamLead, id, noSuchId(), WHY))).toBe('missing: queue-not-found');
  expect(await refusalCode(verb().put(home.teamLead, noSuchId(), queue, WHY))).toBe('missing: application-not-found');
  expect(await refusalCode(verb().put(home.teamLead, id, (await fallbackQueue(home)).id, WHY))).toBe('conflict: place-taken');
  const { made, codes } = await race([1, 2, 3].map(() => verb().put(home.teamLead, id, queue, WHY)));
  expect({ made, codes: new Set(codes) }).toEqual({ made: 1, codes: new Set(['conflict: place-taken']) });
  await makeMove(home, home.caseOfficer, id, 'start-review');
  expect(await refusalCode(verb().put(home.teamLead, id, queue, WHY))).toBe('conflict: queue-unfit');
});

test('two who take a case off its two queues at once leave it on one', async () => {
  const { id } = await anApplication(home).accepted().build();
  const { placeId } = await verb().put(home.teamLead, id, queue, WHY);
  const other = await placeOn(home, id, (await fallbackQueue(home)).id);
  expect(await race([verb().take(home.manager, placeId, WHY), verb().take(home.teamLead, other, WHY)])).toEqual({
    made: 1,
    codes: ['conflict: only-place'],
  });
  expect(await standingOn(home, id)).toHaveLength(1);
});

test('of several who take the same place off at once one does, and the log has it once', async () => {
  const { id } = await anApplication(home).accepted().build();
  const { placeId } = await verb().put(home.teamLead, id, queue, WHY);
  const third = await aQueue(home, await aTeam(home), { kind: 'work', stages: ['accepted'] });
  await verb().put(home.manager, id, third, WHY);
  expect(await race([1, 2, 3].map(() => verb().take(home.manager, placeId, WHY)))).toEqual({
    made: 1,
    codes: ['conflict: place-left', 'conflict: place-left'],
  });
  expect((await home.logOf(id)).filter(({ payload }) => payload['act'] === 'take-off')).toHaveLength(1);
});

test('a lead orders the queues of the own teams only, a manager all, and each with a reason', async () => {
  const { id } = await anApplication(home).accepted().build();
  const theirs = await aQueue(home, await aTeam(home, home.reviewer), { kind: 'work', stages: ['accepted'] });
  expect(await refusalCode(verb().put(home.teamLead, id, theirs, WHY))).toBe('forbidden: assign-not-yours');
  const { placeId } = await verb().put(home.manager, id, theirs, WHY);
  expect(await refusalCode(verb().take(home.teamLead, placeId, WHY))).toBe('forbidden: assign-not-yours');
  for (const who of [home.reviewer, home.caseOfficer])
    expect(await refusalCode(verb().take(who, placeId, WHY))).toBe('forbidden: assign-not-yours');
  expect(await refused(verb().take(home.manager, placeId, ' '))).toMatchObject({
    code: 'reason-missing',
    faults: [{ at: 'reason' }],
  });
  expect(await refusalCode(verb().put(home.manager, id, queue, ''))).toBe('invalid: reason-missing');
  expect(await standingOn(home, id)).toHaveLength(2);
});
