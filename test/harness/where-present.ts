// The one place where tests are skipped: what they need is absent, and the reason is printed.

export interface Runners {
  readonly describe: jest.Describe;
  readonly it: jest.It;
}

/** Jest's own runners where `absent` is null; else ones that skip, after `what` was printed with the reason. */
export function wherePresent(absent: string | null, what: string): Runners {
  if (absent === null) return { describe, it };
  console.warn(`Skipped: ${what}, because ${absent}.`);
  return { describe: describe.skip, it: it.skip };
}

/** The reason, or null. Throws Error where the environment (`LICET_TEST_REQUIRE_<tool>=1`) says that the tool must be there. */
export function absentUnlessRequired(tool: 'BROWSER' | 'POPPLER' | 'POSTGRES' | 'REDIS', reason: string | null): string | null {
  const name = `LICET_TEST_REQUIRE_${tool}`;
  if (reason !== null && process.env[name] === '1') throw new Error(`${name}=1, but ${reason}`);
  return reason;
}
