// The papers that a finding adds, by the words of the law files, in both languages.
import type { Bilingual } from '#kernel';

export const PAPERS: Readonly<Record<string, Bilingual>> = {
  application: { zh: '中国限制出口技术申请书', en: 'Application to export restricted technology' },
  'letter of intent': { zh: '技术出口许可意向书', en: 'Letter of intent' },
  contract: { zh: '合同副本', en: 'Copy of the contract' },
  'technology export licence': { zh: '技术出口许可证', en: 'Technology export licence' },
  'registration form': { zh: '出口登记信息（登记取得出口凭证）', en: 'Registration form' },
  'risk assessment report': { zh: '风险评估报告', en: 'Risk assessment report' },
  'written non-military promise': { zh: '不用于军事用途的书面承诺', en: 'Written promise of no military use' },
  undertaking: { zh: '承诺书', en: 'Undertaking' },
  'humanitarian report': { zh: '人道主义用途出口报告', en: 'Report of a humanitarian export' },
  'compliance notice': { zh: '合规告知书', en: 'Compliance Notice' },
  '62 Annex 1 statement': {
    zh: '转移或者提供受出口管制技术情况说明（公告2025年第62号附件1）',
    en: 'Statement on transfer or provision of controlled technology (Annex 1 of No. 62 of 2025)',
  },
  '62 Annex 2 statement': {
    zh: '在境内提供受出口管制技术情况说明（公告2025年第62号附件2）',
    en: 'Statement on provision inside China (Annex 2 of No. 62 of 2025)',
  },
};

/** A paper that has no words here stands as the law files name it. */
export function paperWords(paper: string): Bilingual {
  return (Object.hasOwn(PAPERS, paper) ? PAPERS[paper] : undefined) ?? { zh: paper, en: paper };
}
