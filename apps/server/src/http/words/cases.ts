// What people read for statuses, moves and what a move asks. Typed by the tables: a missing word does not compile.
import type { DocumentState, QueueKind, RuleState } from '#casework';
import type { Bilingual } from '#kernel';
import type {
  AdviceLevel,
  ApplicationStatus,
  CarryOverBar,
  DecisionDocument,
  DecisionOutcome,
  HolderClass,
  LicenceLife,
  LicenceState,
  MoveInput,
  MoveName,
  OpenMatter,
  PartyFlag,
  Verdict,
} from '#licensing';

export const STATUS_OF_APPLICATION: Readonly<Record<ApplicationStatus, Bilingual>> = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已提交', en: 'Submitted' },
  received: { zh: '省级商务主管部门已收件', en: 'Received by the province' },
  checked: { zh: '省级商务主管部门已核对', en: 'Checked by the province' },
  forwarded: { zh: '已转报', en: 'Forwarded to the ministry' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  accepted: { zh: '已受理', en: 'Accepted' },
  'in-review': { zh: '审查中', en: 'In review' },
  reviewed: { zh: '各组审查已结束', en: 'Reviewed by all teams' },
  advised: { zh: '已出具最终审查意见', en: 'Final advice given' },
  'signed-once': { zh: '已一次会签', en: 'Signed once' },
  countersigned: { zh: '已会签', en: 'Countersigned' },
  decided: { zh: '已决定，待公布', en: 'Decided, not yet published' },
  published: { zh: '决定已公布', en: 'Decision published' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  superseded: { zh: '已由变更申请取代', en: 'Superseded by an amendment' },
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
  receive: { zh: '收件', en: 'Receive' },
  check: { zh: '核对完毕', en: 'Checked' },
  forward: { zh: '转报商务部', en: 'Forward to the ministry' },
  return: { zh: '退回补正', en: 'Return for correction' },
  'return-from-ministry': { zh: '商务部退回补正', en: 'Return for correction from the ministry' },
  accept: { zh: '受理', en: 'Accept' },
  'start-review': { zh: '开始审查', en: 'Start review' },
  'conclude-review': { zh: '结束各组审查', en: 'Conclude review' },
  'reopen-review': { zh: '重新开放审查', en: 'Reopen review' },
  advise: { zh: '出具最终审查意见', en: 'Give final advice' },
  countersign: { zh: '会签同意', en: 'Countersign' },
  'countersign-first': { zh: '第一次会签同意', en: 'Countersign first' },
  'countersign-second': { zh: '第二次会签同意', en: 'Countersign second' },
  'send-back': { zh: '退回重拟意见', en: 'Send back to the adviser' },
  reconsider: { zh: '要求重新考虑', en: 'Ask for reconsideration' },
  finalise: { zh: '作出决定', en: 'Finalise decision' },
  publish: { zh: '公布决定', en: 'Publish decision' },
  close: { zh: '办结', en: 'Close case' },
  withdraw: { zh: '撤回申请', en: 'Withdraw application' },
  amend: { zh: '变更申请', en: 'Amend application' },
  suspend: { zh: '中止许可', en: 'Suspend licence' },
  reinstate: { zh: '恢复许可', en: 'Reinstate licence' },
  revoke: { zh: '撤销许可', en: 'Revoke licence' },
};

export const MOVE_INPUTS: Readonly<Record<MoveInput, Bilingual>> = {
  reason: { zh: '理由', en: 'Reason' },
  advice: { zh: '审查意见', en: 'Advice' },
};

/** What is advised or decided for one item. */
export const ADVICE_VERDICT: Readonly<Record<Verdict, Bilingual>> = {
  approve: { zh: '准予许可', en: 'Approve' },
  'approve-with-conditions': { zh: '附条件准予许可', en: 'Approve with conditions' },
  refuse: { zh: '不予许可', en: 'Refuse' },
  'not-controlled': { zh: '不属于管制物项', en: 'Not a controlled item' },
  refer: { zh: '转请他人判断', en: 'Refer to others' },
};

export const ADVICE_LEVEL: Readonly<Record<AdviceLevel, Bilingual>> = {
  reviewer: { zh: '审查员意见', en: 'Advice of a reviewer' },
  team: { zh: '组意见', en: 'Advice of a team' },
  final: { zh: '最终意见', en: 'Final advice' },
};

/** What a published decision comes to. */
export const DECISION_OUTCOME: Readonly<Record<DecisionOutcome, Bilingual>> = {
  granted: { zh: '准予许可', en: 'Granted' },
  refused: { zh: '不予许可', en: 'Refused' },
  'not-controlled': { zh: '经审查不属于管制物项', en: 'Found not to be controlled' },
  mixed: { zh: '分项决定', en: 'Decided item by item' },
};

export const DECISION_PAPER: Readonly<Record<DecisionDocument, Bilingual>> = {
  licence: { zh: '许可证件', en: 'Licence' },
  'refusal-letter': { zh: '不予许可决定书', en: 'Letter of refusal' },
  'not-controlled-letter': { zh: '不属于管制物项告知书', en: 'Letter on an item not controlled' },
};

/** On whose desk a case lies, as an applicant may know it. */
export const HOLDER_CLASS: Readonly<Record<HolderClass, Bilingual>> = {
  applicant: { zh: '申请人', en: 'Applicant' },
  province: { zh: '省级商务主管部门', en: 'Provincial commerce department' },
  ministry: { zh: '国务院商务主管部门', en: 'Ministry of Commerce' },
  nobody: { zh: '无需办理', en: 'Nobody' },
};

export const KIND_OF_QUEUE: Readonly<Record<QueueKind, Bilingual>> = {
  work: { zh: '经办队列', en: 'Work queue' },
  review: { zh: '审查队列', en: 'Review queue' },
  countersign: { zh: '会签队列', en: 'Countersigning queue' },
};

export const STATE_OF_RULE: Readonly<Record<RuleState, Bilingual>> = {
  proposed: { zh: '待他人批准', en: 'Proposed' },
  approved: { zh: '已批准', en: 'Approved' },
  rejected: { zh: '未批准', en: 'Rejected' },
};

export const PARTY_FLAG: Readonly<Record<PartyFlag, Bilingual>> = {
  hit: { zh: '与名单名称相同', en: 'Name stands on a list' },
  near: { zh: '与名单名称相近', en: 'Name close to one on a list' },
  'watch-listed': { zh: '列入关注名单', en: 'On the watch list' },
  military: { zh: '申报军事用途', en: 'Military end use stated' },
  middleman: { zh: '有中间商', en: 'With a middleman' },
};

/** Why an assessment of the amended application does not carry over. */
export const CARRY_OVER_BAR: Readonly<Record<CarryOverBar, Bilingual>> = {
  'item-changed': { zh: '物项已变更', en: 'The item changed' },
  'item-added': { zh: '新增物项', en: 'The item was added' },
  'item-removed': { zh: '物项已删除', en: 'The item was removed' },
  'exporter-changed': { zh: '出口经营者已变更', en: 'The exporter changed' },
  'destination-changed': { zh: '目的地已变更', en: 'The destination changed' },
  'kind-of-export-changed': { zh: '出口类型已变更', en: 'The kind of export changed' },
  'end-use-changed': { zh: '最终用途已变更', en: 'The end use changed' },
  'party-changed': { zh: '境外方已变更', en: 'A party changed' },
  'paper-changed': { zh: '据以审查的材料已变更', en: 'A paper that it was judged by changed' },
};

/** What keeps an item of a proposal open. */
export const OPEN_MATTER: Readonly<Record<OpenMatter, Bilingual>> = {
  verdict: { zh: '结论不一致', en: 'Verdicts differ' },
  'control-code': { zh: '管制编码不一致', en: 'Control codes differ' },
  'line-missing': { zh: '有意见未涉及该物项', en: 'Some advice has no line on it' },
  referred: { zh: '均转请他人判断', en: 'All refer it to others' },
};
