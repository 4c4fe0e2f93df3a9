// What people read for the answers of a determination. "Not controlled" always says that it is within the loaded law only.
import type { Bilingual } from '#kernel';
import type { Verdict } from '../condition/evaluated-node';
import type { CoverageState } from '../rulebook/words';
import type { ClassificationOutcome } from '../classification/classification';
import type { Regime } from './determination';
import type { ReadingWord } from './recorded-reading';
import { STATUS_WORDS, type Status, type StatusWord } from './status';

export const DETERMINATION_STATUS: Readonly<Record<StatusWord, Bilingual>> = {
  'prohibited-technology': { zh: '禁止出口的技术', en: 'Technology prohibited from export' },
  prohibited: { zh: '禁止出口', en: 'Export prohibited' },
  'denial-presumption': { zh: '原则上不予许可', en: 'Licence refused in principle' },
  'restricted-licensing': { zh: '限制性许可', en: 'Restricted licensing' },
  'case-by-case-strict': { zh: '逐案从严审查', en: 'Strict case-by-case review' },
  'case-by-case': { zh: '逐案审查', en: 'Case-by-case review' },
  'restricted-technology-licence': { zh: '限制出口技术，需许可', en: 'Restricted technology: licence required' },
  'licence-required': { zh: '需申请许可', en: 'Licence required' },
  'exempt-with-report': { zh: '免许可，需报告', en: 'Exempt, with a report' },
  'ordinary-licence-required': { zh: '需一般出口许可证', en: 'Ordinary export licence required' },
  'contract-registration': { zh: '技术出口合同登记', en: 'Registration of the technology contract' },
  undetermined: { zh: '无法判定', en: 'Undetermined' },
  review: { zh: '需人工核查', en: 'To be reviewed by a person' },
  suspended: { zh: '措施暂停实施', en: 'Measure suspended' },
  'not-yet-effective': { zh: '措施尚未生效', en: 'Measure not yet effective' },
  'not-controlled': { zh: '在已载入的法规范围内未发现管制', en: 'No control found within the loaded law' },
  'no-licence': { zh: '在已载入的法规范围内未发现许可要求', en: 'No licence duty found within the loaded law' },
  'registration-certificate': { zh: '登记证书', en: 'Registration certificate' },
  breach: { zh: '违反规定', en: 'Breach' },
  'unlicensed-export': { zh: '未经许可出口', en: 'Unlicensed export' },
  'licence-required-if-listed': { zh: '如列入清单则需许可', en: 'Licence required if listed' },
  provisional: { zh: '暂定', en: 'Provisional' },
  'clock-paused': { zh: '期限暂停计算', en: 'Clock paused' },
  'new-application': { zh: '需重新申请', en: 'New application needed' },
  'change-application': { zh: '需申请变更', en: 'Application for a change needed' },
  'invalid-data': { zh: '数据无效', en: 'Invalid data' },
  'not-allowed': { zh: '不允许', en: 'Not allowed' },
  'not-eligible': { zh: '不符合条件', en: 'Not eligible' },
  'reject-for-correction': { zh: '退回补正', en: 'Returned for correction' },
  'stop-and-report': { zh: '停止并报告', en: 'Stop and report' },
  'report-and-wait': { zh: '报告并等待', en: 'Report and wait' },
  'allowed-at-earliest': { zh: '最早可行日', en: 'Allowed at the earliest' },
  'reconsideration-final': { zh: '复议为最终决定', en: 'Reconsideration is final' },
  eligible: { zh: '符合条件', en: 'Eligible' },
  valid: { zh: '有效', en: 'Valid' },
  allowed: { zh: '允许', en: 'Allowed' },
};

export const REGIME: Readonly<Record<Regime, Bilingual>> = {
  'dual-use-list': { zh: '两用物项清单', en: 'Dual-use list' },
  destination: { zh: '目的地规则', en: 'Destination rules' },
  'party-list': { zh: '管控名单', en: 'Party lists' },
  'reach-abroad': { zh: '域外适用规则', en: 'Reach abroad' },
  'technology-control': { zh: '技术管制', en: 'Technology controls' },
  'technology-catalogue': { zh: '禁止出口限制出口技术目录', en: 'Catalogue of prohibited and restricted technologies' },
  'ordinary-licence': { zh: '一般出口许可', en: 'Ordinary export licence' },
  'catch-all': { zh: '全面管制', en: 'Catch-all' },
  procedure: { zh: '程序规则', en: 'Procedure' },
};

export const COVERAGE: Readonly<Record<CoverageState, Bilingual>> = {
  complete: { zh: '全文已载入', en: 'Loaded in full' },
  'these-entries': { zh: '仅载入所列条目', en: 'Only these entries are loaded' },
  'title-only': { zh: '仅载入标题', en: 'Only the title is loaded' },
  'not-loaded': { zh: '未载入', en: 'Not loaded' },
  'not-a-list': { zh: '不是清单', en: 'Not a list' },
};

export const VERDICT: Readonly<Record<Verdict, Bilingual>> = {
  met: { zh: '符合', en: 'Met' },
  'not-met': { zh: '不符合', en: 'Not met' },
  unknown: { zh: '未知', en: 'Unknown' },
};

/** What a classification comes to. */
export const OUTCOME: Readonly<Record<ClassificationOutcome, Bilingual>> = {
  met: { zh: '有条目符合', en: 'An entry is met' },
  open: { zh: '尚待补充事实', en: 'Open: facts are missing' },
  'ruled-out': { zh: '候选条目均已排除（仅就已载入的法规）', en: 'Candidates ruled out, within the loaded law' },
  refer: { zh: '须由人判断', en: 'Refer to a person' },
};

/** How an unsettled measure is read. */
export const READING: Readonly<Record<ReadingWord, Bilingual>> = {
  lapsed: { zh: '暂停期已届满，措施恢复实施', en: 'The suspension has lapsed: the measure applies' },
  extended: { zh: '暂停期已获延长', en: 'The suspension was extended' },
  stricter: { zh: '从严：取两者中较严的一种', en: 'The stricter of the two' },
};

const words = new Set<string>(STATUS_WORDS);

/** The words for a status; a last day reads as "until and including". */
export function statusInWords(status: Status): Bilingual {
  if (words.has(status)) return DETERMINATION_STATUS[status as StatusWord];
  return { zh: `至${status}（含当日）`, en: `until ${status}, inclusive` };
}

const NO_DUTY: readonly string[] = [
  'not-controlled',
  'no-licence',
  'suspended',
  'not-yet-effective',
  'eligible',
  'valid',
  'allowed',
] satisfies StatusWord[];

/** No duty was found: nothing more than that, within the loaded law; never shown without what was not checked. */
export function findsNoDuty(status: Status): boolean {
  return NO_DUTY.includes(status);
}
