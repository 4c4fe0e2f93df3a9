// The officers' queues: own, free and all, ordered by due day, narrowed and counted; a manager and an auditor see all of them.
import { anApplication, makeMove } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, fallbackQueue, placeOn, routeAll } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode } from '../../../../test/builders/refused';
import type { Actor } from '../actor';
import { HoldPlace } from './hold-place';
import { ReadQueues, type QueueRequest } from './read-queues';

let home: House;
let queue: string;
const cases: { id: string; reference: string }[] = [];

beforeAll(async () => {
  home = await house();
  queue = await aQueue(home, await aTeam(home, home.caseOfficer, home.reviewer, home.provincialOfficer), {
    kind: 'work',
    stages: ['submitted', 'accepted'],
  });
  await routeAll(home, 'DE', ['submitted', 'accepted'], queue);
  const bound = () => anApplication(home).stating({ shipment: { ...completeContent().shipment, destination: 'DE' } });
  for (const status of ['submitted', 'accepted', 'submitted'] as const) {
    cases.push(await bound().at(status).build());
    home.clock.advanceDays(1);
  }
  cases.push(
    await bound()
      .at('accepted')
      .of(home.otherExporter)
      .stating({ shipment: { ...completeContent().shipment, destination: 'DE' } })
      .build(),
  );
});
afterAll(() => home.end());

const page = (who: Actor, request: Partial<QueueRequest> = {}) =>
  home.get(ReadQueues).page(who, { shelf: 'all', queueId: queue, ...request }, { limit: 100 });
const listed = async (who: Actor, request: Partial<QueueRequest> = {}) =>
  (await page(who, request)).rows.map(({ applicationId }) => cases.findIndex(({ id }) => id === applicationId));

test('by due day, then by arrival: cases without a running clock last', async () => {
  expect(await listed(home.reviewer)).toEqual([1, 3, 0, 2]);
  const { rows, counts, tabs } = await page(home.reviewer);
  expect(rows[0]).toMatchObject({
    reference: cases[1]?.reference,
    status: 'accepted',
    dueOn: '2026-05-09',
    clock: { limit: 45 },
    destination: 'DE',
    itemCount: 1,
    holderId: null,
  });
  expect(rows[2]?.clock).toBeNull();
  expect(counts).toEqual({ mine: 0, free: 4, all: 4 });
  expect(tabs.find((tab) => tab.queue.id === queue)).toMatchObject({
    open: 4,
    free: 4,
    team: { memberIds: expect.any(Array) as unknown },
  });
});

test('one’s own and the free ones, and pages that lose and repeat nothing', async () => {
  await home.get(HoldPlace).take(home.reviewer, await placeOn(home, cases[3]?.id ?? ''));
  expect(await listed(home.reviewer, { shelf: 'mine' })).toEqual([3]);
  expect(await listed(home.caseOfficer, { shelf: 'mine' })).toEqual([]);
  expect(await listed(home.caseOfficer, { shelf: 'free' })).toEqual([1, 0, 2]);
  expect((await page(home.reviewer)).rows[1]).toMatchObject({ holderName: '陈审' });
  const found: string[] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await home
      .get(ReadQueues)
      .page(home.reviewer, { shelf: 'all', queueId: queue }, { limit: 1, ...(after && { after }) });
    found.push(...rows.map(({ applicationId }) => applicationId));
    after = next ?? undefined;
  } while (after);
  expect(found).toEqual([1, 3, 0, 2].map((n) => cases[n]?.id));
  await home.get(HoldPlace).release(home.reviewer, await placeOn(home, cases[3]?.id ?? ''));
});

test('narrowed by stage, destination, due day and text', async () => {
  expect(await listed(home.reviewer, { status: 'submitted' })).toEqual([0, 2]);
  expect(await listed(home.reviewer, { destination: 'JP' })).toEqual([]);
  expect(await listed(home.reviewer, { dueBy: '2026-05-09' as never })).toEqual([1]);
  expect(await listed(home.reviewer, { text: cases[2]?.reference.toLowerCase() ?? '' })).toEqual([2]);
  expect(await listed(home.reviewer, { text: 'wanghai' })).toEqual([3]);
});

test('an officer sees the queues of the own teams, a manager and an auditor all, an exporter none', async () => {
  expect(await refusalCode(page(home.secondReviewer))).toBe('missing: queue-not-found');
  expect(await refusalCode(page(home.reviewer, { queueId: noSuchId() }))).toBe('missing: queue-not-found');
  for (const who of [home.manager, home.auditor]) expect(await listed(who)).toEqual([1, 3, 0, 2]);
  const { tabs, rows } = await home.get(ReadQueues).page(home.secondReviewer, { shelf: 'all' }, { limit: 10 });
  expect([tabs.map((tab) => tab.queue.id), rows]).toEqual([[(await fallbackQueue(home)).id], []]);
  expect(await refusalCode(page(home.exporter))).toBe('missing: queue-not-found');
  expect(await home.get(ReadQueues).page(home.exporter, { shelf: 'all' }, { limit: 10 })).toMatchObject({ rows: [], tabs: [] });
});

test('what left the queue is on its page no more', async () => {
  await makeMove(home, home.exporter, cases[0]?.id ?? '', 'withdraw', { reason: 'x' });
  expect(await listed(home.reviewer)).toEqual([1, 3, 2]);
});
