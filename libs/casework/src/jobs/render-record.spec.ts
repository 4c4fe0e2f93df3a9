// The paper of a recorded determination: rendered once however often the job runs, and again after the last try failed and somebody asks.
import { createHash } from 'node:crypto';
import { house, noSuchId, type House } from '../../../../test/builders/house';
import { refusalCode } from '../../../../test/builders/refused';
import { DocumentRenderer, type RenderedDocument } from '../ports/document-renderer.port';
import { DetermineProduct, ReadDetermination } from '../products/determine-product';
import { KeepProducts } from '../products/keep-products';
import { emptyProduct } from '../products/product-facts';
import { RenderRecordAgain } from '../products/render-record-again';
import { RenderRecordHandler } from './render-record.handler';

const BYTES = Buffer.from('%PDF-1.7 a record');

/** Fails as often as it is told, then gives the same bytes. */
class StumblingRenderer extends DocumentRenderer {
  failures = 0;
  calls = 0;

  render(): Promise<RenderedDocument> {
    this.calls += 1;
    this.failures -= 1;
    if (this.failures >= 0) return Promise.reject(new Error('the template stumbled'));
    const sha256 = createHash('sha256').update(BYTES).digest('hex');
    return Promise.resolve({ pdf: BYTES, sha256, template: 'determination/v1' });
  }
}

const renderer = new StumblingRenderer();
let home: House;

beforeAll(async () => {
  home = await house({ renderer });
});
beforeEach(() => {
  renderer.failures = 0;
  renderer.calls = 0;
});
afterAll(() => home.end());

async function recorded() {
  const { id: productId } = await home.get(KeepProducts).create(home.exporter, { ...emptyProduct(), nameEn: 'Wooden chair' });
  const { id } = await home.get(DetermineProduct).execute(home.exporter, productId, 1);
  return { productId, id };
}
const documentOf = async ({ productId, id }: { productId: string; id: string }) =>
  (await home.get(ReadDetermination).one(home.exporter, productId, id)).document;
const handle = (determinationId: string, attempt: number) =>
  home
    .get(RenderRecordHandler)
    .handle({ determinationId }, { attempt, lastAttempt: attempt === 5, progress: () => Promise.resolve() });

test('is ready once, however often the job runs', async () => {
  const record = await recorded();
  await home.quiet();
  await handle(record.id, 1);
  expect(renderer.calls).toBe(1);
  expect(await documentOf(record)).toMatchObject({ state: 'ready', template: 'determination/v1' });
});

test('is rendered again when it failed and somebody asks, and only then', async () => {
  const record = await recorded();
  const again = (who = home.exporter, productId = record.productId) =>
    home.get(RenderRecordAgain).execute(who, productId, record.id);
  expect(await refusalCode(again())).toBe('conflict: document-not-failed');
  renderer.failures = 1;
  await expect(handle(record.id, 5)).rejects.toThrow('the template stumbled');
  const { view } = await documentOf(record);
  expect(await documentOf(record)).toMatchObject({ state: 'failed' });
  for (const [who, product] of [
    [home.otherExporter, record.productId],
    [home.reviewer, record.productId],
    [home.exporter, noSuchId()],
  ] as const)
    expect(await refusalCode(again(who, product))).toBe('missing: product-determination-not-found');
  await again(home.colleague);
  await home.quiet();
  expect(await documentOf(record)).toMatchObject({ state: 'ready', view });
  expect(await refusalCode(again())).toBe('conflict: document-not-failed');
});
