// The procedures that this process loaded at start; a value that use cases share.
import type { Procedure, Procedures } from '#licensing';

export class LoadedProcedures {
  constructor(private readonly byId: Procedures) {}

  /** The procedure of the case. Throws Error for one that is not loaded, which no stored case can name. */
  of({ procedure: id }: { readonly procedure: string }): Procedure {
    const procedure = this.byId.get(id);
    if (!procedure) throw new Error(`The procedure "${id}" is not loaded`);
    return procedure;
  }

  list(): readonly Procedure[] {
    return [...this.byId.values()];
  }
}
