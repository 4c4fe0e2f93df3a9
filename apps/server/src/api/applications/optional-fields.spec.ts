// Fields of the content that a client may leave out: kept where they are sent, empty where they are not; and what they are compared with.
import { describedBy, completeSections, type ApplicationRead, type Described } from '../../../../../test/harness/described';
import { testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';

const ONE = '/api/v1/applications/{id}';

let server: TestServer;
let described: Described;
let wang: SignedIn;
let one: string;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.authority, 'chen', 'reviewer');
  wang = await server.signIn('wang');
  described = await describedBy(server);
});
beforeEach(async () => {
  one = `/api/v1/applications/${((await wang.post('/api/v1/applications').expect(201)).body as { id: string }).id}`;
});
afterAll(() => server.end());

const read = () => described<ApplicationRead & { attention: object[] }>(wang.get(one), 200, ONE);
const save = (version: number, sections: object, status = 200) =>
  described<{ version: number; faults: { code: string; at: string; message: string }[] }>(
    wang.patch(one, { version, ...sections }),
    status,
    ONE,
  );
const applicant = () => {
  const { nameZh, nameEn, creditCode } = server.exporters[0];
  return { ...completeSections().applicant, nameZh, nameEn, creditCode };
};
const item = (change: object = {}) => ({ ...completeSections().items[0], ...change });

it('are kept where they are sent', async () => {
  const stated = { hsYear: '2026', kgQuantity: '50', unitPrice: '290' };
  await save(1, { applicant: applicant(), items: [item(stated)], shipment: completeSections().shipment });
  expect(await read()).toMatchObject({
    content: {
      applicant: { traderStatus: '对外贸易经营者', managers: '陈立、何敏' },
      items: [stated],
      shipment: { tradeMode: '0110' },
    },
  });
});

it('are empty where a section comes without them, also where they had been stated before', async () => {
  await save(1, { applicant: applicant(), items: [item({ unitPrice: '290' })], shipment: completeSections().shipment });
  const { traderStatus: _t, managers: _m, ...bareApplicant } = applicant();
  const { tradeMode: _d, ...bareShipment } = completeSections().shipment;
  const { hsYear: _y, kgQuantity: _k, unitPrice: _u, ...bareItem } = item() as Record<string, unknown>;
  await save(2, { applicant: bareApplicant, items: [bareItem], shipment: bareShipment });
  expect(await read()).toMatchObject({
    version: 3,
    content: {
      applicant: { traderStatus: '', managers: '' },
      items: [{ hsYear: '', kgQuantity: '', unitPrice: '' }],
      shipment: { tradeMode: '' },
    },
  });
});

it('are told in the description as such, and the other fields as asked for', async () => {
  const { components } = (await server.visitor().get('/api/openapi.json').expect(200)).body as {
    components: { schemas: Record<string, { required: string[]; properties: Record<string, { default?: string }> }> };
  };
  const schema = components.schemas['ItemDto'];
  expect(schema?.required).toEqual(expect.arrayContaining(['quantity', 'hsCode']));
  expect(schema?.required).not.toContain('unitPrice');
  expect(schema?.properties['unitPrice']).toMatchObject({ type: 'string', default: '' });
});

it('are no nothing: null is refused, and so is what cannot be right', async () => {
  expect((await save(1, { applicant: { ...applicant(), managers: null } }, 422)).faults).toMatchObject([
    { code: 'field-missing', at: 'applicant.managers' },
  ]);
  const wrong = item({ unit: 't', quantity: '20', kgQuantity: '2000', unitPrice: '-1', hsYear: '1888' });
  const { faults } = await save(1, { items: [wrong], shipment: { ...completeSections().shipment, tradeMode: '11' } }, 422);
  expect(faults.map(({ code, at }) => `${at} ${code}`).sort()).toEqual([
    'items.0.hsYear hs-year-wrong',
    'items.0.kgQuantity kilograms-differ',
    'items.0.unitPrice not-above-zero',
    'shipment.tradeMode trade-mode-wrong',
  ]);
  expect(faults.find(({ code }) => code === 'kilograms-differ')?.message).toBe(
    'Item 1: Quantity in kilograms: 2000 is stated, but 20 t is 20000 kg.',
  );
});

it('a unit price that contradicts the value is saved and told before filing', async () => {
  await save(1, { items: [item({ unitPrice: '29' })] });
  expect((await read()).missing).toContainEqual(
    expect.objectContaining({
      code: 'price-differs',
      at: 'items.0.unitPrice',
      message: 'Item 1: Unit price: 29 times 50 is 1450 USD, but the value of the line is 14500.00.',
    }),
  );
});

it('an end user outside the country of destination is told', async () => {
  const { parties, shipment } = completeSections();
  await save(1, { parties, shipment });
  expect((await read()).attention).toEqual([]);
  await save(2, { shipment: { ...shipment, destination: 'KR' } });
  const { attention } = await read();
  expect(attention).toEqual([
    {
      code: 'end-user-elsewhere',
      at: 'endUse.zh',
      message: 'The goods go to South Korea, the end user sits in Japan: the end use should say why.',
      cure: 'Explain it in the end use, or correct one of the two.',
    },
  ]);
});
