// Licences and the papers issued for them; a paper that is ready never changes.
import { SqlMigration } from './sql-migration';

export class Licences1795290000005 extends SqlMigration {
  readonly name = 'Licences1795290000005';
  protected readonly sql = `
create table issued_document (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  kind text not null constraint issued_document_kind_check check (kind in ('licence')),
  view jsonb not null,
  state text not null constraint issued_document_state_check check (state in ('waiting', 'ready', 'failed')),
  template text,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key text,
  attempts integer not null check (attempts >= 0),
  ready_at timestamptz,
  constraint issued_document_whole_check check (
    case state
      when 'ready' then template is not null and sha256 is not null and file_key is not null and ready_at is not null
      else template is null and sha256 is null and file_key is null and ready_at is null
    end),
  unique (id, organisation_id)
);

create table licence (
  id uuid primary key,
  number text not null constraint licence_number_key unique,
  application_id uuid not null constraint licence_application_key unique,
  organisation_id uuid not null,
  state text not null constraint licence_state_check check (state in ('issued', 'suspended', 'revoked')),
  version integer not null check (version > 0),
  valid_from date not null,
  valid_to date not null,
  issued_at timestamptz not null,
  issued_by uuid not null references person (id),
  document_id uuid not null unique,
  constraint licence_validity_check check (valid_from <= valid_to),
  foreign key (application_id, organisation_id) references application (id, organisation_id),
  foreign key (document_id, organisation_id) references issued_document (id, organisation_id)
);
create index licence_issued_idx on licence (issued_at desc, id desc);
create index licence_organisation_idx on licence (organisation_id, issued_at desc, id desc);

create function licet_keep_issued() returns trigger language plpgsql as $$
begin
  if old.state = 'ready' then
    raise exception 'document % is issued: a correction is a new document that names it', old.id using errcode = 'restrict_violation';
  elsif tg_op = 'UPDATE' and (old.view, old.kind) is distinct from (new.view, new.kind) then
    raise exception 'the view of document % is fixed at its decision', old.id using errcode = 'restrict_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
revoke all on function licet_keep_issued() from public;
create trigger issued_document_stays before update or delete on issued_document for each row execute function licet_keep_issued();
create trigger issued_document_not_emptied before truncate on issued_document execute function licet_append_only();

grant select, insert, update (state, version) on licence to licet_app;
grant select, insert, update (state, template, sha256, file_key, attempts, ready_at) on issued_document to licet_app;

alter table issued_document enable row level security, force row level security;
create policy issued_document_read on issued_document for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then true
    when 'system' then true
    else false
  end);
create policy issued_document_add on issued_document for insert with check ((select licet_reach()) in ('authority', 'system'));
create policy issued_document_change on issued_document for update using ((select licet_reach()) = 'system');
create policy issued_document_remove on issued_document for delete using ((select licet_reach()) = 'system');

alter table licence enable row level security, force row level security;
create policy licence_read on licence for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then true
    when 'system' then true
    else false
  end);
create policy licence_add on licence for insert with check (
  case (select licet_reach())
    when 'authority' then issued_by = (select licet_person())
    when 'system' then true
    else false
  end);
create policy licence_change on licence for update using ((select licet_reach()) in ('authority', 'system'));
create policy licence_remove on licence for delete using ((select licet_reach()) = 'system');
`;
}
