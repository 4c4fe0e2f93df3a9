// All verbs as one list, for an app that provides them to its injector.
import { ConfirmListCheck } from './applications/confirm-list-check';
import { CreateApplication } from './applications/create-application';
import { DetermineItems } from './applications/determine-items';
import { ActInBulk } from './applications/act-in-bulk';
import { CarryMove } from './applications/carry-move';
import { ClockOfCase } from './applications/clock-of-case';
import { GrowApplication } from './applications/grow-application';
import { AskSignatures } from './applications/ask-signatures';
import { ReadGuardFacts } from './applications/guard-facts';
import { OfficersCase } from './applications/officers-case';
import { ListApplications } from './applications/list-applications';
import { MakeMove } from './applications/make-move';
import { MOVE_EFFECTS, MoveEffects } from './applications/moves/move-effects';
import { Papers } from './applications/papers';
import { ReadApplication } from './applications/read-application';
import { LogRefusedMove } from './applications/refused-move';
import { ReadTimeline } from './applications/read-timeline';
import { SaveContent } from './applications/save-content';
import { KeepAgencies } from './agencies/keep-agencies';
import { FindDecisions } from './decisions/find-decisions';
import { DrawPaper } from './decisions/draw-paper';
import { PrepareDocument } from './decisions/prepare-document';
import { PreviewDocument } from './decisions/preview-document';
import { ReadLetter } from './decisions/read-letter';
import { WatchCase } from './notes/watch-case';
import { WriteNote } from './notes/write-note';
import { HoldPlace } from './queues/hold-place';
import { ManageRules } from './queues/manage-rules';
import { ManageTeams } from './queues/manage-teams';
import { PutOnQueue } from './queues/put-on-queue';
import { ReadQueues } from './queues/read-queues';
import { RefreshDueDays } from './queues/refresh-due-days';
import { SimulateRules } from './queues/simulate-rules';
import { SettlePlaces } from './queues/settle-places';
import { GiveAdvice } from './reviews/give-advice';
import { RecordAdvice } from './reviews/record-advice';
import { MoveLicence } from './licences/move-licence';
import { RenderAgain } from './licences/render-again';
import { VerifyLicence } from './licences/verify-licence';
import { ReadLicences } from './licences/read-licences';
import { ManagePeople } from './people/manage-people';
import { SetPassword } from './people/set-password';
import { SignIn } from './people/sign-in';
import { ReadLaw } from './law/read-law';
import { ReadReadings } from './readings/read-readings';
import { RecordReading } from './readings/record-reading';
import { DetermineExports } from './products/determine-exports';
import { DetermineProduct, ReadDetermination } from './products/determine-product';
import { KeepLaw } from './products/keep-law';
import { KeepProducts } from './products/keep-products';
import { ReadProduct } from './products/read-product';
import { RecheckProducts } from './products/recheck-products';
import { RenderRecordAgain } from './products/render-record-again';
import { TakeFromProduct } from './products/take-from-product';

export const USE_CASES = [
  CreateApplication,
  SaveContent,
  DetermineItems,
  ConfirmListCheck,
  ...MOVE_EFFECTS,
  MoveEffects,
  MakeMove,
  ReadApplication,
  ReadTimeline,
  ListApplications,
  ClockOfCase,
  AskSignatures,
  ReadGuardFacts,
  OfficersCase,
  SettlePlaces,
  CarryMove,
  LogRefusedMove,
  ActInBulk,
  GrowApplication,
  HoldPlace,
  PutOnQueue,
  ReadQueues,
  RefreshDueDays,
  ManageTeams,
  ManageRules,
  SimulateRules,
  RecordAdvice,
  GiveAdvice,
  DrawPaper,
  PrepareDocument,
  PreviewDocument,
  ReadLetter,
  FindDecisions,
  WriteNote,
  WatchCase,
  KeepAgencies,
  Papers,
  ReadLicences,
  MoveLicence,
  RenderAgain,
  VerifyLicence,
  SignIn,
  SetPassword,
  ManagePeople,
  RecordReading,
  ReadReadings,
  ReadLaw,
  KeepLaw,
  KeepProducts,
  ReadProduct,
  DetermineProduct,
  ReadDetermination,
  RenderRecordAgain,
  DetermineExports,
  RecheckProducts,
  TakeFromProduct,
] as const;
