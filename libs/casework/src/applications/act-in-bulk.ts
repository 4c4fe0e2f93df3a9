// The same act on many cases: all of them or none, with the reason for each case that stands against it.
import { Injectable } from '@nestjs/common';
import { Refusal, type Fault } from '#kernel';
import { caseReach, type Actor } from '../actor';
import { Store } from '../ports/store.port';
import { HoldPlace } from '../queues/hold-place';
import { CarryMove } from './carry-move';
import { requireApplicationToChange, requireVersion } from './case-file';
import { LogRefusedMove } from './refused-move';

/** Most cases of one act, inclusive. */
export const MOST_IN_BULK = 200;

export interface BulkMove {
  readonly name: string;
  readonly reason?: string;
  /** Each case once, with the version that the mover saw. */
  readonly cases: readonly { readonly id: string; readonly version: number }[];
}

@Injectable()
export class ActInBulk {
  constructor(
    private readonly store: Store,
    private readonly moves: CarryMove,
    private readonly holding: HoldPlace,
    private readonly refusals: LogRefusedMove,
  ) {}

  /** Makes the move on each case. Throws Refusal `bulk-refused` (conflict) with a fault per refused case, at `cases.<place>`; then nothing was moved. */
  async move(actor: Actor, { name, reason, cases }: BulkMove): Promise<{ readonly moved: number }> {
    const refused: { readonly id: string; readonly why: unknown }[] = [];
    try {
      return await this.store.run(caseReach(actor), async (tx) => {
        // In the order of ids, so that two acts on the same cases wait for each other and do not deadlock.
        await this.each(
          inOrder(cases, ({ id }) => id),
          async ({ id, version }) => {
            const application = await requireApplicationToChange(tx, id);
            await requireVersion(tx, actor, application, version);
            const command = { version, ...(reason !== undefined && { reason }) };
            await this.moves.byPerson(tx, actor, application, name, command).catch((why: unknown) => {
              refused.push({ id, why });
              throw why;
            });
          },
        );
        return { moved: cases.length };
      });
    } catch (error) {
      for (const { id, why } of refused) await this.refusals.note(actor, id, name, why);
      throw error;
    }
  }

  /** Gives each place to the person, or frees it. Throws Refusal `bulk-refused` (conflict) as `move`, at `placeIds.<place>`. */
  assign(actor: Actor, placeIds: readonly string[], personId: string | null): Promise<{ readonly assigned: number }> {
    return this.store.run(caseReach(actor), async (tx) => {
      await this.each(
        inOrder(placeIds, (id) => id),
        (placeId) => this.holding.assignIn(tx, actor, placeId, personId),
        'placeIds',
      );
      return { assigned: placeIds.length };
    });
  }

  private async each<Row>(
    rows: readonly { readonly row: Row; readonly place: number }[],
    act: (row: Row) => Promise<void>,
    list = 'cases',
  ): Promise<void> {
    const faults: Fault[] = [];
    for (const { row, place } of rows) {
      try {
        await act(row);
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        faults.push({ code: error.code, at: `${list}.${place}`, facts: error.facts });
      }
    }
    if (faults.length > 0) throw new Refusal('conflict', 'bulk-refused', { refused: faults.length, of: rows.length }, faults);
  }
}

function inOrder<Row>(rows: readonly Row[], key: (row: Row) => string): { row: Row; place: number }[] {
  return rows.map((row, place) => ({ row, place })).sort((a, b) => (key(a.row) < key(b.row) ? -1 : 1));
}
