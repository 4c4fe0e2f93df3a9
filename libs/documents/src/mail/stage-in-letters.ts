// How a letter to the applicant names the stage of a case. The steps inside the authority read alike: mail is not where advice becomes known.
import type { Bilingual } from '#kernel';
import type { ApplicationStatus } from '#licensing';

const UNDER_REVIEW: Bilingual = { zh: '审查中', en: 'Under review' };

export const STAGE_IN_LETTERS: Readonly<Record<ApplicationStatus, Bilingual>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  accepted: { zh: '已受理', en: 'Accepted' },
  'in-review': UNDER_REVIEW,
  advised: UNDER_REVIEW,
  countersigned: UNDER_REVIEW,
  granted: { zh: '准予许可', en: 'Granted' },
  refused: { zh: '不予许可', en: 'Refused' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};
