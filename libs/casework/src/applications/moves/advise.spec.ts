// Advice: the authority's own code for each item, the reviewer's determination beside the exporter's, and conditions only where they belong.
import type { Bilingual } from '#kernel';
import { adviceOn, anApplication, makeMove, present } from '../../../../../test/builders/application';
import { anItem } from '../../../../../test/builders/content';
import { house, type House } from '../../../../../test/builders/house';
import { refused } from '../../../../../test/builders/refused';
import type { AdviceInput } from './move-input';

let home: House;

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const CONDITION: Bilingual = { zh: '仅限民用', en: 'Civil use only' };
const OTHER_LIST = '2B001.a';

async function inReview() {
  const { id, content } = await anApplication(home)
    .with(anItem(), anItem({ id: 'item-2', controlCode: OTHER_LIST, codeEdition: '2025 edition' }))
    .inReview()
    .build();
  return {
    id,
    advice: adviceOn(content),
    advise: (advice: AdviceInput) => makeMove(home, home.reviewer, id, 'advise', { advice }),
  };
}

test('advice is kept with its round, person and codes, and the reviewer’s determination beside the exporter’s', async () => {
  const { id, advice, advise } = await inReview();
  home.clock.advanceDays(1);
  expect(
    await advise({
      ...advice,
      items: [{ itemId: 'item-1', controlCode: '1C904.b' }, advice.items[1] ?? { itemId: '', controlCode: '' }],
    }),
  ).toMatchObject({ status: 'advised' });
  const [kept, exporters, reviewers] = await home.store.run({ kind: 'system' }, async (tx) => [
    await tx.reviews.advice(id),
    await tx.reviews.determinations(id, 'exporter'),
    await tx.reviews.determinations(id, 'reviewer'),
  ]);
  expect(kept).toMatchObject([
    {
      round: 1,
      adviserId: home.reviewer.personId,
      adviserName: '陈审',
      recommendation: 'approve',
      at: home.clock.now(),
      items: [{ itemId: 'item-1', controlCode: '1C904.b' }, { itemId: 'item-2' }],
    },
  ]);
  expect((await present(home, id)).content.items[0]?.controlCode).toBe('1C905.b');
  expect(exporters.map(({ answer }) => answer.on)).toEqual(['2026-03-02', '2026-03-02']);
  expect(reviewers.map(({ itemId, madeBy, answer }) => [itemId, madeBy, answer.on])).toEqual([
    ['item-1', home.reviewer.personId, '2026-03-03'],
    ['item-2', home.reviewer.personId, '2026-03-03'],
  ]);
  home.clock.advanceDays(-1);
});

test.each<[string, (advice: AdviceInput) => AdviceInput, string[]]>([
  ['no reasons', (advice) => ({ ...advice, reasons: ' \n' }), ['field-missing @ advice.reasons']],
  [
    'conditions without any',
    (advice) => ({ ...advice, recommendation: 'approve-with-conditions' }),
    ['no-condition @ advice.conditions'],
  ],
  [
    'approval with conditions',
    (advice) => ({ ...advice, conditions: [CONDITION] }),
    ['conditions-not-for-this @ advice.conditions'],
  ],
  [
    'refusal with conditions',
    (advice) => ({ ...advice, recommendation: 'refuse', conditions: [CONDITION] }),
    ['conditions-not-for-this @ advice.conditions'],
  ],
  ['an item left out', (advice) => ({ ...advice, items: advice.items.slice(0, 1) }), ['item-without-code @ advice.items.item-2']],
  [
    'an item twice',
    (advice) => ({ ...advice, items: [...advice.items, ...advice.items.slice(0, 1)] }),
    ['item-without-code @ advice.items.item-1'],
  ],
  [
    'an empty code',
    (advice) => ({ ...advice, items: advice.items.map((item) => ({ ...item, controlCode: '' })) }),
    ['item-without-code @ advice.items.item-1', 'item-without-code @ advice.items.item-2'],
  ],
  [
    'a code that no loaded list holds',
    (advice) => ({ ...advice, items: advice.items.map(({ itemId }) => ({ itemId, controlCode: '9A999' })) }),
    ['unknown-control-code @ advice.items.item-1'],
  ],
  [
    'a malformed code, whatever edition the exporter named',
    (advice) => ({ ...advice, items: advice.items.map(({ itemId }) => ({ itemId, controlCode: 'none' })) }),
    ['control-code-malformed @ advice.items.item-1', 'control-code-malformed @ advice.items.item-2'],
  ],
  [
    'an item of another application',
    (advice) => ({ ...advice, items: [...advice.items, { itemId: 'item-3', controlCode: '1C905.b' }] }),
    ['item-not-found @ advice.items.item-3'],
  ],
])('%s is refused', async (_case, change, faults) => {
  const { id, advice, advise } = await inReview();
  const refusal = await refused(advise(change(advice)));
  expect(refusal).toMatchObject({ kind: 'invalid', code: 'advice-invalid', facts: { count: faults.length } });
  expect(refusal.faults.map(({ code, at }) => `${code} @ ${String(at)}`)).toEqual(faults);
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.reviews.advice(id))).toEqual([]);
});

test('approval with conditions keeps them in both languages', async () => {
  const { id, advice, advise } = await inReview();
  await advise({ ...advice, recommendation: 'approve-with-conditions', conditions: [CONDITION] });
  expect(await home.store.run({ kind: 'system' }, (tx) => tx.reviews.advice(id))).toMatchObject([
    { recommendation: 'approve-with-conditions', conditions: [CONDITION] },
  ]);
});
