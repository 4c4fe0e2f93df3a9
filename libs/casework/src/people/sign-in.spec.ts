// Signing in: one answer for every cause of failure, and a limit on failures that is kept in the database and ends by itself.
import { Client } from 'pg';
import { addMs, instant } from '#kernel';
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

test('ten failures for an address from one network and the right password waits there; a window later it works', async () => {
  await fail(SIGN_IN_LIMITS.perAddressAndNetwork - 1, 'manager@house.test');
  expect(await signIn('manager@house.test')).toEqual(home.manager);
  await fail(SIGN_IN_LIMITS.perAddressAndNetwork, 'manager@house.test');
  expect(await refused(signIn('manager@house.test'))).toMatchObject({
    kind: 'limited',
    code: 'sign-in-limited',
    facts: { minutes: 15 },
  });
  home.clock.advanceMs(SIGN_IN_LIMITS.windowMs);
  expect(await refusalCode(signIn('manager@house.test'))).toBe('limited: sign-in-limited');
  home.clock.advanceMs(1);
  expect(await signIn('manager@house.test')).toEqual(home.manager);
});

test('a stranger who guesses until he has to wait locks nobody out but himself', async () => {
  const stranger = '203.0.113.66';
  await fail(SIGN_IN_LIMITS.perAddressAndNetwork, 'manager@house.test', stranger);
  expect(await refusalCode(signIn('manager@house.test', PASSWORD, stranger))).toBe('limited: sign-in-limited');
  expect(await signIn('manager@house.test')).toEqual(home.manager);
});

test('a sign-in elsewhere gives a stranger no further tries', async () => {
  const stranger = '203.0.113.67';
  await fail(SIGN_IN_LIMITS.perAddressAndNetwork, 'manager@house.test', stranger);
  expect(await signIn('manager@house.test')).toEqual(home.manager);
  expect(await refusalCode(signIn('manager@house.test', 'wrong', stranger))).toBe('limited: sign-in-limited');
});

test('guesses at one address from ever new networks end at a hundred, also when made at once', async () => {
  await fail(1, 'ghost-of-many@house.test');
  await asSystem(
    `insert into sign_in_failure (key, at)
     select key, at from (select key, at from sign_in_failure order by id desc limit 3) last, generate_series(1, $1)`,
    [SIGN_IN_LIMITS.perAddress - 2],
  );
  const { made, codes } = await race(
    Array.from({ length: 40 }, (_, n) => signIn('ghost-of-many@house.test', `guess ${n}`, `198.51.100.${n}`)),
  );
  const answered = codes.filter((code) => code === 'denied: sign-in-failed').length;
  expect({ made, answered: answered >= 1 && answered <= 1 + POOL_SIZE }).toEqual({ made: 0, answered: true });
  expect(await refusalCode(signIn('ghost-of-many@house.test', 'wrong', '198.51.100.200'))).toBe('limited: sign-in-limited');
});

test('of eighty guesses at once from one network no more are answered than the limit and the database connections allow', async () => {
  const { made, codes } = await race(Array.from({ length: 80 }, (_, n) => signIn('colleague@house.test', `guess ${n}`)));
  expect(made).toBe(0);
  expect(codes.filter((code) => code === 'denied: sign-in-failed').length).toBeLessThanOrEqual(
    SIGN_IN_LIMITS.perAddressAndNetwork + POOL_SIZE,
  );
  expect(await refusalCode(signIn('colleague@house.test'))).toBe('limited: sign-in-limited');
});

test('an unknown address is limited like a known one', async () => {
  await fail(SIGN_IN_LIMITS.perAddressAndNetwork, 'ghost@house.test');
  expect(await refusalCode(signIn('ghost@house.test'))).toBe('limited: sign-in-limited');
});

test('fifty failures from one network address and everybody there waits, nobody elsewhere', async () => {
  const there = '203.0.113.9';
  for (let n = 0; n < SIGN_IN_LIMITS.perNetwork / 5; n += 1) await fail(5, `guess${n}@house.test`, there);
  expect(await refusalCode(signIn('exporter@house.test', PASSWORD, there))).toBe('limited: sign-in-limited');
  expect(await signIn('exporter@house.test', PASSWORD, '203.0.113.10')).toEqual(home.exporter);
});

test('the addresses of one IPv6 network, and the two ways to write an IPv4 address, count as one', async () => {
  const guesses = (addresses: readonly string[], email: string) =>
    Promise.all(addresses.map(async (address) => expect(await refusalCode(signIn(email, 'wrong', address))).toMatch(/denied/)));
  await guesses(['2001:db8::1', '2001:0DB8:0:0:ffff::2'], 'ghost6@house.test');
  await fail(SIGN_IN_LIMITS.perAddressAndNetwork - 2, 'ghost6@house.test', '2001:db8:0:0:1:2:3:4');
  expect(await refusalCode(signIn('ghost6@house.test', 'wrong', '2001:db8::9'))).toBe('limited: sign-in-limited');
  expect(await refusalCode(signIn('ghost6@house.test', 'wrong', '2001:db8:0:1::9'))).toBe('denied: sign-in-failed');

  await fail(SIGN_IN_LIMITS.perAddressAndNetwork, 'ghost4@house.test', '::ffff:203.0.113.4');
  expect(await refusalCode(signIn('ghost4@house.test', 'wrong', '203.0.113.4'))).toBe('limited: sign-in-limited');
});

async function asSystem<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
  const client = new Client({ connectionString: home.database.ownerUrl });
  await client.connect();
  try {
    await client.query(`select set_config('licet.reach', 'system', false)`);
    return (await client.query<T>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const keptFailures = () => asSystem<{ key: string; at: Date }>('select key, at from sign_in_failure');

test('what is kept of a failure names no address', async () => {
  await fail(1, 'countersigner@house.test', '203.0.113.77');
  const rows = await keptFailures();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => !/^[0-9a-f]{64}$/.test(key))).toEqual([]);
});

test('a failure removes those that count no more', async () => {
  await fail(1, 'countersigner@house.test');
  home.clock.advanceMs(SIGN_IN_LIMITS.windowMs);
  await fail(1, 'countersigner@house.test');
  const kept = (await keptFailures()).map(({ at }) => instant(at));
  expect([...new Set(kept)].sort()).toEqual([addMs(home.clock.now(), -SIGN_IN_LIMITS.windowMs), home.clock.now()]);
});
