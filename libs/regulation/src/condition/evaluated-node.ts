// A condition tree after evaluation: every node keeps its verdict, its reason and, for numbers, the margin to the limit.
import type { Bilingual } from '#kernel';

export type Verdict = 'met' | 'not-met' | 'unknown';

export interface EvaluatedNode {
  readonly kind: 'allOf' | 'anyOf' | 'not' | 'test';
  readonly verdict: Verdict;
  readonly reason: Bilingual;
  /** Stated value minus limit, exact, in the unit of the limit, with its sign (`+0.95 %`, `0 %`); null where nothing was measured. */
  readonly margin: string | null;
  readonly property?: string;
  readonly op?: string;
  /** The limit as printed. */
  readonly limit?: string;
  /** The stated value, in the unit of the limit; absent when not stated. */
  readonly value?: string;
  readonly unit?: string;
  readonly children?: readonly EvaluatedNode[];
}
