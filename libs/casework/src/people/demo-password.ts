// Passwords of demo people are kept with a mark, so that they open nothing where the demo is off. A password that the person sets bears no mark.

const MARK = 'demo:';

/** The hash as it is kept for a demo person. */
export function markedAsDemo(hash: string): string {
  return MARK + hash;
}

/** The hash that a password is compared with; null for a demo password where the demo is off. */
export function usableHash(stored: string | null, demo: boolean): string | null {
  if (!stored?.startsWith(MARK)) return stored;
  return demo ? stored.slice(MARK.length) : null;
}
