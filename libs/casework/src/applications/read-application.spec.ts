// What each side may see: the exporter nothing of the authority's inner work, the officer everything of the case, a stranger nothing at all.
import { anApplication, adviceOn, makeMove } from '../../../../test/builders/application';
import { completeContent } from '../../../../test/builders/content';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode, refused } from '../../../../test/builders/refused';
import { ConfirmListCheck } from './confirm-list-check';
import { DetermineItems } from './determine-items';
import { HoldCase } from './hold-case';
import { MakeMove } from './make-move';
import { ReadApplication } from './read-application';
import { ReadTimeline } from './read-timeline';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const read = (who: House['exporter'], id: string) => home.get(ReadApplication).execute(who, id);
const timeline = (who: House['exporter'], id: string) => home.get(ReadTimeline).execute(who, id);

/** Everything that an exporter can read of a case, as one text. */
async function sightOf(exporter: House['exporter'], id: string): Promise<string> {
  return JSON.stringify([
    await read(exporter, id),
    await timeline(exporter, id),
    await home.get(DetermineItems).execute(exporter, id),
  ]);
}

test('before and after the decision an exporter reads nothing internal', async () => {
  const secret = '内部意见：民用最终用途已核实';
  const sentBackFor = '请补充内部核查';
  const officers = [home.reviewer, home.countersigner, home.manager, home.secondReviewer];
  const { id, version } = await anApplication(home).submitted().build();
  await home.get(HoldCase).take(home.reviewer, id, version);
  const steps = [
    () => makeMove(home, home.reviewer, id, 'accept'),
    () => makeMove(home, home.reviewer, id, 'start-review'),
    () => home.get(ConfirmListCheck).execute(home.reviewer, id, { itemId: 'item-1', edition: '内部版本', note: '内部备注' }),
    () => makeMove(home, home.reviewer, id, 'advise', { advice: adviceOn(completeContent(), 'approve-with-conditions') }),
    () => makeMove(home, home.countersigner, id, 'send-back', { reason: sentBackFor }),
    () => makeMove(home, home.reviewer, id, 'advise', { advice: adviceOn(completeContent(), 'approve') }),
    () => makeMove(home, home.countersigner, id, 'countersign'),
  ];
  for (const step of steps) {
    await step();
    const sight = await sightOf(home.exporter, id);
    const internal = [
      secret,
      sentBackFor,
      '内部',
      '仅限民用',
      'approve',
      ...officers.flatMap(({ name, personId }) => [name, personId]),
    ];
    expect(internal.filter((word) => sight.includes(word))).toEqual([]);
  }
  expect(await read(home.exporter, id)).not.toHaveProperty('advice');
  expect(await read(home.exporter, id)).not.toHaveProperty('holder');
  await makeMove(home, home.manager, id, 'grant', { validity: { from: home.clock.today(), to: home.clock.today() } });
  const sight = await sightOf(home.exporter, id);
  expect([secret, sentBackFor, ...officers.map(({ personId }) => personId)].filter((word) => sight.includes(word))).toEqual([]);
});

test('the exporter’s timeline shows each stage in order, with no one’s name of the authority', async () => {
  const { id } = await anApplication(home).granted().build();
  const lines = await timeline(home.exporter, id);
  expect(lines.map(({ verb }) => verb)).toEqual([
    'create',
    'edit',
    'add-paper',
    'add-paper',
    'add-paper',
    'add-paper',
    'submit',
    'accept',
    'start-review',
    'advise',
    'countersign',
    'issue-licence',
    'grant',
  ]);
  expect(
    lines.filter(({ who }) => who !== null).every(({ side, who }) => side === 'applicant' && who === home.exporter.name),
  ).toBe(true);
  expect(lines.filter(({ verb }) => ['advise', 'countersign', 'grant'].includes(verb)).map(({ payload }) => payload)).toEqual([
    {},
    {},
    {},
  ]);
  const officers = await timeline(home.reviewer, id);
  expect(officers.find(({ verb }) => verb === 'advise')).toMatchObject({
    who: '陈审',
    side: 'authority',
    payload: { recommendation: 'approve' },
  });
});

test('a stale exporter is not told who took the case', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  await home.get(HoldCase).take(home.reviewer, id, version);
  await makeMove(home, home.reviewer, id, 'accept');
  const refusal = await refused(home.get(MakeMove).execute(home.exporter, id, 'withdraw', { version, reason: 'x' }));
  expect(refusal.facts).toMatchObject({ yours: version, current: version + 2, changes: [{ verb: 'accept' }] });
});

test('an exporter sees what is missing, and what blocks filing, while the draft is open', async () => {
  const { id } = await anApplication(home).withPapers('A2', 'A3', 'A4').build();
  const view = await read(home.exporter, id);
  const missing = [{ code: 'paper-missing', at: 'papers.A5', facts: { kind: 'A5' } }];
  expect(view).toMatchObject({
    for: 'exporter',
    editable: true,
    missing,
    desk: 'applicant',
    clock: null,
    licence: null,
    reasonGiven: null,
  });
  expect(view.openMoves).toEqual([
    { name: 'submit', asks: [], blockedBy: [{ code: 'application-incomplete', facts: { missing: 1 } }] },
    { name: 'withdraw', asks: ['reason'], blockedBy: [] },
  ]);
});

test('after filing nothing is called missing any more', async () => {
  const { id } = await anApplication(home).submitted().build();
  expect(await read(home.exporter, id)).toMatchObject({ editable: false, missing: [], desk: 'authority' });
});

test.each([
  ['draft', 'applicant'],
  ['submitted', 'authority'],
  ['returned', 'applicant'],
  ['in-review', 'authority'],
  ['countersigned', 'authority'],
  ['granted', 'nobody'],
  ['refused', 'nobody'],
  ['withdrawn', 'nobody'],
] as const)('a case that is %s lies on the desk of %s', async (status, desk) => {
  const { id } = await anApplication(home).at(status).build();
  expect(await read(home.exporter, id)).toMatchObject({ status, desk });
});

test.each([
  ['returned', '原因：return'],
  ['refused', '原因：refuse'],
  ['withdrawn', null],
  ['granted', null],
] as const)('%s: the reason given is %p', async (status, reasonGiven) => {
  const { id } = await anApplication(home).at(status).build();
  expect(await read(home.exporter, id)).toMatchObject({ reasonGiven });
});

test('an officer sees holder, advice and signatures, and the moves that are blocked', async () => {
  const { id } = await anApplication(home).accepted().build();
  expect(await read(home.reviewer, id)).toMatchObject({
    for: 'officer',
    holder: { id: home.reviewer.personId, name: '陈审' },
    advice: [],
    openMoves: [{ name: 'start-review', blockedBy: [] }],
  });
  expect(await read(home.secondReviewer, id)).toMatchObject({
    openMoves: [{ name: 'start-review', blockedBy: [{ code: 'held-by-another' }] }],
  });
  const signed = await anApplication(home).countersigned().build();
  expect(await read(home.manager, signed.id)).toMatchObject({
    holder: null,
    organisation: { zh: '赣州澄泉稀土有限公司' },
    advice: [{ adviserName: '陈审' }],
    countersignatures: [{ signerName: '赵签', outcome: 'signed' }],
  });
});

test('the clock is read from the log: it runs from acceptance and stands still after the decision', async () => {
  const before = home.clock.now();
  home.clock.set('2026-01-05T01:00:00Z');
  const { id } = await anApplication(home).accepted().build();
  home.clock.set('2026-03-13T01:00:00Z');
  expect(await read(home.exporter, id)).toMatchObject({
    clock: { startedOn: '2026-01-05', dueOn: '2026-03-13', used: 45, left: 0, provisional: false, stoppedOn: null },
  });
  await makeMove(home, home.exporter, id, 'withdraw', { reason: 'x' });
  home.clock.set('2026-06-01T01:00:00Z');
  expect(await read(home.reviewer, id)).toMatchObject({ clock: { stoppedOn: '2026-03-13', used: 45 } });
  home.clock.set('2026-12-01T01:00:00Z');
  const late = await anApplication(home).accepted().build();
  expect(await read(home.exporter, late.id)).toMatchObject({ clock: { provisional: true } });
  home.clock.set(before);
});

test('the life of the licence is read from its validity on the day of reading', async () => {
  const before = home.clock.now();
  const { id } = await anApplication(home).granted().build();
  expect(await read(home.exporter, id)).toMatchObject({ licence: { life: 'active', documentState: 'waiting' } });
  home.clock.advanceDays(181);
  expect(await read(home.exporter, id)).toMatchObject({ status: 'granted', licence: { life: 'expired' } });
  home.clock.set(before);
});

test('a stranger, an unfiled draft and no case at all are told alike', async () => {
  const { id } = await anApplication(home).build();
  for (const [who, target] of [
    [home.otherExporter, id],
    [home.reviewer, id],
    [home.exporter, noSuchId()],
    [home.exporter, '1 or 1=1'],
  ] as const) {
    for (const verb of [read, timeline]) expect(await refusalCode(verb(who, target))).toBe('missing: application-not-found');
    expect(await refusalCode(home.get(DetermineItems).execute(who, target))).toBe('missing: application-not-found');
  }
  expect(await read(home.colleague, id)).toMatchObject({ id, for: 'exporter' });
});

test('a draft that was withdrawn before filing stays out of the authority’s sight', async () => {
  const { id } = await anApplication(home).build();
  await makeMove(home, home.exporter, id, 'withdraw', { reason: 'x' });
  expect(await refusalCode(read(home.reviewer, id))).toBe('missing: application-not-found');
});
