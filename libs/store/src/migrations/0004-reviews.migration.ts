// Advice, countersignatures, determinations and list checks: all only grow, and nobody countersigns their own advice.
import { SqlMigration } from './sql-migration';

export class Reviews1795290000004 extends SqlMigration {
  readonly name = 'Reviews1795290000004';
  protected readonly sql = `
create table advice (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  round integer not null check (round > 0),
  adviser_id uuid not null references person (id),
  recommendation text not null constraint advice_recommendation_check
    check (recommendation in ('approve', 'approve-with-conditions', 'refuse')),
  reasons text not null,
  conditions jsonb not null,
  items jsonb not null,
  at timestamptz not null,
  seq bigint generated always as identity,
  constraint advice_round_key unique (application_id, round),
  unique (id, adviser_id, application_id),
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);

create table countersignature (
  id uuid primary key,
  advice_id uuid not null constraint countersignature_advice_key unique,
  application_id uuid not null,
  organisation_id uuid not null,
  adviser_id uuid not null,
  signer_id uuid not null references person (id),
  outcome text not null constraint countersignature_outcome_check check (outcome in ('signed', 'sent-back')),
  reason text not null,
  at timestamptz not null,
  seq bigint generated always as identity,
  constraint countersignature_two_people_check check (signer_id <> adviser_id),
  constraint countersignature_advice_fkey foreign key (advice_id, adviser_id, application_id)
    references advice (id, adviser_id, application_id),
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index countersignature_application_idx on countersignature (application_id, seq);

create table determination (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  item_id text not null,
  view text not null constraint determination_view_check check (view in ('exporter', 'reviewer')),
  answer jsonb not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  seq bigint generated always as identity,
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index determination_application_idx on determination (application_id, view, item_id, seq desc);

create table list_check (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  item_id text not null,
  edition text not null,
  note text not null,
  on_day date not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  seq bigint generated always as identity,
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index list_check_application_idx on list_check (application_id, seq);

create trigger advice_only_grows before update or delete or truncate on advice execute function licet_append_only();
create trigger countersignature_only_grows before update or delete or truncate on countersignature execute function licet_append_only();
create trigger determination_only_grows before update or delete or truncate on determination execute function licet_append_only();
create trigger list_check_only_grows before update or delete or truncate on list_check execute function licet_append_only();

grant select, insert on advice, countersignature, determination, list_check to licet_app;

-- Advice and countersignatures are the authority's own: an exporter never reads them.
alter table advice enable row level security, force row level security;
create policy advice_read on advice for select using ((select licet_reach()) in ('authority', 'system'));
create policy advice_add on advice for insert with check (
  case (select licet_reach())
    when 'authority' then adviser_id = (select licet_person())
    when 'system' then true
    else false
  end);

alter table countersignature enable row level security, force row level security;
create policy countersignature_read on countersignature for select using ((select licet_reach()) in ('authority', 'system'));
create policy countersignature_add on countersignature for insert with check (
  case (select licet_reach())
    when 'authority' then signer_id = (select licet_person())
    when 'system' then true
    else false
  end);

alter table determination enable row level security, force row level security;
create policy determination_read on determination for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and view = 'exporter'
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
create policy determination_add on determination for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and view = 'exporter' and made_by = (select licet_person())
    when 'authority' then view = 'reviewer' and made_by = (select licet_person())
      and exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);

alter table list_check enable row level security, force row level security;
create policy list_check_read on list_check for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
create policy list_check_add on list_check for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and person_id = (select licet_person())
    when 'authority' then person_id = (select licet_person())
      and exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
`;
}
