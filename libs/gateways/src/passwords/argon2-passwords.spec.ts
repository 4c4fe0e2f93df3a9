import { Argon2Passwords, PASSWORD_LIMIT } from './argon2-passwords';

const passwords = new Argon2Passwords();

test('a password fits its own argon2id hash only, and equal passwords have different hashes', async () => {
  const [one, two] = await Promise.all([passwords.hash('许可 correct'), passwords.hash('许可 correct')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
  expect(await passwords.verify(one, '许可 correct')).toBe(true);
  expect(await passwords.verify(one, '许可 correct ')).toBe(false);
});

test('nobody’s hash fits nothing, the empty password included', async () => {
  expect(await passwords.verify(null, '')).toBe(false);
  expect(await passwords.verify(null, 'x')).toBe(false);
});

test('the limit is inclusive; a longer password is not hashed and never fits by its beginning', async () => {
  const longest = 'x'.repeat(PASSWORD_LIMIT);
  const hash = await passwords.hash(longest);
  expect(await passwords.verify(hash, longest)).toBe(true);
  expect(await passwords.verify(hash, `${longest}x`)).toBe(false);
  await expect(passwords.hash(`${longest}x`)).rejects.toThrow(RangeError);
});
