// One row class per table.
import { OrganisationRow } from './organisation.row';
import { PersonRow } from './person.row';
import { PersonTokenRow } from './person-token.row';
import { SessionRow } from './session.row';
import { SignInFailureRow } from './sign-in-failure.row';
import { ApplicationRow } from './application.row';
import { PaperRow } from './paper.row';
import { CaseLogRow } from './case-log.row';
import { AdviceRow } from './advice.row';
import { CountersignatureRow } from './countersignature.row';
import { DeterminationRow } from './determination.row';
import { ListCheckRow } from './list-check.row';
import { LawReadingRow } from './law-reading.row';
import { LawReadingActRow } from './law-reading-act.row';
import { LicenceRow } from './licence.row';
import { IssuedDocumentRow } from './issued-document.row';
import { NumberSeriesRow } from './number-series.row';
import { DueRow } from './due.row';
import { OutboxRow } from './outbox.row';
import { JobReceiptRow } from './job-receipt.row';
import { KeptAnswerRow } from './kept-answer.row';
import { DemoClockRow } from './demo-clock.row';
import { LawTextRow } from './law-text.row';
import { ProductRow } from './product.row';
import { ProductDeterminationRow } from './product-determination.row';
import { ProductUseRow } from './product-use.row';
import { ProductVersionRow } from './product-version.row';
import { TeamRow } from './team.row';
import { TeamActRow } from './team-act.row';
import { TeamMemberRow } from './team-member.row';
import { QueueRow } from './queue.row';
import { QueueFeederRow } from './queue-feeder.row';
import { AbsenceRow } from './absence.row';
import { RoutingRuleRow } from './routing-rule.row';
import { RoutingRuleActRow } from './routing-rule-act.row';
import { PlaceRow } from './place.row';
import { CaseWatchRow } from './case-watch.row';
import { DecisionDocumentRow } from './decision-document.row';
import { DecisionRow } from './decision.row';
import { LetterRow } from './letter.row';
import { CaseNoteRow } from './case-note.row';
import { NoteMentionRow } from './note-mention.row';
import { AgencyRow } from './agency.row';

export const ROWS = [
  OrganisationRow,
  PersonRow,
  PersonTokenRow,
  SessionRow,
  SignInFailureRow,
  ApplicationRow,
  PaperRow,
  CaseLogRow,
  AdviceRow,
  CountersignatureRow,
  DeterminationRow,
  ListCheckRow,
  LawReadingRow,
  LawReadingActRow,
  LicenceRow,
  IssuedDocumentRow,
  NumberSeriesRow,
  DueRow,
  OutboxRow,
  JobReceiptRow,
  KeptAnswerRow,
  DemoClockRow,
  LawTextRow,
  ProductRow,
  ProductVersionRow,
  ProductUseRow,
  ProductDeterminationRow,
  TeamRow,
  TeamMemberRow,
  TeamActRow,
  QueueRow,
  QueueFeederRow,
  AbsenceRow,
  RoutingRuleRow,
  RoutingRuleActRow,
  PlaceRow,
  CaseWatchRow,
  DecisionDocumentRow,
  DecisionRow,
  LetterRow,
  CaseNoteRow,
  NoteMentionRow,
  AgencyRow,
] as const;
