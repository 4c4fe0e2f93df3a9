// From the papers to the filed application, as a browser without a script goes there.
import { LIMITS } from '#licensing';
import { completeContent } from '../../../../test/builders/content';
import { pdfBytes } from '../../../../test/builders/paper-bytes';
import { completeDraft, formVersion, HTML, newDraft, page, send, versionIn } from '../../../../test/harness/page-calls';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let exporter: SignedIn;
let rival: SignedIn;
let officer: SignedIn;

beforeAll(async () => {
  server = await testServer();
  const [north, south] = server.exporters;
  await server.person(north, 'lin', 'exporter');
  await server.person(south, 'zhou', 'exporter');
  await server.person(server.authority, 'chen', 'provincial-officer');
  exporter = await server.signIn('lin');
  rival = await server.signIn('zhou');
  officer = await server.signIn('chen');
});

afterAll(() => server.end());

describe('papers', () => {
  it('above the size stay on the page, with the fault at their kind', async () => {
    const address = await newDraft(exporter);
    const answer = await exporter
      .upload(`${address}/papers`, 'A4', Buffer.alloc(LIMITS.paperSize + 1, '%'), 'big.pdf')
      .set('accept', HTML)
      .set('accept-language', 'en')
      .expect(422);
    expect(answer.text).toContain('<title>Error: ');
    expect(answer.text).toContain('href="#papers-A4"');
    expect(answer.text).toContain('10 MB');
  });

  it('are taken by their content, with the fault named at their kind, and come back as a download', async () => {
    const address = await newDraft(exporter);
    const upload = (bytes: Buffer) =>
      exporter.upload(`${address}/papers`, 'A5', bytes, '证明.pdf').set('accept', HTML).set('accept-language', 'en');
    const wrong = await upload(Buffer.from('plain text')).expect(422);
    expect(wrong.text).toContain('href="#papers-A5"');
    const cut = await upload(pdfBytes('A5').subarray(0, 5)).expect(422);
    expect(cut.text).toContain('is neither a whole PDF nor a PNG');
    await upload(pdfBytes('A5')).expect(303);
    const papers = await page(exporter, `${address}/papers`).expect(200);
    const href = /href="(\/applications\/[^"]+\/papers\/[0-9a-f-]{36})"/.exec(papers.text)?.[1] ?? '';
    const file = await exporter.get(href).expect(200);
    expect(file.headers['content-disposition']).toContain('attachment');
    await page(rival, href).expect(404);
  });
});

describe('the papers that are listed', () => {
  it('are those asked for, each with why and by which text, and those that are there', async () => {
    const address = await newDraft(exporter);
    const kinds = async () =>
      [...(await page(exporter, `${address}/papers`).expect(200)).text.matchAll(/class="paper-code">(A\d+)</g)].map(
        ([, kind]) => kind,
      );
    expect(await kinds()).toEqual(['A2', 'A3', 'A4', 'A5']);
    const { text } = await page(exporter, `${address}/papers`);
    expect(text).toContain('Needed: asked of every application (Decree 792 Art. 16 (1)).');
    expect(text).toMatch(/<option value="A6">A6 Certificate/);
    await exporter.upload(`${address}/papers`, 'A6', pdfBytes('A6'), 'a6.pdf').set('accept', HTML).expect(303);
    expect(await kinds()).toEqual(['A2', 'A3', 'A4', 'A5', 'A6']);
    const { nameZh, nameEn, creditCode } = server.exporters[0];
    const applicant = { ...completeContent().applicant, nameZh, nameEn, creditCode };
    const declaration = { truthful: false, signatory: '何敏' };
    await exporter.patch(`/api/v1${address}`, { version: 2, applicant, declaration }).expect(200);
    expect(await kinds()).toEqual(['A2', 'A3', 'A4', 'A5', 'A6', 'A10']);
  });

  it('of another kind are refused at their own form, which stays open', async () => {
    const address = await newDraft(exporter);
    const upload = (kind: string, bytes: Buffer) =>
      exporter.upload(`${address}/papers`, kind, bytes, 'x.pdf').set('accept', HTML).set('accept-language', 'en').expect(422);
    const unnamed = await upload('', pdfBytes('x'));
    expect(unnamed.text).toContain('href="#kind"');
    expect(unnamed.text).toContain('<details class="card other-paper" open>');
    const empty = await upload('A7', Buffer.alloc(0));
    expect(empty.text).toContain('href="#papers-other"');
    expect(empty.text).toMatch(/<option value="A7" selected>/);
    await upload('A99', pdfBytes('x'));
  });
});

describe('filing', () => {
  it('stays closed while something is missing, and says what and where', async () => {
    const address = await newDraft(exporter);
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
    const address = await completeDraft(server, exporter);
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
    expect((await page(officer, address).expect(303)).headers['location']).toBe(theCase);
  });

  it('asks why the end user sits elsewhere: the exporter before filing, the officer on the case, in both languages', async () => {
    const address = await completeDraft(server, exporter);
    const english = 'The goods go to South Korea, the end user sits in Japan: the end use should say why.';
    expect((await page(exporter, `${address}/check`)).text).not.toContain('Worth a look');
    const { shipment } = completeContent();
    await exporter
      .patch(`/api/v1${address}`, {
        version: Number(await formVersion(exporter, `${address}/check`)),
        shipment: { ...shipment, destination: 'KR' },
      })
      .expect(200);
    const check = await page(exporter, `${address}/check`).expect(200);
    expect(check.text).toContain(english);
    expect((await page(exporter, `${address}/check`, 'zh')).text).toContain('货物运往韩国，最终用户位于日本');
    const form = { version: versionIn(check.text), 'declaration.truthful': 'yes', 'declaration.signatory': 'Lin' };
    await send(exporter, `${address}/check`, form).expect(303);
    const theCase = address.replace('applications', 'cases');
    expect((await page(officer, theCase).expect(200)).text).toContain(english);
    expect((await page(officer, theCase, 'zh')).text).toContain('货物运往韩国，最终用户位于日本');
  });

  it('stays closed while the unit price contradicts the value, with a link to it', async () => {
    const address = await completeDraft(server, exporter);
    const { version, content } = (await exporter.get(`/api/v1${address}`)).body as {
      version: number;
      content: { items: { id: string }[] };
    };
    const items = content.items.map((item) => ({ ...item, unitPrice: '29' }));
    await exporter.patch(`/api/v1${address}`, { version, items }).expect(200);
    const check = await page(exporter, `${address}/check`).expect(200);
    expect(check.text).toContain('29 times 50 is 1450 USD');
    expect(check.text).toContain(`href="${address}/items/${items[0]?.id ?? ''}#items-0-unitPrice"`);
    expect(check.text).not.toContain('declaration.truthful');
  });
});
