// A queue that is retired while a case arrives: one waits for the other, and no case ends on a queue that nobody sees.
import { anApplication, makeMove } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, fallbackQueue, routeAll, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode } from '../../../../test/builders/refused';
import { waitsForLock } from '../../../../test/builders/stored-world';
import { until } from '../../../../test/harness/until';
import { ManageTeams } from './manage-teams';
import { PutOnQueue } from './put-on-queue';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const waiting = (what: string) => until(() => waitsForLock(home.database), what);
/** Holds a transaction open after the work until it is let go. */
const held = (work: Parameters<House['store']['run']>[1]) => {
  let letGo: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (letGo = resolve));
  const ready = new Promise<void>((resolve) => (begun = resolve));
  const done = home.store.run({ kind: 'system' }, async (tx) => {
    await work(tx);
    begun();
    await released;
  });
  return { ready, done, letGo };
};
const workQueue = async () => aQueue(home, await aTeam(home), { kind: 'work', stages: ['submitted'] });
const bound = (destination: string) => anApplication(home).stating({ shipment: { ...completeContent().shipment, destination } });

test('a case that is coming in is waited for, and the queue stays', async () => {
  const queue = await workQueue();
  const { id } = await anApplication(home).submitted().build();
  const [place] = await standingOn(home, id);
  if (!place) throw new Error('The case stands nowhere');
  const coming = held((tx) => tx.places.enter([{ ...place, id: noSuchId(), queueId: queue }]));
  await coming.ready;
  const retiring = refusalCode(home.get(ManageTeams).changeQueue(home.administrator, queue, 1, { retired: true }));
  await waiting('the retirement does not wait');
  coming.letGo();
  await coming.done;
  expect(await retiring).toBe('conflict: queue-in-use');
});

test('a case that would come in waits, and goes elsewhere', async () => {
  const queue = await workQueue();
  await routeAll(home, 'AU', ['submitted'], queue);
  const draft = await bound('AU').build();
  const retiring = held(async (tx) => {
    await tx.teams.holdQueue(queue);
    await tx.teams.changeQueue(queue, 1, { retired: true });
  });
  await retiring.ready;
  const submitting = makeMove(home, home.exporter, draft.id, 'submit');
  await waiting('the move does not wait');
  retiring.letGo();
  await retiring.done;
  await submitting;
  expect((await standingOn(home, draft.id)).map(({ queueId }) => queueId)).toEqual([(await fallbackQueue(home)).id]);
});

test('nobody puts a case on it by hand', async () => {
  const queue = await workQueue();
  const { id } = await anApplication(home).submitted().build();
  const retiring = held(async (tx) => {
    await tx.teams.holdQueue(queue);
    await tx.teams.changeQueue(queue, 1, { retired: true });
  });
  await retiring.ready;
  const putting = refusalCode(home.get(PutOnQueue).put(home.manager, id, queue, 'x'));
  await waiting('the act does not wait');
  retiring.letGo();
  await retiring.done;
  expect(await putting).toBe('conflict: queue-unfit');
});
