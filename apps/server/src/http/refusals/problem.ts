// The problem details of a refusal (RFC 9457).
import type { Language } from '#kernel';
import { describeRefusal, type DescribedFault } from './describe';
import { statusOf } from './refusals';
import type { Refusal } from '#kernel';

export const PROBLEM_TYPE = 'application/problem+json';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly cure: string;
  /** The facts of the refusal for programs, such as `current` and `changes` of a stale version. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly faults: readonly DescribedFault[];
}

export function problemOf(refusal: Refusal, language: Language): Problem {
  const { code, title, detail, cure, faults } = describeRefusal(refusal, language);
  return { type: `/problems/${code}`, title, status: statusOf(refusal), detail, code, cure, facts: refusal.facts, faults };
}

/** What is told of a fault of the program: a reference, nothing else. */
export function problemOfFault(reference: string, language: Language): Problem {
  const described = describeRefusal({ code: 'unexpected-fault', facts: { reference }, faults: [] }, language);
  return { type: '/problems/unexpected-fault', ...described, status: 500, facts: { reference } };
}
