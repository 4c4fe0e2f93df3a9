// Verification by API and page: three things and nothing else to who holds the code, one uniform no to everybody else, thirty times a minute.
import { addDays } from '#kernel';
import { anApplication } from '../../../../../test/builders/application';
import { serverHouse } from '../../../../../test/builders/server-house';
import { testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;
let code: string;
let number: string;
let licenceId: string;

beforeAll(async () => {
  server = await testServer();
  const home = await serverHouse(server);
  const application = await anApplication(home).published().build();
  const licence = await home.store.run({ kind: 'system' }, (tx) => tx.licences.ofApplication(application.id));
  const view = licence?.document.view as { number: string; verification: { code: string; url: string } };
  ({ number } = view);
  ({ code } = view.verification);
  expect(view.verification.url).toBe(`http://127.0.0.1:3000/verify/${code}`);
  licenceId = licence?.id ?? '';
});
afterAll(() => server.end());

const asked = (text: string) =>
  server
    .visitor()
    .get(`/api/v1/verifications/${encodeURIComponent(text)}`)
    .set('accept-language', 'en');
const page = (text: string) =>
  server
    .visitor()
    .get(`/verify/${encodeURIComponent(text)}`)
    .set('accept', 'text/html')
    .set('accept-language', 'en');

it('has 140 bits in readable groups', () => {
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
});

it('tells number, state on the day and hash, and nothing else; the paper’s hash once it is ready', async () => {
  expect((await asked(code).expect(200)).body).toEqual({ number, life: 'active', sha256: null });
  const documentId = await server.store.run(
    { kind: 'system' },
    async (tx) => (await tx.licences.find(licenceId))?.document.id ?? '',
  );
  const sha256 = 'ab'.repeat(32);
  await server.store.run({ kind: 'system' }, (tx) =>
    tx.licences.documentReady(documentId, { template: 'licence/v1', sha256, fileKey: 'files/x', at: server.clock.now() }),
  );
  expect((await asked(code.toLowerCase().replaceAll('-', ' ')).expect(200)).body).toEqual({ number, life: 'active', sha256 });
  const shown = await page(code).expect(200);
  expect(shown.text).toContain(number);
  expect(shown.text).toContain(sha256);
  expect(shown.text).not.toMatch(/氧化镝|Dysprosium|CQ-2026|Hokuto|北方稀土|1C905/);
  expect(shown.headers).toMatchObject({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  expect(shown.headers).not.toHaveProperty('set-cookie');
});

it('reads the state on the day: never active after its last day', async () => {
  const now = server.clock.now();
  server.clock.advanceDays(180);
  expect((await asked(code)).body).toMatchObject({ life: 'active' });
  server.clock.advanceDays(1);
  expect((await asked(code)).body).toMatchObject({ life: 'expired' });
  expect(addDays(server.clock.today(), -181)).toBe('2026-03-02');
  server.clock.set(now);
});

it('says one and the same to everything that is no code', async () => {
  const other = code.replace(/^./, (sign) => (sign === '0' ? '1' : '0'));
  const texts = [other, code.slice(0, -1), `${code}0`, number, licenceId, "' or 1=1 --", '%', '-', 'x'.repeat(150)];
  const answers = await Promise.all(texts.map((text) => asked(text)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers[0]?.body).toMatchObject({ code: 'verification-not-found', facts: {}, faults: [] });
  const shown = await page(other).expect(404);
  expect(shown.text).toContain('href="/verify"');
  expect(shown.text.replace(/[0-9a-f-]{36}/g, '')).toBe((await page('nonsense').expect(404)).text.replace(/[0-9a-f-]{36}/g, ''));
});

it('the form leads to the page of the code, in its one notation', async () => {
  const form = await server.visitor().get('/verify').set('accept', 'text/html').expect(200);
  const token = /name="_csrf" value="([^"]+)"/.exec(form.text)?.[1] ?? '';
  const cookie = String(form.headers['set-cookie']).split(';')[0] ?? '';
  const send = (typed: string) =>
    server.visitor().post('/verify').set('cookie', cookie).type('form').send({ _csrf: token, code: typed });
  expect((await send(` ${code.toLowerCase()} `).expect(303)).headers['location']).toBe(`/verify/${code}`);
  expect((await send('../x?y#z').expect(303)).headers['location']).toBe('/verify/XYZ');
  expect((await send('').expect(422)).text).toContain('code');
  await send('x'.repeat(101)).expect(422);
});

it('lets one network address ask thirty times a minute, by API and page together, however the address is written', async () => {
  const fresh = await testServer();
  const ways = ['/verify/0000', '/%76erify/0000', '/api/v1/verifications/0000', '/api/v1/%76erifications/0000?x'];
  const ask = (index: number) =>
    fresh
      .visitor()
      .get(ways[index % ways.length] ?? '')
      .set('accept', 'application/json');
  for (let index = 0; index < 30; index++) expect((await ask(index)).status).toBe(404);
  const late = await fresh.visitor().get(`/api/v1/verifications/${code}`);
  expect([late.status, (late.body as { code: string }).code]).toEqual([429, 'too-many-requests']);
  expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
  for (const way of ways) expect((await fresh.visitor().get(way).set('accept', 'application/json')).status).toBe(429);
  await fresh.visitor().get('/api/v1/session').expect(401);
  await fresh.end();
});
