// Where a case stands after each move: by rules, feeders and stages, on the fallback queue where nothing routes it, and never on none while it lies with the authority.
import { addDays } from '#kernel';
import type { ApplicationStatus } from '#licensing';
import { anApplication, finishReviews, linesOn, makeMove, present } from '../../../../test/builders/application';
import { aParty, completeContent } from '../../../../test/builders/content';
import {
  aQueue,
  aRule,
  aTeam,
  fallbackQueue,
  placeOn,
  placesOf,
  routeAll,
  ruleOn,
  standingOn,
} from '../../../../test/builders/desks';
import { house, type House } from '../../../../test/builders/house';
import { refusalCode } from '../../../../test/builders/refused';
import { GrowApplication } from '../applications/grow-application';
import { ReadApplication } from '../applications/read-application';
import { SaveContent } from '../applications/save-content';
import { GiveAdvice } from '../reviews/give-advice';
import { ManageRules } from './manage-rules';
import { ManageTeams } from './manage-teams';
import { PutOnQueue } from './put-on-queue';

let home: House;
let team: string;
let fallback: string;

beforeAll(async () => {
  home = await house();
  team = await aTeam(home, home.teamLead, home.caseOfficer, home.countersigner, home.secondCountersigner);
  fallback = (await fallbackQueue(home)).id;
});
afterAll(() => home.end());

const lines = linesOn(completeContent());
const bound = (destination: string) => anApplication(home).stating({ shipment: { ...completeContent().shipment, destination } });
const queuesOf = async (id: string) => (await standingOn(home, id)).map(({ queueId }) => queueId).sort();
const finish = async (id: string, queueId: string) =>
  home.get(GiveAdvice).finish(home.teamLead, await placeOn(home, id, queueId), lines, []);
const workQueue = (...stages: ApplicationStatus[]) => aQueue(home, team, { kind: 'work', stages });

test('what no rule routes stands on the fallback queue, at every stage with the authority and at no other', async () => {
  for (const status of [
    'draft',
    'submitted',
    'forwarded',
    'in-review',
    'countersigned',
    'decided',
    'published',
    'withdrawn',
  ] as const) {
    const { id } = await anApplication(home).at(status).build();
    const places = (await standingOn(home, id)).map(({ queueId, stage, ruleId, holderId }) => ({
      queueId,
      stage,
      ruleId,
      holderId,
    }));
    expect(places).toEqual(
      ['draft', 'published', 'withdrawn'].includes(status)
        ? []
        : [{ queueId: fallback, stage: status, ruleId: null, holderId: null }],
    );
  }
});

test('a rule names its queue, and the place keeps rule and version; a newer version moves the next case, not this one', async () => {
  const [first, second] = [await workQueue('submitted'), await workQueue('submitted')];
  const ruleId = await routeAll(home, 'FR', ['submitted'], first);
  const { id } = await bound('FR').submitted().build();
  expect(await standingOn(home, id)).toMatchObject([{ queueId: first, ruleId, ruleVersion: 1, arrivedAt: home.clock.now() }]);
  const rules = home.get(ManageRules);
  const [rule] = (await rules.list(home.administrator)).rules.filter((row) => row.id === ruleId);
  if (!rule) throw new Error('The rule is not there');
  const { name, tier, stages, criteria, from, to } = rule;
  const newer = { name, tier, stages, criteria, from, to, effect: { kind: 'queues', queueIds: [second] }, reason: 'x' } as const;
  await rules.propose(home.administrator, newer, ruleId);
  expect(await queuesOf((await bound('FR').submitted().build()).id)).toEqual([first]);
  await rules.act(home.manager, ruleId, 2, 'approve', '');
  expect(await standingOn(home, (await bound('FR').submitted().build()).id)).toMatchObject([{ queueId: second, ruleVersion: 2 }]);
  expect(await queuesOf(id)).toEqual([first]);
  await makeMove(home, home.exporter, id, 'withdraw', { reason: 'x' });
  expect(await placesOf(home, id)).toMatchObject([{ queueId: first, leftAt: home.clock.now(), ending: 'moved' }]);
});

test('an approved version that begins later leaves the older one in force until then, for queues and for signatures', async () => {
  const before = home.clock.now();
  const [first, second] = [await workQueue('submitted'), await workQueue('submitted')];
  const toQueue = (queueId: string) => ({
    stages: ['submitted'] as const,
    criteria: { destinations: ['IS'] },
    effect: { kind: 'queues' as const, queueIds: [queueId] },
  });
  const asking = (count: 1 | 2) => ({
    stages: ['advised'] as const,
    criteria: { destinations: ['LI'] },
    effect: { kind: 'countersignatures' as const, count },
  });
  const from = addDays(home.clock.today(), 3);
  const rules = home.get(ManageRules);
  for (const [now, next] of [
    [toQueue(first), toQueue(second)],
    [asking(2), asking(1)],
  ] as const) {
    const id = await aRule(home, now);
    await rules.propose(home.administrator, ruleOn(home, { ...next, from }), id);
    await rules.act(home.manager, id, 2, 'approve', '');
  }
  const asked = async () => {
    const { id } = await bound('LI').advised().build();
    return home.get(ReadApplication).execute(home.manager, id);
  };
  expect(await standingOn(home, (await bound('IS').submitted().build()).id)).toMatchObject([{ queueId: first, ruleVersion: 1 }]);
  expect(await asked()).toMatchObject({ signaturesAsked: 2 });
  home.clock.advanceDays(3);
  expect(await standingOn(home, (await bound('IS').submitted().build()).id)).toMatchObject([{ queueId: second, ruleVersion: 2 }]);
  expect(await asked()).toMatchObject({ signaturesAsked: 1 });
  home.clock.set(before);
});

test('a rule counts from its first to its last day', async () => {
  const before = home.clock.now();
  const queue = await workQueue('submitted');
  const today = home.clock.today();
  await aRule(home, {
    stages: ['submitted'],
    criteria: { destinations: ['IT'] },
    effect: { kind: 'queues', queueIds: [queue] },
    from: addDays(today, 1),
    to: addDays(today, 2),
  });
  const found = [];
  for (let day = 0; day < 4; day += 1) {
    found.push((await queuesOf((await bound('IT').submitted().build()).id))[0] === queue);
    home.clock.advanceDays(1);
  }
  expect(found).toEqual([false, true, true, false]);
  home.clock.set(before);
});

test('the lowest tier with a match decides, and a queue that is retired or takes no case of the stage is none', async () => {
  const [special, general, gone, other] = [
    await workQueue('submitted'),
    await workQueue('submitted'),
    await workQueue('submitted'),
    await workQueue('received'),
  ];
  const criteria = { destinations: ['ES'] };
  await aRule(home, {
    tier: 2,
    stages: ['submitted'],
    criteria: { ...criteria, codes: ['1C905'] },
    effect: { kind: 'queues', queueIds: [special] },
  });
  await aRule(home, { tier: 7, stages: ['submitted'], criteria, effect: { kind: 'queues', queueIds: [general] } });
  expect(await queuesOf((await bound('ES').submitted().build()).id)).toEqual([special]);
  await routeAll(home, 'PT', ['submitted'], gone, other);
  const [row] = (await home.get(ManageTeams).teams(home.administrator)).queues.filter(({ id }) => id === gone);
  await home.get(ManageTeams).changeQueue(home.administrator, gone, row?.version ?? 0, { retired: true });
  expect(await queuesOf((await bound('PT').submitted().build()).id)).toEqual([fallback]);
});

test('party flags route: military end use and a middleman', async () => {
  const queue = await workQueue('submitted');
  await aRule(home, {
    stages: ['submitted'],
    criteria: { destinations: ['NL'], partyFlags: ['military', 'middleman'] },
    effect: { kind: 'queues', queueIds: [queue] },
  });
  const { endUse, parties } = completeContent();
  const standing = async (change: object) => queuesOf((await bound('NL').stating(change).submitted().build()).id);
  expect(await standing({})).toEqual([fallback]);
  expect(await standing({ endUse: { ...endUse, military: true } })).toEqual([queue]);
  expect(await standing({ parties: [...parties, aParty({ id: 'party-3', role: 'middleman' })] })).toEqual([queue]);
});

test('feeders one after another; one that is taken off by hand has been left as well', async () => {
  const [first, second, third] = await chain();
  await routeAll(home, 'SE', ['in-review'], first, second, third);
  const { id } = await bound('SE').inReview().build();
  expect(await queuesOf(id)).toEqual([first]);
  await finish(id, first);
  expect(await queuesOf(id)).toEqual([second]);
  // By hand on a queue that no rule names: what waits for the second waits for the second only.
  const extra = await aQueue(home, team);
  await home.get(PutOnQueue).put(home.manager, id, extra, 'x');
  await home.get(PutOnQueue).take(home.manager, await placeOn(home, id, second), 'x');
  expect(await finish(id, extra)).toMatchObject({ status: 'in-review', standing: [third] });
  expect(await finish(id, third)).toMatchObject({ status: 'reviewed' });
});

test('a feeder on which the case was put by hand is waited for too', async () => {
  const [first, second] = await chain();
  const side = await aQueue(home, team);
  await routeAll(home, 'DK', ['in-review'], second, side);
  const { id } = await bound('DK').inReview().build();
  expect(await queuesOf(id)).toEqual([second, side].sort());
  await home.get(PutOnQueue).take(home.manager, await placeOn(home, id, second), 'x');
  await home.get(PutOnQueue).put(home.manager, id, first, 'x');
  expect((await finish(id, side)).standing).toEqual([first]);
});

test('a countersigning queue opens at its stage, once its review queues are done, and one that waits for another only after that', async () => {
  const review = await aQueue(home, team);
  await routeAll(home, 'FI', ['in-review'], review);
  const [one, two] = [
    await aQueue(home, team, { kind: 'countersign', stages: ['advised'], feederIds: [review] }),
    await aQueue(home, await aTeam(home, home.secondCountersigner), { kind: 'countersign', stages: ['advised', 'signed-once'] }),
  ];
  const [row] = (await home.get(ManageTeams).teams(home.administrator)).queues.filter(({ id }) => id === two);
  await home.get(ManageTeams).changeQueue(home.administrator, two, row?.version ?? 0, { feederIds: [one] });
  await routeAll(home, 'FI', ['advised', 'signed-once'], one, two);
  await aRule(home, { criteria: { destinations: ['FI'] }, effect: { kind: 'countersignatures', count: 2 } });
  const { id } = await bound('FI').advised().build();
  expect(await queuesOf(id)).toEqual([one]);
  expect(await refusalCode(makeMove(home, home.allRounder, id, 'countersign-first'))).toBe('conflict: not-on-your-queue');
  await makeMove(home, home.countersigner, id, 'countersign-first');
  expect(await queuesOf(id)).toEqual([two]);
  expect(await refusalCode(makeMove(home, home.allRounder, id, 'countersign-second'))).toBe('conflict: not-on-your-queue');
  expect(await makeMove(home, home.secondCountersigner, id, 'countersign-second')).toMatchObject({ status: 'countersigned' });
  expect(await queuesOf(id)).toEqual([fallback]);
});

test('a case that comes back to a stage stands there again, with the rules of the day', async () => {
  const queue = await workQueue('submitted', 'reviewed');
  await routeAll(home, 'NO', ['submitted', 'reviewed'], queue);
  const { id } = await bound('NO').submitted().build();
  await home.get(PutOnQueue).put(home.manager, id, fallback, 'x');
  await home.get(PutOnQueue).take(home.manager, await placeOn(home, id, queue), 'x');
  await makeMove(home, home.provincialOfficer, id, 'return', { reason: 'x' });
  await makeMove(home, home.exporter, id, 'resubmit');
  expect(await queuesOf(id)).toEqual([queue]);
});

test('the due day of the clock stands on each place from acceptance on, and nobody holds what just arrived', async () => {
  const { id } = await bound('GB').at('forwarded').build();
  expect(await standingOn(home, id)).toMatchObject([{ dueOn: null }]);
  await makeMove(home, home.caseOfficer, id, 'accept');
  expect(await standingOn(home, id)).toMatchObject([{ dueOn: '2026-05-08' }]);
  await makeMove(home, home.caseOfficer, id, 'start-review');
  await finishReviews(home, id);
  expect(await standingOn(home, id)).toMatchObject([{ dueOn: '2026-05-08', holderId: null }]);
});

test('the authority’s own code routes from the advice on, beside the one that the exporter stated', async () => {
  const queue = await aQueue(home, team, { kind: 'countersign', stages: ['advised'] });
  await aRule(home, {
    stages: ['advised'],
    criteria: { destinations: ['CH'], codes: ['1C904'] },
    effect: { kind: 'queues', queueIds: [queue] },
  });
  const advised = async (controlCode: string) => {
    const { id } = await bound('CH').reviewed().build();
    const advice = { lines: lines.map((line) => ({ ...line, controlCode })) };
    await makeMove(home, home.caseOfficer, id, 'advise', { advice });
    return queuesOf(id);
  };
  expect(await advised('1C905.b')).toEqual([fallback]);
  expect(await advised('1C904.b')).toEqual([queue]);
});

test('an amendment starts on the queues of its own content', async () => {
  const [one, two] = [await workQueue('submitted'), await workQueue('submitted')];
  await routeAll(home, 'AT', ['submitted'], one);
  await routeAll(home, 'BE', ['submitted'], two);
  const { id, version } = await bound('AT').submitted().build();
  const draft = await home.get(GrowApplication).amend(home.exporter, id, version);
  expect(await queuesOf(id)).toEqual([]);
  expect(await queuesOf(draft.id)).toEqual([]);
  const { shipment, declaration } = completeContent();
  await home
    .get(SaveContent)
    .execute(home.exporter, draft.id, draft.version, { shipment: { ...shipment, destination: 'BE' }, declaration });
  await makeMove(home, home.exporter, draft.id, 'submit');
  expect(await queuesOf(draft.id)).toEqual([two]);
  expect(await present(home, id)).toMatchObject({ status: 'superseded' });
});

/** Three review queues, each fed by the one before. */
async function chain(): Promise<[string, string, string]> {
  const first = await aQueue(home, team);
  const second = await aQueue(home, team, { feederIds: [first] });
  return [first, second, await aQueue(home, team, { feederIds: [second] })];
}
