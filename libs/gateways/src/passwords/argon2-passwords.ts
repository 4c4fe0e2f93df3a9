// Passwords by argon2id: 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet).
import { hash, verify } from '@node-rs/argon2';
import type { Passwords } from '#casework';

// Argon2id in the package's numbering; its enum is declared for the compiler only.
const ARGON2ID = 2;
const COST = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Longest password, in UTF-16 units, inclusive. */
export const PASSWORD_LIMIT = 1_024;

export class Argon2Passwords implements Passwords {
  private nobody: Promise<string> | undefined;

  /** Throws RangeError above PASSWORD_LIMIT. */
  async hash(password: string): Promise<string> {
    if (password.length > PASSWORD_LIMIT) throw new RangeError(`A password has at most ${PASSWORD_LIMIT} characters`);
    return hash(password, COST);
  }

  async verify(passwordHash: string | null, password: string): Promise<boolean> {
    const tried = password.slice(0, PASSWORD_LIMIT);
    const fits = await verify(passwordHash ?? (await this.hashOfNobody()), tried);
    return fits && passwordHash !== null && password.length <= PASSWORD_LIMIT;
  }

  private hashOfNobody(): Promise<string> {
    return (this.nobody ??= hash('', COST));
  }
}
