// The Store port on PostgreSQL: each unit of work is one transaction that is told its reach before anything else.
import type { Pool, PoolClient } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { Store, type FoundSession, type Reach, type Transaction } from '#casework';
import type { Instant } from '#kernel';
import { aboveSecurity } from './app-role';
import { appDataSource } from './data-source';
import { mayRunAgain, unreachable } from './refuse-fault';
import { AnswerRepository } from './shelves/answer.repository';
import { ApplicationRepository } from './shelves/application.repository';
import { DueRepository } from './shelves/due.repository';
import { ClockRepository } from './shelves/clock.repository';
import { JobRepository } from './shelves/job.repository';
import { LawRepository } from './shelves/law.repository';
import { LicenceRepository } from './shelves/licence.repository';
import { LogRepository } from './shelves/log.repository';
import { PaperRepository } from './shelves/paper.repository';
import { PeopleRepository } from './shelves/people.repository';
import { ProductRepository } from './shelves/product.repository';
import { ReadingRepository } from './shelves/reading.repository';
import { ReviewRepository } from './shelves/review.repository';
import { SessionRepository } from './shelves/session.repository';
import { AgencyRepository } from './shelves/agency.repository';
import { DecisionRepository } from './shelves/decision.repository';
import { NoteRepository } from './shelves/note.repository';
import { PlaceRepository } from './shelves/place.repository';
import { RuleRepository } from './shelves/rule.repository';
import { TeamRepository } from './shelves/team.repository';
import { Unit } from './unit';

/** How often a transaction that met another one is run again before its failure is passed on. */
const RUNS_AGAIN = 3;

const BEGIN = { name: 'licet_begin', text: 'begin' };
const COMMIT = { name: 'licet_commit', text: 'commit' };

export interface StoreSettings {
  /** The app's unprivileged login role. */
  readonly url: string;
  /** Most connections at once, 1 to 200. */
  readonly poolSize: number;
}

/** Connects. Throws Error with the cure when the role of `url` stands above row-level security or owns the tables. */
export async function createStore(settings: StoreSettings): Promise<PostgresStore> {
  const { url, poolSize } = settings;
  if (!Number.isInteger(poolSize) || poolSize < 1 || poolSize > 200)
    throw new RangeError(`poolSize is ${poolSize}; give 1 to 200`);
  const source = await appDataSource(url, poolSize).initialize();
  try {
    const [role] = await source.query<[{ name: string; above: boolean }]>(
      `select rolname as name,
              rolsuper or rolbypassrls or exists (
                select from pg_class where relnamespace = to_regnamespace('public') and relname = 'application' and pg_has_role(r.oid, relowner, 'member')
              ) as above
       from pg_roles r where rolname = current_user`,
    );
    if (role.above) throw new Error(aboveSecurity(role.name));
    return new PostgresStore(source);
  } catch (error) {
    await source.destroy();
    throw error;
  }
}

export class PostgresStore extends Store {
  constructor(private readonly source: DataSource) {
    super();
  }

  /**
   * As the port says; the work is run again, up to three times, when it met another transaction (serialization failure, deadlock),
   * so it has no effect but through `tx`. Throws Refusal `database-unavailable` when no connection can be had.
   */
  async run<T>(reach: Reach, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let again = 0; ; again++) {
      try {
        return await this.attempt(reach, work);
      } catch (error) {
        if (again === RUNS_AGAIN || !mayRunAgain(error)) throw error;
      }
    }
  }

  /** As the port says. Throws Refusal `database-unavailable` when no connection can be had. */
  session(idHash: string, now: Instant): Promise<FoundSession | null> {
    return this.connected((client, runner) => {
      const unit = new Unit({ kind: 'sign-in' }, client, runner.manager);
      return unit.finished(new SessionRepository(unit).find(idHash, now));
    });
  }

  async ping(): Promise<void> {
    await this.source.query('select 1');
  }

  /** Connections of this store: open, idle among them, and units of work that wait for one. */
  pool(): { readonly total: number; readonly idle: number; readonly waiting: number } {
    const { totalCount, idleCount, waitingCount } = (this.source.driver as unknown as { readonly master: Pool }).master;
    return { total: totalCount, idle: idleCount, waiting: waitingCount };
  }

  /** Waits for running work and closes all connections. */
  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }

  private attempt<T>(reach: Reach, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.connected(async (client, runner) => {
      await client.query(BEGIN);
      try {
        const unit = new Unit(reach, client, runner.manager);
        await unit.tell();
        const result = await unit.finished(work(shelves(unit)));
        await client.query(COMMIT);
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  private async connected<T>(work: (client: PoolClient, runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      const client = await runner.connect().then(
        (connected: PoolClient) => connected,
        (error: unknown) => Promise.reject(unreachable(error)),
      );
      return await work(client, runner);
    } finally {
      await runner.release();
    }
  }
}

function shelves(unit: Unit): Transaction {
  return {
    applications: new ApplicationRepository(unit),
    papers: new PaperRepository(unit),
    reviews: new ReviewRepository(unit),
    decisions: new DecisionRepository(unit),
    notes: new NoteRepository(unit),
    teams: new TeamRepository(unit),
    places: new PlaceRepository(unit),
    rules: new RuleRepository(unit),
    agencies: new AgencyRepository(unit),
    readings: new ReadingRepository(unit),
    log: new LogRepository(unit),
    licences: new LicenceRepository(unit),
    due: new DueRepository(unit),
    people: new PeopleRepository(unit),
    sessions: new SessionRepository(unit),
    jobs: new JobRepository(unit),
    clock: new ClockRepository(unit),
    answers: new AnswerRepository(unit),
    products: new ProductRepository(unit),
    laws: new LawRepository(unit),
    as: (reach, work) => unit.under(reach, (other) => work(shelves(other))),
  };
}
