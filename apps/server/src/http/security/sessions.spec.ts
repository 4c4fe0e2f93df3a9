// Sessions at the door: one failure for every cause, ids that change at sign-in, form tokens, and the end of a session.
import request from 'supertest';
import { createServer } from '../../create-server';
import { emailOf, cookieOf, PASSWORD, testServer, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.authority, 'sun', 'administrator');
  await server.person(server.authority, 'gone', 'reviewer');
});
afterAll(() => server.end());

const tryIn = (email: string, password: string) =>
  server.visitor().post('/api/v1/session').set('accept-language', 'en').send({ email, password });

describe('sign-in', () => {
  it('answers with the person and a form token, in a cookie that scripts and other sites do not get', async () => {
    const answer = await tryIn(emailOf('wang'), PASSWORD).expect(200);
    expect(answer.body).toMatchObject({
      name: 'wang',
      roles: ['exporter'],
      organisationKind: 'exporter',
      csrfToken: expect.any(String) as string,
    });
    const [line] = answer.headers['set-cookie'] as unknown as string[];
    expect(line).toMatch(/^licet_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  it('takes the address in any case', async () => {
    await tryIn('WANG@Example.Test', PASSWORD).expect(200);
  });

  it('fails with the same words for an unknown address, a wrong password and a deactivated person', async () => {
    const sun = await server.signIn('sun');
    const people = (await sun.get('/api/v1/people').expect(200)).body as { id: string; email: string; version: number }[];
    const gone = people.find(({ email }) => email === emailOf('gone'));
    await sun.post(`/api/v1/people/${gone?.id}/deactivate`, { version: gone?.version }).expect(200);
    const answers = [
      await tryIn('nobody@example.test', PASSWORD),
      await tryIn(emailOf('wang'), 'quite the wrong password'),
      await tryIn(emailOf('gone'), PASSWORD),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ code: 'sign-in-failed', type: '/problems/sign-in-failed' });
    expect(answers.flatMap(({ headers }) => headers['set-cookie'] ?? [])).toEqual([]);
  });

  it('makes an address wait after ten failures, the right password too, and says for how long', async () => {
    await server.person(server.exporters[0], 'slow', 'exporter');
    for (let tries = 0; tries < 10; tries++) await tryIn(emailOf('slow'), `wrong password ${tries}`).expect(401);
    const limited = await tryIn(emailOf('slow'), PASSWORD).expect(429);
    expect(limited.body).toMatchObject({ code: 'sign-in-limited' });
    expect(limited.headers['retry-after']).toBe('900');
    server.clock.advanceMs(15 * 60_000 + 1000);
    await tryIn(emailOf('slow'), PASSWORD).expect(200);
  });

  it('gives a new session id: one that a stranger planted is worth nothing', async () => {
    const planted = await server.signIn('wang');
    const answer = await server
      .visitor()
      .post('/api/v1/session')
      .set('cookie', planted.cookie)
      .set('x-csrf-token', planted.token);
    expect(answer.status).toBe(422);
    const again = await server
      .visitor()
      .post('/api/v1/session')
      .set('cookie', planted.cookie)
      .set('x-csrf-token', planted.token)
      .send({ email: emailOf('wang'), password: PASSWORD })
      .expect(200);
    expect(cookieOf(again)).not.toBe(planted.cookie);
    await server.visitor().get('/api/v1/session').set('cookie', planted.cookie).expect(401);
    await server.visitor().get('/api/v1/session').set('cookie', cookieOf(again)).expect(200);
  });

  it('takes no session id that the server did not give', async () => {
    const answer = await server.visitor().get('/api/v1/session').set('cookie', 'licet_session=made-up.made-up').expect(401);
    expect(answer.body).toMatchObject({ code: 'not-signed-in' });
  });
});

describe('form tokens', () => {
  it('refuses a change without the token, with a wrong one, and with that of another session', async () => {
    const wang = await server.signIn('wang');
    const other = await server.signIn('wang');
    const post = () => server.visitor().post('/api/v1/applications').set('cookie', wang.cookie).set('accept-language', 'en');
    for (const answer of [
      await post(),
      await post().set('x-csrf-token', 'wrong'),
      await post().set('x-csrf-token', other.token),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body).toMatchObject({ code: 'form-token-wrong', title: 'Form token missing or wrong' });
    }
    const list = await wang.get('/api/v1/applications').expect(200);
    expect(list.body).toMatchObject({ rows: [] });
  });

  it('takes the token that GET /session gives', async () => {
    const wang = await server.signIn('wang');
    const { csrfToken } = (await wang.get('/api/v1/session').expect(200)).body as { csrfToken: string };
    await server.visitor().post('/api/v1/applications').set('cookie', wang.cookie).set('x-csrf-token', csrfToken).expect(201);
  });

  it('lets no foreign form sign anybody in: a visitor of the API sends JSON or nothing', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await server
        .visitor()
        .post('/api/v1/session')
        .set('content-type', type)
        .send(`email=${emailOf('wang')}&password=x`);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([415, 'media-type-unsupported']);
    }
  });
});

describe('forms of the pages', () => {
  const page = () => server.visitor().get('/sign-in').set('accept', 'text/html');
  const send = (fields: object, cookie = '') =>
    server
      .visitor()
      .post('/sign-in')
      .set('accept', 'text/html')
      .set('accept-language', 'en')
      .set('cookie', cookie)
      .type('form')
      .send(fields);

  it('carry their token in a hidden field, for a visitor too', async () => {
    const shown = await page().expect(200);
    const token = /name="_csrf" value="([^"]+)"/.exec(shown.text)?.[1];
    const signedIn = await send({ _csrf: token, email: emailOf('wang'), password: PASSWORD }, cookieOf(shown));
    expect(signedIn.status).toBe(303);
    expect(cookieOf(signedIn)).not.toBe(cookieOf(shown));
    await server.visitor().get('/api/v1/session').set('cookie', cookieOf(signedIn)).expect(200);
  });

  it('are refused without it, as a page', async () => {
    const shown = await page();
    for (const fields of [{}, { _csrf: 'wrong' }]) {
      const refused = await send({ ...fields, email: emailOf('wang'), password: PASSWORD }, cookieOf(shown)).expect(403);
      expect(refused.headers['content-type']).toContain('text/html');
      expect(refused.text).toContain('Form token missing or wrong');
      expect(cookieOf(refused)).toBe('');
    }
  });

  it('lead a visitor to the sign-in page where a page needs one', async () => {
    const answer = await server.visitor().get('/applications').set('accept', 'text/html');
    expect([answer.status, answer.headers['location'] ?? answer.text]).toEqual([303, expect.stringContaining('/sign-in')]);
  });
});

describe('the end of a session', () => {
  it('comes with signing out, on the server too', async () => {
    const wang = await server.signIn('wang');
    const answer = await wang.delete('/api/v1/session').expect(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^licet_session=;.*Expires=Thu, 01 Jan 1970/);
    await wang.get('/api/v1/session').expect(401);
  });

  it('comes after twelve hours without a request, and every request moves it on', async () => {
    const wang = await server.signIn('wang');
    server.clock.advanceMs(11 * 3_600_000);
    await wang.get('/api/v1/session').expect(200);
    server.clock.advanceMs(11 * 3_600_000);
    await wang.get('/api/v1/session').expect(200);
    server.clock.advanceMs(12 * 3_600_000);
    await wang.get('/api/v1/session').expect(401);
  });

  it('comes at once with deactivation', async () => {
    const sun = await server.signIn('sun');
    const chen = await server.person(server.authority, 'chen', 'reviewer');
    const session = await server.signIn('chen');
    await session.get('/api/v1/queue').expect(200);
    await sun.post(`/api/v1/people/${chen.personId}/deactivate`, { version: 2 }).expect(200);
    await session.get('/api/v1/queue').expect(401);
  });

  it('does not come with a restart of the server: sessions stand in the database', async () => {
    const wang = await server.signIn('wang');
    const restarted = await createServer(server.parts);
    await request(restarted.getHttpServer()).get('/api/v1/session').set('cookie', wang.cookie).expect(200);
    await restarted.close();
  });
});
