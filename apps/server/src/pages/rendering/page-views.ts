// Every page with the view that its template shows; a template without a line here, or the reverse, fails the guard test.
import type { AccountForm, NoticeView } from '../views/account-views';
import type { OrganisationsView, PeopleView } from '../views/admin-views';
import type { ApiDocsView } from '../views/api-docs';
import type { ApplicationListView, CheckView, ReadView, TaskListView } from '../views/application-views';
import type { AdviseView, CaseView, QueueView } from '../views/case-views';
import type { CheckForm } from '../views/check-form';
import type { ItemLawPageView } from '../views/item-law-page';
import type { LawDayPageView } from '../views/law-day-page';
import type { LawDifferencePageView } from '../views/law-difference-page';
import type { ReadingListView } from '../views/reading-pages';
import type { DocumentStateView, LicenceListView, LicenceView } from '../views/licence-views';
import type { ListPageView } from '../views/list-pages';
import type { MoveFormView } from '../views/move-form';
import type { PapersPageView } from '../views/papers-page';
import type { ConfirmView, FormView } from '../views/parts';
import type { ProductPageView } from '../views/product-page';
import type { ProductRecordView } from '../views/product-record-page';
import type { ProductListView, RecheckView, TakeProductView } from '../views/product-views';
import type { ProblemView, StaleView } from '../views/problem-views';
import type { VerificationView } from '../views/verification-views';

export interface PageViews {
  account: AccountForm;
  notice: NoticeView;
  problem: ProblemView;
  stale: StaleView;
  applications: ApplicationListView;
  'task-list': TaskListView;
  application: ReadView;
  form: FormView;
  list: ListPageView;
  papers: PapersPageView;
  check: CheckView & CheckForm;
  move: MoveFormView;
  'item-law': ItemLawPageView;
  'law-day': LawDayPageView;
  'law-difference': LawDifferencePageView;
  readings: ReadingListView;
  products: ProductListView;
  product: ProductPageView;
  'product-record': ProductRecordView;
  recheck: RecheckView;
  'take-product': TakeProductView;
  queue: QueueView;
  case: CaseView;
  advise: AdviseView;
  licences: LicenceListView;
  licence: LicenceView;
  'licence-document': DocumentStateView;
  people: PeopleView;
  confirm: ConfirmView;
  organisations: OrganisationsView;
  verification: VerificationView;
  'api-docs': ApiDocsView;
}

export type PageName = keyof PageViews;
