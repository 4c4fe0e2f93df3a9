// The pages through HTTP on a real database: what a browser without a script sends and gets.
import { completeContent } from '../../../../test/builders/content';
import { pdfBytes } from '../../../../test/builders/paper-bytes';
import { emailOf, PASSWORD, testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';
import { randomUUID } from 'node:crypto';
import { LIMITS, PAPER_KINDS } from '#licensing';

let server: TestServer;
let exporter: SignedIn;
let rival: SignedIn;
let reviewer: SignedIn;

beforeAll(async () => {
  server = await testServer();
  const [north, south] = server.exporters;
  await server.person(north, 'lin', 'exporter');
  await server.person(south, 'zhou', 'exporter');
  await server.person(server.authority, 'chen', 'reviewer');
  exporter = await server.signIn('lin');
  rival = await server.signIn('zhou');
  reviewer = await server.signIn('chen');
});

afterAll(() => server.end());

const HTML = 'text/html';
const page = (who: SignedIn, url: string, language = 'en') => who.get(url).set('accept', HTML).set('accept-language', language);
const send = (who: SignedIn, url: string, form: Record<string, string>) =>
  who.post(url).set('accept', HTML).set('accept-language', 'en').type('form').send(form);

async function newDraft(): Promise<string> {
  const answer = await send(exporter, '/applications', {}).expect(303);
  return answer.headers['location'] as string;
}

const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';

async function formVersion(who: SignedIn, url: string): Promise<string> {
  return versionIn((await page(who, url).expect(200)).text);
}

/** A draft that lacks nothing but its declaration. */
async function completeDraft(): Promise<string> {
  const address = await newDraft();
  const api = `/api/v1${address}`;
  const { applicant, items, parties, endUse, contract, shipment } = completeContent();
  const anew = <T extends object>(row: T) => ({ ...row, id: randomUUID() });
  const { nameZh, nameEn, creditCode } = server.exporters[0];
  const content = {
    applicant: { ...applicant, nameZh, nameEn, creditCode },
    items: items.map(anew),
    parties: parties.map(anew),
    endUse,
    contract,
    shipment,
  };
  await exporter.patch(api, { version: 1, ...content }).expect(200);
  for (const kind of PAPER_KINDS) await exporter.upload(`${api}/papers`, kind, pdfBytes(kind), `${kind}.pdf`).expect(201);
  return address;
}

describe('signing in', () => {
  it('is asked of a visitor, who then comes to where they wanted to go', async () => {
    const answer = await server.visitor().get('/applications?after=x').set('accept', HTML).expect(303);
    expect(answer.headers['location']).toBe('/sign-in?next=%2Fapplications%3Fafter%3Dx');
    const form = await server.visitor().get('/sign-in?next=/licences').set('accept', HTML).expect(200);
    const cookie = [form.headers['set-cookie']].flat().join(';').split(';', 1)[0] ?? '';
    const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
    const signIn = (password: string) =>
      server
        .visitor()
        .post('/sign-in')
        .set('cookie', cookie)
        .set('accept', HTML)
        .type('form')
        .send({ _csrf: token, next: '/licences', email: emailOf('lin'), password });
    const wrong = await signIn('wrong wrong wrong').expect(422);
    expect(wrong.text).toContain(`value="${emailOf('lin')}"`);
    expect(wrong.text).not.toContain('wrong wrong wrong');
    expect(wrong.text).toContain('<title>错误：登录 · Licet</title>');
    const right = await signIn(PASSWORD).expect(303);
    expect(right.headers['location']).toBe('/licences');
    expect([right.headers['set-cookie']].flat().join()).toContain('licet_session=');
  });

  it('leads each role to its own first page', async () => {
    expect((await page(exporter, '/').expect(303)).headers['location']).toBe('/applications');
    expect((await page(reviewer, '/').expect(303)).headers['location']).toBe('/queue');
  });

  it('shows a dead link of a reset as a page', async () => {
    const answer = await server
      .visitor()
      .get('/password-resets/none')
      .set('accept', HTML)
      .set('accept-language', 'en')
      .expect(404);
    expect(answer.text).toContain('The link does not work');
    expect(answer.text).not.toContain('<form');
  });
});

describe('language', () => {
  it('is Chinese unless the browser or the person says otherwise', async () => {
    expect((await exporter.get('/applications').set('accept', HTML)).text).toContain('<html lang="zh-CN">');
    expect((await page(exporter, '/applications')).text).toContain('<html lang="en">');
    const chosen = await send(exporter, '/language', { language: 'zh', back: '/licences' }).expect(303);
    expect(chosen.headers['location']).toBe('/licences');
    const cookie = /licet_language=zh/.exec([chosen.headers['set-cookie']].flat().join())?.[0] ?? '';
    const both = await exporter
      .get('/licences')
      .set('accept', HTML)
      .set('accept-language', 'en')
      .set('cookie', `${exporter.cookie}; ${cookie}`);
    expect(both.text).toContain('<html lang="zh-CN">');
  });

  it('never sends a person elsewhere and takes no other language', async () => {
    const away = await send(exporter, '/language', { language: 'en', back: '//evil.example' }).expect(303);
    expect(away.headers['location']).toBe('/');
    await send(exporter, '/language', { language: 'fr', back: '/' }).expect(400);
  });
});

describe('refusals as pages', () => {
  it('has a page with the cure for an unknown address, and none but a page of ours', async () => {
    const answer = await page(exporter, '/no/such/place').expect(404);
    expect(answer.text).toContain('Nothing here');
    expect(answer.headers['content-security-policy']).toContain("style-src 'self'");
    expect(answer.text).not.toMatch(/<style|style=/);
  });

  it('tells who may do what is not theirs', async () => {
    const answer = await page(exporter, '/admin/people').expect(403);
    expect(answer.text).toContain('Only these roles may do this: Administrator.');
  });

  it("does not tell of somebody else's application", async () => {
    const address = await newDraft();
    for (const place of ['', '/check', '/items', '/papers', '/applicant', '/moves/withdraw'])
      await page(rival, address + place).expect(404);
    await send(rival, `${address}/applicant`, { version: '1' }).expect(404);
    await page(reviewer, address.replace('applications', 'cases')).expect(404);
  });

  it('changes nothing without the form token', async () => {
    const address = await newDraft();
    const answer = await server
      .visitor()
      .post(`${address}/contract`)
      .set('cookie', exporter.cookie)
      .set('accept', HTML)
      .type('form')
      .send({ version: '1', 'contract.number': 'X' })
      .expect(403);
    expect(answer.text).toContain('表单令牌无效');
    expect((await exporter.get(`/api/v1${address}`)).body).toMatchObject({ version: 1, content: { contract: { number: '' } } });
  });
});

describe('forms of an application', () => {
  it('keep the answers and link each fault to its field; nothing is written', async () => {
    const address = await newDraft();
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
    const address = await newDraft();
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
    const address = await newDraft();
    await send(exporter, `${address}/contract`, { version: '1', 'contract.number': 'C-1' }).expect(303);
    const late = await send(exporter, `${address}/end-use`, { version: '1', 'endUse.en': 'Magnets for motors' }).expect(409);
    expect(late.text).toContain('It has changed meanwhile');
    expect(late.text).toContain('Content changed');
    expect(late.text).toContain('Magnets for motors');
    expect(late.text).toContain(`href="${address}"`);
  });

  it('of an item add rows without losing an answer, and point a fault at the row in which it was made', async () => {
    const address = await newDraft();
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
    const address = await newDraft();
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
    const address = await newDraft();
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
    const address = await newDraft();
    const typed = {
      version: '1',
      'items.0.nameZh': '氧化镝',
      'items.0.controlCode': '１Ｃ９０５．ｂ',
      'items.0.quantity': '１，２５０．５',
      'items.0.value': '14,500。00',
      'items.0.currency': 'ｕｓｄ',
    };
    await send(exporter, `${address}/items/new`, typed).expect(303);
    const read = (await exporter.get(`/api/v1${address}`)).body as { content: { items: object[] } };
    expect(read.content.items).toMatchObject([
      { nameZh: '氧化镝', controlCode: '1C905.b', quantity: '1250.5', value: '14500.00', currency: 'USD' },
    ]);
    const empty = await send(exporter, `${address}/items/new`, { version: '2', 'items.1.nameZh': ' ' }).expect(422);
    expect(empty.text).toContain('Nothing is filled in for this item.');
    expect(empty.text).toContain('href="#items-1-nameZh"');
    expect((await exporter.get(`/api/v1${address}`)).body).toMatchObject({ version: 2 });
  });

  it.each(['%ED%A0%80', '%C3', '%FF%FE'])('refuse %s, which is no UTF-8', async (bytes) => {
    const address = await newDraft();
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

  it('keep a file above the size on the page of papers, with the fault at its kind', async () => {
    const address = await newDraft();
    const answer = await exporter
      .upload(`${address}/papers`, 'A4', Buffer.alloc(LIMITS.paperSize + 1, '%'), 'big.pdf')
      .set('accept', HTML)
      .set('accept-language', 'en')
      .expect(422);
    expect(answer.text).toContain('<title>Error: ');
    expect(answer.text).toContain('href="#papers-A4"');
    expect(answer.text).toContain('10 MB');
  });

  it('take a paper by its content, name the fault at its kind, and give it back as a download', async () => {
    const address = await newDraft();
    const upload = (bytes: Buffer) =>
      exporter.upload(`${address}/papers`, 'A5', bytes, '证明.pdf').set('accept', HTML).set('accept-language', 'en');
    const wrong = await upload(Buffer.from('plain text')).expect(422);
    expect(wrong.text).toContain('href="#papers-A5"');
    await upload(pdfBytes('A5')).expect(303);
    const papers = await page(exporter, `${address}/papers`).expect(200);
    const href = /href="(\/applications\/[^"]+\/papers\/[0-9a-f-]{36})"/.exec(papers.text)?.[1] ?? '';
    const file = await exporter.get(href).expect(200);
    expect(file.headers['content-disposition']).toContain('attachment');
    await page(rival, href).expect(404);
  });
});

describe('filing', () => {
  it('stays closed while something is missing, and says what and where', async () => {
    const address = await newDraft();
    const tasks = await page(exporter, address).expect(200);
    expect(tasks.text).toContain(`href="${address}/contract#contract-number"`);
    expect(tasks.text).toMatch(/<button[^>]* disabled[^>]*>Check answers and submit/);
    const check = await page(exporter, `${address}/check`).expect(200);
    expect(check.text).not.toContain('declaration.truthful');
    await send(exporter, `${address}/check`, {
      version: '1',
      'declaration.truthful': 'yes',
      'declaration.signatory': 'Lin',
    }).expect(422);
    expect((await exporter.get(`/api/v1${address}`)).body).toMatchObject({ status: 'draft' });
  });

  it('happens once: the second press of the button finds it filed', async () => {
    const address = await completeDraft();
    const form = {
      version: await formVersion(exporter, `${address}/check`),
      'declaration.truthful': 'yes',
      'declaration.signatory': 'Lin',
    };
    const without = await send(exporter, `${address}/check`, { ...form, 'declaration.truthful': '' }).expect(422);
    expect(without.text).toContain('href="#declaration-truthful"');
    form.version = versionIn(without.text);
    await send(exporter, `${address}/check`, form).expect(303);
    await send(exporter, `${address}/check`, form).expect(409);
    const read = await page(exporter, address).expect(200);
    expect(read.text).toContain('Submitted');
    await page(exporter, `${address}/contract`).expect(409);
    const theCase = address.replace('applications', 'cases');
    expect((await page(reviewer, address).expect(303)).headers['location']).toBe(theCase);
    expect((await page(reviewer, theCase).expect(200)).text).toContain('Accept');
    const noReason = await send(reviewer, `${theCase}/moves/return`, {
      version: await formVersion(reviewer, theCase),
      reason: ' ',
    }).expect(422);
    expect(noReason.text).toContain('href="#reason"');
    await page(reviewer, `${theCase}/moves/grant`).expect(409);
  });
});
