// The one table of refusals and faults: code → words. HTTP status comes from the kind of the refusal.
import type { Refusal, RefusalKind } from '#kernel';
import { caseRefusals } from './case-refusals';
import { contentRefusals } from './content-refusals';
import { decisionRefusals } from './decision-refusals';
import { doorRefusals } from './door-refusals';
import { fieldRefusals } from './field-refusals';
import { mannerRefusals } from './manner-refusals';
import { lawRefusals } from './law-refusals';
import { noteRefusals } from './note-refusals';
import { peopleRefusals } from './people-refusals';
import { productRefusals } from './product-refusals';
import { queueRefusals } from './queue-refusals';
import { ruleRefusals } from './rule-refusals';
import type { RefusalText, RefusalTexts } from './refusal-text';

export const refusals = {
  ...doorRefusals,
  ...fieldRefusals,
  ...contentRefusals,
  ...caseRefusals,
  ...queueRefusals,
  ...decisionRefusals,
  ...noteRefusals,
  ...ruleRefusals,
  ...lawRefusals,
  ...productRefusals,
  ...peopleRefusals,
  ...mannerRefusals,
} as const satisfies RefusalTexts;

export type RefusalCode = keyof typeof refusals;

export const REFUSAL_CODES = Object.keys(refusals).sort() as RefusalCode[];

/** The words for the code, or undefined when the table has none. */
export function refusalText(code: string): RefusalText | undefined {
  return Object.hasOwn(refusals, code) ? refusals[code as RefusalCode] : undefined;
}

export const STATUS_OF_KIND: Readonly<Record<RefusalKind, number>> = {
  invalid: 422,
  denied: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  limited: 429,
  unavailable: 503,
};

/** Codes whose HTTP status differs from that of their kind. */
const OWN_STATUS: Readonly<Record<string, number>> = {
  'malformed-json': 400,
  'malformed-request': 400,
  'method-not-allowed': 405,
  'precondition-failed': 412,
};

/** The HTTP status of a refusal. */
export function statusOf({ kind, code }: Pick<Refusal, 'kind' | 'code'>): number {
  return OWN_STATUS[code] ?? STATUS_OF_KIND[kind];
}
