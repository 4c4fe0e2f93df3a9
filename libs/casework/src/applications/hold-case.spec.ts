// Taking and releasing cases: one holder at a time, "take the next" hands each caller another one, and the queue shows what is left.
import { anApplication, makeMove, present } from '../../../../test/builders/application';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { HoldCase } from './hold-case';
import { ListApplications } from './list-applications';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const hold = () => home.get(HoldCase);
const queue = (who = home.reviewer) => home.get(ListApplications).queue(who, 'free', { limit: 100 });
const emptyQueue = async () => {
  while (await hold().takeNext(home.secondReviewer));
};

test('a case is taken, kept from others, and released', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  expect(await hold().take(home.reviewer, id, version)).toEqual({ version: version + 1 });
  expect(await present(home, id)).toMatchObject({ holderId: home.reviewer.personId, status: 'submitted' });
  expect(await refusalCode(hold().take(home.secondReviewer, id, version + 1))).toBe('conflict: held-by-another');
  expect(await refusalCode(hold().release(home.secondReviewer, id, version + 1))).toBe('conflict: not-held-by-you');
  expect(await refusalCode(makeMove(home, home.secondReviewer, id, 'accept'))).toBe('conflict: held-by-another');
  expect(await hold().release(home.reviewer, id, version + 1)).toEqual({ version: version + 2 });
  expect(await present(home, id)).toMatchObject({ holderId: null });
  expect((await home.logOf(id)).slice(-2)).toMatchObject([
    { verb: 'take', actorId: home.reviewer.personId, payload: { version: version + 1, side: 'authority' } },
    { verb: 'release', payload: { version: version + 2 } },
  ]);
});

test('stale, foreign and unknown cases are refused', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  await hold().take(home.reviewer, id, version);
  expect(await refused(hold().release(home.reviewer, id, version))).toMatchObject({
    code: 'stale-version',
    facts: { current: version + 1, changes: [{ verb: 'take' }] },
  });
  expect(await refusalCode(hold().take(home.reviewer, noSuchId(), 1))).toBe('missing: application-not-found');
  const draft = await anApplication(home).build();
  expect(await refusalCode(hold().take(home.reviewer, draft.id, draft.version))).toBe('missing: application-not-found');
});

test('only a case on which one has a move is taken', async () => {
  const submitted = await anApplication(home).submitted().build();
  expect(await refused(hold().take(home.countersigner, submitted.id, submitted.version))).toMatchObject({
    code: 'case-not-for-you',
    facts: { status: 'submitted' },
  });
  const advised = await anApplication(home).advised().build();
  expect(await refusalCode(hold().take(home.reviewer, advised.id, advised.version))).toBe('conflict: case-not-for-you');
  expect(await hold().take(home.countersigner, advised.id, advised.version)).toEqual({ version: advised.version + 1 });
});

test('two who take the same case at once: one holds it', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  const { made, codes } = await race([hold().take(home.reviewer, id, version), hold().take(home.secondReviewer, id, version)]);
  expect({ made, codes }).toEqual({ made: 1, codes: ['conflict: stale-version'] });
});

test('the next is the oldest filed and free; none is null', async () => {
  await emptyQueue();
  const first = await anApplication(home).submitted().build();
  home.clock.advanceMs(1000);
  const second = await anApplication(home).submitted().build();
  expect((await queue()).rows.map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(await hold().takeNext(home.reviewer)).toEqual({ id: first.id, version: first.version + 1 });
  expect(await hold().takeNext(home.secondReviewer)).toMatchObject({ id: second.id });
  expect(await hold().takeNext(home.reviewer)).toBeNull();
});

test('twenty at once: no case twice, no case left', async () => {
  await emptyQueue();
  const cases: string[] = [];
  for (let n = 0; n < 15; n += 1) cases.push((await anApplication(home).submitted().build()).id);
  const takers = Array.from({ length: 20 }, (_, n) => (n % 2 ? home.reviewer : home.secondReviewer));
  const taken = (await Promise.all(takers.map((taker) => hold().takeNext(taker)))).flatMap((one) => (one ? [one.id] : []));
  while (taken.length < cases.length) {
    const next = await hold().takeNext(home.reviewer);
    expect(next).not.toBeNull();
    if (!next) break;
    taken.push(next.id);
  }
  expect(new Set(taken).size).toBe(taken.length);
  expect([...taken].sort()).toEqual([...cases].sort());
  expect(await hold().takeNext(home.reviewer)).toBeNull();
});

test('the queue counts mine, free and all, and shows each case with its clock', async () => {
  await emptyQueue();
  const before = (await queue()).counts;
  expect(before.free).toBe(0);
  const accepted = await anApplication(home).accepted().build();
  await anApplication(home).submitted().build();
  home.clock.advanceDays(3);
  const listed = await home.get(ListApplications).queue(home.reviewer, 'mine', { limit: 100 });
  expect(listed.counts).toEqual({ mine: before.mine + 1, free: 1, all: before.all + 2 });
  const row = listed.rows.find(({ id }) => id === accepted.id);
  expect(row).toMatchObject({
    holderName: '陈审',
    destination: 'JP',
    itemCount: 1,
    firstItem: { zh: '氧化镝', en: 'Dysprosium oxide' },
    clock: { startedOn: '2026-03-02', used: 3, left: 42 },
  });
  expect((await queue()).rows.map(({ clock }) => clock)).toEqual([null]);
});

test('an exporter lists the own organisation’s applications only, newest change first', async () => {
  const mine = await anApplication(home).of(home.otherExporter).build();
  home.clock.advanceMs(1000);
  const newer = await anApplication(home).of(home.otherExporter).submitted().build();
  const { rows } = await home.get(ListApplications).own(home.otherExporter, { limit: 100 });
  expect(rows.map(({ id }) => id)).toEqual([newer.id, mine.id]);
  const drafts = await home.get(ListApplications).own(home.otherExporter, { limit: 100 }, ['draft']);
  expect(drafts.rows.map(({ id }) => id)).toEqual([mine.id]);
});

test('pages follow one another without gap or repetition, and a made-up cursor is refused', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await home.get(ListApplications).own(home.exporter, { limit: 7, ...(after && { after }) });
    expect(page.rows.length).toBeLessThanOrEqual(7);
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
  } while (after);
  const all = await home.get(ListApplications).own(home.exporter, { limit: 100 });
  expect(seen).toEqual(all.rows.map(({ id }) => id));
  expect(await refusalCode(home.get(ListApplications).own(home.exporter, { limit: 7, after: 'xyz' }))).toBe(
    'invalid: bad-cursor',
  );
});
