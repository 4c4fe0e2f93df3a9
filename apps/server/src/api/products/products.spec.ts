// The product library and determinations through HTTP: limits, isolation, versions, replay, re-check.
import { testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';
import type { ExportAnswersBody } from './determinations.controller';
import type { ProductDeterminationBody, ProductPageBody, ProductReadingBody, ReplayBody } from './product.body';
import type { RecheckPageBody } from './recheck.body';

let server: TestServer;
let exporter: SignedIn;
let other: SignedIn;
let reviewer: SignedIn;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'exporter', 'exporter');
  await server.person(server.exporters[1], 'other', 'exporter');
  await server.person(server.authority, 'reviewer', 'reviewer');
  exporter = await server.signIn('exporter');
  other = await server.signIn('other');
  reviewer = await server.signIn('reviewer');
});
afterAll(() => server.end());

const facts = (change: object = {}) => ({
  nameZh: '氧化镝',
  nameEn: 'Dysprosium oxide',
  kind: 'goods',
  form: '',
  composition: [{ substance: 'Dy2O3', massPercent: '99.9' }],
  parameters: [],
  hsCode: '',
  casNumber: '1308-87-8',
  controlCode: '',
  origin: 'CN',
  contents: [],
  ...change,
});
const export_ = (change: object = {}) => ({
  item: { nameZh: '氧化镝', composition: [{ substance: 'Dy2O3', massPercent: 99.9 }] },
  from: 'CN',
  to: 'JP',
  on: '2026-03-02',
  ...change,
});

async function made(change: object = {}): Promise<string> {
  const answer = await exporter.post('/api/v1/products', { facts: facts(change) }).expect(201);
  expect(answer.headers['location']).toBe(`/api/v1/products/${(answer.body as { id: string }).id}`);
  return (answer.body as { id: string }).id;
}

describe('determinations of facts', () => {
  it('answer one export with its coverage, its classification and what was not read', async () => {
    const answer = await exporter.post('/api/v1/determinations', { input: export_({ colour: 'red' }) }).expect(200);
    const [first] = (answer.body as ExportAnswersBody).answers;
    expect(first).toMatchObject({
      answer: { headline: 'licence-required', controlCodes: ['1C905.b'], on: '2026-03-02' },
      classification: { outcome: 'met' },
      unread: ['colour'],
      problem: null,
      recorded: null,
    });
    expect(first?.answer?.notChecked.length).toBeGreaterThan(0);
  });

  it('answer many in their order, and name what one of them lacks without losing the others', async () => {
    const bad = export_({ item: { parameters: [{ property: 'purity', value: 99, unit: 'furlong' }] } });
    const answer = await reviewer
      .post('/api/v1/determinations', { inputs: [export_(), bad, export_({ on: '1990-01-01' })] })
      .expect(200);
    const { answers } = answer.body as ExportAnswersBody;
    expect(answers.map(({ answer: one, problem }) => one?.headline ?? problem?.code)).toEqual([
      'licence-required',
      'determination.facts-malformed',
      'determination.day-before-law',
    ]);
    expect(answers[1]?.problem?.faults).toMatchObject([{ code: 'facts.unit-unknown', at: 'item.parameters.0' }]);
  });

  it('of nothing stated are for a person, never free', async () => {
    const answer = await exporter.post('/api/v1/determinations', { input: { item: {}, to: 'JP' } }).expect(200);
    expect((answer.body as ExportAnswersBody).answers[0]).toMatchObject({
      answer: { headline: 'review' },
      classification: { outcome: 'refer' },
    });
  });

  it.each<[string, object, string]>([
    ['neither one nor many', {}, 'one-or-many-inputs'],
    ['both', { input: {}, inputs: [{}] }, 'one-or-many-inputs'],
    ['more than 100', { inputs: Array(101).fill({}) }, 'list-too-long'],
    ['none of many', { inputs: [] }, 'list-too-short'],
    ['something that is no object', { inputs: [1] }, 'wrong-type'],
    ['a day that is none', { input: { on: '2026-02-30' } }, 'not-a-day'],
    ['an unknown field beside', { input: {}, depth: 1 }, 'unknown-field'],
    [
      'many for a product',
      { inputs: [{}], product: { id: '00000000-0000-4000-8000-000000000000', version: 1 } },
      'one-input-for-product',
    ],
  ])('are refused for %s', async (_what, body, code) => {
    const answer = await exporter.post('/api/v1/determinations', body).expect(422);
    expect((answer.body as { faults: { code: string }[] }).faults.map((fault) => fault.code)).toContain(code);
  });

  it('take a hundred', async () => {
    const answer = await exporter.post('/api/v1/determinations', { inputs: Array(100).fill({ to: 'JP' }) }).expect(200);
    expect((answer.body as ExportAnswersBody).answers).toHaveLength(100);
  });

  it('store nothing unless a version of a product is named, and then a record with the facts beside the item', async () => {
    const id = await made();
    const product = { id, version: 1 };
    const beside = { to: 'JP', parties: [{ role: 'end-user', name: 'Aoba Magnetics K.K.', country: 'JP' }], on: '2026-03-01' };
    const answer = await exporter.post('/api/v1/determinations', { input: beside, product }).expect(200);
    const recorded = (answer.body as ExportAnswersBody).answers[0]?.recorded ?? '';
    const record = await exporter.get(`/api/v1/products/${id}/determinations/${recorded}`).expect(200);
    expect(record.body).toMatchObject({
      version: 1,
      on: '2026-03-01',
      facts: { to: 'JP', parties: beside.parties, item: { nameZh: '氧化镝' } },
    });
    const twice = await exporter.post('/api/v1/determinations', { input: export_(), product }).expect(422);
    expect(twice.body).toMatchObject({ code: 'product-and-item' });
    await other.post('/api/v1/determinations', { input: beside, product }).expect(404);
  });
});

describe('products', () => {
  it('are listed in pages, each organisation its own', async () => {
    for (const nameEn of ['First', 'Second', 'Third']) {
      server.clock.advanceMs(1000);
      await made({ nameEn });
    }
    const first = (await exporter.get('/api/v1/products?limit=2').expect(200)).body as ProductPageBody;
    expect(first.rows.map((row) => row.facts.nameEn)).toEqual(['Third', 'Second']);
    const second = (await exporter.get(`/api/v1/products?limit=2&after=${first.next ?? ''}`).expect(200)).body as ProductPageBody;
    expect(second.rows[0]?.facts.nameEn).toBe('First');
    expect(((await other.get('/api/v1/products').expect(200)).body as ProductPageBody).rows).toEqual([]);
    await reviewer.get('/api/v1/products').expect(403);
  });

  it('change by versions; If-Match or the version in the body guards against a late write', async () => {
    const id = await made();
    const changed = facts({ composition: [{ substance: 'Dy2O3', massPercent: '99.99' }] });
    expect((await exporter.patch(`/api/v1/products/${id}`, { version: 1, facts: changed }).expect(200)).body).toEqual({
      version: 2,
    });
    await exporter.patch(`/api/v1/products/${id}`, { version: 1, facts: facts() }).expect(409);
    const reading = (await exporter.get(`/api/v1/products/${id}?on=2026-03-01&destination=JP`).expect(200))
      .body as ProductReadingBody;
    expect(reading).toMatchObject({
      version: 2,
      on: '2026-03-01',
      answer: { headline: 'licence-required' },
      classification: { outcome: 'met', nextQuestion: { property: 'form', kind: 'word' } },
    });
    expect(reading.versions.map(({ version }) => version)).toEqual([2, 1]);
    await other.get(`/api/v1/products/${id}`).expect(404);
    await other.patch(`/api/v1/products/${id}`, { version: 2, facts: facts() }).expect(404);
  });

  it('are refused with every fault at its field', async () => {
    const parameters = Array.from({ length: 41 }, () => ({ property: 'purity', value: '1', unit: '%' }));
    const long = await exporter.post('/api/v1/products', { facts: facts({ parameters, nameZh: '镝'.repeat(201) }) }).expect(422);
    expect((long.body as { faults: { at: string; code: string }[] }).faults).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ at: 'facts.parameters', code: 'list-too-long' }),
        expect.objectContaining({ at: 'facts.nameZh', code: 'text-too-long' }),
      ]),
    );
    const wrong = await exporter.post('/api/v1/products', { facts: facts({ casNumber: '1-2-3' }) }).expect(422);
    expect(wrong.body).toMatchObject({ code: 'product-invalid', faults: [{ at: 'casNumber', code: 'cas-number-wrong' }] });
  });
});

describe('records and re-checks', () => {
  it('record a version, replay it, and say that the paper is being prepared', async () => {
    const id = await made();
    const at = `/api/v1/products/${id}`;
    const answer = await exporter
      .post(`${at}/versions/1/determinations`, { on: '2025-11-08', knownOn: '2025-11-07' })
      .expect(201);
    const record = answer.body as ProductDeterminationBody;
    expect(record).toMatchObject({ view: 'exporter', on: '2025-11-08', knownOn: '2025-11-07', document: { state: 'waiting' } });
    const replay = (await exporter.get(`${at}/determinations/${record.id}/replay`).expect(200)).body as ReplayBody;
    expect(replay.same).toBe(true);
    expect(replay.again).toEqual(replay.recorded);
    await exporter.get(`${at}/determinations/${record.id}/document`).expect(409);
    await other.get(`${at}/determinations/${record.id}`).expect(404);
    await exporter.post(`${at}/versions/2/determinations`, {}).expect(404);
    await exporter.post(`${at}/versions/x/determinations`, {}).expect(404);
    await exporter.post(`${at}/versions/1/determinations`, { on: '1990-01-01' }).expect(422);
  });

  it('re-check names the products whose answer differs, page by page', async () => {
    const battery = {
      nameZh: '可充放电锂离子电池',
      nameEn: 'Rechargeable lithium-ion battery',
      composition: [],
      casNumber: '',
      parameters: [{ property: 'gravimetric energy density', value: '310', unit: 'Wh/kg' }],
    };
    const id = await made(battery);
    const query = 'from=2025-11-08&knownFrom=2025-11-07&to=2025-11-08&knownTo=2025-11-11';
    const page = (await exporter.get(`/api/v1/products/differences?${query}&limit=100`).expect(200)).body as RecheckPageBody;
    expect(page.rows.map(({ product }) => product.id)).toContain(id);
    expect(page).toMatchObject({ from: { on: '2025-11-08', knownOn: '2025-11-07' }, next: null });
    const one = await exporter.get(`/api/v1/products/${id}/differences?${query}`).expect(200);
    expect(one.body).toMatchObject({ difference: { after: { headline: 'suspended' } } });
    const same = await exporter.get(`/api/v1/products/${id}/differences?from=2026-03-01&to=2026-03-01`).expect(200);
    expect(same.body).toMatchObject({ difference: null });
    await exporter.get('/api/v1/products/differences?from=2026-03-01').expect(422);
    await exporter.get('/api/v1/products/differences?from=1990-01-01&to=2026-03-01').expect(422);
  });
});
