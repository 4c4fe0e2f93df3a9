// All verbs as one list, for an app that provides them to its injector.
import { ConfirmListCheck } from './applications/confirm-list-check';
import { CreateApplication } from './applications/create-application';
import { DetermineItems } from './applications/determine-items';
import { HoldCase } from './applications/hold-case';
import { ListApplications } from './applications/list-applications';
import { MakeMove } from './applications/make-move';
import { MOVE_EFFECTS, MoveEffects } from './applications/moves/move-effects';
import { Papers } from './applications/papers';
import { ReadApplication } from './applications/read-application';
import { ReadTimeline } from './applications/read-timeline';
import { SaveContent } from './applications/save-content';
import { MoveLicence } from './licences/move-licence';
import { RenderAgain } from './licences/render-again';
import { VerifyLicence } from './licences/verify-licence';
import { ReadLicences } from './licences/read-licences';
import { ManagePeople } from './people/manage-people';
import { SetPassword } from './people/set-password';
import { SignIn } from './people/sign-in';

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
  HoldCase,
  Papers,
  ReadLicences,
  MoveLicence,
  RenderAgain,
  VerifyLicence,
  SignIn,
  SetPassword,
  ManagePeople,
] as const;
