// Answers kept under the caller's idempotency key, each seen by its person alone, for a limited time.
import { SqlMigration } from './sql-migration';

export class KeptAnswers1795290000009 extends SqlMigration {
  readonly name = 'KeptAnswers1795290000009';
  protected readonly sql = `
create table kept_answer (
  person_id uuid not null references person (id),
  key text not null constraint kept_answer_key_check check (length(key) between 1 and 255),
  organisation_id uuid not null references organisation (id),
  request_hash text not null constraint kept_answer_request_hash_check check (request_hash ~ '^[0-9a-f]{64}$'),
  status integer constraint kept_answer_status_check check (status between 200 and 499),
  headers jsonb,
  body text constraint kept_answer_body_check check (octet_length(body) <= 262144),
  expires_at timestamptz not null,
  constraint kept_answer_whole_check check ((status is null) = (headers is null) and (status is null) = (body is null)),
  primary key (person_id, key)
);
create index kept_answer_expiry_idx on kept_answer (expires_at);

grant select, insert, delete, update (request_hash, status, headers, body, expires_at) on kept_answer to licet_app;

alter table kept_answer enable row level security, force row level security;
create policy kept_answer_own on kept_answer using (
  case (select licet_reach())
    when 'organisation' then person_id = (select licet_person()) and organisation_id = (select licet_organisation())
    when 'authority' then person_id = (select licet_person()) and organisation_id = (select licet_organisation())
    when 'system' then true
    else false
  end);
`;
}
