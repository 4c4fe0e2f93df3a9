// What the door refuses by itself, and the headers that stand on every answer.
import { connect } from 'node:net';
import { testServer, type SignedIn, type TestServer } from '../../../../test/harness/test-server';
import { BODY_LIMIT } from '../create-server';
import { DEEPEST_INPUT } from './validate-input';

let server: TestServer;
let wang: SignedIn;
let draft: string;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  wang = await server.signIn('wang');
  draft = `/api/v1/applications/${((await wang.post('/api/v1/applications').expect(201)).body as { id: string }).id}`;
});
afterAll(() => server.end());

const codeOf = (answer: { body: unknown }) => (answer.body as { code: string }).code;
const raw = (url: string, type: string, body: string) =>
  server.visitor().post(url).set('cookie', wang.cookie).set('x-csrf-token', wang.token).set('content-type', type).send(body);

describe('headers', () => {
  it('allow nothing from elsewhere and nothing inline, and forbid framing, sniffing and keeping', async () => {
    const { headers } = await server.visitor().get('/health/live').expect(200);
    const policy = String(headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
      "form-action 'self'",
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toMatch(/unsafe|http:/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('stand on refusals too', async () => {
    const { headers } = await server.visitor().get('/api/v1/nothing-here').expect(404);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('speak of https where the public address is https: secure cookies, HSTS', async () => {
    const { settings } = server.parts;
    const secure = await testServer({ settings: { ...settings, publicUrl: 'https://licet.example' } });
    await secure.person(secure.exporters[0], 'wang', 'exporter');
    const answer = await secure
      .visitor()
      .post('/api/v1/session')
      .set('x-forwarded-proto', 'https')
      .send({ email: 'wang@example.test', password: 'correct horse battery staple' });
    expect(String(answer.headers['set-cookie'])).toContain('; Secure');
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    await secure.end();
  });
});

describe('assets', () => {
  it('are kept for ever under an address of their version', async () => {
    const { headers, text } = await server.visitor().get('/assets/htmx-2.0.11/htmx.min.js').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(text).toContain('htmx');
    const css = await server.visitor().get('/assets/tabler-1.6.1/css/tabler.min.css').expect(200);
    expect(css.headers['content-type']).toContain('text/css');
  });

  it('do not lead out of their folder', async () => {
    await server.visitor().get('/assets/htmx-2.0.11/..%2f..%2f..%2fpackage.json').expect(404);
    await server.visitor().get('/assets/htmx-2.0.11/%2e%2e/package.json').expect(404);
    await server.visitor().get('/assets/htmx-2.0.11/').expect(404);
  });
});

describe('malformed requests', () => {
  it('broken JSON is 400, an empty JSON body too, a foreign content type 415', async () => {
    const broken = await raw('/api/v1/session', 'application/json', '{"email":').expect(400);
    expect(codeOf(broken)).toBe('malformed-json');
    expect(broken.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(codeOf(await raw('/api/v1/session', 'application/json', '').expect(400))).toBe('malformed-json');
    expect(codeOf(await raw('/api/v1/session', 'application/json', '{"__proto__":{"email":"x"}}').expect(400))).toBe(
      'malformed-json',
    );
    expect(codeOf(await raw('/api/v1/session', 'application/xml', '<a/>').expect(415))).toBe('media-type-unsupported');
    expect(codeOf(await raw('/api/v1/session', 'application/x-www-form-urlencoded', 'a=b').expect(415))).toBe(
      'media-type-unsupported',
    );
  });

  it('JSON that is no object is no input', async () => {
    for (const body of ['[]', '"text"', '1', 'null']) {
      expect(codeOf(await raw('/api/v1/session', 'application/json', body).expect(422))).toBe('input-invalid');
    }
  });

  it('an upload that is cut short or names no boundary is 400, for the API and for a page', async () => {
    const cut = '--x\r\nContent-Dispo';
    const inPart = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF';
    const inField = '--x\r\nContent-Disposition: form-data; name="kind"\r\n\r\nA2';
    for (const [type, body] of [
      ['multipart/form-data; boundary=x', cut],
      ['multipart/form-data; boundary=x', inPart],
      ['multipart/form-data; boundary=x', inField],
      ['multipart/form-data', cut],
      ['multipart/form-data; boundary=""', cut],
      [`multipart/form-data; boundary=${'x'.repeat(300)}`, cut],
    ] as const) {
      const answer = await raw(`${draft}/papers`, type, body).expect(400);
      expect(codeOf(answer)).toBe('malformed-request');
      const page = await raw(`${draft.slice('/api/v1'.length)}/papers`, type, body)
        .set('accept', 'text/html')
        .expect(400);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.text).toContain('请求格式错误');
    }
  });

  it('a body nested deeper than the bound is refused, however deep', async () => {
    const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    for (const body of [nested(20_000), `${'['.repeat(20_000)}${']'.repeat(20_000)}`, nested(DEEPEST_INPUT + 1)]) {
      const answer = await raw('/api/v1/session', 'application/json', body).expect(422);
      expect(answer.body).toMatchObject({ code: 'input-invalid', faults: [{ code: 'nested-too-deep', at: null }] });
    }
    const atTheBound = await raw('/api/v1/session', 'application/json', nested(DEEPEST_INPUT)).expect(422);
    expect((atTheBound.body as { faults: object[] }).faults).toContainEqual(expect.objectContaining({ code: 'unknown-field' }));
  });

  it('a body above one megabyte is refused', async () => {
    const body = JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(BODY_LIMIT) });
    expect(codeOf(await raw('/api/v1/session', 'application/json', body).expect(413))).toBe('body-too-large');
  });

  it('unknown addresses are 404, known ones with another method 405 with what they take', async () => {
    expect(codeOf(await server.visitor().get('/api/v1/nothing').expect(404))).toBe('no-such-place');
    expect(codeOf(await wang.get(`${draft}/nothing`).expect(404))).toBe('no-such-place');
    const wrong = await server.visitor().put('/api/v1/session').set('accept-language', 'en').expect(405);
    expect(codeOf(wrong)).toBe('method-not-allowed');
    expect(wrong.headers['allow']).toBe('DELETE, GET, HEAD, POST');
  });

  it('an address that cannot be decoded is refused without a fault', async () => {
    for (const address of ['/api/v1/applications/%E0%A4%A', '/api/v1/%', '/health/%ff']) {
      const answer = await server.visitor().get(address).expect(400);
      expect(codeOf(answer)).toBe('malformed-request');
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
    }
    for (const who of [wang.get('/applications/%E0%A4%A'), server.visitor().get('/%')]) {
      const page = await who.set('accept', 'text/html').set('accept-language', 'en').expect(400);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['content-security-policy']).toContain("default-src 'none'");
      expect(page.text).toContain('Malformed request');
    }
    expect(codeOf(await wang.get(`/api/v1/applications/${'x'.repeat(4000)}`).expect(404))).toBe('application-not-found');
    expect(codeOf(await wang.get('/api/v1/applications/not-an-id').expect(404))).toBe('application-not-found');
    expect(codeOf(await wang.get("/api/v1/applications/1';drop table application;--").expect(404))).toBe('application-not-found');
  });

  it('a request that is no HTTP at all does not stop the server', async () => {
    await server.app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = server.app.getHttpServer().address() as { port: number };
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (data) => resolve(data.toString('latin1')));
      socket.on('close', () => resolve(''));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
    await server.visitor().get('/health/live').expect(200);
  });
});

describe('the language of problems', () => {
  it.each([
    [undefined, 'zh-CN', '尚未登录'],
    ['en', 'en', 'Not signed in'],
    ['en-GB, zh;q=0.5', 'en', 'Not signed in'],
    ['fr, zh-TW;q=0.8, en;q=0.5', 'zh-CN', '尚未登录'],
    ['en;q=0, zh', 'zh-CN', '尚未登录'],
    ['fr', 'zh-CN', '尚未登录'],
  ])('Accept-Language %s answers in %s', async (header, tag, title) => {
    const call = server.visitor().get('/api/v1/session');
    const answer = await (header === undefined ? call : call.set('accept-language', header)).expect(401);
    expect(answer.headers['content-language']).toBe(tag);
    expect(answer.body).toMatchObject({ title, status: 401, type: '/problems/not-signed-in' });
  });

  it('every code has its page', async () => {
    const all = (await server.visitor().get('/problems').expect(200)).body as { code: string }[];
    expect(all.length).toBeGreaterThan(50);
    const one = await server.visitor().get('/problems/stale-version').expect(200);
    expect(one.body).toMatchObject({ code: 'stale-version', status: 409, title: { zh: '内容已被更改' } });
    expect(codeOf(await server.visitor().get('/problems/constructor').expect(404))).toBe('no-such-place');
  });
});

describe('too many requests', () => {
  it('make one network address wait', async () => {
    const narrow = await testServer({ requestsPerMinute: 3 });
    for (let count = 0; count < 3; count++) await narrow.visitor().get('/api/v1/session').expect(401);
    const answer = await narrow.visitor().get('/api/v1/session').expect(429);
    expect(codeOf(answer)).toBe('too-many-requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await narrow.visitor().get('/health/live').expect(200);
    await narrow.end();
  });
});

describe('faults of the program', () => {
  it('tell a reference and nothing else', async () => {
    const broken = await testServer({
      passwords: { hash: () => Promise.resolve('x'), verify: () => Promise.reject(new TypeError('secret detail')) },
    });
    const said: string[] = [];
    broken.app.useLogger({
      error: (...words: unknown[]) => said.push(words.join(' ')),
      warn: () => undefined,
      log: () => undefined,
    });
    const answer = await broken
      .visitor()
      .post('/api/v1/session')
      .set('accept-language', 'en')
      .send({ email: 'a@b.example', password: 'x' })
      .expect(500);
    const reference = answer.headers['x-request-id'];
    expect(answer.body).toMatchObject({
      code: 'unexpected-fault',
      facts: { reference },
      detail: `The system failed; the reference is ${reference}.`,
    });
    expect(answer.text).not.toMatch(/TypeError|secret|\.ts|stack/);
    expect(said.join()).toContain('secret detail');
    expect(said.join()).toContain(reference);
    await broken.end();
  });
});

describe('health', () => {
  it('is ready with database, schema and queue, and says which part is not', async () => {
    expect((await server.visitor().get('/health/ready').expect(200)).body).toEqual({
      status: 'ready',
      parts: { database: 'ok', schema: 'ok', queue: 'ok' },
    });
    const away = await testServer({
      queue: { ping: () => Promise.reject(new Error('away')), unfit: () => Promise.resolve(null) },
      pendingMigrations: () => Promise.resolve(['Next']),
    });
    const answer = await away.visitor().get('/health/ready').set('accept-language', 'en').expect(503);
    expect(answer.body).toMatchObject({
      code: 'not-ready',
      facts: { parts: ['schema', 'queue'], reasons: { schema: 'migrations-pending', queue: 'no-answer' } },
      detail: 'These parts are not available: schema, queue.',
    });
    await away.visitor().get('/health/live').expect(200);
    await away.end();
  });
});
