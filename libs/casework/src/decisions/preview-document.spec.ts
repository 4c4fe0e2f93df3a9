// The preview of a document is the view that publication freezes, but for what only publication gives.
import { addDays } from '#kernel';
import type { AdviceLine } from '#licensing';
import { anApplication, compareItems, linesOn, makeMove, prepareDocuments } from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode } from '../../../../test/builders/refused';
import { PreviewDocument } from './preview-document';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const preview = (id: string, ...asked: [kind: string, facts?: object]) =>
  home.get(PreviewDocument).execute(home.auditor, id, ...asked);

/** A countersigned case with one line of each verdict. */
async function mixed(): Promise<string> {
  const items = ['item-1', 'item-2', 'item-3'].map((id) => anItem({ id }));
  const { id, content } = await anApplication(home)
    .with(...items)
    .reviewed()
    .build();
  const verdicts = ['approve-with-conditions', 'refuse', 'not-controlled'] as const;
  const lines = verdicts.map((verdict, place) => linesOn(content, verdict)[place] as AdviceLine);
  await compareItems(home, id);
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  await makeMove(home, home.countersigner, id, 'countersign');
  return id;
}

test('each document is shown as it is issued afterwards, without number, verification and deciding officer', async () => {
  const id = await mixed();
  await prepareDocuments(home, id);
  const licence = await preview(id, 'licence');
  const letters = [await preview(id, 'refusal-letter'), await preview(id, 'not-controlled-letter')];
  expect([licence, ...letters].map(({ version }) => version)).toEqual([1, 1, 1]);
  await makeMove(home, home.manager, id, 'finalise');
  await makeMove(home, home.manager, id, 'publish');
  const issued = await home.store.run({ kind: 'system' }, async (tx) => ({
    licence: await tx.licences.ofApplication(id),
    letters: await tx.decisions.letters(id),
  }));
  const unsaid = { number: null, decidedBy: null };
  expect(licence.view).toEqual({ ...(issued.licence?.document.view as object), ...unsaid, verification: null });
  for (const { kind, view } of letters) {
    const letter = issued.letters.find((row) => row.kind === kind);
    expect(view).toEqual({ ...(letter?.document.view as object), ...unsaid });
  }
});

test('facts that are not kept, and not whole, are drawn as far as they go', async () => {
  const id = await mixed();
  const today = home.clock.today();
  expect(await preview(id, 'licence', {})).toMatchObject({ version: null, view: { validFrom: null, validTo: null } });
  const validity = { from: today, to: addDays(today, 9) };
  expect((await preview(id, 'licence', { validity })).view).toMatchObject({ validFrom: validity.from, validTo: validity.to });
  expect((await preview(id, 'refusal-letter', {})).view).toMatchObject({ grounds: { zh: '', en: '' } });
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.decisions.prepared(id))).toEqual([]);
});

test('nothing is shown of what is not prepared, not of the decision, published, or not there', async () => {
  const { id } = await anApplication(home).countersigned().build();
  expect(await refusalCode(preview(id, 'licence'))).toBe('conflict: documents-not-prepared');
  expect(await refusalCode(preview(id, 'refusal-letter'))).toBe('conflict: document-not-of-decision');
  const { id: early } = await anApplication(home).reviewed().build();
  expect(await refusalCode(preview(early, 'licence'))).toBe('conflict: document-not-of-decision');
  const { id: published } = await anApplication(home).published().build();
  expect(await refusalCode(preview(published, 'licence'))).toBe('conflict: decision-not-open');
  expect(await refusalCode(preview(noSuchId(), 'licence'))).toBe('missing: application-not-found');
  expect(await refusalCode(home.get(PreviewDocument).execute(home.exporter, id, 'licence'))).toBe(
    'conflict: document-not-of-decision',
  );
});
