// How a line of a case's log reads: one formatter per verb, made on reading from the verb and its payload.
import type { LogVerb, TimelineEntry } from '#casework';
import type { Bilingual, Language } from '#kernel';
import { DECISION_OUTCOME, DECISION_PAPER, MOVES } from './cases';
import { PAPER, SECTIONS } from './content';
import { sayKey } from './say';

type Payload = TimelineEntry['payload'];
type Formatter = (payload: Payload, language: Language) => string;

const text = (payload: Payload, key: string): string => (typeof payload[key] === 'string' ? payload[key] : '');

/** The sentence, followed by the fact of the payload where there is one. */
function plain(zh: string, en: string, fact?: (payload: Payload, language: Language) => string): Formatter {
  return (payload, language) => {
    const detail = fact?.(payload, language) ?? '';
    const sentence = language === 'zh' ? zh : en;
    return detail ? `${sentence}${language === 'zh' ? '：' : ': '}${detail}` : sentence;
  };
}

const paper = (payload: Payload, language: Language) =>
  [sayKey(PAPER, text(payload, 'kind'), language), text(payload, 'fileName')]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ');

const sections = ({ sections: changed }: Payload, language: Language) =>
  Array.isArray(changed)
    ? changed.map((section) => sayKey(SECTIONS, String(section), language)).join(language === 'zh' ? '、' : ', ')
    : '';

const number = (payload: Payload) => text(payload, 'number');

/** The licence's number with the legal day that the fact names. */
const dayed = (fact: string) => (payload: Payload, language: Language) =>
  [number(payload), text(payload, fact)].filter(Boolean).join(language === 'zh' ? '，' : ', ');

/** A fact of the payload that is a key of a table of words. */
const worded = (table: Readonly<Record<string, Bilingual>>, key: string) => (payload: Payload, language: Language) =>
  text(payload, key) && sayKey(table, text(payload, key), language);

const KIND_OF_ORIGIN = {
  amend: { zh: '变更', en: 'Amendment of' },
  reapply: { zh: '重新申请', en: 'New application after' },
  copy: { zh: '复制', en: 'Copy of' },
} as const;

const origin = (payload: Payload, language: Language) =>
  [worded(KIND_OF_ORIGIN, 'origin')(payload, language), text(payload, 'from')].filter(Boolean).join(' ');

const AUDIENCE = {
  internal: { zh: '内部', en: 'Internal' },
  applicant: { zh: '申请人可见', en: 'Told to the applicant' },
} as const;

const ACT_ON_PLACE = {
  put: { zh: '加入队列', en: 'Put on it' },
  'take-off': { zh: '移出队列', en: 'Taken off it' },
} as const;

const numbers = ({ numbers: all, number: one }: Payload, language: Language) =>
  (Array.isArray(all) ? all.map(String) : typeof one === 'string' ? [one] : []).join(language === 'zh' ? '、' : ', ');

const letter = (payload: Payload, language: Language) =>
  [worded(DECISION_PAPER, 'kind')(payload, language), number(payload)].filter(Boolean).join(language === 'zh' ? '，' : ', ');

const BARRED = {
  'adviser-cannot-countersign': { zh: '出具意见的人不得会签', en: 'who advised does not sign' },
  'signer-cannot-sign-twice': { zh: '同一人不得会签两次', en: 'nobody signs twice' },
} as const;

const barred = (payload: Payload, language: Language) =>
  [worded(MOVES, 'move')(payload, language), worded(BARRED, 'code')(payload, language)]
    .filter(Boolean)
    .join(language === 'zh' ? '，' : ', ');

const FORMATTERS: Readonly<Record<LogVerb, Formatter>> = {
  create: plain('创建申请', 'Application begun', origin),
  edit: plain('修改申请内容', 'Content changed', sections),
  'add-paper': plain('上传材料', 'Paper added', paper),
  'remove-paper': plain('删除材料', 'Paper removed', paper),
  submit: plain('提交申请', 'Application submitted'),
  resubmit: plain('补正后重新提交', 'Corrections submitted'),
  receive: plain('省级商务主管部门收件', 'Received by the provincial commerce department'),
  check: plain('省级商务主管部门核对材料完毕', 'Papers checked by the provincial commerce department'),
  forward: plain('转报国务院商务主管部门', 'Forwarded to the Ministry of Commerce'),
  accept: plain('受理申请，审查期限开始计算', 'Application accepted; the review clock starts'),
  return: plain('退回补正', 'Returned for correction'),
  'return-from-ministry': plain('国务院商务主管部门退回补正', 'Returned for correction by the Ministry of Commerce'),
  'start-review': plain('开始审查', 'Review started'),
  'conclude-review': plain('各组审查结束', 'Review concluded: the case has left its last review queue'),
  'reopen-review': plain('重新开放审查，开始新一轮', 'Review reopened; a new round begins'),
  'give-advice': plain('审查员出具意见', 'A reviewer gave advice'),
  'finish-review': plain('审查组出具意见，案件离开该队列', 'A team gave its advice; the case left the queue'),
  advise: plain('出具最终审查意见', 'Final advice given', worded(DECISION_OUTCOME, 'outcome')),
  countersign: plain('会签同意最终意见', 'Final advice countersigned'),
  'countersign-first': plain('第一次会签同意', 'Final advice signed a first time'),
  'countersign-second': plain('第二次会签同意', 'Final advice signed a second time'),
  'send-back': plain('会签退回，重拟意见', 'Sent back to the adviser'),
  reconsider: plain('要求重新考虑', 'Reconsideration asked for'),
  'refused-move': plain('因职责分离未予办理', 'Refused for separation of duties', barred),
  'prepare-document': plain('拟制决定文书', 'Document of the decision prepared', worded(DECISION_PAPER, 'kind')),
  finalise: plain('作出决定，尚未公布', 'Decision made, not yet published'),
  publish: plain('公布决定，审查期限停止计算', 'Decision published; the review clock stops', numbers),
  grant: plain('准予许可', 'Licence granted', numbers),
  refuse: plain('不予许可', 'Licence refused'),
  close: plain('案件办结', 'Case closed'),
  withdraw: plain('撤回申请', 'Application withdrawn'),
  amend: plain('变更申请，由新申请取代', 'Amended; another application takes its place', (payload) => text(payload, 'by')),
  suspend: plain('中止许可', 'Licence suspended', number),
  reinstate: plain('恢复许可', 'Licence reinstated', number),
  revoke: plain('撤销许可', 'Licence revoked', number),
  take: plain('领取案件', 'Case taken'),
  release: plain('放回队列', 'Case released to the queue'),
  assign: plain('指派办理人', 'Case assigned'),
  place: plain('人工调整队列', 'Queue changed by hand', worded(ACT_ON_PLACE, 'act')),
  'hand-over': plain('案件移交', 'Case handed over'),
  note: plain('添加备注', 'Note written', worded(AUDIENCE, 'audience')),
  watch: plain('开始关注案件', 'Watch begun'),
  unwatch: plain('停止关注案件', 'Watch ended'),
  'confirm-list-check': plain('已与官方清单核对', 'Checked against the official list', (payload) => text(payload, 'edition')),
  'issue-licence': plain('签发许可证件', 'Licence issued', number),
  'issue-letter': plain('签发决定文书', 'Letter issued', letter),
  'licence-became-active': plain('许可证件有效期开始', 'Licence validity begins', dayed('validFrom')),
  'licence-expired': plain('许可证件有效期届满', 'Licence expired', dayed('validTo')),
  'render-licence': plain('许可证件已生成', 'Licence paper prepared'),
  'render-letter': plain('决定文书已生成', 'Letter prepared'),
  'render-again': plain('重新生成文书', 'To be prepared again', letter),
  'render-failed': plain('证件生成失败', 'The paper could not be prepared'),
};

/** The sentence of the entry; the reason that came with it, if any, stands apart in `reasonOf`. */
export function timelineText({ verb, payload }: Pick<TimelineEntry, 'verb' | 'payload'>, language: Language): string {
  return FORMATTERS[verb](payload, language);
}

/** The reason that the entry carries; null where there is none. */
export function reasonOf({ payload }: Pick<TimelineEntry, 'payload'>): string | null {
  return text(payload, 'reason') || null;
}

/** The words for the side that acted. */
export const SIDE = {
  applicant: { zh: '申请人', en: 'Applicant' },
  authority: { zh: '许可机关', en: 'Licensing authority' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Readonly<Record<TimelineEntry['side'], { zh: string; en: string }>>;
