// The pages: server-rendered, in two languages, working without a script. Start at door/desk.ts, then routes/applications.controller.ts.
import path from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { ContentDoor } from '../api/applications/content-door';
import { RefusalPages } from '../http/refusals/refusal-pages';
import { CaseReading } from './door/case-reading';
import { Colleagues } from './door/colleagues';
import { Desk } from './door/desk';
import { OfficersDirectory } from './door/officers-directory';
import { ProblemPages } from './door/problem-pages';
import { PageRenderer } from './rendering/page-renderer';
import { AccountPages } from './routes/account.controller';
import { AdminPages } from './routes/admin.controller';
import { ApiDocsPages } from './routes/api-docs.controller';
import { AbsencePages } from './routes/absences.controller';
import { AgentPages } from './routes/agents.controller';
import { ApplicationListPages, ApplicationPages, NewApplicationPages } from './routes/applications.controller';
import { AdvicePages } from './routes/cases-advice.controller';
import { DocumentPages } from './routes/cases-documents.controller';
import { CaseNotePages } from './routes/cases-notes.controller';
import { PlacePages, PlacingPages } from './routes/cases-places.controller';
import { CasePages } from './routes/cases.controller';
import { ItemPages } from './routes/items.controller';
import { FiledMovePages } from './routes/filed-moves.controller';
import { LetterPages } from './routes/letters.controller';
import { NotePages } from './routes/notes.controller';
import { LawDayPages } from './routes/law-days.controller';
import { ReadingPages } from './routes/readings.controller';
import { LawPages } from './routes/law.controller';
import { LicencePages } from './routes/licences.controller';
import { PaperPages } from './routes/papers.controller';
import { PartyPages } from './routes/parties.controller';
import { ProductRecordPages } from './routes/product-records.controller';
import { ProductPages } from './routes/products.controller';
import { TakeProductPages } from './routes/take-product.controller';
import { BulkPages } from './routes/queue-bulk.controller';
import { OwnQueuePages, QueuePages } from './routes/queue.controller';
import { RulePages } from './routes/rules.controller';
import { SectionPages } from './routes/sections.controller';
import { TeamQueuePages } from './routes/team-queues.controller';
import { TeamPages } from './routes/teams.controller';
import { VerificationPages } from './routes/verification.controller';

const CONTROLLERS = [
  AccountPages,
  AdminPages,
  ApplicationListPages,
  ApplicationPages,
  FiledMovePages,
  NotePages,
  LetterPages,
  AgentPages,
  TeamPages,
  TeamQueuePages,
  AbsencePages,
  RulePages,
  NewApplicationPages,
  TakeProductPages,
  ItemPages,
  PartyPages,
  PaperPages,
  LawPages,
  LawDayPages,
  ReadingPages,
  SectionPages,
  ProductRecordPages,
  ProductPages,
  QueuePages,
  OwnQueuePages,
  BulkPages,
  CasePages,
  AdvicePages,
  PlacePages,
  PlacingPages,
  DocumentPages,
  CaseNotePages,
  LicencePages,
  VerificationPages,
  ApiDocsPages,
];

@Module({ controllers: CONTROLLERS })
export class PagesModule {
  /** `root` is the folder of the product, in which the templates stand. Global, for the exception filter shows its refusals as pages. */
  static with({ root }: { root: string }): DynamicModule {
    return {
      module: PagesModule,
      global: true,
      providers: [
        { provide: PageRenderer, useFactory: () => new PageRenderer(path.join(root, 'templates')) },
        Desk,
        CaseReading,
        Colleagues,
        OfficersDirectory,
        ContentDoor,
        { provide: RefusalPages, useClass: ProblemPages },
      ],
      exports: [RefusalPages],
    };
  }
}
