// Recorded readings of unsettled measures and what happened to them: both only grow, and nobody confirms their own reading.
import { SqlMigration } from './sql-migration';

export class Readings1795290000013 extends SqlMigration {
  readonly name = 'Readings1795290000013';
  protected readonly sql = `
alter table person add constraint person_organisation_key unique (id, organisation_id);

create table law_reading (
  id uuid primary key,
  organisation_id uuid not null,
  measure text not null constraint law_reading_measure_check check (length(measure) between 1 and 120),
  reading text not null constraint law_reading_reading_check check (reading in ('lapsed', 'extended', 'stricter')),
  reason text not null constraint law_reading_reason_check check (length(reason) between 1 and 4000),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  seq bigint generated always as identity,
  unique (id, organisation_id, proposed_by),
  constraint law_reading_proposer_fkey foreign key (proposed_by, organisation_id) references person (id, organisation_id)
);
create index law_reading_organisation_idx on law_reading (organisation_id, proposed_at desc, id desc);

create table law_reading_act (
  id uuid primary key,
  reading_id uuid not null,
  organisation_id uuid not null,
  proposed_by uuid not null,
  act text not null constraint law_reading_act_check check (act in ('confirm', 'withdraw')),
  person_id uuid not null,
  reason text not null constraint law_reading_act_reason_check check (length(reason) <= 4000),
  at timestamptz not null,
  seq bigint generated always as identity,
  constraint law_reading_act_key unique (reading_id, act),
  constraint law_reading_two_people_check check (act <> 'confirm' or person_id <> proposed_by),
  constraint law_reading_act_reading_fkey foreign key (reading_id, organisation_id, proposed_by)
    references law_reading (id, organisation_id, proposed_by),
  constraint law_reading_act_person_fkey foreign key (person_id, organisation_id) references person (id, organisation_id)
);

create trigger law_reading_only_grows before update or delete or truncate on law_reading execute function licet_append_only();
create trigger law_reading_act_only_grows before update or delete or truncate on law_reading_act execute function licet_append_only();

grant select, insert on law_reading, law_reading_act to licet_app;

-- A reading is the organisation's own, the authority's too.
alter table law_reading enable row level security, force row level security;
create policy law_reading_read on law_reading for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then organisation_id = (select licet_organisation())
    when 'system' then true
    else false
  end);
create policy law_reading_add on law_reading for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and proposed_by = (select licet_person())
    when 'authority' then organisation_id = (select licet_organisation()) and proposed_by = (select licet_person())
    when 'system' then true
    else false
  end);

alter table law_reading_act enable row level security, force row level security;
create policy law_reading_act_read on law_reading_act for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then organisation_id = (select licet_organisation())
    when 'system' then true
    else false
  end);
create policy law_reading_act_add on law_reading_act for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and person_id = (select licet_person())
    when 'authority' then organisation_id = (select licet_organisation()) and person_id = (select licet_person())
    when 'system' then true
    else false
  end);
`;
}
