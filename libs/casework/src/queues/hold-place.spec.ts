// Taking, releasing and assigning: a case on a queue is held by one person, the next free one is never given twice, and a substitute stands in.
import { addDays } from '#kernel';
import { anApplication, linesOn, makeMove, present, reviewersAdvice } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { aQueue, aTeam, placeOn, routeAll, standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { waitsForLock } from '../../../../test/builders/stored-world';
import { until } from '../../../../test/harness/until';
import { ReadApplication } from '../applications/read-application';
import { SeedPerson } from '../people/seed-person';
import { GiveAdvice } from '../reviews/give-advice';
import { HoldPlace } from './hold-place';
import { ManageTeams } from './manage-teams';
import { ReadQueues } from './read-queues';

let home: House;
let queue: string;
let other: string;

beforeAll(async () => {
  home = await house();
  const team = await aTeam(home, home.reviewer, home.secondReviewer, home.teamLead, home.caseOfficer, home.provincialOfficer);
  queue = await aQueue(home, team, { kind: 'work', stages: ['submitted', 'accepted'] });
  other = await aQueue(home, await aTeam(home, home.allRounder, home.reviewer), { kind: 'work', stages: ['submitted'] });
  await routeAll(home, 'DE', ['submitted', 'accepted'], queue);
  await routeAll(home, 'FR', ['submitted'], other);
});
afterAll(() => home.end());

const verb = () => home.get(HoldPlace);
const bound = (destination: string) => anApplication(home).stating({ shipment: { ...completeContent().shipment, destination } });
const filed = async (destination = 'DE') => {
  const { id } = await bound(destination).submitted().build();
  return { id, placeId: await placeOn(home, id) };
};
const holderOf = async (id: string) => (await standingOn(home, id))[0]?.holderId;

test('taken, released, taken by another: one holder at a time, each act in the log, the case itself unchanged', async () => {
  const { id, placeId } = await filed();
  const { version } = await present(home, id);
  await verb().take(home.reviewer, placeId);
  await verb().take(home.reviewer, placeId);
  expect(await holderOf(id)).toBe(home.reviewer.personId);
  expect(await refusalCode(verb().take(home.secondReviewer, placeId))).toBe('conflict: held-by-another');
  expect(await refusalCode(verb().release(home.secondReviewer, placeId))).toBe('conflict: not-held-by-you');
  await verb().release(home.reviewer, placeId);
  await verb().take(home.secondReviewer, placeId);
  expect(await holderOf(id)).toBe(home.secondReviewer.personId);
  expect((await home.logOf(id)).slice(-3).map(({ verb: act, actorId, payload }) => [act, actorId, payload['queueId']])).toEqual([
    ['take', home.reviewer.personId, queue],
    ['release', home.reviewer.personId, queue],
    ['take', home.secondReviewer.personId, queue],
  ]);
  expect((await present(home, id)).version).toBe(version);
});

test('many take one place at once: one holds it', async () => {
  const { id, placeId } = await filed();
  const works = Array.from({ length: 10 }, (_, n) => verb().take(n % 2 ? home.reviewer : home.secondReviewer, placeId));
  await race(works);
  expect((await home.logOf(id)).filter((entry) => entry.verb === 'take')).toHaveLength(1);
  expect([home.reviewer.personId, home.secondReviewer.personId]).toContain(await holderOf(id));
});

test('a place of another’s queue, one that is left, and none at all', async () => {
  const { id, placeId } = await filed('FR');
  expect(await refusalCode(verb().take(home.secondReviewer, placeId))).toBe('conflict: not-on-your-queue');
  expect(await refusalCode(verb().take(home.exporter, placeId))).toBe('missing: place-not-found');
  for (const nothing of [noSuchId(), 'x', ''])
    expect(await refusalCode(verb().take(home.reviewer, nothing))).toBe('missing: place-not-found');
  await makeMove(home, home.exporter, id, 'withdraw', { reason: 'x' });
  expect(await refused(verb().take(home.reviewer, placeId))).toMatchObject({
    code: 'place-left',
    facts: { at: home.clock.now() },
  });
  expect(await refusalCode(verb().assign(home.manager, placeId, null))).toBe('conflict: place-left');
});

test('a place that is left while somebody takes it is left, and held by nobody', async () => {
  const { placeId } = await filed();
  let letGo: () => void = () => undefined;
  let begun: () => void = () => undefined;
  const [released, ready] = [new Promise<void>((go) => (letGo = go)), new Promise<void>((go) => (begun = go))];
  const leaving = home.store.run({ kind: 'system' }, async (tx) => {
    await tx.places.leave([placeId], 'moved', home.clock.now());
    begun();
    await released;
  });
  await ready;
  const taking = refusalCode(verb().take(home.reviewer, placeId));
  await until(() => waitsForLock(home.database), 'the taker does not wait');
  letGo();
  await leaving;
  expect(await taking).toBe('conflict: place-left');
});

test('fifty take the next at once: no place twice, none left over, in the order of due day and arrival', async () => {
  const team = await aTeam(home, home.provincialOfficer, home.caseOfficer);
  const own = await aQueue(home, team, { kind: 'work', stages: ['submitted', 'accepted'] });
  await routeAll(home, 'IT', ['submitted', 'accepted'], own);
  const cases: string[] = [];
  for (let n = 0; n < 45; n += 1) {
    home.clock.advanceMs(1000);
    cases.push((await bound('IT').submitted().build()).id);
  }
  const due = (await bound('IT').accepted().build()).id;
  const people = await Promise.all(
    Array.from({ length: 50 }, (_, n) =>
      home
        .get(SeedPerson)
        .person(home.authority, { email: `taker-${n}@house.test`, name: `人${n}`, roles: ['reviewer'], password: 'x' }),
    ),
  );
  const { teams } = await home.get(ManageTeams).teams(home.administrator);
  const version = teams.find(({ id }) => id === team)?.version ?? 0;
  const ids = people.map(({ personId }) => personId);
  await home.get(ManageTeams).setMembers(home.administrator, team, version, ids);
  const taken = await Promise.all(people.map((who) => verb().takeNext(who, own)));
  const got = taken.flatMap((row) => (row ? [row.applicationId] : []));
  expect(taken.filter((row) => row === null)).toHaveLength(4);
  expect([...got].sort()).toEqual([...cases, due].sort());
  for (const [place, row] of taken.entries()) if (row) expect(await holderOf(row.applicationId)).toBe(people[place]?.personId);
  // Freed again and taken one by one they come by due day, then by arrival.
  for (const [place, row] of taken.entries()) if (row && people[place]) await verb().release(people[place], row.placeId);
  const order: string[] = [];
  const first = people[0] as House['reviewer'];
  for (let row = await verb().takeNext(first, own); row; row = await verb().takeNext(first, own)) order.push(row.applicationId);
  expect(order).toEqual([due, ...cases]);
}, 60_000);

test('the next is of the officer’s own queues, or of the one asked for; it tells the version to go on with', async () => {
  await drain(home.allRounder);
  const { id, placeId } = await filed('FR');
  expect(await refusalCode(verb().takeNext(home.secondReviewer, other))).toBe('conflict: not-on-your-queue');
  expect(await refusalCode(verb().takeNext(home.allRounder, noSuchId()))).toBe('conflict: not-on-your-queue');
  const { version } = await present(home, id);
  expect(await verb().takeNext(home.allRounder, other)).toEqual({ placeId, applicationId: id, version });
  expect(await verb().takeNext(home.allRounder, other)).toBeNull();
  expect(await verb().takeNext(home.exporter)).toBeNull();
});

test('a team lead assigns within the own teams, a manager anywhere, and only to an active member', async () => {
  const mine = await filed();
  await verb().assign(home.teamLead, mine.placeId, home.reviewer.personId);
  expect(await holderOf(mine.id)).toBe(home.reviewer.personId);
  await verb().assign(home.teamLead, mine.placeId, home.secondReviewer.personId);
  expect((await home.logOf(mine.id)).at(-1)).toMatchObject({
    verb: 'assign',
    payload: { queueId: queue, from: home.reviewer.personId, to: home.secondReviewer.personId },
  });
  const theirs = await filed('FR');
  expect(await refusalCode(verb().assign(home.teamLead, theirs.placeId, home.reviewer.personId))).toBe(
    'forbidden: assign-not-yours',
  );
  for (const who of [home.reviewer, home.caseOfficer, home.auditor])
    expect(await refusalCode(verb().assign(who, mine.placeId, who.personId))).toBe('forbidden: assign-not-yours');
  await verb().assign(home.manager, theirs.placeId, home.allRounder.personId);
  for (const unfit of [home.secondReviewer.personId, home.exporter.personId, home.auditor.personId, noSuchId()])
    expect(await refused(verb().assign(home.manager, theirs.placeId, unfit))).toMatchObject({
      kind: 'invalid',
      code: 'assignee-unfit',
      faults: [{ at: 'personId' }],
    });
  expect(await holderOf(theirs.id)).toBe(home.allRounder.personId);
  await verb().assign(home.manager, theirs.placeId, null);
  expect(await holderOf(theirs.id)).toBeNull();
});

describe('an absence', () => {
  const days = (from: number, to: number) => ({ from: addDays(home.clock.today(), from), to: addDays(home.clock.today(), to) });

  test('gives the substitute the queues and the cases of whoever is away, on its days only', async () => {
    const before = home.clock.now();
    const { id, placeId } = await filed();
    await verb().take(home.reviewer, placeId);
    const absence = { personId: home.reviewer.personId, substituteId: home.allRounder.personId };
    await home.get(ManageTeams).addAbsence(home.reviewer, { ...absence, ...days(1, 2) });
    const sees = async () => {
      const view = await home.get(ReadApplication).execute(home.allRounder, id);
      const page = await home.get(ReadQueues).page(home.allRounder, { shelf: 'mine' }, { limit: 100 });
      const yours = view.for === 'officer' && view.places.some((place) => place.yours && place.leftAt === null);
      return [yours, page.rows.some((row) => row.applicationId === id)];
    };
    expect(await sees()).toEqual([false, false]);
    expect(await refusalCode(verb().take(home.allRounder, placeId))).toBe('conflict: not-on-your-queue');
    home.clock.advanceDays(1);
    expect(await sees()).toEqual([true, true]);
    await verb().take(home.allRounder, placeId);
    expect(await holderOf(id)).toBe(home.allRounder.personId);
    home.clock.advanceDays(2);
    expect(await refusalCode(verb().takeNext(home.allRounder, queue))).toBe('conflict: not-on-your-queue');
    home.clock.set(before);
  });

  test('lets the substitute make the moves of the officer on the cases that the officer holds, in the own role and name', async () => {
    const { id } = await bound('DE').accepted().build();
    await verb().take(home.caseOfficer, await placeOn(home, id));
    expect(await refusalCode(makeMove(home, home.allRounder, id, 'start-review'))).toBe('conflict: not-on-your-queue');
    const { id: absenceId } = await home.get(ManageTeams).addAbsence(home.caseOfficer, {
      personId: home.caseOfficer.personId,
      substituteId: home.allRounder.personId,
      ...days(0, 3),
    });
    await makeMove(home, home.allRounder, id, 'start-review');
    expect((await home.logOf(id)).at(-1)).toMatchObject({ verb: 'start-review', actorId: home.allRounder.personId });
    await home.get(ManageTeams).endAbsence(home.caseOfficer, absenceId);
    expect(await refusalCode(verb().takeNext(home.allRounder, queue))).toBe('conflict: not-on-your-queue');
  });

  test('lets a lead order and finish the queues of a lead who is away, not those of a mere member', async () => {
    const seed = home.get(SeedPerson);
    const other = await seed.person(home.authority, {
      email: 'lead2@house.test',
      name: '佟组',
      roles: ['team-lead'],
      password: 'x',
    });
    const theirs = await aQueue(home, await aTeam(home, home.teamLead, home.reviewer));
    await routeAll(home, 'SE', ['in-review'], theirs);
    const { id } = await bound('SE').inReview().build();
    const placeId = await placeOn(home, id, theirs);
    const finish = async () =>
      home.get(GiveAdvice).finish(other, placeId, linesOn(completeContent(), 'approve'), await reviewersAdvice(home, id));
    const standIn = async (who: House['reviewer']) => {
      const row = { personId: who.personId, substituteId: other.personId, ...days(0, 0) };
      return (await home.get(ManageTeams).addAbsence(who, row)).id;
    };
    const first = await standIn(home.reviewer);
    expect(await refusalCode(finish())).toBe('conflict: not-on-your-queue');
    expect(await refusalCode(verb().assign(other, placeId, home.teamLead.personId))).toBe('forbidden: assign-not-yours');
    await home.get(GiveAdvice).advise(other, placeId, linesOn(completeContent(), 'approve'));
    await home.get(ManageTeams).endAbsence(home.reviewer, first);
    const second = await standIn(home.teamLead);
    await verb().assign(other, placeId, home.reviewer.personId);
    expect(await finish()).toMatchObject({ status: 'reviewed' });
    await home.get(ManageTeams).endAbsence(home.teamLead, second);
  });

  test('does not lift separation of duties: a substitute of the signer who advised does not sign', async () => {
    const { id } = await anApplication(home).by('case-officer', home.allRounder).advised().build();
    await home.get(ManageTeams).addAbsence(home.countersigner, {
      personId: home.countersigner.personId,
      substituteId: home.allRounder.personId,
      ...days(0, 0),
    });
    expect(await refusalCode(makeMove(home, home.allRounder, id, 'countersign'))).toBe('forbidden: adviser-cannot-countersign');
  });

  test('is recorded by oneself, a lead, a manager or an administrator, for active people and days that come', async () => {
    const verbs = home.get(ManageTeams);
    const absence = { personId: home.reviewer.personId, substituteId: null, ...days(0, 1) };
    expect(await refusalCode(verbs.addAbsence(home.secondReviewer, absence))).toBe('forbidden: absence-not-yours');
    const bad = {
      personId: noSuchId(),
      substituteId: noSuchId(),
      from: addDays(home.clock.today(), -3),
      to: addDays(home.clock.today(), -4),
    };
    expect((await refused(verbs.addAbsence(home.manager, bad))).faults.map(({ code, at }) => `${code} @ ${String(at)}`)).toEqual([
      'person-unfit @ personId',
      'person-unfit @ substituteId',
      'days-reversed @ to',
      'day-passed @ to',
    ]);
    expect(
      (await refused(verbs.addAbsence(home.reviewer, { ...absence, substituteId: home.reviewer.personId }))).faults,
    ).toMatchObject([{ at: 'substituteId' }]);
    const elsewhere = { ...absence, personId: home.allRounder.personId };
    expect(await refusalCode(verbs.addAbsence(home.teamLead, elsewhere))).toBe('forbidden: absence-not-yours');
    const theirs = await verbs.addAbsence(home.manager, elsewhere);
    expect(await refusalCode(verbs.endAbsence(home.teamLead, theirs.id))).toBe('forbidden: absence-not-yours');
    const at = async (who: House['reviewer'], substitute: House['reviewer']) =>
      (await refused(verbs.addAbsence(who, { ...absence, substituteId: substitute.personId }))).faults;
    expect(await at(home.reviewer, home.allRounder)).toMatchObject([
      { code: 'substitute-away', at: 'substituteId', facts: { from: elsewhere.from, to: elsewhere.to } },
    ]);
    await verbs.endAbsence(home.manager, theirs.id);
    for (const who of [home.teamLead, home.manager])
      expect(await at(who, who)).toMatchObject([{ code: 'substitute-is-you', at: 'substituteId' }]);
    for (const who of [home.reviewer, home.teamLead, home.manager, home.administrator]) {
      const { id } = await verbs.addAbsence(who, absence);
      expect((await verbs.absences(home.manager)).some((row) => row.id === id)).toBe(true);
      expect(await refusalCode(verbs.endAbsence(home.secondReviewer, id))).toBe('forbidden: absence-not-yours');
      await verbs.endAbsence(who, id);
      expect(await refusalCode(verbs.endAbsence(who, id))).toBe('conflict: absence-ended');
    }
    expect(await refusalCode(verbs.endAbsence(home.manager, noSuchId()))).toBe('missing: absence-not-found');
  });
});

/** Takes whatever the officer's queues hold. */
async function drain(who: House['reviewer']): Promise<void> {
  for (let row = await verb().takeNext(who, other); row; row = await verb().takeNext(who, other));
}
