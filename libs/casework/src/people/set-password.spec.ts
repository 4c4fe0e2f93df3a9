// Tokens of mails: for one purpose, once, for a limited time, to the right person; a new password ends every session.
import { randomUUID } from 'node:crypto';
import { addMs } from '#kernel';
import { house, type House } from '../../../../test/builders/house';
import { PASSWORD } from '../../../../test/builders/people';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import type { PersonRecord, TokenPurpose } from '../records';
import { ManagePeople } from './manage-people';
import { SetPassword } from './set-password';
import { SignIn } from './sign-in';
import { TOKEN_LIFE_MS } from './tokens';

let home: House;
const NEW_PASSWORD = '四匹马 four horses';

beforeAll(async () => {
  home = await house();
});
afterAll(() => home.end());

const verb = () => home.get(SetPassword);
const system = { kind: 'system' } as const;

async function invite(): Promise<PersonRecord> {
  return home.get(ManagePeople).invite(home.administrator, {
    organisationId: home.authority.id,
    email: `p-${randomUUID()}@house.test`,
    name: '新人',
    roles: ['reviewer'],
  });
}

/** The token of the newest mail to the address. */
async function tokenTo(email: string): Promise<string> {
  await home.quiet();
  const { text } = home.mailer.lastTo(email);
  const [, token = ''] = /http:\/\/licet\.test\/(?:invitations|password-resets)\/([\w-]+)/.exec(text) ?? [];
  expect(token).toMatch(/^[\w-]{43}$/);
  return token;
}

async function resetToken(email = 'reviewer@house.test'): Promise<string> {
  await verb().requestReset(email);
  return tokenTo(email);
}

const signIn = (email: string, password: string) => home.get(SignIn).execute({ email, password, networkAddress: '192.0.2.1' });

test('an invited person reads the mail, sets a password and signs in', async () => {
  const { id, email } = await invite();
  const token = await tokenTo(email);
  expect(await verb().holder(token, 'invitation')).toEqual({ name: '新人', email });
  await verb().execute(token, 'invitation', NEW_PASSWORD);
  expect(await signIn(email, NEW_PASSWORD)).toMatchObject({ personId: id, roles: ['reviewer'], organisationKind: 'authority' });
});

test('a token works once', async () => {
  const token = await resetToken();
  await verb().execute(token, 'password-reset', NEW_PASSWORD);
  expect(await refusalCode(verb().execute(token, 'password-reset', 'another long password'))).toBe('missing: token-invalid');
  expect(await refusalCode(verb().holder(token, 'password-reset'))).toBe('missing: token-invalid');
  expect(await signIn('reviewer@house.test', NEW_PASSWORD)).toEqual(home.reviewer);
});

test('a password that is set ends the other tokens of the person', async () => {
  const [older, newer] = [await resetToken(), await resetToken()];
  await verb().execute(newer, 'password-reset', NEW_PASSWORD);
  expect(await refusalCode(verb().execute(older, 'password-reset', 'another long password'))).toBe('missing: token-invalid');
});

test('a token used twice at once sets one password', async () => {
  const token = await resetToken();
  const passwords = ['first long password', 'second long password'];
  const { made, codes } = await race(passwords.map((password) => verb().execute(token, 'password-reset', password)));
  expect({ made, codes }).toEqual({ made: 1, codes: ['missing: token-invalid'] });
  const works = await race(passwords.map((password) => signIn('reviewer@house.test', password)));
  expect(works.made).toBe(1);
});

test.each<[TokenPurpose, number]>([
  ['invitation', 7 * 24 * 3_600_000],
  ['password-reset', 3_600_000],
])('a token for %s holds until its last millisecond and not at its end', async (purpose, life) => {
  expect(TOKEN_LIFE_MS[purpose]).toBe(life);
  const before = home.clock.now();
  const token = purpose === 'invitation' ? await tokenTo((await invite()).email) : await resetToken('manager@house.test');
  home.clock.set(addMs(before, life - 1));
  expect(await verb().holder(token, purpose)).toHaveProperty('name');
  home.clock.set(addMs(before, life));
  expect(await refusalCode(verb().execute(token, purpose, NEW_PASSWORD))).toBe('missing: token-invalid');
  home.clock.set(before);
});

test('a token for another purpose, a changed one and none are told alike', async () => {
  const reset = await resetToken('manager@house.test');
  const invitation = await tokenTo((await invite()).email);
  for (const [token, purpose] of [
    [reset, 'invitation'],
    [invitation, 'password-reset'],
    [`${reset.slice(0, -1)}_`, 'password-reset'],
    ['', 'invitation'],
  ] as const) {
    expect(await refused(verb().execute(token, purpose, NEW_PASSWORD))).toMatchObject({
      kind: 'missing',
      code: 'token-invalid',
      facts: {},
    });
  }
  expect(await signIn('manager@house.test', PASSWORD)).toEqual(home.manager);
});

test('an unfit password leaves the token good', async () => {
  const token = await resetToken('manager@house.test');
  expect(await refused(verb().execute(token, 'password-reset', 'short'))).toMatchObject({
    code: 'password-unfit',
    faults: [{ code: 'password-too-short', at: 'password' }],
  });
  expect(await refused(verb().execute(token, 'password-reset', 'Manager@House.test'))).toMatchObject({
    faults: [{ code: 'password-guessable' }],
  });
  await verb().execute(token, 'password-reset', NEW_PASSWORD);
  expect(await signIn('manager@house.test', NEW_PASSWORD)).toEqual(home.manager);
});

test('a new password ends all sessions of the person, and no one else’s', async () => {
  const session = (key: string, personId: string) => ({
    idHash: key,
    personId,
    data: {},
    expiresAt: addMs(home.clock.now(), 3_600_000),
  });
  const { countersigner, manager } = home;
  await home.store.run(system, async (tx) => {
    for (const [key, { personId }] of [
      ['a', countersigner],
      ['b', countersigner],
      ['c', manager],
    ] as const)
      await tx.sessions.save(session(key, personId));
  });
  await verb().execute(await resetToken('countersigner@house.test'), 'password-reset', NEW_PASSWORD);
  const left = await home.store.run(system, (tx) =>
    Promise.all(['a', 'b', 'c'].map((key) => tx.sessions.find(key, home.clock.now()))),
  );
  expect(left.map((one) => one?.personId ?? null)).toEqual([null, null, manager.personId]);
});

test('nobody learns whether an address is known: a reset is asked in silence, and only an active person gets a mail', async () => {
  const { email } = await invite();
  await home.quiet();
  const before = home.mailer.sent.length;
  for (const address of ['nobody@house.test', email]) expect(await verb().requestReset(address)).toBeUndefined();
  await home.quiet();
  expect(home.mailer.sent).toHaveLength(before);
  expect(await verb().requestReset(' COLLEAGUE@house.test')).toBeUndefined();
  await home.quiet();
  expect(home.mailer.sent).toHaveLength(before + 1);
  expect(home.mailer.lastTo('colleague@house.test').text).toContain('http://licet.test/password-resets/');
});

test('no token stands in the queue or, unhashed, in the database', async () => {
  await verb().requestReset('colleague@house.test');
  const rows = await home.store.run(system, (tx) => tx.jobs.claim(10));
  expect(rows.map(({ job }) => Object.keys(job.payload))).toEqual([['personId', 'requestId']]);
  const token = await tokenTo('colleague@house.test');
  const kept = await home.store.run(system, (tx) => tx.people.findToken(token, 'password-reset'));
  expect(kept).toBeNull();
});
