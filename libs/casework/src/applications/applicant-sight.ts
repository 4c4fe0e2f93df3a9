// What of the log an applicant may know: each public stage of the case, never who holds it or the authority's inner words. What is not named here is not told.
import { APPLICATION_STATUSES, publicStage } from '#licensing';
import type { LogAudience, LogEntry, LogVerb } from '../records';

/** whole: the act with its facts · bare: that it happened, and nothing of its payload. */
const TOLD: Readonly<Partial<Record<LogVerb, 'whole' | 'bare'>>> = {
  create: 'whole',
  edit: 'whole',
  'add-paper': 'whole',
  'remove-paper': 'whole',
  submit: 'whole',
  resubmit: 'whole',
  receive: 'whole',
  check: 'whole',
  forward: 'whole',
  return: 'whole',
  'return-from-ministry': 'whole',
  accept: 'whole',
  'start-review': 'whole',
  publish: 'bare',
  grant: 'bare',
  refuse: 'bare',
  close: 'whole',
  withdraw: 'whole',
  amend: 'whole',
  'issue-licence': 'whole',
  'issue-letter': 'whole',
  'render-licence': 'whole',
  'render-letter': 'whole',
  'licence-became-active': 'whole',
  'licence-expired': 'whole',
  suspend: 'whole',
  reinstate: 'whole',
  revoke: 'whole',
};

/** Who may read the entry: a note as it says itself, a comparison with the list as the side is that made it. */
export function audienceOf(verb: LogVerb, facts: Readonly<Record<string, unknown>>): LogAudience {
  const told =
    verb === 'note'
      ? facts['audience'] === 'applicant'
      : verb === 'confirm-list-check'
        ? facts['side'] === 'applicant'
        : TOLD[verb] !== undefined;
  return told ? 'applicant' : 'internal';
}

/** What the applicant learns of the payload: stages as the public ones, and no version of the case, which counts the inner acts too. */
export function payloadToApplicant({ verb, payload }: LogEntry): Readonly<Record<string, unknown>> {
  if (TOLD[verb] === 'bare') return {};
  return publicFacts(Object.fromEntries(Object.entries(payload).filter(([key]) => key !== 'version')));
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
