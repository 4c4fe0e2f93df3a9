// Teams with their members, the queues of each team, who is away, and the record of every change of these.
import { SqlMigration } from './sql-migration';

export class TeamsAndQueues1795290000015 extends SqlMigration {
  readonly name = 'TeamsAndQueues1795290000015';
  protected readonly sql = `
create table team (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  name_zh text not null,
  name_en text not null,
  retired boolean not null,
  version integer not null check (version > 0),
  unique (id, organisation_id)
);

create table team_member (
  team_id uuid not null,
  person_id uuid not null,
  organisation_id uuid not null,
  primary key (team_id, person_id),
  foreign key (team_id, organisation_id) references team (id, organisation_id),
  foreign key (person_id, organisation_id) references person (id, organisation_id)
);
create index team_member_person_idx on team_member (person_id);

create table queue (
  id uuid primary key,
  organisation_id uuid not null,
  team_id uuid not null,
  name_zh text not null,
  name_en text not null,
  kind text not null constraint queue_kind_check check (kind in ('work', 'review', 'countersign')),
  stages text[] not null constraint queue_stages_check check (stages <@ array['submitted', 'received', 'checked', 'forwarded',
    'accepted', 'in-review', 'reviewed', 'advised', 'signed-once', 'countersigned', 'decided']),
  fallback boolean not null,
  retired boolean not null,
  version integer not null check (version > 0),
  constraint queue_fallback_stays_check check (not (fallback and retired)),
  unique (id, organisation_id),
  foreign key (team_id, organisation_id) references team (id, organisation_id)
);
create unique index queue_fallback_key on queue (fallback) where fallback;
create index queue_team_idx on queue (team_id);

create table queue_feeder (
  queue_id uuid not null,
  feeder_id uuid not null,
  organisation_id uuid not null,
  primary key (queue_id, feeder_id),
  constraint queue_feeder_other_check check (queue_id <> feeder_id),
  foreign key (queue_id, organisation_id) references queue (id, organisation_id),
  foreign key (feeder_id, organisation_id) references queue (id, organisation_id)
);

create table absence (
  id uuid primary key,
  organisation_id uuid not null,
  person_id uuid not null,
  substitute_id uuid,
  first_day date not null,
  last_day date not null,
  recorded_by uuid not null references person (id),
  ended_at timestamptz,
  constraint absence_days_check check (first_day <= last_day),
  constraint absence_substitute_check check (substitute_id <> person_id),
  foreign key (person_id, organisation_id) references person (id, organisation_id),
  foreign key (substitute_id, organisation_id) references person (id, organisation_id)
);
create index absence_last_day_idx on absence (last_day) where ended_at is null;

create table team_act (
  id uuid primary key,
  seq bigint generated always as identity unique,
  organisation_id uuid not null references organisation (id),
  at timestamptz not null,
  person_id uuid not null references person (id),
  act text not null constraint team_act_check check (act in ('add-team', 'change-team', 'set-members', 'join-team', 'add-queue', 'change-queue',
    'add-absence', 'end-absence')),
  subject_id uuid not null,
  before jsonb,
  after jsonb
);
create trigger team_act_only_grows before update or delete or truncate on team_act execute function licet_append_only();

grant select, insert on team_act to licet_app;
grant select, insert, update (name_zh, name_en, retired, version) on team to licet_app;
grant select, insert, delete on team_member, queue_feeder to licet_app;
grant select, insert, update (team_id, name_zh, name_en, kind, stages, retired, version) on queue to licet_app;
grant select, insert, update (ended_at) on absence to licet_app;

-- An applicant sees nothing of how the authority is arranged; only its administrators arrange it.
alter table team enable row level security, force row level security;
create policy team_read on team for select using ((select licet_reach()) in ('authority', 'administrator', 'system'));
create policy team_add on team for insert with check (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);
create policy team_change on team for update using (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);

alter table team_member enable row level security, force row level security;
create policy team_member_read on team_member for select using ((select licet_reach()) in ('authority', 'administrator', 'system'));
create policy team_member_add on team_member for insert with check (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);
create policy team_member_remove on team_member for delete using (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);

alter table queue enable row level security, force row level security;
create policy queue_read on queue for select using ((select licet_reach()) in ('authority', 'administrator', 'system'));
create policy queue_add on queue for insert with check (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);
create policy queue_change on queue for update using (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);

alter table queue_feeder enable row level security, force row level security;
create policy queue_feeder_read on queue_feeder for select using ((select licet_reach()) in ('authority', 'administrator', 'system'));
create policy queue_feeder_add on queue_feeder for insert with check (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);
create policy queue_feeder_remove on queue_feeder for delete using (
  case (select licet_reach()) when 'administrator' then organisation_id = (select licet_organisation()) when 'system' then true else false end);

alter table team_act enable row level security, force row level security;
create policy team_act_read on team_act for select using ((select licet_reach()) in ('authority', 'administrator', 'system'));
create policy team_act_add on team_act for insert with check (
  case (select licet_reach())
    when 'authority' then organisation_id = (select licet_organisation()) and person_id = (select licet_person())
    when 'administrator' then organisation_id = (select licet_organisation()) and person_id = (select licet_person())
    when 'system' then true
    else false
  end);

-- A colleague's absence may be recorded by any officer of the same authority.
alter table absence enable row level security, force row level security;
create policy absence_read on absence for select using ((select licet_reach()) in ('authority', 'administrator', 'system'));
create policy absence_add on absence for insert with check (
  case (select licet_reach())
    when 'authority' then organisation_id = (select licet_organisation()) and recorded_by = (select licet_person())
    when 'administrator' then organisation_id = (select licet_organisation()) and recorded_by = (select licet_person())
    when 'system' then true
    else false
  end);
create policy absence_change on absence for update using (
  case (select licet_reach())
    when 'authority' then organisation_id = (select licet_organisation())
    when 'administrator' then organisation_id = (select licet_organisation())
    when 'system' then true
    else false
  end);
`;
}
