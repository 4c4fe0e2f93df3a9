// What every page does, through HTTP on a real database: sign-in, the choice of language, refusals as pages.
import { HTML, newDraft, page, send } from '../../../../test/harness/page-calls';
import { emailOf, PASSWORD, testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';

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
    const address = await newDraft(exporter);
    for (const place of ['', '/check', '/items', '/papers', '/applicant', '/moves/withdraw'])
      await page(rival, address + place).expect(404);
    await send(rival, `${address}/applicant`, { version: '1' }).expect(404);
    await page(reviewer, address.replace('applications', 'cases')).expect(404);
  });

  it('changes nothing without the form token', async () => {
    const address = await newDraft(exporter);
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
