// Documents of a decision: each kind with what it must state, in versions, and no decision without all of them.
import { addDays, addMonths } from '#kernel';
import { LIMITS, type AdviceLine, type DecisionDocument } from '#licensing';
import { anApplication, linesOn, makeMove, present } from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import { placeOn } from '../../../../test/builders/desks';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { ReadApplication } from '../applications/read-application';
import { HoldPlace } from '../queues/hold-place';
import type { DocumentFacts } from './decision-records';
import { FindDecisions } from './find-decisions';
import { PrepareDocument } from './prepare-document';
import { ReadLetter } from './read-letter';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const GROUNDS = { zh: '最终用途无法核实', en: 'The end use cannot be verified' };
const validity = () => ({ from: home.clock.today(), to: addDays(home.clock.today(), 30) });

/** A countersigned case of two items, the first approved, the second refused. */
async function countersigned() {
  const { id, content } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2' }))
    .reviewed()
    .build();
  const lines = [linesOn(content)[0], linesOn(content, 'refuse')[1]] as AdviceLine[];
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  return makeMove(home, home.countersigner, id, 'countersign').then(() => id);
}
const prepare = async (id: string, kind: DecisionDocument, facts: DocumentFacts, who = home.caseOfficer) =>
  home.get(PrepareDocument).execute(who, id, { version: (await present(home, id)).version, kind, facts });

test('finalising is refused while a document is missing, and names it', async () => {
  const id = await countersigned();
  const finalise = () => refused(makeMove(home, home.manager, id, 'finalise'));
  expect((await finalise()).facts).toMatchObject({ documents: ['licence', 'refusal-letter'], missing: 2 });
  const { version } = await present(home, id);
  expect(await prepare(id, 'licence', { validity: validity() })).toMatchObject({ version: version + 1 });
  expect(await finalise()).toMatchObject({
    kind: 'conflict',
    code: 'documents-not-prepared',
    facts: { documents: ['refusal-letter'], missing: 1 },
  });
  await prepare(id, 'refusal-letter', { grounds: GROUNDS, remark: { zh: '', en: '' } }, home.manager);
  expect(await makeMove(home, home.caseOfficer, id, 'finalise')).toMatchObject({ status: 'decided' });
});

test('a newer version takes the place of the earlier one, which is kept', async () => {
  const id = await countersigned();
  await prepare(id, 'licence', { validity: validity() });
  const later = { from: addDays(home.clock.today(), 5), to: addDays(home.clock.today(), 90) };
  await prepare(id, 'licence', { validity: later });
  const rows = await home.store.run({ kind: 'system' }, (tx) => tx.decisions.prepared(id));
  expect(rows.map(({ version, facts, preparedBy }) => [version, facts.validity, preparedBy])).toEqual([
    [1, validity(), home.caseOfficer.personId],
    [2, later, home.caseOfficer.personId],
  ]);
  const view = await home.get(ReadApplication).execute(home.manager, id);
  expect(view.for === 'officer' && view.documents).toMatchObject([
    { kind: 'licence', itemIds: ['item-1'], prepared: { version: 2, preparedByName: '韩办', facts: { validity: later } } },
    { kind: 'refusal-letter', itemIds: ['item-2'], prepared: null },
  ]);
  expect((await home.logOf(id)).filter(({ verb }) => verb === 'prepare-document')).toHaveLength(2);
});

test.each<[string, DecisionDocument, () => DocumentFacts, string, string[]]>([
  ['a licence without days', 'licence', () => ({}), 'document-invalid', ['field-missing @ validity']],
  [
    'a licence with grounds',
    'licence',
    () => ({ validity: validity(), grounds: GROUNDS }),
    'document-invalid',
    ['not-asked @ grounds'],
  ],
  [
    'a licence that begins yesterday',
    'licence',
    () => ({ validity: { ...validity(), from: addDays(home.clock.today(), -1) } }),
    'validity-invalid',
    ['validity-in-the-past @ validFrom'],
  ],
  [
    'a licence that ends before it begins',
    'licence',
    () => ({ validity: { from: addDays(home.clock.today(), 5), to: addDays(home.clock.today(), 4) } }),
    'validity-invalid',
    ['end-before-start @ validTo'],
  ],
  [
    'a licence for a year and a day',
    'licence',
    () => ({ validity: { from: home.clock.today(), to: addMonths(home.clock.today(), 12) } }),
    'validity-invalid',
    ['validity-too-long @ validTo'],
  ],
  [
    'a licence that begins too late',
    'licence',
    () => ({ validity: { from: addDays(home.clock.today(), 181), to: addDays(home.clock.today(), 200) } }),
    'validity-invalid',
    ['validity-too-far @ validFrom'],
  ],
  [
    'a refusal without grounds',
    'refusal-letter',
    () => ({}),
    'document-invalid',
    ['field-missing @ grounds.zh', 'field-missing @ grounds.en'],
  ],
  [
    'grounds in one language, of spaces in the other',
    'refusal-letter',
    () => ({ grounds: { ...GROUNDS, en: ' ' } }),
    'document-invalid',
    ['field-missing @ grounds.en'],
  ],
  [
    'grounds that are too long, a remark in one language, and days',
    'refusal-letter',
    () => ({
      grounds: { ...GROUNDS, zh: '长'.repeat(LIMITS.longText + 1) },
      remark: { zh: '另', en: '' },
      validity: validity(),
    }),
    'document-invalid',
    ['not-asked @ validity', 'text-too-long @ grounds.zh', 'field-missing @ remark.en'],
  ],
])('%s is refused', async (_case, kind, facts, code, faults) => {
  const id = await countersigned();
  const refusal = await refused(prepare(id, kind, facts()));
  expect(refusal).toMatchObject({ kind: 'invalid', code });
  expect(refusal.faults.map((fault) => `${fault.code} @ ${String(fault.at)}`)).toEqual(faults);
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.decisions.prepared(id))).toEqual([]);
});

test('a text of exactly the limit, and a licence for exactly one year, are prepared', async () => {
  const id = await countersigned();
  const text = '长'.repeat(LIMITS.longText);
  await prepare(id, 'refusal-letter', { grounds: { zh: text, en: text } });
  const from = home.clock.today();
  await prepare(id, 'licence', { validity: { from, to: addDays(addMonths(from, 12), -1) } });
  expect(await makeMove(home, home.manager, id, 'finalise')).toMatchObject({ status: 'decided' });
});

test('only a document of the decision, only once it is countersigned, on the present version, by whoever has the case', async () => {
  const id = await countersigned();
  expect(await refused(prepare(id, 'not-controlled-letter', {}))).toMatchObject({
    kind: 'conflict',
    code: 'document-not-of-decision',
    facts: { kinds: ['licence', 'refusal-letter'] },
  });
  const document = { version: 1, kind: 'licence' as const, facts: { validity: validity() } };
  expect(await refusalCode(home.get(PrepareDocument).execute(home.caseOfficer, id, document))).toBe('conflict: stale-version');
  expect(await refusalCode(home.get(PrepareDocument).execute(home.caseOfficer, noSuchId(), document))).toBe(
    'missing: application-not-found',
  );
  await home.get(HoldPlace).take(home.allRounder, await placeOn(home, id));
  expect(await refusalCode(prepare(id, 'licence', { validity: validity() }))).toBe('conflict: held-by-another');
  const advised = await anApplication(home).advised().build();
  expect(await refusalCode(prepare(advised.id, 'licence', { validity: validity() }))).toBe('conflict: decision-not-open');
});

test('once decided no document changes, but a licence whose first day has passed is prepared anew and published', async () => {
  const id = await countersigned();
  await prepare(id, 'licence', { validity: validity() });
  await prepare(id, 'refusal-letter', { grounds: GROUNDS });
  await makeMove(home, home.manager, id, 'finalise');
  const open = async () => {
    const view = await home.get(ReadApplication).execute(home.caseOfficer, id);
    return view.for === 'officer' && view.documents.flatMap((document) => (document.open ? [document.kind] : []));
  };
  expect(await open()).toEqual([]);
  expect(await refusalCode(prepare(id, 'licence', { validity: validity() }))).toBe('conflict: decision-not-open');
  home.clock.advanceDays(1);
  expect(await refusalCode(makeMove(home, home.manager, id, 'publish'))).toBe('invalid: validity-invalid');
  expect(await open()).toEqual(['licence']);
  expect(await refusalCode(prepare(id, 'refusal-letter', { grounds: GROUNDS }))).toBe('conflict: decision-not-open');
  expect(await refusalCode(prepare(id, 'not-controlled-letter', {}))).toBe('conflict: decision-not-open');
  await prepare(id, 'licence', { validity: validity() });
  expect(await open()).toEqual([]);
  expect(await refusalCode(prepare(id, 'licence', { validity: validity() }))).toBe('conflict: decision-not-open');
  expect(await makeMove(home, home.manager, id, 'publish')).toMatchObject({ status: 'published' });
  home.clock.advanceDays(-1);
});

test('two who prepare at once: the second is told that the case changed', async () => {
  const id = await countersigned();
  const { version } = await present(home, id);
  const work = (who: House['manager']) =>
    home.get(PrepareDocument).execute(who, id, { version, kind: 'licence', facts: { validity: validity() } });
  expect(await race([work(home.manager), work(home.caseOfficer)])).toEqual({ made: 1, codes: ['conflict: stale-version'] });
});

test('what was prepared for an older advice counts for none of the new one', async () => {
  const id = await countersigned();
  await prepare(id, 'licence', { validity: validity() });
  await prepare(id, 'refusal-letter', { grounds: GROUNDS });
  await makeMove(home, home.manager, id, 'reconsider', { reason: '新情况' });
  const { content } = await present(home, id);
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines: linesOn(content) } });
  await makeMove(home, home.countersigner, id, 'countersign');
  expect((await refused(makeMove(home, home.manager, id, 'finalise'))).facts).toMatchObject({ documents: ['licence'] });
  await prepare(id, 'licence', { validity: validity() });
  expect(await makeMove(home, home.manager, id, 'finalise')).toMatchObject({ status: 'decided' });
});

test('letters are read by both sides once rendered, and by nobody else; a code finds the decision, an exporter’s own only', async () => {
  const { id } = await anApplication(home).advising('refuse').published().build();
  const [letter] = await home.store.run({ kind: 'system' }, (tx) => tx.decisions.letters(id));
  const letterId = letter?.id ?? '';
  expect(await refusalCode(home.get(ReadLetter).paper(home.exporter, letterId))).toBe('conflict: document-not-ready');
  await home.quiet();
  for (const reader of [home.exporter, home.colleague, home.auditor]) {
    const { bytes, letter: read } = await home.get(ReadLetter).paper(reader, letterId);
    expect([read.number, bytes.subarray(0, 5).toString()]).toEqual([letter?.number, '%PDF-']);
  }
  for (const unknown of [letterId, noSuchId(), 'x'])
    expect(await refusalCode(home.get(ReadLetter).paper(home.otherExporter, unknown))).toBe('missing: letter-not-found');
  const found = async (who: House['exporter'], code: string) =>
    (await home.get(FindDecisions).byCode(who, code)).filter((row) => row.applicationId === id);
  for (const code of ['1C905.b', ' 1C905', '1C'])
    expect(await found(home.auditor, code)).toMatchObject([{ line: { verdict: 'refuse', controlCode: '1C905.b' } }]);
  expect(await found(home.exporter, '1C905')).toHaveLength(1);
  expect(await found(home.otherExporter, '1C905')).toEqual([]);
  for (const code of ['1C906', '%', '_C905.b']) expect(await found(home.auditor, code)).toEqual([]);
});

test('a decision is found by the authority’s own code, not by the one that the exporter had stated', async () => {
  const { id, content } = await anApplication(home).reviewed().build();
  const lines = linesOn(content).map((line) => ({ ...line, controlCode: '1C904.b' }));
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  await makeMove(home, home.countersigner, id, 'countersign');
  await prepare(id, 'licence', { validity: validity() });
  await makeMove(home, home.manager, id, 'finalise');
  await makeMove(home, home.manager, id, 'publish');
  const found = async (code: string) =>
    (await home.get(FindDecisions).byCode(home.auditor, code)).some(({ applicationId }) => applicationId === id);
  expect([await found('1C904'), await found('1C905')]).toEqual([true, false]);
});
