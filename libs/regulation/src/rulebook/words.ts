// The closed vocabularies of the law files; a word outside them is a fault.

export const MEASURE_KINDS = [
  'item',
  'technology',
  'foreign-produced',
  'de-minimis',
  'end-use',
  'suspension',
  'repeal',
  'entity-list',
  'statement',
  'procedure',
] as const;

export const LEGAL_EFFECTS = [
  'licence-required',
  'licence-required-if-controlled',
  'prohibited',
  'prohibited-unless-special-approval',
  'denial-presumption',
  'strict-review',
  'case-by-case',
  'case-by-case-strict',
  'restricted-licensing',
  'restricted-technology-licence',
  'ordinary-licence-required',
  'exempt-with-report',
  'exemption-and-extension',
  'disclosure-duty',
  'due-diligence-duty',
  'customs-declaration-duty',
  'procedure',
  'liability',
  'enabling',
  'administrative-aid',
  'enforcement',
  'suspension',
  'repeal',
  'none',
] as const;

export const LIST_TYPES = ['control', 'watch', 'unreliable', 'countermeasure', 'risk-notice'] as const;
export const REACHES = ['exporters-only', 'also-foreign-persons', 'china-trade', 'persons-in-china', 'listed-entity'] as const;
export const CONFIDENCES = ['read', 'secondary', 'computed', 'general knowledge', 'open'] as const;
export const COVERAGE_STATES = ['complete', 'these-entries', 'title-only', 'not-loaded', 'not-a-list'] as const;
export const OPERATORS = ['>', '>=', '<', '<=', '=', 'in', 'contains', 'contains-any'] as const;
export const CLOCK_UNITS = ['days', 'working-days', 'months', 'years'] as const;

export type MeasureKind = (typeof MEASURE_KINDS)[number];
export type LegalEffect = (typeof LEGAL_EFFECTS)[number];
export type ListType = (typeof LIST_TYPES)[number];
export type Reach = (typeof REACHES)[number];
export type Confidence = (typeof CONFIDENCES)[number];
export type CoverageState = (typeof COVERAGE_STATES)[number];
export type Operator = (typeof OPERATORS)[number];

/** Grammar of a dual-use control code: `1C905.b`, `1C902.a.2.a`. */
export const CONTROL_CODE = /^[0-9][A-E][0-9]{3}(\.[a-z](\.[0-9]+(\.[a-z](\.[0-9]+)?)?)?)?$/;
/** Grammar of a number of the technology catalogue: `252604X`, `083201J`. */
export const CATALOGUE_NUMBER = /^[0-9]{6}[JX]$/;
