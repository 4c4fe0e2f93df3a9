// What of the log an applicant may know: each stage of the case, never who holds it or the authority's inner words.
import type { LogEntry, LogVerb } from '../records';

const HIDDEN: readonly LogVerb[] = ['take', 'release', 'hand-over', 'render-failed', 'render-again'];
const BARE: readonly LogVerb[] = ['advise', 'countersign', 'send-back', 'reconsider', 'grant'];

/** The applicant does not learn of the act at all. */
export function isHiddenFromApplicant(entry: LogEntry): boolean {
  return HIDDEN.includes(entry.verb) || (entry.verb === 'confirm-list-check' && entry.payload['side'] === 'authority');
}

/** The applicant learns that the act happened, and nothing of its payload. */
export function isBareToApplicant(entry: LogEntry): boolean {
  return BARE.includes(entry.verb);
}
