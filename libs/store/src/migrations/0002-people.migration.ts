// Organisations, people, their one-time tokens, sessions and failed sign-ins.
import { SqlMigration } from './sql-migration';

export class People1795290000002 extends SqlMigration {
  readonly name = 'People1795290000002';
  protected readonly sql = `
create table organisation (
  id uuid primary key,
  kind text not null constraint organisation_kind_check check (kind in ('exporter', 'authority')),
  name_zh text not null,
  name_en text not null,
  credit_code text not null,
  address text not null,
  province text not null
);
create unique index organisation_credit_code_key on organisation (credit_code) where credit_code <> '';

create table person (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  email text not null constraint person_email_key unique constraint person_email_lower_check check (email = lower(email)),
  name text not null,
  roles text[] not null constraint person_roles_check
    check (roles <@ array['exporter', 'reviewer', 'countersigner', 'manager', 'administrator']),
  state text not null constraint person_state_check check (state in ('invited', 'active', 'deactivated')),
  password_hash text,
  version integer not null default 1 check (version > 0)
);
create index person_organisation_idx on person (organisation_id);

create table person_token (
  id uuid primary key,
  person_id uuid not null references person (id),
  purpose text not null constraint person_token_purpose_check check (purpose in ('invitation', 'password-reset')),
  token_hash text not null constraint person_token_hash_key unique,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index person_token_person_idx on person_token (person_id);

create table session (
  id_hash text primary key,
  person_id uuid references person (id),
  data jsonb not null,
  expires_at timestamptz not null
);
create index session_person_idx on session (person_id);
create index session_expiry_idx on session (expires_at);

create table sign_in_failure (
  id bigint generated always as identity primary key,
  key text not null,
  at timestamptz not null
);
create index sign_in_failure_key_idx on sign_in_failure (key, at);

grant select, insert on organisation to licet_app;
grant select, insert, update (state, password_hash, version) on person to licet_app;
grant select, insert, update (used_at) on person_token to licet_app;
grant select, insert, delete, update (person_id, data, expires_at) on session to licet_app;
grant select, insert, delete on sign_in_failure to licet_app;

alter table organisation enable row level security, force row level security;
create policy organisation_read on organisation for select using (
  case (select licet_reach())
    when 'organisation' then id = (select licet_organisation())
    when 'authority' then true
    when 'administrator' then true
    when 'sign-in' then true
    when 'system' then true
    else false
  end);
create policy organisation_add on organisation for insert with check ((select licet_reach()) in ('administrator', 'system'));
create policy organisation_change on organisation for update using ((select licet_reach()) in ('administrator', 'system'));
create policy organisation_remove on organisation for delete using ((select licet_reach()) = 'system');

alter table person enable row level security, force row level security;
create policy person_read on person for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then organisation_id = (select licet_organisation())
    when 'administrator' then true
    when 'sign-in' then true
    when 'system' then true
    else false
  end);
create policy person_add on person for insert with check ((select licet_reach()) in ('administrator', 'system'));
create policy person_change on person for update using ((select licet_reach()) in ('administrator', 'sign-in', 'system'));
create policy person_remove on person for delete using ((select licet_reach()) = 'system');

alter table person_token enable row level security, force row level security;
create policy person_token_all on person_token using ((select licet_reach()) in ('administrator', 'sign-in', 'system'));

alter table session enable row level security, force row level security;
-- An administrator ends sessions and begins none.
create policy session_all on session using ((select licet_reach()) in ('administrator', 'sign-in', 'system'))
  with check ((select licet_reach()) in ('sign-in', 'system'));

alter table sign_in_failure enable row level security, force row level security;
create policy sign_in_failure_all on sign_in_failure using ((select licet_reach()) in ('sign-in', 'system'));
`;
}
