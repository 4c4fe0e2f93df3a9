// The words in which a finding and a determination answer.
import type { LocalDate } from '#kernel';

export const STATUS_WORDS = [
  'prohibited-technology',
  'prohibited',
  'denial-presumption',
  'restricted-licensing',
  'case-by-case-strict',
  'case-by-case',
  'restricted-technology-licence',
  'licence-required',
  'exempt-with-report',
  'ordinary-licence-required',
  'contract-registration',
  'undetermined',
  'review',
  'suspended',
  'not-yet-effective',
  'not-controlled',
  'no-licence',
  'registration-certificate',
  'breach',
  'unlicensed-export',
  'licence-required-if-listed',
  'provisional',
  'clock-paused',
  'new-application',
  'change-application',
  'invalid-data',
  'not-allowed',
  'not-eligible',
  'reject-for-correction',
  'stop-and-report',
  'report-and-wait',
  'allowed-at-earliest',
  'reconsideration-final',
  'eligible',
  'valid',
  'allowed',
] as const;

export type StatusWord = (typeof STATUS_WORDS)[number];

/** A word of the vocabulary, or the last day of a period (inclusive). */
export type Status = StatusWord | LocalDate;
