// Administration through the API: organisations, invitations, resets, deactivation with hand-over.
import { hashToken } from '#casework';
import { addMs } from '#kernel';
import { creditCode } from '../../../../../test/builders/content';
import { emailOf, PASSWORD, testServer, type SignedIn, type TestServer } from '../../../../../test/harness/test-server';

let server: TestServer;
let sun: SignedIn;

beforeAll(async () => {
  server = await testServer();
  await server.person(server.authority, 'sun', 'administrator');
  sun = await server.signIn('sun');
});
afterAll(() => server.end());

interface Answer {
  readonly id: string;
  readonly version: number;
  readonly code: string;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

const ORGANISATION = {
  kind: 'exporter',
  nameZh: '东方石墨',
  nameEn: 'East Graphite',
  creditCode: creditCode(7),
  address: '',
  province: '',
};
const faultsOf = (answer: { body: unknown }) => (answer.body as Answer).faults.map(({ at, code }) => `${at} ${code}`);

/** A token as a mail would carry it. */
async function token(personId: string, purpose: 'invitation' | 'password-reset', name: string): Promise<string> {
  const id = '00000000-0000-4000-8000-' + String(name.length).padStart(12, '0');
  await server.store.run({ kind: 'system' }, (tx) =>
    tx.people.addToken({ id, personId, purpose, tokenHash: hashToken(name), expiresAt: addMs(server.clock.now(), 3_600_000) }),
  );
  return name;
}

it('enters an organisation once, with a right credit code', async () => {
  await sun.post('/api/v1/organisations', ORGANISATION).expect(201);
  expect((await sun.post('/api/v1/organisations', ORGANISATION).expect(409)).body).toMatchObject({ code: 'credit-code-taken' });
  expect(
    faultsOf(await sun.post('/api/v1/organisations', { ...ORGANISATION, creditCode: '91360700000000008X' }).expect(422)),
  ).toEqual(['creditCode credit-code-wrong']);
  const { creditCode: _creditCode, ...without } = ORGANISATION;
  expect(faultsOf(await sun.post('/api/v1/organisations', { ...without, nameZh: '', size: 3 }).expect(422)).sort()).toEqual([
    'creditCode field-missing',
    'nameZh field-missing',
    'size unknown-field',
  ]);
  expect((await sun.get('/api/v1/organisations').expect(200)).body).toHaveLength(4);
});

it('invites with roles that the organisation can give, each address once', async () => {
  const invitation = { organisationId: server.exporters[0].id, email: 'New@Example.Test', name: '新人', roles: ['exporter'] };
  const invited = await sun.post('/api/v1/people', invitation).expect(201);
  expect(invited.body).toMatchObject({ email: 'new@example.test', state: 'invited', version: 1 });
  expect(Object.keys(invited.body as object).sort()).toEqual([
    'email',
    'id',
    'name',
    'organisationId',
    'roles',
    'state',
    'version',
  ]);
  expect((await sun.post('/api/v1/people', invitation).expect(409)).body).toMatchObject({ code: 'email-taken' });
  expect(
    faultsOf(await sun.post('/api/v1/people', { ...invitation, email: 'b@b.example', roles: ['manager'] }).expect(422)),
  ).toEqual(['roles role-not-for-organisation']);
  for (const [email, roles] of [
    ['no-address', ['exporter']],
    ['a@b.example', ['king']],
    ['a@b.example\r\nBcc: x@y.example', ['exporter']],
  ] as const) {
    await sun.post('/api/v1/people', { ...invitation, email, roles }).expect(422);
  }
  const unknown = { ...invitation, email: 'c@c.example', organisationId: '11111111-1111-4111-8111-111111111111' };
  expect((await sun.post('/api/v1/people', unknown).expect(404)).body).toMatchObject({ code: 'organisation-not-found' });
  await sun.post(`/api/v1/people/${(invited.body as Answer).id}/invitations`).expect(202);
});

it('accepts an invitation once, with a fit password', async () => {
  const person = { organisationId: server.exporters[0].id, email: emailOf('hu'), name: '胡', roles: ['exporter'] };
  const { id } = (await sun.post('/api/v1/people', person).expect(201)).body as Answer;
  const link = `/api/v1/invitations/${await token(id, 'invitation', 'invitation-of-hu')}`;
  const set = (password: string) => server.visitor().post(link).send({ password });
  for (const [password, code] of [
    ['too short', 'password-too-short'],
    ['x'.repeat(129), 'password-too-long'],
    ['passwordpassword', 'password-guessable'],
    [emailOf('hu').toUpperCase(), 'password-guessable'],
  ] as const) {
    expect(faultsOf(await set(password).expect(422))).toEqual([`password ${code}`]);
  }
  await set(PASSWORD).expect(204);
  await server.signIn('hu');
  expect((await set(PASSWORD).expect(404)).body).toMatchObject({ code: 'token-invalid' });
});

it('answers a reset alike for every address, and a reset ends all sessions', async () => {
  const hu = await server.signIn('hu');
  const ask = (email: string) => server.visitor().post('/api/v1/password-resets').send({ email });
  const [known, unknown] = [await ask(emailOf('hu')), await ask('nobody@example.test')];
  expect([known.status, known.text]).toEqual([202, '']);
  expect([unknown.status, unknown.text]).toEqual([202, '']);
  const { personId } = (await hu.get('/api/v1/session').expect(200)).body as { personId: string };
  const link = `/api/v1/password-resets/${await token(personId, 'password-reset', 'reset-of-hu')}`;
  await server.visitor().post(link).send({ password: 'another long password' }).expect(204);
  await hu.get('/api/v1/session').expect(401);
  await server.signIn('hu', 'another long password');
  expect(
    (await server.visitor().post('/api/v1/password-resets/unknown').send({ password: PASSWORD }).expect(404)).body,
  ).toMatchObject({
    code: 'token-invalid',
  });
});

it('sends no more than ten reset mails for one network address', async () => {
  const ask = () => server.visitor().post('/api/v1/password-resets').send({ email: 'nobody@example.test' });
  const statuses: number[] = [];
  for (let count = 0; count < 11; count++) statuses.push((await ask()).status);
  expect(statuses.at(-1)).toBe(429);
});

it('deactivates a person on the version that was seen, never oneself', async () => {
  const ma = await server.person(server.authority, 'ma', 'reviewer');
  const at = `/api/v1/people/${ma.personId}/deactivate`;
  expect((await sun.post(at, { version: 1 }).expect(409)).body).toMatchObject({
    code: 'stale-version',
    facts: { yours: 1, current: 2 },
  });
  const { personId } = (await sun.get('/api/v1/session')).body as { personId: string };
  expect((await sun.post(at, { version: 2, handOverTo: personId }).expect(422)).body).toMatchObject({ code: 'hand-over-unfit' });
  expect((await sun.post(`/api/v1/people/${personId}/deactivate`, { version: 2 }).expect(409)).body).toMatchObject({
    code: 'not-yourself',
  });
  expect((await sun.post(at, { version: 2 }).expect(200)).body).toEqual({ handedOver: 0, freed: 0 });
});
