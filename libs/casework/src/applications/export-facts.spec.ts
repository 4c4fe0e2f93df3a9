// The facts for a determination: what was stated goes in, what was not stays absent, and nothing becomes a "no".
import { emptyContent } from '#licensing';
import { anItem, aParty, completeContent } from '../../../../test/builders/content';
import { exportFacts as factsOf } from './export-facts';

const WORDS = {
  purity: { unit: '%', meaning: 'share' },
  shape: { unit: 'text', meaning: 'shape' },
  sintered: { unit: 'boolean', meaning: 'sintered' },
};
const exportFacts = (...[content, item]: [Parameters<typeof factsOf>[0], Parameters<typeof factsOf>[1]]) =>
  factsOf(content, item, WORDS);

const BARE = anItem({
  nameZh: '',
  nameEn: '',
  controlCode: '',
  hsCode: '',
  specification: '',
  form: '',
  composition: [],
  parameters: [],
  origin: '',
});

test('of an empty application only the place of export is known', () => {
  expect(exportFacts(emptyContent(), BARE)).toEqual({
    question: 'requirement',
    item: {},
    from: 'CN',
    exporter: { place: 'CN' },
    parties: [],
    endUse: {},
  });
});

test('the story in full', () => {
  const item = anItem({
    parameters: [
      { property: 'purity', value: '99.9', unit: '%' },
      { property: 'shape', value: 'sphere', unit: '' },
    ],
  });
  expect(exportFacts(completeContent(), item)).toEqual({
    question: 'requirement',
    item: {
      kind: 'goods',
      name: 'Dysprosium oxide',
      nameZh: '氧化镝',
      statedCode: '1C905.b',
      hsCode: '2846901600',
      form: 'powder',
      composition: [{ substance: 'Dy2O3', massPercent: '99.9' }],
      parameters: [
        { property: 'purity', value: '99.9', unit: '%' },
        { property: 'shape', value: 'sphere', unit: 'text' },
      ],
      origin: 'CN',
    },
    from: 'CN',
    to: 'JP',
    exporter: { place: 'CN', name: 'Ganzhou Chengquan Rare Earth Co., Ltd.', nameZh: '赣州澄泉稀土有限公司' },
    parties: [
      { role: 'importer', name: 'Hokuto Trading K.K.', country: 'JP' },
      { role: 'end-user', name: 'Aoba Magnetics K.K.', nameZh: '青叶磁材株式会社', country: 'JP', military: false },
    ],
    endUse: { text: 'NdFeB magnets for civil traction motors / 用于民用电动机的钕铁硼磁体', flags: ['civil'] },
  });
});

test('a substance without its share is stated without one', () => {
  const facts = exportFacts(completeContent(), anItem({ composition: [{ substance: 'Dy2O3', massPercent: '' }] }));
  expect(facts.item?.composition).toEqual([{ substance: 'Dy2O3' }]);
});

test.each([
  [true, { military: true }, ['military']],
  [false, { military: false }, ['civil']],
  [null, {}, undefined],
])('military use %p is said of the end user only', (military, ofEndUser, flags) => {
  const content = completeContent({
    endUse: { ...completeContent().endUse, military },
    parties: [aParty({ role: 'consignee' }), aParty()],
  });
  const { parties, endUse } = exportFacts(content, anItem());
  expect(parties?.map((party) => 'military' in party)).toEqual([false, military !== null]);
  expect(parties?.[1]).toMatchObject(ofEndUser);
  expect(endUse?.flags).toEqual(flags);
});

test.each([
  ['goods', 'goods'],
  ['software', 'technology'],
  ['data', 'technology'],
  ['deemed', 'technology'],
  ['service', 'service'],
] as const)('delivery as %s is a question about %s', (deliveryForm, kind) => {
  expect(
    exportFacts(completeContent({ shipment: { ...completeContent().shipment, deliveryForm } }), anItem()).item,
  ).toMatchObject({ kind });
});

test.each([
  ['purity', '99.9', { value: '99.9', unit: '' }],
  ['shape', 'sphere', { value: 'sphere', unit: 'text' }],
  ['sintered', 'yes', { value: true, unit: 'boolean' }],
  ['sintered', '否', { value: false, unit: 'boolean' }],
  ['colour', 'grey', { value: 'grey', unit: 'text' }],
])(
  'a %s of %s without unit gets the unit that its property has, and none where a number needs one',
  (property, value, stated) => {
    const facts = exportFacts(completeContent(), anItem({ parameters: [{ property, value, unit: '' }] }));
    expect(facts.item?.parameters).toEqual([{ property, ...stated }]);
  },
);

test('supply inside the country is supply to a foreign person', () => {
  const shipment = { ...completeContent().shipment, destination: 'CN', deliveryForm: 'deemed' as const };
  const facts = exportFacts(completeContent({ shipment }), anItem());
  expect(facts).toMatchObject({
    to: 'CN',
    item: { kind: 'technology' },
    statements: [{ about: 'party:end-user', predicate: 'is-foreign-person' }],
  });
  expect(exportFacts(completeContent(), anItem())).not.toHaveProperty('statements');
});
