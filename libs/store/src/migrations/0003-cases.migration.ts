// Applications with their papers and their append-only log, and the series of running numbers.
import { SqlMigration } from './sql-migration';

export class Cases1795290000003 extends SqlMigration {
  readonly name = 'Cases1795290000003';
  protected readonly sql = `
create table number_series (
  series text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (series, year)
);

create table application (
  id uuid primary key,
  reference text not null constraint application_reference_key unique,
  organisation_id uuid not null references organisation (id),
  procedure text not null constraint application_procedure_check check (procedure in ('dual-use-single')),
  status text not null constraint application_status_check check (status in (
    'draft', 'submitted', 'returned', 'accepted', 'in-review', 'advised', 'countersigned', 'granted', 'refused', 'closed', 'withdrawn')),
  version integer not null check (version > 0),
  content jsonb not null,
  holder_id uuid references person (id),
  round integer not null check (round > 0),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  submitted_at timestamptz,
  accepted_at timestamptz,
  decided_at timestamptz,
  updated_at timestamptz not null,
  destination text not null generated always as (coalesce(content -> 'shipment' ->> 'destination', '')) stored,
  first_item_zh text not null generated always as (coalesce(content -> 'items' -> 0 ->> 'nameZh', '')) stored,
  first_item_en text not null generated always as (coalesce(content -> 'items' -> 0 ->> 'nameEn', '')) stored,
  item_count integer not null generated always as (coalesce(jsonb_array_length(content -> 'items'), 0)) stored,
  constraint application_filed_check check (status in ('draft', 'withdrawn') or submitted_at is not null),
  unique (id, organisation_id)
);
create index application_queue_idx on application (status, submitted_at, id) include (organisation_id, holder_id);
create index application_filed_idx on application (submitted_at, id) where submitted_at is not null;
create index application_changed_idx on application (updated_at desc, id desc) where submitted_at is not null;
create index application_organisation_idx on application (organisation_id, updated_at desc, id desc);
create index application_holder_idx on application (holder_id, status) where holder_id is not null;

create table paper (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  kind text not null constraint paper_kind_check check (kind in ('A2', 'A3', 'A4', 'A5')),
  file_name text not null,
  media_type text not null constraint paper_media_type_check check (media_type in ('application/pdf', 'image/png')),
  size integer not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  file_key text not null,
  added_by uuid not null references person (id),
  added_at timestamptz not null,
  seq bigint generated always as identity,
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index paper_application_idx on paper (application_id, seq);

create table case_log (
  id bigint generated always as identity primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  at timestamptz not null,
  actor_id uuid references person (id),
  verb text not null check (verb ~ '^[a-z]+(-[a-z]+)*$'),
  payload jsonb not null,
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index case_log_application_idx on case_log (application_id, id);
create trigger case_log_only_grows before update or delete or truncate on case_log execute function licet_append_only();

-- Leaves the cases themselves out of an administrator's sight: ids come back, nothing else.
create function licet_hand_over(from_person uuid, to_person uuid, ended text[], moment timestamptz)
  returns table (id uuid, organisation_id uuid, version integer)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare reach text := licet_reach();
begin
  if reach is null or reach not in ('administrator', 'system') then
    raise exception 'only an administrator hands over the cases of another person' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('licet.reach', 'system', true);
  return query
    update application a set holder_id = to_person, version = a.version + 1, updated_at = moment
    where a.holder_id = from_person and a.status <> all (ended)
    returning a.id, a.organisation_id, a.version;
  perform set_config('licet.reach', reach, true);
end $$;
revoke all on function licet_hand_over(uuid, uuid, text[], timestamptz) from public;
grant execute on function licet_hand_over(uuid, uuid, text[], timestamptz) to licet_app;

grant select, insert, update (last) on number_series to licet_app;
grant select, insert, update (status, version, content, holder_id, round, submitted_at, accepted_at, decided_at, updated_at)
  on application to licet_app;
grant select, insert, delete on paper to licet_app;
grant select, insert on case_log to licet_app;

alter table number_series enable row level security, force row level security;
create policy number_series_all on number_series using ((select licet_reach()) in ('organisation', 'authority', 'system'));

alter table application enable row level security, force row level security;
create policy application_read on application for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then submitted_at is not null
    when 'system' then true
    else false
  end);
create policy application_add on application for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and created_by = (select licet_person()) and status = 'draft'
    when 'system' then true
    else false
  end);
create policy application_change on application for update using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then submitted_at is not null
    when 'system' then true
    else false
  end);
create policy application_remove on application for delete using ((select licet_reach()) = 'system');

alter table paper enable row level security, force row level security;
create policy paper_read on paper for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
create policy paper_add on paper for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and added_by = (select licet_person())
    when 'system' then true
    else false
  end);
create policy paper_remove on paper for delete using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'system' then true
    else false
  end);

alter table case_log enable row level security, force row level security;
create policy case_log_read on case_log for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'administrator' then verb = 'hand-over' and actor_id = (select licet_person())
    when 'system' then true
    else false
  end);
create policy case_log_add on case_log for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and coalesce(actor_id = (select licet_person()), true)
    when 'authority' then coalesce(actor_id = (select licet_person()), true)
      and exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'administrator' then verb = 'hand-over' and actor_id = (select licet_person())
    when 'system' then true
    else false
  end);
`;
}
