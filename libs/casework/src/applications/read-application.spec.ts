// What each side may see: the exporter nothing of the authority's inner work, the officer everything of the case, a stranger nothing at all.
import { holderClass, publicStage, type ApplicationMoveName } from '#licensing';
import { anApplication, finishReviews, linesOn, makeMove, prepareDocuments } from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import { placeOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode, refused } from '../../../../test/builders/refused';
import { ConfirmListCheck } from './confirm-list-check';
import { DetermineItems } from './determine-items';
import { GrowApplication } from './grow-application';
import { MakeMove } from './make-move';
import { ReadApplication } from './read-application';
import { ReadTimeline } from './read-timeline';
import { SaveContent } from './save-content';
import { WatchCase } from '../notes/watch-case';
import { WriteNote } from '../notes/write-note';
import { HoldPlace } from '../queues/hold-place';
import { GiveAdvice } from '../reviews/give-advice';

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
    await home.get(WriteNote).list(exporter, id),
  ]);
}

const MARK = '内部标记';

test('before and after the decision an exporter reads nothing internal', async () => {
  const officers = [home.provincialOfficer, home.caseOfficer, home.teamLead, home.reviewer, home.countersigner, home.manager];
  const { id, content } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2' }))
    .accepted()
    .build();
  const [conditional, refused] = [linesOn(content, 'approve-with-conditions'), linesOn(content, 'refuse')];
  const lines = [conditional[0], refused[1]].flatMap((line) => (line ? [{ ...line, reason: `${MARK}：意见` }] : []));
  const advice = { lines };
  const move = (who: House['exporter'], name: ApplicationMoveName, input = {}) => makeMove(home, who, id, name, input);
  const reason = `${MARK}：退回`;
  const steps = [
    () => move(home.caseOfficer, 'start-review'),
    async () => home.get(HoldPlace).take(home.teamLead, await placeOn(home, id)),
    async () => home.get(GiveAdvice).advise(home.reviewer, await placeOn(home, id), lines),
    () => home.get(ConfirmListCheck).execute(home.reviewer, id, { itemId: 'item-1', edition: MARK, note: MARK }),
    () =>
      home.get(WriteNote).execute(home.reviewer, id, { audience: 'internal', text: MARK, mentionIds: [home.manager.personId] }),
    () => home.get(WatchCase).set(home.manager, id, true),
    () => finishReviews(home, id),
    () => move(home.caseOfficer, 'reopen-review', { reason }),
    () => finishReviews(home, id),
    () => move(home.caseOfficer, 'advise', { advice }),
    () => move(home.countersigner, 'send-back', { reason }),
    () => move(home.caseOfficer, 'advise', { advice }),
    () => move(home.countersigner, 'countersign'),
    () => prepareDocuments(home, id),
    () => move(home.manager, 'finalise'),
  ];
  for (const step of steps) {
    await step();
    const sight = await sightOf(home.exporter, id);
    const internal = [
      MARK,
      '仅限民用',
      '最终用途无法核实',
      'refuse',
      ...officers.flatMap(({ name, personId }) => [name, personId]),
    ];
    expect(internal.filter((word) => sight.includes(word))).toEqual([]);
    expect(await read(home.exporter, id)).toMatchObject({ status: 'in-review', desk: 'ministry', decision: null, letters: [] });
  }
  await move(home.manager, 'publish');
  const sight = await sightOf(home.exporter, id);
  expect([MARK, ...officers.map(({ personId }) => personId)].filter((word) => sight.includes(word))).toEqual([]);
  expect(await read(home.exporter, id)).toMatchObject({
    status: 'published',
    decision: {
      outcome: 'mixed',
      lines: [
        { itemId: 'item-1', verdict: 'approve-with-conditions', conditions: [{ zh: '仅限民用', en: 'Civil use only' }] },
        { itemId: 'item-2', verdict: 'refuse', criteria: ['end-user-and-use'] },
      ],
    },
    letters: [{ kind: 'refusal-letter' }],
    licence: { life: 'active' },
  });
});

test('the two views differ in exactly what only officers see', async () => {
  const { id } = await anApplication(home).decided().build();
  const [exporters, officers] = [Object.keys(await read(home.exporter, id)), Object.keys(await read(home.manager, id))];
  expect(exporters.filter((key) => !officers.includes(key)).sort()).toEqual(['editable', 'mayReapply', 'missing']);
  expect(officers.filter((key) => !exporters.includes(key)).sort()).toEqual([
    ...['advice', 'board', 'comparedWith', 'countersignatures', 'difference', 'documents', 'finalLines', 'places', 'round'],
    ...['signaturesAsked', 'watching'],
  ]);
});

test('the exporter’s timeline shows each public stage in order, with no one’s name of the authority', async () => {
  const { id } = await anApplication(home).published().build();
  const lines = await timeline(home.exporter, id);
  expect(lines.map(({ verb }) => verb)).toEqual([
    ...['create', 'edit', 'add-paper', 'add-paper', 'add-paper', 'add-paper', 'submit'],
    ...['receive', 'check', 'forward', 'accept', 'start-review', 'issue-licence', 'publish'],
  ]);
  expect(
    lines.filter(({ who }) => who !== null).every(({ side, who }) => side === 'applicant' && who === home.exporter.name),
  ).toBe(true);
  expect(lines.at(-1)).toMatchObject({ verb: 'publish', payload: {} });
  const officers = await timeline(home.auditor, id);
  expect(officers.find(({ verb }) => verb === 'advise')).toMatchObject({
    who: '韩办',
    side: 'authority',
    payload: { outcome: 'granted' },
  });
});

test('a stale exporter is not told who took the case', async () => {
  const { id, version } = await anApplication(home).submitted().build();
  await home.get(HoldPlace).take(home.provincialOfficer, await placeOn(home, id));
  await makeMove(home, home.provincialOfficer, id, 'receive');
  const refusal = await refused(home.get(MakeMove).execute(home.exporter, id, 'withdraw', { version, reason: 'x' }));
  expect(refusal.facts).toMatchObject({ yours: version, current: version + 1, changes: [{ verb: 'receive' }] });
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
  expect(await read(home.exporter, id)).toMatchObject({ editable: false, missing: [], desk: 'province' });
});

test.each(['draft', 'submitted', 'forwarded', 'returned', 'in-review', 'countersigned', 'published', 'withdrawn'] as const)(
  'a case that is %s: stage and desk as the table tells an applicant',
  async (status) => {
    const { id } = await anApplication(home).at(status).build();
    expect(await read(home.exporter, id)).toMatchObject({ status: publicStage(status), desk: holderClass(status) });
  },
);

test('an applicant who takes back, amends or writes too late learns of no inner stage', async () => {
  const withdrawn = await anApplication(home).advised().build();
  const tries = [
    home.get(MakeMove).execute(home.exporter, withdrawn.id, 'submit', { version: withdrawn.toldVersion }),
    home.get(SaveContent).execute(home.exporter, withdrawn.id, withdrawn.toldVersion, { items: [] }),
    home.get(GrowApplication).grow(home.exporter, withdrawn.id, 'reapply'),
  ];
  for (const attempt of tries) expect((await refused(attempt)).facts).toMatchObject({ status: 'in-review' });
  await makeMove(home, home.exporter, withdrawn.id, 'withdraw', { reason: 'x' });
  const amended = await anApplication(home).countersigned().build();
  await home.get(GrowApplication).amend(home.exporter, amended.id, amended.toldVersion);
  for (const [id, to] of [
    [withdrawn.id, 'withdrawn'],
    [amended.id, 'superseded'],
  ] as const) {
    expect((await timeline(home.exporter, id)).at(-1)).toMatchObject({ payload: { from: 'in-review', to } });
    expect(await sightOf(home.exporter, id)).not.toMatch(/advised|countersigned/);
  }
  expect((await timeline(home.manager, withdrawn.id)).at(-1)).toMatchObject({ payload: { from: 'advised' } });
});

test.each([
  ['return', 'submitted', 'provincialOfficer'],
  ['return-from-ministry', 'forwarded', 'caseOfficer'],
] as const)('%s: the reason given is told until it is filed anew', async (name, status, who) => {
  const { id } = await anApplication(home).at(status).build();
  await makeMove(home, home[who], id, name, { reason: '合同缺第三页' });
  expect(await read(home.exporter, id)).toMatchObject({ status: 'returned', reasonGiven: '合同缺第三页' });
  await makeMove(home, home.exporter, id, 'resubmit');
  expect(await read(home.exporter, id)).toMatchObject({ reasonGiven: null });
});

test('an officer sees places, advice and signatures, and the moves that are blocked', async () => {
  const { id } = await anApplication(home).accepted().build();
  await home.get(HoldPlace).take(home.caseOfficer, await placeOn(home, id));
  expect(await read(home.caseOfficer, id)).toMatchObject({
    for: 'officer',
    advice: [],
    openMoves: [{ name: 'start-review', blockedBy: [] }],
  });
  const view = await read(home.allRounder, id);
  expect(view).toMatchObject({ openMoves: [{ name: 'start-review', blockedBy: [{ code: 'held-by-another' }] }] });
  expect(view.for === 'officer' && view.places.filter(({ leftAt }) => leftAt === null)).toMatchObject([
    { holderId: home.caseOfficer.personId, holderName: '韩办', queue: { zh: '未分派' }, team: { zh: '全体经办' }, yours: true },
  ]);
  const signed = await anApplication(home).countersigned().build();
  expect(await read(home.auditor, signed.id)).toMatchObject({
    organisation: { zh: '赣州澄泉稀土有限公司' },
    advice: [
      { level: 'team', adviserName: '沈组' },
      { level: 'final', adviserName: '韩办' },
    ],
    countersignatures: [{ signerName: '赵签', outcome: 'signed', place: 1 }],
    signaturesAsked: 1,
    documents: [{ kind: 'licence', itemIds: ['item-1'], prepared: null }],
    openMoves: [],
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
  const { id } = await anApplication(home).published().build();
  expect(await read(home.exporter, id)).toMatchObject({ licence: { life: 'active', documentState: 'waiting' } });
  home.clock.advanceDays(181);
  expect(await read(home.exporter, id)).toMatchObject({ status: 'published', licence: { life: 'expired' } });
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
