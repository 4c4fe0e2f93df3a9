// The code by which anyone may verify a licence: 140 random bits as 28 characters in groups of four, without letters that look like digits.
import { createHash, randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 28;
const GROUP = 4;

/** Longest text that is read as a code; whatever is longer is no code. */
export const LONGEST_VERIFICATION_INPUT = 100;

/** A new code, `7K2M-…`. */
export function newVerificationCode(): string {
  const signs = Array.from(randomBytes(LENGTH), (byte) => SIGNS.charAt(byte & 31)).join('');
  return inGroups(signs);
}

/** The code as a person may have typed it, in its one notation: any case, spaces and hyphens anywhere, O for 0, I and L for 1. */
export function normalVerificationCode(typed: string): string {
  const signs = typed
    .slice(0, LONGEST_VERIFICATION_INPUT)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return inGroups(signs);
}

/** What is stored of a code, and looked for. */
export function verificationHash(code: string): string {
  return createHash('sha256').update(`licence verification ${code}`).digest('hex');
}

function inGroups(signs: string): string {
  return signs.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? '';
}
