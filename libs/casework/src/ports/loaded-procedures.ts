// The procedures that this process loaded at start; a value that use cases share.
import { Refusal } from '#kernel';
import type { Procedure, Procedures } from '#licensing';

export class LoadedProcedures {
  constructor(private readonly byId: Procedures) {}

  /** The procedure of the case. Throws Error for one that is not loaded: its manifest was taken away while cases stand under it. */
  of({ procedure: id }: { readonly procedure: string }): Procedure {
    const procedure = this.byId.get(id);
    if (!procedure) throw new Error(`The procedure "${id}" is not loaded`);
    return procedure;
  }

  /** The procedure of that name; the only one there is where none is named. Throws Refusal `procedure-unknown` (invalid) with those that are loaded. */
  named(id?: string): Procedure {
    const [only, another] = this.list();
    const procedure = id !== undefined ? this.byId.get(id) : another ? undefined : only;
    if (!procedure) throw new Refusal('invalid', 'procedure-unknown', { procedure: id ?? '', loaded: [...this.byId.keys()] });
    return procedure;
  }

  list(): readonly Procedure[] {
    return [...this.byId.values()];
  }
}
