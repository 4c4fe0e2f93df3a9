// The whole of casework on a fresh PostgreSQL, with the real law, files, templates and database; only clock, mail and queue are fakes.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Clock } from '#kernel';
import {
  CaseworkSettings,
  CreateFirstAdministrator,
  DocumentRenderer,
  FileStore,
  JobQueue,
  LoadedLaw,
  LoadedProcedures,
  Mailer,
  MailWriter,
  NotifyCaseMovedHandler,
  NotifyMentionHandler,
  Passwords,
  PerformDueHandler,
  RelayOutbox,
  RemindOfExpiry,
  RenderLetterHandler,
  RenderLicenceHandler,
  RenderRecordHandler,
  SeedPerson,
  SendInvitationHandler,
  SendPasswordResetHandler,
  Store,
  SweepDue,
  USE_CASES,
  type IssuedKind,
  type JobHandler,
  type LogEntry,
  type RenderedDocument,
} from '#casework';
import { TemplateMailWriter, TypstDocumentRenderer } from '#documents';
import { Argon2Passwords, loadLaw, loadManifests, LocalFileStore } from '#gateways';
import { createStore, type PostgresStore } from '#store';
import { DirectQueue } from '../fakes/direct-queue';
import { MemoryMailer } from '../fakes/memory-mailer';
import { TestClock } from '../fakes/test-clock';
import { freshDatabase, type FreshDatabase } from '../harness/database';
import { addPeople, type HousePeople } from './people';

const HANDLERS = [
  RenderLetterHandler,
  RenderLicenceHandler,
  RenderRecordHandler,
  SendInvitationHandler,
  SendPasswordResetHandler,
  NotifyCaseMovedHandler,
  NotifyMentionHandler,
  PerformDueHandler,
];

/** Rounds of relay and queue after which a house that never falls quiet is given up. */
const MOST_ROUNDS = 50;

/** Database connections of a house. */
export const POOL_SIZE = 25;

export interface HouseOptions {
  /** Where the clock stands; default Monday 2 March 2026, 09:00 in Beijing. */
  readonly now?: string;
  /** Stands in for the document room. */
  readonly renderer?: DocumentRenderer;
  /** Stand in for the procedures that ship. */
  readonly procedures?: LoadedProcedures;
}

export interface House extends HousePeople {
  readonly database: FreshDatabase;
  readonly store: PostgresStore;
  readonly clock: TestClock;
  readonly law: LoadedLaw;
  readonly mailer: MemoryMailer;
  readonly queue: DirectQueue;
  readonly files: LocalFileStore;
  /** The verb, as an app would get it. */
  get<T>(verb: Type<T>): T;
  /** The log of a case with everything in it. */
  logOf(applicationId: string): Promise<readonly LogEntry[]>;
  /** Drains outbox and queue; throws Error when they never fall quiet or a job fails for good. */
  quiet(): Promise<void>;
  end(): Promise<void>;
}

export async function house(options: HouseOptions = {}): Promise<House> {
  const law = await lawOnce();
  const database = await freshDatabase();
  const store = await createStore({ url: database.appUrl, poolSize: POOL_SIZE });
  const folder = mkdtempSync(path.join(tmpdir(), 'licet-house-'));
  const clock = new TestClock(options.now);
  const [mailer, queue, files, passwords] = [
    new MemoryMailer(),
    new DirectQueue(),
    new LocalFileStore(folder),
    new Argon2Passwords(),
  ];
  const renderer = new LateRenderer();
  const parts = [
    { provide: Store, useValue: store },
    { provide: Clock, useValue: clock },
    { provide: LoadedLaw, useValue: law },
    { provide: LoadedProcedures, useValue: options.procedures ?? (await loadManifests()) },
    { provide: FileStore, useValue: files },
    { provide: Passwords, useValue: passwords },
    {
      provide: CaseworkSettings,
      useValue: new CaseworkSettings({ publicUrl: 'http://licet.test', specimen: true, licenceSeries: 'SP' }),
    },
    { provide: Mailer, useValue: mailer },
    { provide: MailWriter, useValue: new TemplateMailWriter() },
    { provide: JobQueue, useValue: queue },
    { provide: DocumentRenderer, useValue: options.renderer ?? renderer },
  ];
  const verbs = [...USE_CASES, ...HANDLERS, RelayOutbox, RemindOfExpiry, SweepDue, SeedPerson, CreateFirstAdministrator];
  const app = await Test.createTestingModule({ providers: [...parts, ...verbs] }).compile();
  const handlers = HANDLERS.map((handler): JobHandler => app.get<JobHandler>(handler));
  const people = await addPeople(store, passwords);
  return {
    ...people,
    database,
    store,
    clock,
    law,
    mailer,
    queue,
    files,
    get: (verb) => app.get(verb),
    logOf: (id) => store.run({ kind: 'system' }, (tx) => tx.log.ofApplication(id)),
    quiet: async () => {
      for (let round = 0; (await app.get(RelayOutbox).run(100)) + (await queue.run(handlers)) > 0; round += 1) {
        if (round === MOST_ROUNDS) throw new Error(`Jobs still make jobs after ${MOST_ROUNDS} rounds`);
      }
      const [failure] = queue.failed;
      if (failure) throw new Error(`${failure.row.job.name} failed for good`, { cause: failure.fault });
    },
    end: async () => {
      await app.close();
      await renderer.close();
      await store.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What applications are built on: a house, or the people of one on a whole server. */
export type CaseScene = HousePeople & Pick<House, 'store' | 'clock' | 'get'>;

let loading: Promise<LoadedLaw> | undefined;

function lawOnce(): Promise<LoadedLaw> {
  return (loading ??= loadLaw());
}

/** The document room, opened by the first paper. */
class LateRenderer extends DocumentRenderer {
  private room: TypstDocumentRenderer | undefined;

  render(kind: IssuedKind, view: unknown): Promise<RenderedDocument> {
    this.room ??= new TypstDocumentRenderer({ threads: 1 });
    return this.room.render(kind, view);
  }

  async close(): Promise<void> {
    await this.room?.close();
  }
}

/** An id that nothing bears. */
export function noSuchId(): string {
  return randomUUID();
}
