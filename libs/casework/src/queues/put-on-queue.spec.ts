// By hand onto a queue and off it: only where the queue takes the stage, never twice, and never onto none.
import { anApplication, makeMove } from '../../../../test/builders/application';
import { aQueue, aTeam, fallbackQueue, placeOn, placesOf, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { ManageTeams } from './manage-teams';
import { PutOnQueue } from './put-on-queue';

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
  const { placeId } = await verb().put(home.teamLead, id, queue);
  expect((await standingOn(home, id)).find((row) => row.id === placeId)).toMatchObject({
    queueId: queue,
    stage: 'accepted',
    placedBy: home.teamLead.personId,
    ruleId: null,
    dueOn: first?.dueOn,
    arrivedAt: home.clock.now(),
  });
  await verb().take(home.manager, first?.id ?? '');
  expect((await standingOn(home, id)).map((row) => row.id)).toEqual([placeId]);
  expect((await placesOf(home, id)).find((row) => row.id === first?.id)).toMatchObject({ ending: 'routed' });
  expect(await refusalCode(verb().take(home.manager, placeId))).toBe('conflict: only-place');
  expect((await home.logOf(id)).slice(-2)).toMatchObject([
    { verb: 'place', payload: { act: 'put', queueId: queue } },
    { verb: 'place', payload: { act: 'take-off', queueId: first?.queueId } },
  ]);
});

test('only onto a queue of the stage that is open, and once', async () => {
  const { id } = await anApplication(home).accepted().build();
  const gone = await aQueue(home, await aTeam(home), { kind: 'work', stages: ['accepted'] });
  await home.get(ManageTeams).changeQueue(home.administrator, gone, 1, { retired: true });
  expect(await refused(verb().put(home.teamLead, id, gone))).toMatchObject({
    code: 'queue-unfit',
    facts: { status: 'accepted' },
  });
  expect(await refusalCode(verb().put(home.teamLead, id, noSuchId()))).toBe('missing: queue-not-found');
  expect(await refusalCode(verb().put(home.teamLead, noSuchId(), queue))).toBe('missing: application-not-found');
  expect(await refusalCode(verb().put(home.teamLead, id, (await fallbackQueue(home)).id))).toBe('conflict: place-taken');
  const { made, codes } = await race([1, 2, 3].map(() => verb().put(home.teamLead, id, queue)));
  expect({ made, codes: new Set(codes) }).toEqual({ made: 1, codes: new Set(['conflict: place-taken']) });
  await makeMove(home, home.caseOfficer, id, 'start-review');
  expect(await refusalCode(verb().put(home.teamLead, id, queue))).toBe('conflict: queue-unfit');
});

test('two who take a case off its two queues at once leave it on one', async () => {
  const { id } = await anApplication(home).accepted().build();
  const { placeId } = await verb().put(home.teamLead, id, queue);
  const other = await placeOn(home, id, (await fallbackQueue(home)).id);
  expect(await race([verb().take(home.manager, placeId), verb().take(home.teamLead, other)])).toEqual({
    made: 1,
    codes: ['conflict: only-place'],
  });
  expect(await standingOn(home, id)).toHaveLength(1);
});

test('two who take the same place off at once end it once', async () => {
  const { id } = await anApplication(home).accepted().build();
  const { placeId } = await verb().put(home.teamLead, id, queue);
  const { made, codes } = await race([1, 2].map(() => verb().take(home.manager, placeId)));
  expect({ made, codes }).toEqual({ made: 1, codes: [expect.stringMatching(/place-left|only-place/)] });
  expect((await home.logOf(id)).filter(({ payload }) => payload['act'] === 'take-off')).toHaveLength(1);
});
