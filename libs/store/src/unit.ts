// One unit of work on one connection and under one reach: statements in the order asked, the first failure kept, nothing after its end.
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
  private lent = false;
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

  /** Tells the reach to row-level security, for the rest of the transaction. */
  async tell(): Promise<void> {
    const known = 'organisationId' in this.reach ? this.reach : { organisationId: '', personId: '' };
    const agentId = 'agentId' in known ? known.agentId : undefined;
    await this.rows(
      `select set_config('licet.reach', $1, true), set_config('licet.organisation_id', $2, true), set_config('licet.person_id', $3, true),
              set_config('licet.agent_id', $4, true)`,
      [this.reach.kind, known.organisationId, known.personId, agentId ?? ''],
    );
    if (this.reach.kind === 'verification')
      await this.rows(`select set_config('licet.verification_hash', $1, true)`, [this.reach.codeHash]);
  }

  /**
   * Work of the same transaction under another reach, then this one again, also when the work throws. While it runs this unit answers nothing, so that no
   * statement of its own runs under the other reach.
   */
  under<T>(reach: Reach, work: (unit: Unit) => Promise<T>): Promise<T> {
    const before = this.queue;
    return this.open(() => {
      this.lent = true;
      return before.then(() => this.lend(new Unit(reach, this.client, this.entities), work));
    });
  }

  /** The result of the work once nothing of the unit is under way any more; its own failure goes before the unit's. */
  async finished<T>(working: Promise<T>): Promise<T> {
    const [outcome] = await Promise.allSettled([working]);
    const ended = await this.end().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    if (outcome.status === 'rejected') throw outcome.reason;
    if (ended) throw ended.error;
    return outcome.value;
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

  private async lend<T>(other: Unit, work: (unit: Unit) => Promise<T>): Promise<T> {
    try {
      await other.tell();
      return await other.finished(work(other));
    } finally {
      this.lent = false;
      this.failure ??= other.failure;
      if (!this.failure) await new Unit(this.reach, this.client, this.entities).tell();
    }
  }

  private next<T>(work: () => Promise<T>): Promise<T> {
    const before = this.queue;
    return this.open(() =>
      before.then(async () => {
        try {
          return await work();
        } catch (error) {
          const translated = refusalOf(error);
          this.failure ??= { error: translated };
          throw translated;
        }
      }),
    );
  }

  /** Begins what the unit then waits for, if it may begin now. */
  private open<T>(begin: () => Promise<T>): Promise<T> {
    if (this.closed) return Promise.reject(new Error('The transaction is over: a call was not awaited inside Store.run'));
    if (this.lent)
      return Promise.reject(
        new Error('The transaction works under another reach: use the one that Transaction.as hands in, and await it'),
      );
    const mine = begin();
    this.queue = mine.catch(() => undefined);
    return mine;
  }
}
