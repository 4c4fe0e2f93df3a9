// Everything that brings due rows to their effect, on a real database and a real queue: sweep, relay, workers, with mail as a fake. Also for the long counts.
import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '#kernel';
import {
  CaseworkSettings,
  JOB_NAMES,
  PerformDueHandler,
  RelayOutbox,
  RemindOfExpiry,
  SweepDue,
  type JobHandler,
  type LicenceRecord,
} from '#casework';
import { TemplateMailWriter } from '#documents';
import { openQueue, openWorker, type BullJobQueue, type JobWorker, type QueuePlace } from '#queue';
import { applicationIn, licence as licenceRow, storedWorld, SYSTEM, type StoredWorld } from '../builders/stored-world';
import { MemoryMailer } from '../fakes/memory-mailer';
import { TestClock } from '../fakes/test-clock';
import { until } from './until';

/** The last day of validity of the desk's licence; the desk's clock begins seven days before it. */
const LAST_DAY = localDate('2027-03-02');

/** What was counted of the effects of due rows. */
export interface DueCount {
  readonly rows: number;
  readonly done: number;
  readonly logEntries: number;
  readonly mails: number;
  /** Effects that were had more than once; 0 is right. */
  readonly twice: number;
}

export class DueDesk {
  readonly mailer = new MemoryMailer();
  readonly clock: TestClock;
  readonly queue: BullJobQueue;
  readonly relay: RelayOutbox;
  readonly sweep: SweepDue;
  private readonly handler: PerformDueHandler;
  private readonly workers: JobWorker[] = [];

  private constructor(
    readonly world: StoredWorld,
    private readonly place: QueuePlace,
    private readonly licences: readonly LicenceRecord[],
  ) {
    this.clock = new TestClock();
    this.clock.set(this.clock.startOf(addDays(LAST_DAY, -7)));
    this.queue = openQueue({ ...place, retryDelayMs: 10, answerMs: 2_000 });
    const settings = new CaseworkSettings({ publicUrl: 'http://licet.test', specimen: true, licenceSeries: 'SP' });
    const reminding = new RemindOfExpiry(world.store, this.clock, settings, this.mailer, new TemplateMailWriter());
    this.handler = new PerformDueHandler(world.store, this.clock, reminding);
    this.relay = new RelayOutbox(world.store, this.queue, this.clock);
    this.sweep = new SweepDue(world.store, this.queue, this.clock, this.handler);
  }

  /** A desk on a database of its own; the queue is at the place. */
  static async open(place: QueuePlace): Promise<DueDesk> {
    const world = await storedWorld();
    const issue = (n: number) =>
      world.store.run(SYSTEM, async (tx) => {
        const row = licenceRow(await applicationIn(tx, world.wang, 'published'), world.reviewer.id, `N-${n}`);
        await tx.licences.create(row);
        const made = await tx.licences.find(row.id);
        if (!made) throw new Error('A licence that was created is there');
        return made;
      });
    return new DueDesk(world, place, [await issue(0), await issue(1)]);
  }

  /** Adds rows that are due now: by turns the start of a validity and a reminder, each an effect of its own. */
  async fill(count: number): Promise<void> {
    const rows = Array.from({ length: count }, (_, n) => {
      const licence = this.licences[n % this.licences.length];
      const kind = n % 2 === 0 ? ('licence-active' as const) : ('expiry-reminder' as const);
      const id = randomUUID();
      return {
        id,
        dueAt: this.clock.now(),
        kind,
        subject: licence?.id ?? '',
        organisationId: licence?.organisationId ?? '',
        effectKey: id,
      };
    });
    for (let at = 0; at < rows.length; at += 5_000)
      await this.world.store.run(SYSTEM, (tx) => tx.due.add(rows.slice(at, at + 5_000)));
  }

  /** Starts workers of four jobs each. */
  async work(workers: number): Promise<void> {
    const handlers = JOB_NAMES.map((name) =>
      name === this.handler.name
        ? (this.handler as JobHandler)
        : ({ name, handle: () => Promise.resolve() } as unknown as JobHandler),
    );
    for (let n = 0; n < workers; n += 1) this.workers.push(await openWorker({ ...this.place, handlers, concurrency: 4 }));
  }

  /** Sweeps with so many sweeps at once until nothing waits, and publishes all. */
  async handOut(sweeps: number): Promise<void> {
    const all = async () => {
      while ((await this.sweep.run()) > 0);
    };
    await Promise.all(Array.from({ length: sweeps }, all));
    while ((await this.relay.run(100)) > 0);
  }

  /** Waits until nothing is due and nothing is under way. */
  async settled(withinMs = 60_000): Promise<void> {
    const none = async () => {
      const { waiting, handed } = await this.world.store.run(SYSTEM, (tx) => tx.due.backlog(this.clock.now()));
      return waiting + handed === 0;
    };
    await until(none, 'due rows are left', withinMs);
  }

  async count(): Promise<DueCount> {
    const [rows, logs] = await this.world.store.run(SYSTEM, async (tx) => [
      (await Promise.all(this.licences.map(({ id }) => tx.due.ofSubject(id)))).flat(),
      (await Promise.all(this.licences.map(({ applicationId }) => tx.log.ofApplication(applicationId)))).flat(),
    ]);
    const turns = rows.filter(({ kind }) => kind === 'licence-active').length;
    const logEntries = logs.filter(({ verb }) => verb === 'licence-became-active').length;
    const mails = this.mailer.sent.length;
    return {
      rows: rows.length,
      done: rows.filter(({ state }) => state === 'done').length,
      logEntries,
      mails,
      twice: Math.max(0, logEntries - turns) + Math.max(0, mails - (rows.length - turns)),
    };
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close({ drainMs: 5_000 })));
    await this.queue.close();
    await this.world.end();
  }
}

/** Hands out and performs so many rows with four sweeps and two workers at once, and counts the effects. */
export async function dueAtScale(place: QueuePlace, rows: number, withinMs: number): Promise<DueCount> {
  const desk = await DueDesk.open(place);
  try {
    await desk.fill(rows);
    await desk.work(2);
    await desk.handOut(4);
    await desk.settled(withinMs);
    return await desk.count();
  } finally {
    await desk.close();
  }
}
