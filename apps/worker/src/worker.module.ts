// The composition of the worker: what stands behind each port, the handlers of all jobs, the relay, the sweep.
import { Module, type DynamicModule } from '@nestjs/common';
import {
  CaseworkSettings,
  ClockOfCase,
  DocumentRenderer,
  FileStore,
  JobQueue,
  LoadedLaw,
  LoadedProcedures,
  Mailer,
  MailWriter,
  NotifyCaseMovedHandler,
  NotifyMentionHandler,
  PerformDueHandler,
  RefreshDueDays,
  RelayOutbox,
  RemindOfExpiry,
  RenderLetterHandler,
  RenderLicenceHandler,
  RenderRecordHandler,
  SendInvitationHandler,
  SendPasswordResetHandler,
  Store,
  SweepDue,
} from '#casework';
import { Clock } from '#kernel';

/** One for each job of the catalogue. */
export const HANDLERS = [
  RenderLetterHandler,
  RenderLicenceHandler,
  RenderRecordHandler,
  SendInvitationHandler,
  SendPasswordResetHandler,
  NotifyCaseMovedHandler,
  NotifyMentionHandler,
  PerformDueHandler,
] as const;

/** What a worker is made of besides its own code. */
export interface WorkerParts {
  readonly store: Store;
  readonly queue: JobQueue;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly mailer: Mailer;
  readonly letters: MailWriter;
  readonly renderer: DocumentRenderer;
  readonly settings: CaseworkSettings;
  readonly law: LoadedLaw;
  readonly procedures: LoadedProcedures;
}

@Module({})
export class WorkerModule {
  static with(parts: WorkerParts): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: Store, useValue: parts.store },
        { provide: JobQueue, useValue: parts.queue },
        { provide: Clock, useValue: parts.clock },
        { provide: FileStore, useValue: parts.files },
        { provide: Mailer, useValue: parts.mailer },
        { provide: MailWriter, useValue: parts.letters },
        { provide: DocumentRenderer, useValue: parts.renderer },
        { provide: CaseworkSettings, useValue: parts.settings },
        { provide: LoadedLaw, useValue: parts.law },
        { provide: LoadedProcedures, useValue: parts.procedures },
        ClockOfCase,
        RefreshDueDays,
        RelayOutbox,
        RemindOfExpiry,
        SweepDue,
        ...HANDLERS,
      ],
    };
  }
}
