// How a letter to the applicant names the stage of a case: the public stages alone, for mail is not where advice becomes known.
import type { Bilingual } from '#kernel';
import type { PublicStage } from '#licensing';

export const STAGE_IN_LETTERS: Readonly<Record<PublicStage, Bilingual>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  received: { zh: '已收件', en: 'Received' },
  checked: { zh: '已核对', en: 'Checked' },
  forwarded: { zh: '已转报', en: 'Forwarded' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  accepted: { zh: '已受理', en: 'Accepted' },
  'in-review': { zh: '审查中', en: 'Under review' },
  published: { zh: '已作出决定', en: 'Decided' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  superseded: { zh: '已由修改后的申请取代', en: 'Replaced by an amended application' },
};
