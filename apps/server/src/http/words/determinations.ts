// What people read for the answers of a determination, in one language.
import type { Language } from '#kernel';
import { statusInWords, type Status } from '#regulation';

export { COVERAGE, OUTCOME, REGIME, VERDICT } from '#regulation';

/** The words for a status; a last day reads as "until and including". */
export function statusName(status: Status, language: Language): string {
  return statusInWords(status)[language];
}
