// Notes on a case, internal or to the applicant, and the officers whom a note names: both only grow. Comparisons with the list bear their side as notes do, entries of the log their audience,
// and an application the version and moment at which its applicant knows it.
import { SqlMigration } from './sql-migration';

export class Notes1795290000020 extends SqlMigration {
  readonly name = 'Notes1795290000020';
  protected readonly sql = `
create table case_note (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  author_id uuid not null references person (id),
  side text not null constraint case_note_side_check check (side in ('applicant', 'authority')),
  audience text not null constraint case_note_audience_check check (audience in ('internal', 'applicant')),
  text text not null,
  at timestamptz not null,
  seq bigint generated always as identity,
  unique (id, organisation_id),
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index case_note_application_idx on case_note (application_id, seq);

create table note_mention (
  note_id uuid not null,
  person_id uuid not null references person (id),
  organisation_id uuid not null,
  at timestamptz not null,
  primary key (note_id, person_id),
  foreign key (note_id, organisation_id) references case_note (id, organisation_id)
);
create index note_mention_person_idx on note_mention (person_id, at desc, note_id desc);

create trigger case_note_only_grows before update or delete or truncate on case_note execute function licet_append_only();
create trigger note_mention_only_grows before update or delete or truncate on note_mention execute function licet_append_only();

grant select, insert on case_note, note_mention to licet_app;

alter table case_note enable row level security, force row level security;
create policy case_note_read on case_note for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and audience = 'applicant'
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
create policy case_note_add on case_note for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and audience = 'applicant' and side = 'applicant'
      and author_id = (select licet_person())
    when 'authority' then side = 'authority' and author_id = (select licet_person())
      and exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);

alter table note_mention enable row level security, force row level security;
create policy note_mention_read on note_mention for select using ((select licet_reach()) in ('authority', 'system'));
create policy note_mention_add on note_mention for insert with check (
  case (select licet_reach())
    when 'authority' then exists (select from case_note n where n.id = note_id and n.author_id = (select licet_person()))
    when 'system' then true
    else false
  end);

select set_config('licet.reach', 'system', true);
alter table list_check add column side text constraint list_check_side_check check (side in ('applicant', 'authority'));
alter table list_check no force row level security, disable trigger list_check_only_grows;
update list_check c set side = case o.kind when 'authority' then 'authority' else 'applicant' end
  from person p join organisation o on o.id = p.organisation_id where p.id = c.person_id;
alter table list_check force row level security, enable trigger list_check_only_grows, alter column side set not null;

alter table case_log add column audience text constraint case_log_audience_check check (audience in ('internal', 'applicant'));
alter table case_log no force row level security, disable trigger case_log_only_grows;
update case_log set audience = case
  when verb = 'confirm-list-check' and payload ->> 'side' = 'applicant' then 'applicant'
  when verb in ('create', 'edit', 'add-paper', 'remove-paper', 'submit', 'resubmit', 'return', 'accept', 'start-review', 'grant', 'refuse', 'close',
    'withdraw', 'issue-licence', 'render-licence', 'licence-became-active', 'licence-expired', 'suspend', 'reinstate', 'revoke') then 'applicant'
  else 'internal' end;
alter table case_log force row level security, enable trigger case_log_only_grows, alter column audience set not null;

alter table application add column told_version integer not null default 1 check (told_version > 0), add column told_at timestamptz;
update application a set told_version = version, told_at = coalesce(
  (select max(l.at) from case_log l where l.application_id = a.id and l.audience = 'applicant'), a.submitted_at, a.created_at);
alter table application alter column told_version drop default, alter column told_at set not null;
drop index application_organisation_idx, application_changed_idx;
create index application_organisation_idx on application (organisation_id, told_at desc, id desc);
grant update (told_version, told_at) on application to licet_app;
select set_config('licet.reach', '', true);

drop policy case_log_read on case_log;
create policy case_log_read on case_log for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and audience = 'applicant'
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'administrator' then verb = 'hand-over' and actor_id = (select licet_person())
    when 'system' then true
    else false
  end);
drop policy case_log_add on case_log;
create policy case_log_add on case_log for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and audience = 'applicant'
      and coalesce(actor_id = (select licet_person()), true)
    when 'authority' then coalesce(actor_id = (select licet_person()), true)
      and exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'administrator' then verb = 'hand-over' and actor_id = (select licet_person())
    when 'system' then true
    else false
  end);

drop policy list_check_read on list_check;
create policy list_check_read on list_check for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and side = 'applicant'
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
drop policy list_check_add on list_check;
create policy list_check_add on list_check for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and side = 'applicant' and person_id = (select licet_person())
    when 'authority' then side = 'authority' and person_id = (select licet_person())
      and exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
`;
}
