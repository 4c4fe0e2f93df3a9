// A draft out of an earlier application: one amendment however many ask for it, with all that the case held; again after the end, or for another export.
import { emptyContent, type AdviceLine } from '#licensing';
import { anApplication, linesOn, makeMove, present } from '../../../../test/builders/application';
import { anItem, completeContent } from '../../../../test/builders/content';
import { standingOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { pdfBytes } from '../../../../test/builders/paper-bytes';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import type { ApplicationRecord } from '../records';
import { KeepProducts } from '../products/keep-products';
import { emptyProduct } from '../products/product-facts';
import { TakeFromProduct } from '../products/take-from-product';
import type { OfficerView } from './application-view';
import { GrowApplication } from './grow-application';
import { Papers } from './papers';
import { ReadApplication } from './read-application';
import { SaveContent } from './save-content';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const amend = ({ id, toldVersion: version }: Pick<ApplicationRecord, 'id' | 'toldVersion'>, who = home.exporter) =>
  home.get(GrowApplication).amend(who, id, version);
const held = (id: string) =>
  home.store.run({ kind: 'system' }, async (tx) => ({
    papers: (await tx.papers.ofApplication(id)).map(({ kind, sha256, fileKey }) => ({ kind, sha256, fileKey })),
    uses: (await tx.products.uses(id)).map(({ itemId, productId, version }) => ({ itemId, productId, version })),
  }));
const officersView = async (id: string) => (await home.get(ReadApplication).execute(home.manager, id)) as OfficerView;

/** The amendment, declared again and filed. */
async function refile(draft: ApplicationRecord, change: Partial<ReturnType<typeof completeContent>> = {}) {
  const { declaration } = completeContent();
  await home.get(SaveContent).execute(home.exporter, draft.id, draft.version, { ...change, declaration });
  await makeMove(home, home.exporter, draft.id, 'submit');
}

test('the filed one is superseded and read-only, the draft has all it held but the declaration', async () => {
  const filed = await anApplication(home).inReview().build();
  const draft = await amend(filed);
  expect(draft).toMatchObject({
    status: 'draft',
    version: 1,
    round: 1,
    origin: { id: filed.id, kind: 'amend' },
    submittedAt: null,
  });
  expect(draft.reference).not.toBe(filed.reference);
  expect(draft.content).toEqual({ ...filed.content, declaration: emptyContent().declaration });
  expect(await held(draft.id)).toEqual(await held(filed.id));
  expect((await held(draft.id)).papers).toHaveLength(4);
  expect(await present(home, filed.id)).toMatchObject({
    status: 'superseded',
    version: filed.version + 1,
    content: filed.content,
  });
  expect(await standingOn(home, filed.id)).toEqual([]);
  expect(await refusalCode(home.get(SaveContent).execute(home.exporter, filed.id, filed.version + 1, { items: [] }))).toBe(
    'conflict: application-not-editable',
  );
  expect((await home.logOf(filed.id)).at(-1)).toMatchObject({ verb: 'amend', payload: { by: draft.reference } });
  expect((await home.logOf(draft.id)).map(({ verb, payload }) => [verb, payload['origin'], payload['from']])).toEqual([
    ['create', 'amend', filed.reference],
  ]);
  expect(await home.get(ReadApplication).execute(home.exporter, draft.id)).toMatchObject({
    origin: { id: filed.id, reference: filed.reference, kind: 'amend' },
    missing: [{ code: 'not-declared' }, { code: 'field-missing', at: 'declaration.signatory' }],
  });
  expect(await home.get(ReadApplication).execute(home.exporter, filed.id)).toMatchObject({
    status: 'superseded',
    amendment: { id: draft.id, reference: draft.reference },
    clock: { stoppedOn: home.clock.today() },
  });
});

test('the products that items were taken from stay theirs', async () => {
  const facts = { ...emptyProduct(), nameZh: '氧化镝', nameEn: 'Dysprosium oxide', controlCode: '1C905.b' };
  const product = await home.get(KeepProducts).create(home.exporter, facts);
  const draft = await anApplication(home).build();
  const taken = await home.get(TakeFromProduct).execute(home.exporter, draft.id, draft.version, product.id);
  const { version, content } = await present(home, draft.id);
  const items = content.items.map((row) => (row.id === taken.itemId ? anItem({ id: row.id }) : row));
  await home.get(SaveContent).execute(home.exporter, draft.id, version, { items });
  await makeMove(home, home.exporter, draft.id, 'submit');
  const amendment = await amend(await present(home, draft.id));
  expect((await held(amendment.id)).uses).toEqual([{ itemId: taken.itemId, productId: product.id, version: 1 }]);
});

test('two clicks, or ten of two people at once, make one draft, and everybody is given the same', async () => {
  const filed = await anApplication(home).submitted().build();
  const works = Array.from({ length: 10 }, (_, n) => amend(filed, n % 2 ? home.exporter : home.colleague));
  const drafts = await Promise.all(works);
  expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
  expect((await amend({ id: filed.id, toldVersion: 1 })).id).toBe(drafts[0]?.id);
  expect((await home.logOf(filed.id)).filter(({ verb }) => verb === 'amend')).toHaveLength(1);
  expect((await held(drafts[0]?.id ?? '')).papers).toHaveLength(4);
});

test('amendment against publication: either the decision is told or the draft is there', async () => {
  for (let turn = 0; turn < 3; turn += 1) {
    const decided = await anApplication(home).decided().build();
    const { made } = await race([amend(decided), makeMove(home, home.manager, decided.id, 'publish')]);
    expect(made).toBe(1);
    const [licence, amendment] = await home.store.run({ kind: 'system' }, async (tx) => [
      await tx.licences.ofApplication(decided.id),
      await tx.applications.amendmentOf(decided.id),
    ]);
    expect((licence === null) === (amendment !== null)).toBe(true);
  }
});

test.each(['draft', 'returned', 'published', 'closed', 'withdrawn'] as const)('nothing is amended that is %s', async (status) => {
  const application = await anApplication(home).at(status).build();
  expect(await refused(amend(application))).toMatchObject({ code: 'move-not-open', facts: { status } });
});

test('an amended one is amended again; a stale version and a stranger change nothing', async () => {
  const filed = await anApplication(home).submitted().build();
  expect(await refusalCode(amend({ ...filed, toldVersion: 1 }))).toBe('conflict: stale-version');
  expect(await refusalCode(amend(filed, home.otherExporter))).toBe('missing: application-not-found');
  expect(await refusalCode(amend({ id: noSuchId(), toldVersion: 1 }))).toBe('missing: application-not-found');
  const first = await amend(filed);
  await refile(first);
  const second = await amend(await present(home, first.id));
  expect(second.origin).toEqual({ id: first.id, kind: 'amend' });
});

test('the officer sees the difference, and the assessments of unchanged items carried over', async () => {
  const items = [anItem(), anItem({ id: 'item-2', nameZh: '氧化铽' })];
  const filed = await anApplication(home)
    .with(...items)
    .reviewed()
    .build();
  const lines = [linesOn(filed.content)[0], linesOn(filed.content, 'refuse')[1]] as AdviceLine[];
  await makeMove(home, home.caseOfficer, filed.id, 'advise', { advice: { lines } });
  const draft = await amend(await present(home, filed.id));
  await refile(draft, { items: [anItem(), anItem({ id: 'item-2', nameZh: '氧化铽', quantity: '40' })] });
  const view = await officersView(draft.id);
  expect(view.difference).toMatchObject([{ at: 'items.1.quantity', kind: 'changed', before: '50', after: '40' }]);
  expect(view.board.carried).toMatchObject([
    { itemId: 'item-1', line: lines[0], because: [] },
    { itemId: 'item-2', line: null, because: [{ bar: 'item-changed', at: 'items.1.quantity' }] },
  ]);
  const again = await amend(await present(home, draft.id));
  await refile(again);
  const after = await officersView(again.id);
  expect(after.comparedWith).toEqual({ id: filed.id, reference: filed.reference, advice: 'final' });
  expect([after.difference, after.board.carried]).toEqual([view.difference, view.board.carried]);
});

test('amended twice before anybody advised: compared with the one amended last, and nothing carried', async () => {
  const filed = await anApplication(home).submitted().build();
  const first = await amend(filed);
  await refile(first, { items: [anItem({ quantity: '40' })] });
  const second = await amend(await present(home, first.id));
  await refile(second);
  expect(await officersView(second.id)).toMatchObject({
    comparedWith: { id: first.id, advice: null },
    difference: [],
    board: { carried: [] },
  });
});

test.each(['send-back', 'reconsider'] as const)(
  'after %s the rejected lines do not carry over, those of the teams do',
  async (name) => {
    const filed = await anApplication(home).reviewed().build();
    const advice = { lines: linesOn(filed.content, 'refuse') };
    await makeMove(home, home.caseOfficer, filed.id, 'advise', { advice });
    await makeMove(home, name === 'send-back' ? home.countersigner : home.manager, filed.id, name, { reason: 'x' });
    const draft = await amend(await present(home, filed.id));
    await refile(draft);
    expect(await officersView(draft.id)).toMatchObject({
      comparedWith: { id: filed.id, advice: 'team' },
      board: { carried: [{ line: { verdict: 'approve' } }] },
    });
  },
);

test.each([
  ['A5', null],
  ['A4', null],
  ['A3', 'item-1'],
] as const)('nothing but paper %s is replaced: the difference names it', async (kind, carried) => {
  const filed = await anApplication(home).advising('not-controlled').advised().build();
  const draft = await amend(filed);
  const papers = await home.store.run({ kind: 'system' }, (tx) => tx.papers.ofApplication(draft.id));
  const old = papers.find((paper) => paper.kind === kind);
  await home.get(Papers).remove(home.exporter, draft.id, old?.id ?? '');
  const fresh = { kind, fileName: 'new.pdf', bytes: pdfBytes(`new ${draft.id}`) };
  await home.get(Papers).add(home.exporter, draft.id, fresh);
  await refile(await present(home, draft.id));
  const { difference, board } = await officersView(draft.id);
  expect(difference).toMatchObject([
    { at: `papers.${kind}`, kind: 'changed', before: { sha256: old?.sha256 }, after: { fileName: 'new.pdf' } },
  ]);
  expect(board.carried.map(({ line }) => line?.itemId ?? null)).toEqual([carried]);
});

test('a changed end use carries no assessment over', async () => {
  const filed = await anApplication(home).advised().build();
  const draft = await amend(filed);
  const { endUse } = completeContent();
  await refile(draft, { endUse: { ...endUse, finalProduct: 'Wind turbines' } });
  const { board } = await officersView(draft.id);
  expect(board.carried).toMatchObject([{ line: null, because: [{ bar: 'end-use-changed', at: 'endUse.finalProduct' }] }]);
});

const grow = (id: string, kind: 'reapply' | 'copy', who = home.exporter) => home.get(GrowApplication).grow(who, id, kind);
/** Something is saved in the draft. */
const begin = ({ id }: ApplicationRecord) =>
  home.get(SaveContent).execute(home.exporter, id, 1, { contract: { ...completeContent().contract, number: 'Z-1' } });

test('again after the end: content and papers; a copy at any time: without contract and papers', async () => {
  const refusedOne = await anApplication(home).advising('refuse').published().build();
  const open = await anApplication(home).advised().build();
  expect(await refused(grow(open.id, 'reapply'))).toMatchObject({
    kind: 'conflict',
    code: 'reapply-not-open',
    facts: { status: 'in-review' },
  });
  const again = await grow(refusedOne.id, 'reapply');
  expect(again).toMatchObject({ status: 'draft', origin: { id: refusedOne.id, kind: 'reapply' } });
  expect(again.content).toEqual({ ...refusedOne.content, declaration: emptyContent().declaration });
  expect((await held(again.id)).papers).toHaveLength(4);
  const copy = await grow(open.id, 'copy');
  const { declaration, contract } = emptyContent();
  expect(copy.content).toEqual({ ...open.content, declaration, contract });
  expect((await held(copy.id)).papers).toEqual([]);
  expect(await present(home, open.id)).toMatchObject({ status: 'advised' });
  expect(await refusalCode(grow(open.id, 'copy', home.otherExporter))).toBe('missing: application-not-found');
});

test('two clicks at once make one draft to apply again or to copy; a draft that somebody began is left alone', async () => {
  const { id } = await anApplication(home).withdrawn().build();
  const people = [home.exporter, home.colleague];
  for (const [kind, drafts] of [
    ['reapply', 1],
    ['copy', people.length],
  ] as const) {
    const clicks = await Promise.all([...people, ...people, ...people].map((who) => grow(id, kind, who)));
    expect({ kind, drafts: new Set(clicks.map((draft) => draft.id)).size }).toEqual({ kind, drafts });
    const [first] = clicks;
    if (!first) throw new Error('Nothing grew');
    expect((await grow(id, kind)).id).toBe(first.id);
    await begin(first);
    const next = await grow(id, kind);
    expect(next.id).not.toBe(first.id);
    await makeMove(home, home.exporter, next.id, 'withdraw', { reason: 'x' });
    expect((await grow(id, kind)).id).not.toBe(next.id);
  }
});
