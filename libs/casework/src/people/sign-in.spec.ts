// Signing in: one answer for every cause of failure, and a limit on failures that is kept in the database and ends by itself.
import { Client } from 'pg';
import { house, POOL_SIZE, type House } from '../../../../test/builders/house';
import { PASSWORD } from '../../../../test/builders/people';
import { race, refusalCode, refused } from '../../../../test/builders/refused';
import { ManagePeople } from './manage-people';
import { SignIn, SIGN_IN_LIMITS } from './sign-in';

let home: House;
let network = 0;

beforeAll(async () => {
  home = await house();
});
beforeEach(() => {
  network += 1;
});
afterAll(() => home.end());

const signIn = (email: string, password = PASSWORD, networkAddress = `192.0.2.${network}`) =>
  home.get(SignIn).execute({ email, password, networkAddress });
const fail = async (times: number, email: string, networkAddress?: string) => {
  for (let n = 0; n < times; n += 1)
    expect(await refusalCode(signIn(email, 'wrong', networkAddress))).toBe('denied: sign-in-failed');
};

test('the right password gives the person with roles and organisation, whatever the case and spaces of the address', async () => {
  expect(await signIn(' Reviewer@House.TEST ')).toEqual(home.reviewer);
  expect(await signIn('exporter@house.test')).toEqual(home.exporter);
});

test('unknown, wrong, invited and deactivated are refused in the same words, with no fact that tells them apart', async () => {
  const invited = await home
    .get(ManagePeople)
    .invite(home.administrator, { organisationId: home.authority.id, email: 'new@house.test', name: '新', roles: ['reviewer'] });
  const person = await home.store.run({ kind: 'system' }, (tx) => tx.people.find(home.secondReviewer.personId));
  await home.get(ManagePeople).deactivate(home.administrator, home.secondReviewer.personId, person?.version ?? 0, null);
  const refusals = [];
  for (const [email, password] of [
    ['nobody@house.test', PASSWORD],
    ['reviewer@house.test', 'wrong'],
    ['reviewer@house.test', ''],
    [invited.email, PASSWORD],
    ['second@house.test', PASSWORD],
  ] as const) {
    const { kind, code, facts, faults } = await refused(signIn(email, password));
    refusals.push({ kind, code, facts, faults });
  }
  expect(refusals).toEqual(refusals.map(() => ({ kind: 'denied', code: 'sign-in-failed', facts: {}, faults: [] })));
});

test('ten failures for an address and the right password waits; a window later it works', async () => {
  await fail(SIGN_IN_LIMITS.perAddress - 1, 'manager@house.test');
  expect(await signIn('manager@house.test')).toEqual(home.manager);
  await fail(SIGN_IN_LIMITS.perAddress, 'manager@house.test');
  expect(await refused(signIn('manager@house.test'))).toMatchObject({
    kind: 'limited',
    code: 'sign-in-limited',
    facts: { minutes: 15 },
  });
  expect(await refusalCode(signIn('manager@house.test', PASSWORD, '198.51.100.7'))).toBe('limited: sign-in-limited');
  home.clock.advanceMs(SIGN_IN_LIMITS.windowMs);
  expect(await refusalCode(signIn('manager@house.test'))).toBe('limited: sign-in-limited');
  home.clock.advanceMs(1);
  expect(await signIn('manager@house.test')).toEqual(home.manager);
});

test('of eighty guesses at once no more are answered than the limit and the database connections allow', async () => {
  const { made, codes } = await race(
    Array.from({ length: 80 }, (_, n) => signIn('colleague@house.test', `guess ${n}`, `198.51.100.${n}`)),
  );
  expect(made).toBe(0);
  expect(codes.filter((code) => code === 'denied: sign-in-failed').length).toBeLessThanOrEqual(
    SIGN_IN_LIMITS.perAddress + POOL_SIZE,
  );
  expect(await refusalCode(signIn('colleague@house.test'))).toBe('limited: sign-in-limited');
});

test('an unknown address is limited like a known one', async () => {
  await fail(SIGN_IN_LIMITS.perAddress, 'ghost@house.test');
  expect(await refusalCode(signIn('ghost@house.test'))).toBe('limited: sign-in-limited');
});

test('fifty failures from one network address and everybody there waits, nobody elsewhere', async () => {
  const there = '203.0.113.9';
  for (let n = 0; n < SIGN_IN_LIMITS.perNetwork / 5; n += 1) await fail(5, `guess${n}@house.test`, there);
  expect(await refusalCode(signIn('exporter@house.test', PASSWORD, there))).toBe('limited: sign-in-limited');
  expect(await signIn('exporter@house.test', PASSWORD, '203.0.113.10')).toEqual(home.exporter);
});

test('what is kept of a failure names no address', async () => {
  await fail(1, 'countersigner@house.test', '203.0.113.77');
  const client = new Client({ connectionString: home.database.ownerUrl });
  await client.connect();
  await client.query(`select set_config('licet.reach', 'system', false)`);
  const { rows } = await client.query<{ key: string }>('select key from sign_in_failure');
  await client.end();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => !/^[0-9a-f]{64}$/.test(key))).toEqual([]);
});
