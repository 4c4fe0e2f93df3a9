// What an advice is: a verdict per item of the application, at one of three levels, kept in every version.
import type { Bilingual } from '#kernel';

/** From the first look to the last: one reviewer's, a team's, and the one that is decided on. */
export const ADVICE_LEVELS = ['reviewer', 'team', 'final'] as const;
export type AdviceLevel = (typeof ADVICE_LEVELS)[number];

/** `refer`: somebody else has to judge the item first; it decides nothing. */
export const VERDICTS = ['approve', 'approve-with-conditions', 'refuse', 'not-controlled', 'refer'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The eight factors by which an application is reviewed, in the order of the law. Export Control Law Art. 13. */
export const REVIEW_FACTORS = [
  {
    key: 'national-security',
    zh: '国家安全和利益',
    en: 'National security and interests',
    cite: 'Export Control Law Art. 13 (1)',
  },
  {
    key: 'international-obligations',
    zh: '国际义务和对外承诺',
    en: 'International duties and commitments',
    cite: 'Export Control Law Art. 13 (2)',
  },
  { key: 'kind-of-export', zh: '出口类型', en: 'Kind of export', cite: 'Export Control Law Art. 13 (3)' },
  { key: 'sensitivity', zh: '管制物项敏感程度', en: 'Sensitivity of the item', cite: 'Export Control Law Art. 13 (4)' },
  { key: 'destination', zh: '出口目的国家或者地区', en: 'Destination', cite: 'Export Control Law Art. 13 (5)' },
  { key: 'end-user-and-use', zh: '最终用户和最终用途', en: 'End user and end use', cite: 'Export Control Law Art. 13 (6)' },
  {
    key: 'credit-record',
    zh: '出口经营者的相关信用记录',
    en: 'Credit record of the exporter',
    cite: 'Export Control Law Art. 13 (7)',
  },
  {
    key: 'other-by-law',
    zh: '法律、行政法规规定的其他因素',
    en: 'Other factors set by laws and administrative regulations',
    cite: 'Export Control Law Art. 13 (8)',
  },
] as const satisfies readonly ({ readonly key: string; readonly cite: string } & Bilingual)[];
export type ReviewFactor = (typeof REVIEW_FACTORS)[number]['key'];

/** What is advised for one item; a single licence has one destination, so an item has one line. */
export interface AdviceLine {
  readonly itemId: string;
  readonly verdict: Verdict;
  /** The authority's own code for the item; empty where the verdict is `not-controlled` or `refer`. */
  readonly controlCode: string;
  /** What the licence is bound to; of `approve-with-conditions` only. */
  readonly conditions: readonly Bilingual[];
  /** What speaks against a licence; of `refuse` only. */
  readonly criteria: readonly ReviewFactor[];
  readonly reason: string;
}

/** An advice as given. A changed one is a further version; none is altered. */
export interface AdviceStanding {
  readonly id: string;
  readonly level: AdviceLevel;
  /** Null for the final advice. */
  readonly teamId: string | null;
  readonly adviserId: string;
  /** The round of review of the application; advice of another round does not stand. */
  readonly round: number;
  /** Rises with every version of the same adviser or team in a round. */
  readonly version: number;
  readonly lines: readonly AdviceLine[];
}

/** True for the verdicts that lead to a licence. */
export function favoursLicence(verdict: Verdict): boolean {
  return verdict === 'approve' || verdict === 'approve-with-conditions';
}
