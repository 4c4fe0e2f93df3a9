// Tokens in mails: 32 random bytes, kept only as a hash, used once, for a limited time.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { addMs, Refusal, type Clock } from '#kernel';
import type { Transaction } from '../ports/store.port';
import type { PersonRecord, TokenPurpose } from '../records';

/** How long a token is good for: an invitation seven days, a reset one hour. */
export const TOKEN_LIFE_MS: Readonly<Record<TokenPurpose, number>> = { invitation: 7 * 86_400_000, 'password-reset': 3_600_000 };

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Makes a token for the person; the plain one goes into the mail and nowhere else. */
export async function makeToken(tx: Transaction, clock: Clock, personId: string, purpose: TokenPurpose) {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = addMs(clock.now(), TOKEN_LIFE_MS[purpose]);
  await tx.people.addToken({ id: randomUUID(), personId, purpose, tokenHash: hashToken(token), expiresAt });
  return { token, expiresAt };
}

/** The person of a token that still holds; throws Refusal `token-invalid` (missing) for an unknown, used or expired one alike. */
export async function requireToken(
  tx: Transaction,
  clock: Clock,
  token: string,
  purpose: TokenPurpose,
): Promise<{ tokenId: string; person: PersonRecord }> {
  const row = await tx.people.findToken(hashToken(token), purpose);
  const person = row && row.usedAt === null && row.expiresAt > clock.now() ? await tx.people.find(row.personId) : null;
  if (!row || !person || person.state !== (purpose === 'invitation' ? 'invited' : 'active'))
    throw new Refusal('missing', 'token-invalid');
  return { tokenId: row.id, person };
}
