// Which answers of the database are refusals (a rule of the trade said no) and which stay faults.
import { Refusal, type RefusalKind } from '#kernel';
import { QueryFailedError } from 'typeorm';

const BY_CONSTRAINT: Readonly<Record<string, readonly [RefusalKind, string]>> = {
  person_email_key: ['conflict', 'email-taken'],
  organisation_credit_code_key: ['conflict', 'credit-code-taken'],
  application_amended_once_key: ['conflict', 'amended-before'],
  advice_version_key: ['conflict', 'advised-meanwhile'],
  countersignature_place_key: ['conflict', 'already-countersigned'],
  countersignature_signer_key: ['forbidden', 'signer-cannot-sign-twice'],
  countersignature_two_people_check: ['forbidden', 'adviser-cannot-countersign'],
  countersignature_adviser_check: ['forbidden', 'adviser-cannot-countersign'],
  decision_document_version_key: ['conflict', 'document-prepared-meanwhile'],
  routing_rule_version_key: ['conflict', 'rule-version-taken'],
  routing_rule_judged_key: ['conflict', 'rule-acted-before'],
  routing_rule_act_two_people_check: ['forbidden', 'proposer-cannot-approve'],
  agency_standing_key: ['conflict', 'agency-exists'],
  law_reading_act_key: ['conflict', 'reading-acted-before'],
  law_reading_two_people_check: ['forbidden', 'proposer-cannot-confirm'],
  licence_number_key: ['conflict', 'licence-number-taken'],
  licence_application_key: ['conflict', 'licence-exists'],
};

const UNTRANSLATABLE = '22P05';
/** A row against the policies of row-level security; a right that the role lacks on a whole table has the same code and is a fault. */
const BEYOND_REACH = '42501 ExecWithCheckOptions';
const INVALID_TEXT = '22P02';

const BY_CODE: Readonly<Record<string, readonly [RefusalKind, string]>> = {
  // NUL and its like; a lone surrogate in JSON comes as invalid text of the JSON reader
  [UNTRANSLATABLE]: ['invalid', 'unstorable-character'],
  [BEYOND_REACH]: ['forbidden', 'beyond-reach'],
  '22021': ['invalid', 'unstorable-character'],
  // query_canceled: the statement ran into its time limit
  '57014': ['unavailable', 'database-busy'],
};

/** serialization_failure and deadlock_detected: the same work may succeed when run again. */
const AGAIN = new Set(['40001', '40P01']);

/** The refusal that the database's answer stands for, with the answer as its cause; the error itself when it is a fault. */
export function refusalOf(error: unknown): unknown {
  const answer = databaseAnswer(error);
  const code = answer.code === INVALID_TEXT && answer.routine.startsWith('json') ? UNTRANSLATABLE : answer.code;
  const found = BY_CONSTRAINT[answer.constraint] ?? BY_CODE[`${code} ${answer.routine}`] ?? BY_CODE[code];
  if (!found) return error;
  const refusal = new Refusal(found[0], found[1]);
  refusal.cause = error;
  return refusal;
}

/** The refusal of work for which no connection could be had. */
export function unreachable(error: unknown): Refusal {
  const refusal = new Refusal('unavailable', 'database-unavailable');
  refusal.cause = error;
  return refusal;
}

/** True when running the transaction again may succeed. */
export function mayRunAgain(error: unknown): boolean {
  return AGAIN.has(databaseAnswer(error).code);
}

function databaseAnswer(error: unknown): { code: string; constraint: string; routine: string } {
  const answer: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const read = (key: string): string => {
    const value: unknown = typeof answer === 'object' && answer !== null && key in answer ? Reflect.get(answer, key) : '';
    return typeof value === 'string' ? value : '';
  };
  return { code: read('code'), constraint: read('constraint'), routine: read('routine') };
}
