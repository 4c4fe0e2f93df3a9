// How a line of a case's log reads: one formatter per verb, made on reading from the verb and its payload.
import type { LogVerb, TimelineEntry } from '#casework';
import type { Language } from '#kernel';
import { RECOMMENDATION } from './cases';
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

const FORMATTERS: Readonly<Record<LogVerb, Formatter>> = {
  create: plain('创建申请', 'Application begun'),
  edit: plain('修改申请内容', 'Content changed', sections),
  'add-paper': plain('上传材料', 'Paper added', paper),
  'remove-paper': plain('删除材料', 'Paper removed', paper),
  submit: plain('提交申请', 'Application submitted'),
  resubmit: plain('补正后重新提交', 'Corrections submitted'),
  accept: plain('受理申请，审查期限开始计算', 'Application accepted; the review clock starts'),
  return: plain('退回补正', 'Returned for correction'),
  'start-review': plain('开始审查', 'Review started'),
  advise: plain('出具审查意见', 'Advice given', (payload, language) =>
    sayKey(RECOMMENDATION, text(payload, 'recommendation'), language),
  ),
  countersign: plain('会签同意审查意见', 'Advice countersigned'),
  'send-back': plain('会签退回，重新审查', 'Sent back to review'),
  reconsider: plain('要求重新审查', 'New review asked for'),
  grant: plain('准予许可', 'Licence granted', number),
  refuse: plain('不予许可', 'Licence refused'),
  close: plain('案件办结', 'Case closed'),
  withdraw: plain('撤回申请', 'Application withdrawn'),
  suspend: plain('中止许可', 'Licence suspended', number),
  reinstate: plain('恢复许可', 'Licence reinstated', number),
  revoke: plain('撤销许可', 'Licence revoked', number),
  take: plain('领取案件', 'Case taken'),
  release: plain('放回队列', 'Case released to the queue'),
  'hand-over': plain('案件移交', 'Case handed over'),
  'confirm-list-check': plain('已与官方清单核对', 'Checked against the official list', (payload) => text(payload, 'edition')),
  'issue-licence': plain('签发许可证件', 'Licence issued', number),
  'licence-became-active': plain('许可证件有效期开始', 'Licence validity begins', dayed('validFrom')),
  'licence-expired': plain('许可证件有效期届满', 'Licence expired', dayed('validTo')),
  'render-licence': plain('许可证件已生成', 'Licence paper prepared'),
  'render-again': plain('重新生成许可证件', 'Licence paper to be prepared again', number),
  'render-failed': plain('许可证件生成失败', 'Licence paper could not be prepared'),
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
