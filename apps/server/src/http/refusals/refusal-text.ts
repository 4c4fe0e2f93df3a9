// The shape of one entry of the table: what happened, why, and the cure, each in both languages.
import type { Bilingual, RefusalKind } from '#kernel';

/**
 * Words for one code. `detail` and `cure` may hold placeholders `{fact}` or `{fact|form}`, filled from the facts of the refusal;
 * `{field}` is the name of the field that a fault concerns. Forms: status, move, role, paper, document, party-role, unit, country (one key or a list), size (bytes).
 */
export interface RefusalText {
  /** The kind with which the code is refused; absent for a code that only marks a single fault. */
  readonly kind?: RefusalKind;
  readonly title: Bilingual;
  readonly detail: Bilingual;
  readonly cure: Bilingual;
}

export type RefusalTexts = Readonly<Record<string, RefusalText>>;
