// One unit of work on one connection: statements in the order asked, the first failure kept, nothing after its end.
import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Reach } from '#casework';
import { refusalOf } from './refuse-fault';

const names = new Map<string, string>();

/** The name under which a connection prepares the statement once. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `licet_${names.size + 1}`;
  names.set(text, name);
  return name;
}

export class Unit {
  private queue: Promise<unknown> = Promise.resolve();
  private closed = false;
  private failure: { readonly error: unknown } | null = null;

  constructor(
    readonly reach: Reach,
    private readonly client: PoolClient,
    private readonly entities: EntityManager,
  ) {}

  /** The one organisation whose rows the reach sees; null for a wider or narrower reach. Named in queries so that its indexes serve them. */
  get onlyOrganisation(): string | null {
    return this.reach.kind === 'organisation' ? this.reach.organisationId : null;
  }

  /** The rows that a fixed statement answers; values go in as parameters only. */
  async rows<Row>(text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.statement(text, values)).rows as Row[];
  }

  /** How many rows a fixed statement changed. */
  async changed(text: string, values: readonly unknown[]): Promise<number> {
    return (await this.statement(text, values)).rowCount ?? 0;
  }

  /** Work with entities in this transaction. */
  use<T>(work: (entities: EntityManager) => Promise<T>): Promise<T> {
    return this.next(() => work(this.entities));
  }

  /** Ends the unit: later calls are refused, running ones are waited for. Throws what failed, also when the caller had caught it, for the database has undone everything. */
  async end(): Promise<void> {
    this.closed = true;
    await this.queue;
    if (this.failure) throw this.failure.error;
  }

  private statement(text: string, values: readonly unknown[]) {
    return this.next(() => this.client.query({ name: nameOf(text), text, values: [...values] }));
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    if (this.closed) return Promise.reject(new Error('The transaction is over: a call was not awaited inside Store.run'));
    const mine = this.queue.then(async () => {
      try {
        return await work();
      } catch (error) {
        const translated = refusalOf(error);
        this.failure ??= { error: translated };
        throw translated;
      }
    });
    this.queue = mine.catch(() => undefined);
    return mine;
  }
}
