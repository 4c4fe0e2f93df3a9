// The officers' and the administrator's pages through HTTP: queue, advice, countersignature, decision, licence, people.
import { randomUUID } from 'node:crypto';
import { PAPER_KINDS } from '#licensing';
import { completeContent } from '../../../../test/builders/content';
import { pdfBytes } from '../../../../test/builders/paper-bytes';
import { HTML, page, send, versionIn } from '../../../../test/harness/page-calls';
import { emailOf, testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

let server: TestServer;
let exporter: SignedIn;
let reviewer: SignedIn;
let adviser: SignedIn;
let countersigner: SignedIn;
let manager: SignedIn;
let administrator: SignedIn;

beforeAll(async () => {
  server = await testServer();
  const { authority } = server;
  await server.person(server.exporters[0], 'lin', 'exporter');
  await server.person(authority, 'chen', 'reviewer');
  await server.person(authority, 'he', 'reviewer', 'countersigner');
  await server.person(authority, 'wu', 'countersigner');
  await server.person(authority, 'zheng', 'manager');
  await server.person(authority, 'sun', 'administrator');
  exporter = await server.signIn('lin');
  reviewer = await server.signIn('chen');
  adviser = await server.signIn('he');
  countersigner = await server.signIn('wu');
  manager = await server.signIn('zheng');
  administrator = await server.signIn('sun');
});

afterAll(() => server.end());

interface Filed {
  readonly id: string;
  readonly address: string;
  readonly itemId: string;
  /** Makes a move through the API with the present version. */
  move(who: SignedIn, name: string, input?: object): Promise<void>;
  version(): Promise<string>;
}

async function filed(): Promise<Filed> {
  const itemId = randomUUID();
  const { items, parties, ...rest } = completeContent();
  const { nameZh, nameEn, creditCode } = server.exporters[0];
  const content = {
    ...rest,
    applicant: { ...rest.applicant, nameZh, nameEn, creditCode },
    items: items.map((item) => ({ ...item, id: itemId })),
    parties: parties.map((party) => ({ ...party, id: randomUUID() })),
  };
  const { id } = (await exporter.post('/api/v1/applications').expect(201)).body as { id: string };
  const api = `/api/v1/applications/${id}`;
  const version = async () => String(((await exporter.get(api)).body as { version: number }).version);
  const move = async (who: SignedIn, name: string, input: object = {}) => {
    await who.post(`${api}/moves/${name}`, { version: Number(await version()), ...input }).expect(200);
  };
  await exporter.patch(api, { version: 1, ...content }).expect(200);
  for (const kind of PAPER_KINDS) await exporter.upload(`${api}/papers`, kind, pdfBytes(kind), `${kind}.pdf`).expect(201);
  await move(exporter, 'submit');
  return { id, address: `/cases/${id}`, itemId, move, version };
}

async function inReview(by: SignedIn): Promise<Filed> {
  const one = await filed();
  await one.move(by, 'accept');
  await one.move(by, 'start-review');
  return one;
}

async function advised(by: SignedIn): Promise<Filed> {
  const one = await inReview(by);
  const advice = {
    recommendation: 'approve',
    reasons: 'Civil use',
    conditions: [],
    items: [{ itemId: one.itemId, controlCode: '1C905.b' }],
  };
  await one.move(by, 'advise', { advice });
  return one;
}

describe('the queue', () => {
  it('offers a free case, hands it over once, and takes it back', async () => {
    const one = await filed();
    const free = await page(reviewer, '/queue?filter=free').expect(200);
    expect(free.text).toContain(`action="${one.address}/take"`);
    const version = await one.version();
    const taken = await send(reviewer, `${one.address}/take`, { version }).expect(303);
    expect(taken.headers['location']).toBe(one.address);
    await send(adviser, `${one.address}/take`, { version }).expect(409);
    const theirs = await page(adviser, one.address).expect(200);
    expect(theirs.text).toMatch(/<button[^>]* disabled aria-describedby="blocked-accept">Accept/);
    expect(theirs.text).toContain('Another officer holds this case.');
    await send(reviewer, `${one.address}/release`, { version: await one.version() }).expect(303);
    await send(reviewer, '/queue/take-next', {}).expect(303);
    await page(reviewer, '/queue?filter=none').expect(422);
  });
});

describe('advice', () => {
  it("begins with the exporter's code beside the determined one, and keeps what was written when something is missing", async () => {
    const one = await inReview(reviewer);
    const url = `${one.address}/moves/advise`;
    const form = await page(reviewer, url).expect(200);
    expect(form.text).toContain(`name="advice.items.${one.itemId}" type="text" value="1C905.b"`);
    expect(form.text).toContain('Licence required');
    const given = { version: versionIn(form.text), [`advice.items.${one.itemId}`]: '1C905.b', 'advice.reasons': 'Civil use' };
    const more = await send(reviewer, url, { ...given, add: 'advice.conditions', 'advice.conditions.1.zh': '报告' }).expect(200);
    expect(more.text).toContain('name="advice.conditions.3.en"');
    const wrong = await send(reviewer, url, {
      ...given,
      'advice.recommendation': 'approve-with-conditions',
      'advice.conditions.1.zh': '报告',
    }).expect(422);
    expect(wrong.text).toContain('href="#advice-conditions-1-en"');
    expect(wrong.text).toContain('value="报告"');
    expect(wrong.text).toMatch(/value="approve-with-conditions" checked/);
    const unknown = await send(reviewer, url, {
      ...given,
      'advice.recommendation': 'approve',
      [`advice.items.${one.itemId}`]: '9Z999',
    }).expect(422);
    expect(unknown.text).toContain(`href="#advice-items-${one.itemId}"`);
    await send(reviewer, url, { ...given, 'advice.recommendation': 'approve' }).expect(303);
    expect((await page(reviewer, one.address)).text).toContain('Civil use');
  });

  it('is countersigned by another person, who sees it whole; its author is refused', async () => {
    const one = await advised(adviser);
    const own = await page(adviser, `${one.address}/moves/countersign`).expect(403);
    expect(own.text).toContain('nobody countersigns their own');
    const form = await page(countersigner, `${one.address}/moves/countersign`).expect(200);
    expect(form.text).toContain('Civil use');
    await send(countersigner, `${one.address}/moves/countersign`, { version: versionIn(form.text) }).expect(303);
    expect((await page(manager, one.address)).text).toContain('Countersigned');
  });
});

describe('the decision', () => {
  it('states a validity within the limit, issues the licence, and shows it to the exporter', async () => {
    const one = await advised(reviewer);
    await one.move(countersigner, 'countersign');
    const url = `${one.address}/moves/grant`;
    const form = await page(manager, url).expect(200);
    expect(form.text).toContain(`value="${server.clock.today()}"`);
    const version = versionIn(form.text);
    const tooLong = await send(manager, url, { version, validFrom: '2026-03-02', validTo: '2027-03-02' }).expect(422);
    expect(tooLong.text).toContain('href="#validTo"');
    const past = await send(manager, url, { version, validFrom: '2026-03-01', validTo: '2026-04-01' }).expect(422);
    expect(past.text).toContain('href="#validFrom"');
    await send(manager, url, { version, validFrom: '', validTo: '' }).expect(422);
    await send(manager, url, { version, validFrom: '2026-03-02', validTo: '2027-03-01' }).expect(303);
    const read = await page(exporter, `/applications/${one.id}`).expect(200);
    const licence = /href="(\/licences\/[0-9a-f-]{36})"/.exec(read.text)?.[1] ?? '';
    expect((await page(exporter, licence).expect(200)).text).toContain('2027-03-01');
    const view = (await exporter.get(`/api/v1${licence}`).expect(200)).body as { view: { verification: { code: string } } };
    const { code } = view.view.verification;
    for (const who of [exporter, reviewer, manager])
      for (const [language, words] of [
        ['en', 'Verification code'],
        ['zh', '核验码'],
      ] as const) {
        const shown = await page(who, licence).set('accept-language', language).expect(200);
        expect(shown.text).toContain(words);
        expect(shown.text).toContain(`href="/verify/${code}">${code}</a>`);
      }
    await server.visitor().get(`/verify/${code}`).set('accept', HTML).expect(200);
    expect((await page(exporter, `${licence}/document-state`).expect(200)).text).toContain('Being prepared');
    await page(exporter, `${licence}/document`).expect(409);
    await page(exporter, `${licence}/moves/revoke`).expect(403);
    const suspend = await page(manager, `${licence}/moves/suspend`).expect(200);
    expect(
      (await send(manager, `${licence}/moves/suspend`, { version: versionIn(suspend.text), reason: '' }).expect(422)).text,
    ).toContain('href="#reason"');
    await send(manager, `${licence}/moves/suspend`, { version: versionIn(suspend.text), reason: 'Check of the end user' }).expect(
      303,
    );
    expect((await page(exporter, licence)).text).toContain('Suspended');
    await page(manager, `${licence}/moves/suspend`).expect(409);
  });
});

describe("an item's page", () => {
  it('tells what the law asks with its source and what was not checked, and records a comparison', async () => {
    const one = await filed();
    const url = `/applications/${one.id}/items/${one.itemId}/law`;
    const law = await page(reviewer, url).expect(200);
    for (const words of [
      'Licence required',
      '1C905.b',
      'Announcement No. 18 of 2025',
      'What was not checked',
      'At submission (exporter)',
    ]) {
      expect(law.text).toContain(words);
    }
    expect((await send(reviewer, url, { edition: '', note: '' }).expect(422)).text).toContain('href="#edition"');
    await send(reviewer, url, { edition: 'List of 2026', note: '' }).expect(303);
    expect((await page(reviewer, url)).text).toContain('List of 2026');
    await page(reviewer, `/applications/${one.id}/items/${randomUUID()}/law`).expect(404);
  });
});

describe('people', () => {
  it('are invited with fitting roles, and deactivated with their cases handed on', async () => {
    const invitation = { name: 'Neu', email: emailOf('neu'), organisationId: server.authority.id };
    const unfit = await send(administrator, '/admin/people/invite', { ...invitation, roles: 'exporter' }).expect(422);
    expect(unfit.text).toContain('href="#roles"');
    expect(unfit.text).toContain('value="Neu"');
    await send(administrator, '/admin/people/invite', { ...invitation, roles: 'reviewer' }).expect(303);
    const taken = await send(administrator, '/admin/people/invite', { ...invitation, roles: 'reviewer' }).expect(422);
    expect(taken.text).toContain('href="#email"');
    const people = await page(administrator, '/admin/people').expect(200);
    expect(people.text).toContain('Invite Neu again');
    const { personId } = await server.person(server.authority, 'gone', 'reviewer');
    const url = `/admin/people/${personId}/deactivate`;
    const form = await page(administrator, url).expect(200);
    expect(form.text).toContain('Back to the queue, for anybody to take');
    await send(administrator, url, { version: versionIn(form.text), handOverTo: randomUUID() }).expect(422);
    await send(administrator, url, { version: versionIn(form.text), handOverTo: '' }).expect(303);
    await page(reviewer, '/admin/organisations').expect(403);
  });

  it('belong to organisations, whose credit code is checked', async () => {
    const form = { kind: 'exporter', nameZh: '新企业', nameEn: 'New', creditCode: '1', address: '', province: '' };
    const wrong = await send(administrator, '/admin/organisations/new', form).expect(422);
    expect(wrong.text).toContain('href="#creditCode"');
    await send(administrator, '/admin/organisations/new', { ...form, kind: 'authority', creditCode: '' }).expect(303);
    expect((await page(administrator, '/admin/organisations')).text).toContain('新企业');
  });
});
