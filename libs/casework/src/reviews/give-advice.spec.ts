// Advice in parallel: reviewers side by side, the team's word finishes its queue, feeders open what waits for them, the last queue left concludes the review.
import type { AdviceLine, Verdict } from '#licensing';
import { anApplication, linesOn, makeMove, present, reviewersAdvice } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, placeOn, placesOf, routeAll, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { ReadApplication } from '../applications/read-application';
import { HoldPlace } from '../queues/hold-place';
import { GiveAdvice } from './give-advice';

let home: House;
let teams: { technical: string; policy: string };
let queues: { technical: string; policy: string; last: string };

const DESTINATION = 'DE';
const lines = (verdict: Verdict = 'approve') => linesOn(completeContent(), verdict);

/** Two queues side by side, and a third that opens when both are left. */
beforeAll(async () => {
  home = await house();
  teams = {
    technical: await aTeam(home, home.teamLead, home.reviewer, home.secondReviewer),
    policy: await aTeam(home, home.teamLead, home.reviewer),
  };
  const [technical, policy] = [await aQueue(home, teams.technical), await aQueue(home, teams.policy)];
  const last = await aQueue(home, teams.policy, { feederIds: [technical, policy] });
  queues = { technical, policy, last };
  await routeAll(home, DESTINATION, ['in-review'], technical, policy, last);
});
afterAll(() => home.end());

const inReview = () =>
  anApplication(home)
    .stating({ shipment: { ...completeContent().shipment, destination: DESTINATION } })
    .inReview()
    .build();
const finish = async (id: string, queueId: string, verdict: Verdict = 'approve', who = home.teamLead) =>
  home.get(GiveAdvice).finish(who, await placeOn(home, id, queueId), lines(verdict), await reviewersAdvice(home, id));
const adviceOf = (id: string) => home.store.run({ kind: 'system' }, (tx) => tx.reviews.advice(id));
const queuesOf = async (id: string) => (await standingOn(home, id)).map(({ queueId }) => queueId).sort();

test('after each team: exactly the queues that are left, and the status', async () => {
  const { id, version } = await inReview();
  expect(await queuesOf(id)).toEqual([queues.technical, queues.policy].sort());
  expect(await finish(id, queues.policy)).toEqual({ status: 'in-review', version, standing: [queues.technical] });
  expect(await queuesOf(id)).toEqual([queues.technical]);
  expect(await finish(id, queues.technical)).toEqual({ status: 'in-review', version, standing: [queues.last] });
  expect(await queuesOf(id)).toEqual([queues.last]);
  const done = await finish(id, queues.last);
  expect(done).toMatchObject({ status: 'reviewed', version: version + 1 });
  const [place, ...others] = await standingOn(home, id);
  expect(others).toEqual([]);
  expect(place).toMatchObject({ stage: 'reviewed', ruleId: null });
  expect(done.standing).toEqual([place?.queueId]);
  expect((await placesOf(home, id)).filter(({ stage }) => stage === 'in-review').map(({ ending }) => ending)).toEqual(
    Array(3).fill('done'),
  );
  expect((await home.logOf(id)).slice(-4).map(({ verb, actorId }) => [verb, actorId])).toEqual([
    ...Array.from({ length: 3 }, () => ['finish-review', home.teamLead.personId]),
    ['conclude-review', null],
  ]);
});

test('reviewers of a team advise side by side, each in versions of the own; the team’s word has one count', async () => {
  const { id } = await inReview();
  const advise = async (who: House['reviewer'], verdict: Verdict) =>
    home.get(GiveAdvice).advise(who, await placeOn(home, id, queues.technical), lines(verdict));
  await home.get(HoldPlace).take(home.reviewer, await placeOn(home, id, queues.technical));
  await advise(home.reviewer, 'approve');
  await advise(home.secondReviewer, 'refuse');
  await advise(home.reviewer, 'approve-with-conditions');
  const view = await home.get(ReadApplication).execute(home.teamLead, id);
  if (view.for !== 'officer') throw new Error('A team lead is an officer');
  expect(view.advice.map(({ level, teamId, adviserId, version }) => [level, teamId, adviserId, version])).toEqual([
    ['reviewer', teams.technical, home.reviewer.personId, 1],
    ['reviewer', teams.technical, home.secondReviewer.personId, 1],
    ['reviewer', teams.technical, home.reviewer.personId, 2],
  ]);
  expect(view.board.standing.map(({ version }) => version).sort()).toEqual([1, 2]);
  expect(view.board.conflicts).toMatchObject([{ itemId: 'item-1', teamId: teams.technical, over: ['verdict'] }]);
  await finish(id, queues.technical, 'refuse');
  await finish(id, queues.policy, 'approve');
  const after = await home.get(ReadApplication).execute(home.caseOfficer, id);
  expect(after).toMatchObject({
    board: {
      conflicts: [{ teamId: teams.technical }, { itemId: 'item-1', teamId: null }],
      proposal: { lines: [], open: [{ itemId: 'item-1' }] },
    },
  });
});

test('a team is not finished past a reviewer’s advice that its lead was not shown', async () => {
  const { id } = await inReview();
  const place = await placeOn(home, id, queues.technical);
  const advise = async (who: House['reviewer'], verdict: Verdict) =>
    (await home.get(GiveAdvice).advise(who, place, lines(verdict))).id;
  const finishing = (...seen: readonly string[]) => home.get(GiveAdvice).finish(home.teamLead, place, lines(), seen);
  const shown = await advise(home.reviewer, 'approve');
  const objection = await advise(home.secondReviewer, 'refuse');
  expect(await refusalCode(finishing())).toBe('conflict: advised-meanwhile');
  expect(await refusalCode(finishing(shown))).toBe('conflict: advised-meanwhile');
  const newer = await advise(home.reviewer, 'refuse');
  expect(await refusalCode(finishing(shown, objection))).toBe('conflict: advised-meanwhile');
  expect((await adviceOf(id)).filter(({ level }) => level === 'team')).toEqual([]);
  expect(await finishing(objection, newer)).toMatchObject({ status: 'in-review' });
  await home.get(GiveAdvice).advise(home.reviewer, await placeOn(home, id, queues.policy), lines());
  expect(
    await refusalCode(home.get(GiveAdvice).finish(home.teamLead, await placeOn(home, id, queues.policy), lines(), [newer])),
  ).toBe('conflict: advised-meanwhile');
});

test('a second queue of the same team is a further version of the team’s word', async () => {
  const { id } = await inReview();
  await finish(id, queues.technical);
  await finish(id, queues.policy);
  await finish(id, queues.last, 'refuse');
  const own = (await adviceOf(id)).filter(({ level, teamId }) => level === 'team' && teamId === teams.policy);
  expect(own.map(({ version, lines: given }) => [version, given[0]?.verdict])).toEqual([
    [1, 'approve'],
    [2, 'refuse'],
  ]);
});

test('all that teams agree on is what the case officer starts from', async () => {
  const { id } = await inReview();
  for (const queueId of [queues.technical, queues.policy, queues.last]) await finish(id, queueId, 'approve-with-conditions');
  expect(await home.get(ReadApplication).execute(home.caseOfficer, id)).toMatchObject({
    board: {
      conflicts: [],
      proposal: { lines: [{ verdict: 'approve-with-conditions', conditions: [{ en: 'Civil use only' }] }], open: [] },
    },
  });
});

test('a team may refer an item; it is named as open and no final advice repeats it', async () => {
  const { id, content } = await inReview();
  for (const queueId of [queues.technical, queues.policy, queues.last]) await finish(id, queueId, 'refer');
  expect(await home.get(ReadApplication).execute(home.caseOfficer, id)).toMatchObject({
    status: 'reviewed',
    board: { proposal: { lines: [], open: [{ itemId: 'item-1', over: ['referred'] }] } },
  });
  const advice = { lines: linesOn(content, 'refer') };
  expect((await refused(makeMove(home, home.caseOfficer, id, 'advise', { advice }))).faults).toMatchObject([
    { code: 'refer-not-final' },
  ]);
});

test('two leads at once, or one on two queues at once: each queue is finished once and the review concluded once', async () => {
  const { id } = await inReview();
  const places = await Promise.all([queues.technical, queues.policy].map((queueId) => placeOn(home, id, queueId)));
  const works = [...places, ...places].map((placeId) => home.get(GiveAdvice).finish(home.teamLead, placeId, lines(), []));
  expect(await race(works)).toEqual({ made: 2, codes: ['conflict: place-left', 'conflict: place-left'] });
  expect(await queuesOf(id)).toEqual([queues.last]);
  const last = await placeOn(home, id, queues.last);
  const more = await race([1, 2].map(() => home.get(GiveAdvice).finish(home.teamLead, last, lines(), [])));
  expect(more).toEqual({ made: 1, codes: ['conflict: place-left'] });
  expect((await home.logOf(id)).filter(({ verb }) => verb === 'conclude-review')).toHaveLength(1);
});

test('reopened, the case stands on the first queues again, whatever was finished before', async () => {
  const { id } = await inReview();
  for (const queueId of [queues.technical, queues.policy, queues.last]) await finish(id, queueId);
  await makeMove(home, home.caseOfficer, id, 'reopen-review', { reason: '补充核查' });
  expect(await queuesOf(id)).toEqual([queues.technical, queues.policy].sort());
  expect(await present(home, id)).toMatchObject({ status: 'in-review', round: 2 });
  await finish(id, queues.technical);
  expect((await adviceOf(id)).at(-1)).toMatchObject({ round: 2, version: 1 });
});

describe('who may', () => {
  test('a stranger to the queue, a place that is left or unknown, a case that is in no review', async () => {
    const { id } = await inReview();
    const technical = await placeOn(home, id, queues.technical);
    const policy = await placeOn(home, id, queues.policy);
    const advise = (who: House['reviewer'], placeId: string) => refusalCode(home.get(GiveAdvice).advise(who, placeId, lines()));
    expect(await advise(home.secondReviewer, policy)).toBe('conflict: not-on-your-queue');
    expect(await advise(home.reviewer, noSuchId())).toBe('missing: place-not-found');
    expect(await advise(home.reviewer, 'x')).toBe('missing: place-not-found');
    expect(await advise(home.exporter, technical)).toBe('missing: place-not-found');
    await finish(id, queues.technical);
    expect(await advise(home.reviewer, technical)).toBe('conflict: place-left');
    const accepted = await anApplication(home).accepted().build();
    expect(await advise(home.reviewer, await placeOn(home, accepted.id))).toBe('conflict: review-not-open');
  });

  test('a queue is finished by a lead of its team only, also where a member holds the case', async () => {
    const { id } = await inReview();
    const placeId = await placeOn(home, id, queues.technical);
    await home.get(HoldPlace).take(home.reviewer, placeId);
    for (const member of [home.reviewer, home.secondReviewer])
      expect(await refusalCode(home.get(GiveAdvice).finish(member, placeId, lines(), []))).toBe('conflict: not-on-your-queue');
    expect(await home.get(GiveAdvice).finish(home.teamLead, placeId, lines(), [])).toMatchObject({ status: 'in-review' });
  });

  test('what cannot be right is refused whole: no advice, no exit', async () => {
    const { id } = await inReview();
    const bad: AdviceLine[] = lines('refuse').map((line) => ({ ...line, criteria: [] }));
    const refusal = await refused(home.get(GiveAdvice).finish(home.teamLead, await placeOn(home, id, queues.policy), bad, []));
    expect(refusal).toMatchObject({
      code: 'advice-invalid',
      faults: [{ code: 'field-missing', at: 'advice.lines.item-1.criteria' }],
    });
    expect(await adviceOf(id)).toEqual([]);
    expect(await queuesOf(id)).toEqual([queues.technical, queues.policy].sort());
  });
});
