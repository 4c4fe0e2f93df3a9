// Determinations of facts from outside through HTTP: one and many, what is not read, days, limits, and the record of a product.
import { testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';
import type { ExportAnswersBody } from './determinations.controller';

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

const export_ = (change: object = {}) => ({
  item: { nameZh: '氧化镝', composition: [{ substance: 'Dy2O3', massPercent: 99.9 }] },
  from: 'CN',
  to: 'JP',
  on: '2026-03-02',
  ...change,
});

async function made(): Promise<string> {
  const facts = {
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
  };
  return ((await exporter.post('/api/v1/products', { facts }).expect(201)).body as { id: string }).id;
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
    ['a day that is none in one of many', { inputs: [{}, { on: '21.11.2026' }] }, 'not-a-day'],
    ['a day of the request that is none', { input: {}, on: '2026-13-01' }, 'not-a-day'],
    ['a day of knowledge that is none', { input: {}, knownOn: 'yesterday' }, 'not-a-day'],
    ['a day that is a number', { input: { on: 20261121 } }, 'not-a-day'],
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

  it('read the facts as the command line does: a wrong type is named at its place, in both languages', async () => {
    const input = export_({ item: { composition: [{ substance: 'Dy', massPercent: 'much' }] }, parties: [{ military: 'no' }] });
    for (const [language, title] of [
      ['en', 'The facts cannot be right'],
      ['zh', '所述事实不成立'],
    ] as const) {
      const answer = await exporter.post('/api/v1/determinations', { input }).set('accept-language', language).expect(422);
      expect(answer.body).toMatchObject({ code: 'determination.facts-malformed', title });
      const { faults } = answer.body as { faults: { at: string }[] };
      expect(faults.map(({ at }) => at).sort()).toEqual(['item.composition.0.massPercent', 'parties.0.military']);
    }
  });

  it('name every field that nothing reads, of one and of each of many', async () => {
    const odd = export_({ item: { nameZh: '氧化镝', colour: 'white', parameters: [] }, parties: [{ name: 'A', fax: '1' }] });
    const one = await exporter.post('/api/v1/determinations', { input: odd }).expect(200);
    expect((one.body as ExportAnswersBody).answers[0]?.unread).toEqual(['item.colour', 'parties.0.fax']);
    const many = await exporter.post('/api/v1/determinations', { inputs: [export_(), odd] }).expect(200);
    expect((many.body as ExportAnswersBody).answers.map(({ unread }) => unread)).toEqual([[], ['item.colour', 'parties.0.fax']]);
  });

  it('answer as known on a day: a notice of later is not known yet', async () => {
    const item = {
      name: 'Rechargeable lithium-ion battery',
      parameters: [{ property: 'gravimetric energy density', value: '310', unit: 'Wh/kg' }],
    };
    const input = { item, from: 'CN', to: 'DE' };
    const asked = async (knownOn?: string) => {
      const body = { input, on: '2025-11-08', ...(knownOn && { knownOn }) };
      const answer = await exporter.post('/api/v1/determinations', body).expect(200);
      const [first] = (answer.body as ExportAnswersBody).answers;
      return [first?.answer?.knownOn, first?.answer?.headline, first?.classification?.knownOn];
    };
    expect(await asked('2025-11-07')).toEqual(['2025-11-07', 'licence-required', '2025-11-07']);
    expect(await asked('2025-11-11')).toEqual(['2025-11-11', 'suspended', '2025-11-11']);
    expect(await asked()).toEqual([null, 'suspended', null]);
  });

  it('refuse a day of knowledge before the loaded law: nothing known is no answer', async () => {
    const body = { input: export_(), knownOn: '1990-01-01' };
    const answer = await exporter.post('/api/v1/determinations', body).expect(422);
    expect(answer.body).toMatchObject({ code: 'determination.day-before-law' });
    const inputs = [{ item: {}, on: '2026-03-02' }];
    const many = await exporter.post('/api/v1/determinations', { inputs, knownOn: '1990-01-01' }).expect(200);
    expect((many.body as ExportAnswersBody).answers).toMatchObject([
      { answer: null, problem: { code: 'determination.day-before-law' } },
    ]);
  });

  it('are refused with words when the request is too long, or nobody is signed in', async () => {
    const text = 'x'.repeat(5 * 1024 * 1024);
    const long = await exporter.post('/api/v1/determinations', { input: { endUse: { text } } }).expect(413);
    expect(long.body).toMatchObject({ status: 413, title: expect.any(String) as unknown, cure: expect.any(String) as unknown });
    await server.visitor().post('/api/v1/determinations').send({ input: {} }).expect(401);
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
