// The product library through HTTP: limits, isolation, versions, records with their readings, replay, re-check.
import { testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';
import type { ProductDeterminationBody, ProductPageBody, ProductReadingBody, ReplayBody } from './product.body';
import type { RecheckPageBody } from './recheck.body';

let server: TestServer;
let exporter: SignedIn;
let other: SignedIn;
let reviewer: SignedIn;

beforeAll(async () => {
  server = await testServer();
  server.clock.set('2026-11-21T01:00:00Z');
  await server.person(server.exporters[0], 'exporter', 'exporter');
  await server.person(server.exporters[0], 'colleague', 'exporter');
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
  madeIn: '',
  contents: [],
  madeWithTechnology: [],
  ...change,
});
async function made(change: object = {}): Promise<string> {
  const answer = await exporter.post('/api/v1/products', { facts: facts(change) }).expect(201);
  expect(answer.headers['location']).toBe(`/api/v1/products/${(answer.body as { id: string }).id}`);
  return (answer.body as { id: string }).id;
}

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

  it('bear the recorded reading and the status to work under, also after it is withdrawn', async () => {
    const colleague = await server.signIn('colleague');
    const reading = { measure: 'cn-mofcom-gacc-2025-57.ho', reading: 'extended', reason: 'Reply of the authority, file 12.' };
    const proposed = (await exporter.post('/api/v1/law/readings', reading).expect(201)).body as { id: string };
    await colleague.post(`/api/v1/law/readings/${proposed.id}/confirmation`).expect(200);
    const holmium = { nameZh: '金属钬', nameEn: 'Holmium metal', composition: [{ substance: 'Ho', massPercent: '99.9' }] };
    const id = await made({ ...holmium, casNumber: '' });
    const at = `/api/v1/products/${id}`;
    const under = { headline: 'undetermined', workingStatus: 'suspended' };
    expect((await exporter.get(at).expect(200)).body).toMatchObject({ answer: under });
    const record = (await exporter.post(`${at}/versions/1/determinations`, {}).expect(201)).body as ProductDeterminationBody;
    await colleague.post(`/api/v1/law/readings/${proposed.id}/withdrawal`, { reason: 'The reply was taken back.' }).expect(200);
    expect((await exporter.get(at).expect(200)).body).toMatchObject({
      answer: { headline: 'undetermined', workingStatus: null },
      determinations: [under],
    });
    const replay = (await exporter.get(`${at}/determinations/${record.id}/replay`).expect(200)).body as ReplayBody;
    expect(replay).toMatchObject({ same: true, again: under });
    const finding = replay.again.findings.find(({ measure }) => measure === reading.measure);
    expect(finding?.underReading).toMatchObject({ reading: 'extended', by: 'exporter', confirmedBy: 'colleague' });
  });

  it('have a paper that failed rendered again for those who may see it', async () => {
    const id = await made();
    const at = `/api/v1/products/${id}`;
    const { id: recordId } = (await exporter.post(`${at}/versions/1/determinations`, {}).expect(201))
      .body as ProductDeterminationBody;
    const again = `${at}/determinations/${recordId}/document`;
    expect((await exporter.post(again).expect(409)).body).toMatchObject({ code: 'document-not-failed' });
    await server.store.run({ kind: 'system' }, async (tx) => {
      const record = await tx.products.findDetermination(recordId);
      await tx.licences.documentFailed(record?.document.id ?? '', true);
    });
    await other.post(again).expect(404);
    await exporter.post(again).expect(202);
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
