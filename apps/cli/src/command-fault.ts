// What goes wrong in a command: a failure that its message explains whole, cure included, and the facts of whatever else was thrown.

export class CommandFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CommandFault';
  }
}

/** Code and message of whatever was thrown; an error of the system has a code such as `EADDRINUSE`. */
export function thrown(error: unknown): { readonly code: string; readonly message: string } {
  const facts: { code?: unknown; message?: unknown } = typeof error === 'object' && error !== null ? error : {};
  return { code: String(facts.code ?? ''), message: String(facts.message ?? error) };
}
