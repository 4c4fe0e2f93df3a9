import { requireFitPassword } from './password-rules';

const code = (password: string, email = 'lin@house.test') => {
  try {
    requireFitPassword(password, email);
    return 'fit';
  } catch (error) {
    return (error as { faults?: readonly { code: string }[] }).faults?.[0]?.code;
  }
};

test.each([
  ['a'.repeat(11), 'password-too-short'],
  ['abcdefghijkm', 'fit'],
  ['四匹马四匹马四匹马四匹', 'password-too-short'],
  ['四匹马四匹马四匹马四匹马', 'fit'],
  ['🐎'.repeat(11), 'password-too-short'],
  ['🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐎🐢', 'fit'],
  [`${'ab'.repeat(63)}cd`, 'fit'],
  [`${'ab'.repeat(63)}cde`, 'password-too-long'],
  ['PASSWORD1234', 'password-guessable'],
  ['123456789012', 'password-guessable'],
  ['Lin@House.Test', 'password-guessable'],
  ['', 'password-too-short'],
])('%j is %s', (password, expected) => {
  expect(code(password)).toBe(expected);
});
