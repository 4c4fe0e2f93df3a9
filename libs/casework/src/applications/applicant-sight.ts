// What of the log an applicant may know: each public stage of the case, never who holds it or the authority's inner words.
import { APPLICATION_STATUSES, publicStage } from '#licensing';
import type { LogEntry, LogVerb } from '../records';

const HIDDEN: readonly LogVerb[] = [
  'take',
  'release',
  'hand-over',
  'assign',
  'place',
  'give-advice',
  'finish-review',
  'conclude-review',
  'reopen-review',
  'advise',
  'countersign',
  'countersign-first',
  'countersign-second',
  'send-back',
  'reconsider',
  'refused-move',
  'prepare-document',
  'finalise',
  'watch',
  'unwatch',
  'render-failed',
  'render-again',
];
const BARE: readonly LogVerb[] = ['publish', 'grant', 'refuse'];

/** The applicant does not learn of the act at all. */
export function isHiddenFromApplicant(entry: LogEntry): boolean {
  if (entry.verb === 'note') return entry.payload['audience'] !== 'applicant';
  return HIDDEN.includes(entry.verb) || (entry.verb === 'confirm-list-check' && entry.payload['side'] === 'authority');
}

/** The applicant learns that the act happened, and nothing of its payload. */
export function isBareToApplicant(entry: LogEntry): boolean {
  return BARE.includes(entry.verb);
}

/** Where an entry or a refusal names a stage. */
const STAGES = ['status', 'from', 'to'];

/** The facts with the public stage in the place of each status. */
export function publicFacts(facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const told = (value: unknown) => {
    const status = APPLICATION_STATUSES.find((one) => one === value);
    return status ? publicStage(status) : value;
  };
  return Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, STAGES.includes(key) ? told(value) : value]));
}
