// An item taken from a product by the API: its facts, where it came from, and what refuses it.
import { randomUUID } from 'node:crypto';
import { describedBy, type ApplicationRead, type Described } from '../../../../../test/harness/described';
import { testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';

const FACTS = {
  nameZh: '氧化镝',
  nameEn: 'Dysprosium oxide',
  kind: 'goods',
  form: '',
  composition: [],
  parameters: [],
  hsCode: '',
  casNumber: '1308-87-8',
  controlCode: '1C905.b',
  origin: 'CN',
  madeIn: '',
  contents: [],
  madeWithTechnology: [],
};

let server: TestServer;
let described: Described;
let wang: SignedIn;
let li: SignedIn;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.exporters[1], 'li', 'exporter');
  [wang, li] = [await server.signIn('wang'), await server.signIn('li')];
  described = await describedBy(server);
});
afterAll(() => server.end());

it('has the product’s facts, once for each version that was seen', async () => {
  const productOf = async (caller: SignedIn) =>
    ((await caller.post('/api/v1/products', { facts: FACTS }).expect(201)).body as { id: string }).id;
  const { id } = (await wang.post('/api/v1/applications').expect(201)).body as ApplicationRead;
  const take = (body: object, status: number, caller = wang) =>
    described<{ itemId: string; version: number; code: string }>(
      caller.post(`/api/v1/applications/${id}/items`, body),
      status,
      '/api/v1/applications/{id}/items',
    );
  const productId = await productOf(wang);
  const { itemId } = await take({ version: 1, productId }, 201);
  const { content } = (await wang.get(`/api/v1/applications/${id}`).expect(200)).body as ApplicationRead;
  expect(content.items).toMatchObject([{ id: itemId, nameEn: 'Dysprosium oxide', controlCode: '1C905.b' }]);
  expect(await take({ version: 1, productId }, 409)).toMatchObject({ code: 'stale-version' });
  expect(await take({ version: 2, productId: await productOf(li) }, 404)).toMatchObject({ code: 'product-not-found' });
  expect(await take({ version: 2, productId: randomUUID() }, 404, li)).toMatchObject({ code: 'application-not-found' });
  expect(await take({ version: 2 }, 422)).toMatchObject({ faults: [{ code: 'field-missing', at: 'productId' }] });
  await server.person(server.authority, 'chen', 'reviewer');
  expect(await take({ version: 2, productId }, 403, await server.signIn('chen'))).toMatchObject({ code: 'role-missing' });
});
