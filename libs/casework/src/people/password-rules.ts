// What a password must be: long rather than odd. 12 to 128 characters, not the mail address, not one of the commonest.
import { Refusal, type Fault } from '#kernel';

export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** The commonest passwords of at least twelve characters. */
const COMMON = new Set([
  '123456789012',
  '1234567890123',
  '123123123123',
  '111111111111',
  '000000000000',
  'aaaaaaaaaaaa',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  '1q2w3e4r5t6y',
  '1qaz2wsx3edc',
  'q1w2e3r4t5y6',
  'password1234',
  'password12345',
  'passwordpassword',
  'abcdefghijkl',
  'iloveyou1234',
  'administrator',
  'woaini1314520',
  'changemechangeme',
]);

/** Throws Refusal `password-unfit` (invalid) with the fault: too short, too long, the address itself, or too common. */
export function requireFitPassword(password: string, email: string): void {
  const length = [...password].length;
  const lower = password.toLowerCase();
  const fault: Fault | null =
    length < PASSWORD_LENGTH.min
      ? { code: 'password-too-short', at: 'password', facts: { min: PASSWORD_LENGTH.min } }
      : length > PASSWORD_LENGTH.max
        ? { code: 'password-too-long', at: 'password', facts: { max: PASSWORD_LENGTH.max } }
        : lower === email.toLowerCase() || COMMON.has(lower)
          ? { code: 'password-guessable', at: 'password' }
          : null;
  if (fault) throw new Refusal('invalid', 'password-unfit', {}, [fault]);
}
