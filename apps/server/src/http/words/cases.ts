// What people read for statuses, moves and what a move asks. Typed by the tables: a missing word does not compile.
import type { DocumentState } from '#casework';
import type { Bilingual } from '#kernel';
import type { ApplicationStatus, LicenceLife, LicenceState, MoveInput, MoveName, Recommendation } from '#licensing';

export const STATUS_OF_APPLICATION: Readonly<Record<ApplicationStatus, Bilingual>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  accepted: { zh: '已受理', en: 'Accepted' },
  'in-review': { zh: '审查中', en: 'In review' },
  advised: { zh: '已出具审查意见', en: 'Advised' },
  countersigned: { zh: '已会签', en: 'Countersigned' },
  granted: { zh: '准予许可', en: 'Granted' },
  refused: { zh: '不予许可', en: 'Refused' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
};

export const STATE_OF_LICENCE: Readonly<Record<LicenceState, Bilingual>> = {
  issued: { zh: '已签发', en: 'Issued' },
  suspended: { zh: '已中止', en: 'Suspended' },
  revoked: { zh: '已撤销', en: 'Revoked' },
};

export const LIFE_OF_LICENCE: Readonly<Record<LicenceLife, Bilingual>> = {
  scheduled: { zh: '尚未生效', en: 'Not yet valid' },
  active: { zh: '有效', en: 'Valid' },
  expired: { zh: '已过期', en: 'Expired' },
  suspended: { zh: '已中止', en: 'Suspended' },
  revoked: { zh: '已撤销', en: 'Revoked' },
};

export const STATE_OF_DOCUMENT: Readonly<Record<DocumentState, Bilingual>> = {
  waiting: { zh: '正在生成', en: 'Being prepared' },
  ready: { zh: '可下载', en: 'Ready' },
  failed: { zh: '生成失败', en: 'Could not be prepared' },
};

/** The button's words for each move of an application or licence. */
export const MOVES: Readonly<Record<MoveName, Bilingual>> = {
  submit: { zh: '提交申请', en: 'Submit application' },
  resubmit: { zh: '补正后重新提交', en: 'Submit corrections' },
  accept: { zh: '受理', en: 'Accept' },
  return: { zh: '退回补正', en: 'Return for correction' },
  'start-review': { zh: '开始审查', en: 'Start review' },
  advise: { zh: '出具审查意见', en: 'Give advice' },
  countersign: { zh: '会签同意', en: 'Countersign' },
  'send-back': { zh: '退回重新审查', en: 'Send back to review' },
  reconsider: { zh: '要求重新审查', en: 'Ask for a new review' },
  grant: { zh: '准予许可', en: 'Grant licence' },
  refuse: { zh: '不予许可', en: 'Refuse licence' },
  close: { zh: '办结', en: 'Close case' },
  withdraw: { zh: '撤回申请', en: 'Withdraw application' },
  suspend: { zh: '中止许可', en: 'Suspend licence' },
  reinstate: { zh: '恢复许可', en: 'Reinstate licence' },
  revoke: { zh: '撤销许可', en: 'Revoke licence' },
};

export const MOVE_INPUTS: Readonly<Record<MoveInput, Bilingual>> = {
  reason: { zh: '理由', en: 'Reason' },
  advice: { zh: '审查意见', en: 'Advice' },
  validity: { zh: '有效期', en: 'Validity' },
};

export const RECOMMENDATION: Readonly<Record<Recommendation, Bilingual>> = {
  approve: { zh: '建议准予许可', en: 'Approve' },
  'approve-with-conditions': { zh: '建议附条件准予许可', en: 'Approve with conditions' },
  refuse: { zh: '建议不予许可', en: 'Refuse' },
};
