// The port to password hashing. Implemented by libs/gateways with argon2id.

export abstract class Passwords {
  abstract hash(password: string): Promise<string>;
  /** True when the password fits; costs the same time for a null hash (nobody there), which never fits. */
  abstract verify(hash: string | null, password: string): Promise<boolean>;
}
