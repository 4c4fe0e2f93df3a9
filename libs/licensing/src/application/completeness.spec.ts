// Each field and paper that filing needs, named once when it alone is missing; nothing named when all is there.
import { localDate } from '#kernel';
import { anItem, aParty, completeContent } from '../../../../test/builders/content';
import { missingForSubmission, missingPapers } from './completeness';
import { emptyContent, PAPER_KINDS, type ApplicationContent, type PaperKind } from './content';

const TODAY = localDate('2026-03-02');
const ALL_PAPERS = PAPER_KINDS.map((kind) => ({ kind }));
const REQUIRED_KINDS: readonly PaperKind[] = ['A2', 'A3', 'A4', 'A5', 'A10'];
const REQUIRED_PAPERS = REQUIRED_KINDS.map((kind) => ({ kind }));
const missing = (content: ApplicationContent, papers = ALL_PAPERS) =>
  missingForSubmission(content, papers, TODAY, REQUIRED_PAPERS).map(({ code, at }) => `${code} @ ${String(at)}`);

/** The complete content with one field emptied by its dotted path. */
function without(path: string): ApplicationContent {
  const content = structuredClone(completeContent());
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], content) as Record<string, unknown>;
  parent[last] = typeof parent[last] === 'boolean' ? null : '';
  return content;
}

test('the complete application lacks nothing', () => {
  expect(missing(completeContent())).toEqual([]);
});

const REQUIRED = [
  ...['nameZh', 'creditCode', 'address', 'legalRepresentative', 'handler'].map((key) => `applicant.${key}`),
  ...['nameZh', 'nameEn', 'controlCode', 'specification', 'origin', 'quantity', 'unit', 'value', 'currency'].map(
    (key) => `items.0.${key}`,
  ),
  ...['country', 'address'].map((key) => `parties.1.${key}`),
  ...['zh', 'en', 'placeOfUse', 'military'].map((key) => `endUse.${key}`),
  ...['number', 'date'].map((key) => `contract.${key}`),
  ...['destination', 'deliveryForm', 'port'].map((key) => `shipment.${key}`),
  'declaration.signatory',
];

test.each(REQUIRED)('%s alone is missing', (path) => {
  expect(missing(without(path))).toEqual([`field-missing @ ${path}`]);
});

test.each([
  'applicant.nameEn',
  'applicant.traderStatus',
  'applicant.managers',
  'applicant.province',
  'applicant.handlerPhone',
  'items.0.codeEdition',
  'items.0.hsCode',
  'items.0.hsYear',
  'items.0.kgQuantity',
  'items.0.unitPrice',
  'items.0.form',
  'endUse.finalProduct',
  'contract.deliveryFrom',
  'contract.deliveryTo',
  'shipment.route',
  'shipment.tradeMode',
  'parties.1.registrationNumber',
])('%s may stay empty', (path) => {
  expect(missing(without(path))).toEqual([]);
});

test.each(REQUIRED_KINDS)('paper %s alone is missing', (kind) => {
  const papers = ALL_PAPERS.filter((paper) => paper.kind !== kind);
  expect(missingForSubmission(completeContent(), papers, TODAY, REQUIRED_PAPERS)).toEqual([
    { code: 'paper-missing', at: `papers.${kind}`, facts: { kind } },
  ]);
});

test('only the papers that are required may be missing', () => {
  expect(missing(completeContent(), REQUIRED_PAPERS)).toEqual([]);
  expect(missingForSubmission(completeContent(), [], TODAY, [])).toEqual([]);
  expect(missingPapers([{ kind: 'A6' }, { kind: 'A2' }, { kind: 'A2' }], REQUIRED_PAPERS).map(({ at }) => at)).toEqual([
    'papers.A3',
    'papers.A4',
    'papers.A5',
    'papers.A10',
  ]);
});

test('"not military" is an answer, no answer is none', () => {
  expect(missing(completeContent({ endUse: { ...completeContent().endUse, military: true } }))).toEqual([]);
  expect(missing(completeContent({ endUse: { ...completeContent().endUse, military: false } }))).toEqual([]);
});

test('an application without items, parties or declaration says so', () => {
  expect(missing(completeContent({ items: [] }))).toEqual(['no-item @ items']);
  expect(missing(completeContent({ declaration: { truthful: false, signatory: '林一' } }))).toEqual([
    'not-declared @ declaration.truthful',
  ]);
  expect(missingForSubmission(completeContent({ parties: [aParty()] }), ALL_PAPERS, TODAY, REQUIRED_PAPERS)).toEqual([
    { code: 'no-party', at: 'parties', facts: { role: 'importer' } },
  ]);
  expect(
    missingForSubmission(completeContent({ parties: [] }), ALL_PAPERS, TODAY, REQUIRED_PAPERS).map((fault) => fault.facts),
  ).toEqual([{ role: 'importer' }, { role: 'end-user' }]);
});

test('a party needs a name in one of the two languages', () => {
  const parties = (nameZh: string, nameEn: string) =>
    missing(completeContent({ parties: [aParty({ role: 'importer' }), aParty({ id: 'party-2', nameZh, nameEn })] }));
  expect(parties('青叶', '')).toEqual([]);
  expect(parties('', 'Aoba')).toEqual([]);
  expect(parties('', '')).toEqual(['field-missing @ parties.1.nameEn']);
});

test('all items are in one currency', () => {
  expect(missing(completeContent({ items: [anItem(), anItem({ id: 'item-2', currency: 'CNY' })] }))).toEqual([
    'currencies-differ @ items',
  ]);
});

test('what is blank is missing: spaces are no answer', () => {
  const content = completeContent();
  content.endUse.en = ' \t';
  content.items = [anItem({ specification: '　' })];
  expect(missing(content)).toEqual(['field-missing @ items.0.specification', 'field-missing @ endUse.en']);
});

test('an empty draft names everything once, in the order of the task list', () => {
  expect(missing(emptyContent(), [])).toEqual([
    ...['nameZh', 'creditCode', 'address', 'legalRepresentative', 'handler'].map((key) => `field-missing @ applicant.${key}`),
    'no-item @ items',
    'no-party @ parties',
    'no-party @ parties',
    ...['zh', 'en', 'placeOfUse', 'military'].map((key) => `field-missing @ endUse.${key}`),
    ...['number', 'date'].map((key) => `field-missing @ contract.${key}`),
    ...['destination', 'deliveryForm', 'port'].map((key) => `field-missing @ shipment.${key}`),
    ...REQUIRED_KINDS.map((kind) => `paper-missing @ papers.${kind}`),
    'not-declared @ declaration.truthful',
    'field-missing @ declaration.signatory',
  ]);
});

describe('the unit price gives the value of the line, in whatever way it is rounded to the smallest unit of the currency', () => {
  const price = (unitPrice: string, quantity: string, value: string, currency = 'USD') =>
    missing(completeContent({ items: [anItem({ unitPrice, quantity, value, currency })] }));

  test.each([
    ['290', '50', '14500.00', 'USD'],
    ['0.333333', '3000', '999.99', 'USD'],
    ['0.333333', '3000', '1000', 'USD'],
    ['10.4', '3', '31', 'JPY'],
    ['10.4', '3', '32', 'JPY'],
    ['', '50', '14500.00', 'USD'],
  ])('%s times %s is %s %s', (unitPrice, quantity, value, currency) =>
    expect(price(unitPrice, quantity, value, currency)).toEqual([]),
  );

  test.each([
    ['290.01', '50', '14500.00', 'USD'],
    ['14500', '50', '14500.00', 'USD'],
    ['1', '14500.01', '14500.00', 'USD'],
    ['10.5', '2', '22', 'JPY'],
    ['0.001', '1', '0.003', 'KWD'],
  ])('%s times %s is not %s %s', (unitPrice, quantity, value, currency) =>
    expect(price(unitPrice, quantity, value, currency)).toEqual(['price-differs @ items.0.unitPrice']),
  );

  test('what is no number yet, or has no currency, is left to its own fault', () => {
    for (const [field, text] of [
      ['value', 'ten'],
      ['quantity', ''],
      ['currency', 'US'],
    ] as const)
      expect(missing(completeContent({ items: [anItem({ unitPrice: '1', [field]: text })] }))).not.toContain(
        'price-differs @ items.0.unitPrice',
      );
  });
});

test('a contract of the day of filing stands, one of the day after does not', () => {
  const dated = (day: string) => completeContent({ contract: { ...completeContent().contract, date: localDate(day) } });
  expect(missing(dated('2026-03-02'))).toEqual([]);
  expect(missingForSubmission(dated('2026-03-03'), ALL_PAPERS, TODAY, REQUIRED_PAPERS)).toEqual([
    { code: 'contract-after-filing', at: 'contract.date', facts: { date: '2026-03-03', today: '2026-03-02' } },
  ]);
});
