// Guard: the words that the database's checks allow are exactly those of the TypeScript constants and types.
import {
  ADVICE_LEVELS,
  APPLICATION_STATUSES,
  DECISION_DOCUMENTS,
  isWithAuthority,
  LICENCE_EVENTS,
  LICENCE_STATES,
  PAPER_KINDS,
  ROLES,
} from '#licensing';
import { CASE_SIDES, NOTE_AUDIENCES, ORIGIN_KINDS, QUEUE_KINDS, TEAM_ACTS } from '#casework';
import type {
  CountersignatureRecord,
  DeterminationView,
  DocumentState,
  DueState,
  IssuedDocumentRecord,
  LetterRecord,
  LogEntry,
  OrganisationKind,
  PaperRecord,
  PersonState,
  PlaceEnd,
  ReadingAct,
  TokenPurpose,
} from '#casework';
import { READING_WORDS } from '#regulation';
import { asOwner } from '../builders/stored-world';
import { freshDatabase, type FreshDatabase } from '../harness/database';

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** All words of a type without a constant; the compiler refuses a missing or a foreign one. */
function words<Word extends string>(all: Record<Word, true>): string[] {
  return Object.keys(all);
}

const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  law_reading_reading_check: READING_WORDS,
  law_reading_act_check: words<ReadingAct['act']>({ confirm: true, withdraw: true }),
  application_status_check: APPLICATION_STATUSES,
  licence_state_check: LICENCE_STATES,
  paper_kind_check: PAPER_KINDS,
  paper_media_type_check: words<PaperRecord['mediaType']>({ 'application/pdf': true, 'image/png': true }),
  application_origin_kind_check: ORIGIN_KINDS,
  advice_level_check: ADVICE_LEVELS,
  queue_kind_check: QUEUE_KINDS,
  team_act_check: TEAM_ACTS,
  queue_stages_check: APPLICATION_STATUSES.filter(isWithAuthority),
  place_stage_check: APPLICATION_STATUSES.filter(isWithAuthority),
  place_ending_check: words<PlaceEnd>({ moved: true, done: true, routed: true }),
  routing_rule_act_check: words<'approve' | 'reject'>({ approve: true, reject: true }),
  decision_document_kind_check: DECISION_DOCUMENTS,
  letter_kind_check: words<LetterRecord['kind']>({ 'refusal-letter': true, 'not-controlled-letter': true }),
  case_note_audience_check: NOTE_AUDIENCES,
  case_note_side_check: CASE_SIDES,
  case_log_audience_check: words<LogEntry['audience']>({ internal: true, applicant: true }),
  list_check_side_check: CASE_SIDES,
  countersignature_outcome_check: words<CountersignatureRecord['outcome']>({ signed: true, 'sent-back': true }),
  determination_view_check: words<DeterminationView>({ exporter: true, reviewer: true }),
  product_determination_view_check: words<DeterminationView>({ exporter: true, reviewer: true }),
  issued_document_state_check: words<DocumentState>({ waiting: true, ready: true, failed: true }),
  issued_document_kind_check: words<IssuedDocumentRecord['kind']>({
    licence: true,
    determination: true,
    'refusal-letter': true,
    'not-controlled-letter': true,
  }),
  organisation_kind_check: words<OrganisationKind>({ exporter: true, authority: true }),
  due_kind_check: LICENCE_EVENTS,
  due_state_check: words<DueState>({ waiting: true, handed: true, done: true, cancelled: true }),
  person_state_check: words<PersonState>({ invited: true, active: true, deactivated: true }),
  person_roles_check: ROLES,
  person_token_purpose_check: words<TokenPurpose>({ invitation: true, 'password-reset': true }),
};

test('each check of words allows the words of the code, and no check is unknown here', async () => {
  const checks = await asOwner<{ name: string; definition: string }>(
    database,
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'c' and connamespace = 'public'::regnamespace and pg_get_constraintdef(oid) ~ '(= ''|ARRAY)'
       and conname not in ('application_filed_check', 'issued_document_whole_check')`,
  );
  const allowed = Object.fromEntries(
    checks.map(({ name, definition }) => [
      name,
      [...definition.matchAll(/'([^']+)'::text/g)].map((match) => match[1] ?? '').sort(),
    ]),
  );
  const expected = Object.fromEntries(Object.entries(EXPECTED).map(([name, list]) => [name, [...list].sort()]));
  expect(allowed).toEqual(expected);
});
