// The cases marked on a queue page for one act on all of them: each mark names place, case, version, stage and reference.
import { MOST_IN_BULK } from '#casework';
import { Refusal } from '#kernel';
import { APPLICATION_STATUSES, type ApplicationStatus } from '#licensing';
import { inputInvalid } from '../../http/validate-input';
import type { FormAnswers } from './form-answers';

export interface MarkedCase {
  readonly placeId: string;
  readonly applicationId: string;
  /** The version that the officer saw. */
  readonly version: number;
  readonly status: ApplicationStatus;
  readonly reference: string;
}

/** Name of the field that every mark has. */
export const MARKED = 'marked';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const MARK = new RegExp(`^(${ID}):(${ID}):(\\d{1,9}):([a-z-]{1,20}):([A-Z0-9-]{1,40})$`);

export function markOf({ placeId, applicationId, version, status, reference }: MarkedCase): string {
  return [placeId, applicationId, version, status, reference].join(':');
}

/**
 * The marked cases in the order of the page, each place once. Throws Refusal `malformed-request` (invalid) for a mark that no page of ours makes,
 * `input-invalid` (invalid) for more than MOST_IN_BULK.
 */
export function markedCases(answers: FormAnswers): MarkedCase[] {
  const marks = [...new Set(answers.list(MARKED))];
  if (marks.length > MOST_IN_BULK) throw inputInvalid([{ code: 'list-too-long', at: MARKED, facts: { max: MOST_IN_BULK } }]);
  return marks.map((mark) => {
    const [, placeId = '', applicationId = '', version = '', status = '', reference = ''] = MARK.exec(mark) ?? [];
    if (!isStatus(status)) throw new Refusal('invalid', 'malformed-request');
    return { placeId, applicationId, version: Number(version), status, reference };
  });
}

/** Each case once, where it was marked on several queues. */
export function eachCaseOnce(marked: readonly MarkedCase[]): MarkedCase[] {
  return [...new Map(marked.map((one) => [one.applicationId, one])).values()];
}

function isStatus(text: string): text is ApplicationStatus {
  return (APPLICATION_STATUSES as readonly string[]).includes(text);
}
