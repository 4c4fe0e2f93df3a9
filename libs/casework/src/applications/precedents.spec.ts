// Earlier decisions on the same product: each decided item for itself, and taken over for the same goods only.
import type { AdviceLine, ApplicationItem } from '#licensing';
import {
  anApplication,
  linesOn,
  makeMove,
  prepareDocuments,
  present,
  finishReviews,
} from '../../../../test/builders/application';
import { anItem } from '../../../../test/builders/content';
import { house, type House } from '../../../../test/builders/house';
import { KeepProducts } from '../products/keep-products';
import { emptyProduct } from '../products/product-facts';
import { TakeFromProduct } from '../products/take-from-product';
import type { OfficerView } from './application-view';
import { ReadApplication } from './read-application';
import { SaveContent } from './save-content';

let home: House;
let productId: string;
let decided: { readonly id: string; readonly itemIds: readonly string[] };

const { nameZh, nameEn, controlCode, hsCode, form, composition, origin } = anItem();
const FACTS = { ...emptyProduct(), nameZh, nameEn, controlCode, hsCode, form, composition, origin };

/** Filed, with as many items taken from the product as changes are given; each whole but for its change. */
async function filed(...changes: readonly Partial<ApplicationItem>[]) {
  const { id } = await anApplication(home).with().build();
  const itemIds: string[] = [];
  for (const _change of changes)
    itemIds.push(
      (await home.get(TakeFromProduct).execute(home.exporter, id, (await present(home, id)).version, productId)).itemId,
    );
  const items = changes.map((change, place) => anItem({ ...change, id: itemIds[place] ?? '' }));
  await home.get(SaveContent).execute(home.exporter, id, (await present(home, id)).version, { items });
  await makeMove(home, home.exporter, id, 'submit');
  return { id, itemIds };
}
const precedentsOf = async (id: string) =>
  ((await home.get(ReadApplication).execute(home.manager, id)) as OfficerView).board.precedents;

beforeAll(async () => {
  home = await house();
  ({ id: productId } = await home.get(KeepProducts).create(home.exporter, FACTS));
  decided = await filed({}, {});
  const { id } = decided;
  for (const name of ['receive', 'check', 'forward'] as const) await makeMove(home, home.provincialOfficer, id, name);
  for (const name of ['accept', 'start-review'] as const) await makeMove(home, home.caseOfficer, id, name);
  await finishReviews(home, id);
  const { content } = await present(home, id);
  const lines = [linesOn(content)[0], linesOn(content, 'refuse')[1]] as AdviceLine[];
  await makeMove(home, home.caseOfficer, id, 'advise', { advice: { lines } });
  await makeMove(home, home.countersigner, id, 'countersign');
  await prepareDocuments(home, id);
  for (const name of ['finalise', 'publish'] as const) await makeMove(home, home.caseOfficer, id, name);
});
afterAll(() => home.end());

test('one case held the product on two items: each decision is offered with the item that it was made on', async () => {
  const { id, itemIds } = await filed({ quantity: '7' });
  const [approved, refused] = decided.itemIds;
  const [itemId] = itemIds;
  const difference = [{ at: 'items.0.quantity', kind: 'changed', before: '50', after: '7' }];
  expect(await precedentsOf(id)).toMatchObject([
    { itemId, applicationId: decided.id, decidedItemId: approved, line: { verdict: 'approve' }, difference, barred: false },
    { itemId, applicationId: decided.id, decidedItemId: refused, line: { verdict: 'refuse' }, difference, barred: false },
  ]);
});

test('an item stated anew after it was taken from the product: what differs is told, and the line is not on offer', async () => {
  const { id } = await filed({}, { specification: 'Dy, 99.9 %, sputtering target', form: 'target', composition: [] });
  expect((await precedentsOf(id)).map(({ difference, barred }) => [difference.map(({ at }) => at), barred])).toEqual([
    ...Array.from({ length: 2 }, () => [[], false]),
    ...Array.from({ length: 2 }, () => [['items.1.specification', 'items.1.form', 'items.1.composition.0'], true]),
  ]);
});

test('another version of the product is told, and bars', async () => {
  await home.get(KeepProducts).change(home.exporter, productId, 1, { ...FACTS, casNumber: '1308-87-8' });
  const { id } = await filed({});
  expect(await precedentsOf(id)).toMatchObject(
    Array.from({ length: 2 }, () => ({ difference: [{ at: 'productVersion', before: '1', after: '2' }], barred: true })),
  );
});
