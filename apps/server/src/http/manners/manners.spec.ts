// The API's manners: entity tags, If-Match, Idempotency-Key.
import type request from 'supertest';
import { addMs } from '#kernel';
import { pdfBytes } from '../../../../../test/builders/paper-bytes';
import { completeSections } from '../../../../../test/harness/described';
import { testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';
import { ANSWER_LIFE_MS } from './idempotency';

let server: TestServer;
let wang: SignedIn;
let li: SignedIn;
let admin: SignedIn;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.exporters[0], 'wang', 'exporter');
  await server.person(server.exporters[1], 'li', 'exporter');
  await server.person(server.authority, 'admin', 'administrator');
  wang = await server.signIn('wang');
  li = await server.signIn('li');
  admin = await server.signIn('admin');
});
afterAll(() => server.end());

const ALL = '/api/v1/applications';
const codeOf = (answer: request.Response) => [answer.status, (answer.body as { code?: string }).code];
const idOf = (answer: request.Response) => (answer.body as { id: string }).id;
const tagOf = (answer: request.Response) => answer.headers['etag'] ?? '';
const draft = async () => `${ALL}/${idOf(await wang.post(ALL).expect(201))}`;
const count = async (caller: SignedIn = wang) =>
  ((await caller.get(`${ALL}?limit=100`).expect(200)).body as { rows: object[] }).rows.length;
const signed = (signatory: string) => ({ declaration: { truthful: false, signatory } });

describe('entity tags', () => {
  it('begin with the version, and answer 304 without a body until something changes', async () => {
    const one = await draft();
    const first = await wang.get(one).expect(200);
    expect(tagOf(first)).toMatch(/^"1\.[0-9a-f]{20}"$/);
    const same = await wang
      .get(one)
      .set('if-none-match', `"x", W/${tagOf(first)}`)
      .expect(304);
    expect([same.text, same.headers['etag'], same.headers['content-type']]).toEqual(['', tagOf(first), undefined]);
    await wang.patch(one, { version: 1, ...signed('王') }).expect(200);
    const changed = await wang.get(one).set('if-none-match', tagOf(first)).expect(200);
    expect(tagOf(changed)).toMatch(/^"2\./);
  });

  it('differ by what the answer depends on besides the version: day and language', async () => {
    const one = await draft();
    const zh = tagOf(await wang.get(one).set('accept-language', 'zh'));
    await wang.get(one).set('accept-language', 'en').set('if-none-match', zh).expect(200);
    await wang.get(one).set('accept-language', 'zh').set('if-none-match', zh).expect(304);
  });

  it('stand on lists and people, not on the session, on refusals or on changes', async () => {
    const list = await wang.get(ALL).expect(200);
    expect(tagOf(list)).toMatch(/^"[0-9a-f]{20}"$/);
    await wang.get(ALL).set('if-none-match', tagOf(list)).expect(304);
    const people = (await admin.get('/api/v1/people').expect(200)).body as { id: string; name: string }[];
    const person = await admin.get(`/api/v1/people/${people[0]?.id ?? ''}`).expect(200);
    expect(person.body).toEqual(people[0]);
    expect(tagOf(person)).toMatch(/^"\d+\.[0-9a-f]{20}"$/);
    expect(codeOf(await admin.get('/api/v1/people/00000000-0000-4000-8000-000000000000'))).toEqual([404, 'person-not-found']);
    for (const answer of [await wang.get('/api/v1/session'), await wang.get(`${ALL}/none`), await wang.post(ALL)])
      expect(answer.headers).not.toHaveProperty('etag');
  });

  it('do not let in who may not read', async () => {
    const one = await draft();
    const tag = tagOf(await wang.get(one));
    expect(codeOf(await li.get(one).set('if-none-match', tag))).toEqual([404, 'application-not-found']);
    expect(codeOf(await server.visitor().get(one).set('if-none-match', '*'))).toEqual([401, 'not-signed-in']);
  });
});

describe('If-Match', () => {
  it('stands in for the version of the body, whole or as the version alone', async () => {
    const one = await draft();
    const tag = tagOf(await wang.get(one));
    expect((await wang.patch(one, signed('一')).set('if-match', tag).expect(200)).body).toEqual({ version: 2 });
    expect((await wang.patch(one, signed('二')).set('if-match', '"2"').expect(200)).body).toEqual({ version: 3 });
    await wang
      .patch(one, { version: 3, ...signed('三') })
      .set('if-match', '"3"')
      .expect(200);
  });

  it('answers a late write with 412 and what changed, where the body’s version answers 409', async () => {
    const one = await draft();
    await wang.patch(one, { version: 1, ...signed('一') }).expect(200);
    const late = await wang.patch(one, signed('二')).set('if-match', '"1"').expect(412);
    expect(late.body).toMatchObject({ code: 'precondition-failed', status: 412, facts: { yours: 1, current: 2 } });
    expect((late.body as { facts: { changes: object[] } }).facts.changes).toMatchObject([{ verb: 'edit' }]);
    expect(codeOf(await wang.patch(one, { version: 1, ...signed('二') }))).toEqual([409, 'stale-version']);
    expect((await wang.get(one)).body).toMatchObject({ version: 2, content: { declaration: { signatory: '一' } } });
  });

  it('serves a move without a body', async () => {
    const one = await draft();
    const answer = await server
      .visitor()
      .post(`${one}/moves/withdraw`)
      .set('cookie', wang.cookie)
      .set('x-csrf-token', wang.token)
      .set('if-match', '"9"');
    expect(codeOf(answer)).toEqual([412, 'precondition-failed']);
  });

  it.each(['3', '*', '"x"', '"0"', 'W/"1"', '"1", "2"', '"1.zz"', '""'])('%s is refused, and nothing is done', async (tag) => {
    const one = await draft();
    expect(codeOf(await wang.patch(one, signed('x')).set('if-match', tag))).toEqual([422, 'if-match-unfit']);
    expect((await wang.get(one)).body).toMatchObject({ version: 1 });
  });

  it('is refused where it contradicts the body or where nothing is compared', async () => {
    const one = await draft();
    expect(codeOf(await wang.patch(one, { version: 1, ...signed('x') }).set('if-match', '"2"'))).toEqual([422, 'if-match-unfit']);
    const before = await count();
    expect(codeOf(await wang.post(ALL).set('if-match', '"1"'))).toEqual([422, 'if-match-unfit']);
    expect(await count()).toBe(before);
  });
});

describe('Idempotency-Key', () => {
  const keyed = (key: string, caller: SignedIn = wang, body?: object) => caller.post(ALL, body).set('idempotency-key', key);

  it('gives the same answer again without a second effect', async () => {
    const before = await count();
    const first = await keyed('a').expect(201);
    const second = await keyed('a').expect(201);
    expect(second.body).toEqual(first.body);
    expect(second.headers).toMatchObject({
      'idempotency-replayed': 'true',
      location: first.headers['location'],
      'content-type': first.headers['content-type'],
    });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    expect(await count()).toBe(before + 1);
  });

  it('of ten calls at once one has an effect, and all are answered alike', async () => {
    const before = await count();
    const answers = await Promise.all(Array.from({ length: 10 }, () => keyed('at-once')));
    expect(new Set(answers.map((one) => `${one.status} ${idOf(one)}`)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('is kept however the address is written, and never for a sign-in', async () => {
    const before = await count();
    const odd = () => wang.post('/%61pi/v1/applic%61tions').set('idempotency-key', 'odd');
    expect((await odd().expect(201)).body).toEqual((await odd().expect(201)).body);
    expect(await count()).toBe(before + 1);
    const again = await wang.post('/api/v1/%73ession', {}).set('idempotency-key', 'sign-in').expect(422);
    expect(again.headers).not.toHaveProperty('idempotency-replayed');
    expect((await wang.post('/api/v1/%73ession', {}).set('idempotency-key', 'sign-in')).headers).not.toHaveProperty(
      'idempotency-replayed',
    );
  });

  it('with another body or address is 422', async () => {
    const one = await draft();
    const move = (reason: string) => wang.post(`${one}/moves/withdraw`, { version: 1, reason }).set('idempotency-key', 'b');
    await move('改变计划').expect(200);
    expect((await move('改变计划').expect(200)).body).toMatchObject({ status: 'withdrawn' });
    expect(codeOf(await move('别的原因'))).toEqual([422, 'idempotency-key-reused']);
    expect(codeOf(await keyed('b'))).toEqual([422, 'idempotency-key-reused']);
  });

  it('keeps refusals too: the second answer is the first, whatever happened since', async () => {
    const one = await draft();
    const submit = () => wang.post(`${one}/moves/submit`, { version: 1 }).set('idempotency-key', 'c');
    const first = await submit().expect(422);
    const { nameZh, nameEn, creditCode } = server.exporters[0];
    const { applicant, ...sections } = completeSections();
    const own = { ...applicant, nameZh, nameEn, creditCode };
    await wang.patch(one, { version: 1, ...sections, applicant: own }).expect(200);
    expect((await submit().expect(422)).body).toEqual(first.body);
  });

  it('does not hold what was not let in, and is checked after the form token', async () => {
    const one = await draft();
    const foreign = () => wang.post(`${one}/moves/accept`, { version: 1 }).set('idempotency-key', 'd');
    expect(codeOf(await foreign())).toEqual([403, 'move-not-yours']);
    expect((await foreign()).headers).not.toHaveProperty('idempotency-replayed');
    const before = await count();
    const forged = server.visitor().post(ALL).set('cookie', wang.cookie).set('idempotency-key', 'e');
    expect(codeOf(await forged)).toEqual([403, 'form-token-wrong']);
    await keyed('e').expect(201);
    expect(await count()).toBe(before + 1);
  });

  it('is each person’s own', async () => {
    const mine = await keyed('shared').expect(201);
    const theirs = await keyed('shared', li).expect(201);
    expect(idOf(theirs)).not.toBe(idOf(mine));
    expect(await count(li)).toBe(1);
  });

  it('serves uploads: the same file once, another file not', async () => {
    const one = await draft();
    const upload = (bytes: Buffer) => wang.upload(`${one}/papers`, 'A2', bytes, 'a.pdf').set('idempotency-key', 'f');
    const first = await upload(pdfBytes('一')).expect(201);
    expect((await upload(pdfBytes('一')).expect(201)).body).toEqual(first.body);
    expect(codeOf(await upload(pdfBytes('二')))).toEqual([422, 'idempotency-key-reused']);
    expect((await wang.get(`${one}/papers`)).body).toHaveLength(1);
  });

  it.each(['', 'a b', 'x'.repeat(256), '键'])('%j is no key', async (key) => {
    const header = key === '键' ? Buffer.from(key).toString('latin1') : key;
    expect(codeOf(await wang.post(ALL).set('idempotency-key', header))).toEqual([422, 'idempotency-key-unfit']);
  });

  it('is taken with 255 characters', async () => {
    await keyed('x'.repeat(255)).expect(201);
  });

  /** Claims the key for the request that stands under `like`, as a process does that has not answered yet. */
  async function claimLike(on: TestServer, caller: SignedIn, like: string, key: string) {
    const { personId, organisationId } = (await caller.get('/api/v1/session')).body as Record<string, string>;
    const person = { personId: personId ?? '', organisationId: organisationId ?? '' };
    const now = on.clock.now();
    const reach = { kind: 'organisation' as const, ...person };
    await on.store.run(reach, async (tx) => {
      const requestHash = (await tx.answers.find(person.personId, like))?.requestHash ?? '';
      await tx.answers.claim({ key, ...person, requestHash, now, expiresAt: addMs(now, 1000) });
    });
    return { person, reach };
  }

  it('waits for an answer under way', async () => {
    await keyed('like').expect(201);
    const { person, reach } = await claimLike(server, wang, 'like', 'under-way');
    const before = await count();
    const waiting = keyed('under-way').then((answer) => answer);
    const answer = { status: 201, headers: { 'content-type': 'application/json' }, body: '{"id":"first"}' };
    await server.store.run(reach, (tx) => tx.answers.keep(person.personId, 'under-way', answer));
    expect((await waiting).body).toEqual({ id: 'first' });
    expect(await count()).toBe(before);
  });

  it('whose answer never came is 409: nothing is done twice', async () => {
    const hasty = await testServer({ answerWaitMs: 0 });
    await hasty.person(hasty.exporters[0], 'wang', 'exporter');
    const caller = await hasty.signIn('wang');
    await keyed('like', caller).expect(201);
    await claimLike(hasty, caller, 'like', 'lost');
    expect(codeOf(await keyed('lost', caller))).toEqual([409, 'idempotency-in-progress']);
    expect(await count(caller)).toBe(1);
    await hasty.end();
  });

  it('is over after 24 hours', async () => {
    const first = await keyed('day').expect(201);
    server.clock.advanceMs(ANSWER_LIFE_MS - 1);
    wang = await server.signIn('wang');
    expect(idOf(await keyed('day'))).toBe(idOf(first));
    server.clock.advanceMs(1);
    expect(idOf(await keyed('day').expect(201))).not.toBe(idOf(first));
  });
});
