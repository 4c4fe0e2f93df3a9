// The forms of an application as a browser without a script sends them: answers are kept, faults are linked, nothing is half-written.
import { LIMITS } from '#licensing';
import { formVersion, HTML, newDraft, page, send, versionIn } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let exporter: SignedIn;

beforeAll(async () => {
  server = await testServer();
  const [north] = server.exporters;
  await server.person(north, 'lin', 'exporter');
  exporter = await server.signIn('lin');
});

afterAll(() => server.end());

describe('forms of an application', () => {
  it('keep the answers and link each fault to its field; nothing is written', async () => {
    const address = await newDraft(exporter);
    const form = {
      version: '1',
      'contract.number': 'C <1>',
      'contract.deliveryFrom': '2026-05-01',
      'contract.deliveryTo': '2026-04-01',
    };
    const answer = await send(exporter, `${address}/contract`, form).expect(422);
    expect(answer.text).toContain('<title>Error: Contract · Licet</title>');
    expect(answer.text).toContain('href="#contract-deliveryTo"');
    expect(answer.text).toMatch(
      /id="contract-deliveryTo"[^>]*aria-describedby="contract-deliveryTo-error"[^>]*aria-invalid="true"/,
    );
    expect(answer.text).toContain('value="C &lt;1&gt;"');
    expect(versionIn(answer.text)).toBe('1');
    expect((await exporter.get(`/api/v1${address}`)).body).toMatchObject({ version: 1 });
  });

  it('save, go back to the task list and say so once', async () => {
    const address = await newDraft(exporter);
    const saved = await send(exporter, `${address}/contract`, {
      version: '1',
      'contract.number': 'C-1',
      'contract.date': '2026-02-01',
    }).expect(303);
    expect(saved.headers['location']).toBe(address);
    const flash = /licet_flash=[^;]+/.exec([saved.headers['set-cookie']].flat().join())?.[0] ?? '';
    const first = await exporter
      .get(address)
      .set('accept', HTML)
      .set('accept-language', 'en')
      .set('cookie', `${exporter.cookie}; ${flash}`);
    expect(first.text).toContain('role="status">Saved.');
    expect([first.headers['set-cookie']].flat().join()).toContain('licet_flash=;');
    expect((await page(exporter, address)).text).not.toContain('role="status"');
  });

  it('of a late writer show what changed and what had been written', async () => {
    const address = await newDraft(exporter);
    await send(exporter, `${address}/contract`, { version: '1', 'contract.number': 'C-1' }).expect(303);
    const late = await send(exporter, `${address}/end-use`, { version: '1', 'endUse.en': 'Magnets for motors' }).expect(409);
    expect(late.text).toContain('It has changed meanwhile');
    expect(late.text).toContain('Content changed');
    expect(late.text).toContain('Magnets for motors');
    expect(late.text).toContain(`href="${address}"`);
  });

  it('of an item add rows without losing an answer, and point a fault at the row in which it was made', async () => {
    const address = await newDraft(exporter);
    const rows = { version: '1', 'items.0.nameEn': 'Dysprosium oxide', 'items.0.composition.2.substance': 'Dy2O3' };
    const more = await send(exporter, `${address}/items/new`, { ...rows, add: 'items.0.composition' }).expect(200);
    expect(more.text).toContain('name="items.0.composition.5.substance"');
    expect(more.text).toContain('value="Dysprosium oxide"');
    const wrong = await send(exporter, `${address}/items/new`, { ...rows, 'items.0.composition.2.massPercent': '101' }).expect(
      422,
    );
    expect(wrong.text).toContain('href="#items-0-composition-2-massPercent"');
    await send(exporter, `${address}/items/new`, { ...rows, 'items.0.composition.2.massPercent': '99.9' }).expect(303);
    const items = await page(exporter, `${address}/items`).expect(200);
    expect(items.text).toContain('Dysprosium oxide');
    const remove = /href="(\/applications\/[^"]+\/remove)"/.exec(items.text)?.[1] ?? '';
    await send(exporter, remove, { version: await formVersion(exporter, remove) }).expect(303);
    expect((await page(exporter, `${address}/items`)).text).toContain('There is no item yet.');
  });

  it('refuse names that no form of ours has', async () => {
    const address = await newDraft(exporter);
    await send(exporter, `${address}/contract`, { version: '1', 'contract.__proto__.x': '1' }).expect(422);
    const posts: [string, Record<string, string>][] = [
      ['/contract', { 'contract.number': 'C', colour: 'red' }],
      ['/contract', { 'contract.number': 'C', 'shipment.port': 'Shanghai' }],
      ['/parties/new', { 'parties.0.role': 'importer', 'parties.1.nameEn': 'X' }],
      ['/items/new', { 'items.0.nameEn': 'X', 'items.0.composition.0.colour': 'red' }],
      ['/items/new', { 'items.0.nameEn': 'X', [`items.0.composition.${LIMITS.compositionRows}.substance`]: 'Dy2O3' }],
      ['/items/new', { 'items.0.nameEn': 'X', 'items.1.nameEn': 'Y' }],
      ['/check', { 'declaration.truthful': 'yes', 'declaration.signatory': 'Lin', colour: 'red' }],
      ['/moves/withdraw', { reason: 'r', colour: 'red' }],
    ];
    for (const [place, form] of posts) {
      const answer = await send(exporter, address + place, { version: '1', ...form }).expect(422);
      expect(answer.text).toContain(`There is no field named &quot;${Object.keys(form).at(-1) ?? ''}&quot;`);
    }
    await send(exporter, '/language', { language: 'zh', back: '/', colour: 'red' }).expect(422);
    expect((await exporter.get(`/api/v1${address}`)).body).toMatchObject({ version: 1, content: { items: [], parties: [] } });
    await page(exporter, `${address}/no-section`).expect(404);
    await page(exporter, `${address}/constructor`).expect(404);
  });

  it('show the faults of form and content at once, each with how to write it', async () => {
    const address = await newDraft(exporter);
    const contract = {
      version: '1',
      'contract.date': '9999-12-31',
      'contract.deliveryFrom': '2026-05-01',
      'contract.deliveryTo': '2026-04-01',
    };
    const first = await send(exporter, `${address}/contract`, contract).expect(422);
    expect(first.text).toContain('is not a day that exists in the years 1900 to 2199');
    expect(first.text).toContain('href="#contract-deliveryTo"');
    const item = { version: '1', 'items.0.quantity': '1,00', 'items.0.value': '-1', 'items.0.hsCode': '12' };
    const second = await send(exporter, `${address}/items/new`, item).expect(422);
    expect(second.text).toContain('is not a decimal number written like 1250.5');
    for (const field of ['quantity', 'value', 'hsCode']) expect(second.text).toContain(`href="#items-0-${field}"`);
  });

  it('take numbers and codes of Chinese input methods, and refuse an item with nothing in it', async () => {
    const address = await newDraft(exporter);
    const typed = {
      version: '1',
      'items.0.nameZh': '氧化镝',
      'items.0.controlCode': '１Ｃ９０５．ｂ',
      'items.0.quantity': '１，２５０．５',
      'items.0.value': '14,500。00',
      'items.0.currency': 'ｕｓｄ',
      'items.0.hsYear': '２０２６',
      'items.0.kgQuantity': '１，２５０．５',
      'items.0.unit': 'kg',
      'items.0.unitPrice': '１１．６',
    };
    await send(exporter, `${address}/items/new`, typed).expect(303);
    const read = (await exporter.get(`/api/v1${address}`)).body as { content: { items: object[] } };
    expect(read.content.items).toMatchObject([
      {
        nameZh: '氧化镝',
        controlCode: '1C905.b',
        quantity: '1250.5',
        value: '14500.00',
        currency: 'USD',
        hsYear: '2026',
        kgQuantity: '1250.5',
        unitPrice: '11.6',
      },
    ]);
    const empty = await send(exporter, `${address}/items/new`, { version: '2', 'items.1.nameZh': ' ' }).expect(422);
    expect(empty.text).toContain('Nothing is filled in for this item.');
    expect(empty.text).toContain('href="#items-1-nameZh"');
    expect((await exporter.get(`/api/v1${address}`)).body).toMatchObject({ version: 2 });
  });

  it.each(['%ED%A0%80', '%C3', '%FF%FE'])('refuse %s, which is no UTF-8', async (bytes) => {
    const address = await newDraft(exporter);
    const answer = await exporter
      .post(`${address}/contract`)
      .type('form')
      .set('accept', HTML)
      .set('accept-language', 'en')
      .send(`version=1&contract.number=${bytes}`)
      .expect(422);
    expect(answer.text).toContain('href="#contract-number"');
    expect(answer.text).toContain('characters that could not be read');
  });
});
