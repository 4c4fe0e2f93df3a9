// Places of cases on queues, which take over from the one holder of a case: a case with the authority stands on a queue of everybody until a rule says better.
import { SqlMigration } from './sql-migration';

export class Places1795290000017 extends SqlMigration {
  readonly name = 'Places1795290000017';
  protected readonly sql = `
create table place (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  queue_id uuid not null references queue (id),
  stage text not null constraint place_stage_check check (stage in ('submitted', 'received', 'checked', 'forwarded',
    'accepted', 'in-review', 'reviewed', 'advised', 'signed-once', 'countersigned', 'decided')),
  round integer not null check (round > 0),
  destination text not null,
  arrived_at timestamptz not null,
  due_key date not null,
  due_basis text not null default '',
  holder_id uuid references person (id),
  rule_id uuid,
  rule_version integer,
  placed_by uuid references person (id),
  left_at timestamptz,
  ending text constraint place_ending_check check (ending in ('moved', 'done', 'routed')),
  constraint place_left_check check ((left_at is null) = (ending is null)),
  constraint place_rule_whole_check check ((rule_id is null) = (rule_version is null)),
  foreign key (application_id, organisation_id) references application (id, organisation_id),
  foreign key (rule_id, rule_version) references routing_rule (id, version)
);
comment on column place.destination is 'As the case has it, which does not change while it stands on a queue.';
comment on column place.due_key is 'The day by which the queue is ordered; infinity, which sorts last, while no clock runs.';
comment on column place.due_basis is 'Fingerprint of the calendar and the clocks with which the day was computed; empty where it was not.';

create table case_watch (
  application_id uuid not null,
  organisation_id uuid not null,
  person_id uuid not null references person (id),
  at timestamptz not null,
  primary key (application_id, person_id),
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index case_watch_person_idx on case_watch (person_id, at desc, application_id desc);

select set_config('licet.reach', 'system', true);
with first as materialized (
  select o.id as organisation_id, gen_random_uuid() as team_id, gen_random_uuid() as queue_id
  from organisation o where o.kind = 'authority'
  order by (select count(*) from person p where p.organisation_id = o.id) desc, o.id limit 1
), team_of_all as (
  insert into team (id, organisation_id, name_zh, name_en, retired, version)
  select team_id, organisation_id, '全体经办', 'All officers', false, 1 from first
), members as (
  insert into team_member (team_id, person_id, organisation_id)
  select f.team_id, p.id, p.organisation_id from first f join person p on p.organisation_id = f.organisation_id
  where p.state in ('invited', 'active') and not p.roles <@ array['auditor', 'administrator']
), unrouted as (
  insert into queue (id, organisation_id, team_id, name_zh, name_en, kind, stages, fallback, retired, version)
  select queue_id, organisation_id, team_id, '未分派', 'Unrouted', 'work', array['submitted', 'received', 'checked', 'forwarded',
    'accepted', 'in-review', 'reviewed', 'advised', 'signed-once', 'countersigned', 'decided'], true, false, 1
  from first
)
insert into place (id, application_id, organisation_id, queue_id, stage, round, destination, arrived_at, due_key, holder_id)
  select gen_random_uuid(), a.id, a.organisation_id, f.queue_id, a.status, a.round, a.destination, a.updated_at, 'infinity', a.holder_id
  from first f cross join application a where a.status in ('submitted', 'accepted', 'in-review', 'advised', 'countersigned');
select set_config('licet.reach', '', true);

create unique index place_open_key on place (application_id, queue_id) where left_at is null;
create index place_order_idx on place (queue_id, due_key, arrived_at, id) where left_at is null;
create index place_stage_idx on place (queue_id, stage, due_key, arrived_at, id) where left_at is null;
create index place_destination_idx on place (queue_id, destination, due_key, arrived_at, id) where left_at is null;
create index place_free_idx on place (queue_id, due_key, arrived_at, id) where left_at is null and holder_id is null;
create index place_holder_idx on place (holder_id, due_key, arrived_at, id) where left_at is null and holder_id is not null;
create index place_due_basis_idx on place (due_basis) where left_at is null;
create index place_application_idx on place (application_id, arrived_at);

drop function licet_hand_over(uuid, uuid, text[], timestamptz);
drop index application_queue_idx;
revoke update (holder_id) on application from licet_app;
alter table application drop column holder_id;
create index application_status_idx on application (status, submitted_at, id) include (organisation_id);

-- A place whose team the successor is no member of becomes free. Leaves the cases themselves out of an administrator's sight: ids come back, nothing else.
create function licet_hand_over(from_person uuid, to_person uuid)
  returns table (application_id uuid, organisation_id uuid, queue_id uuid, holder_id uuid)
  language plpgsql security definer set search_path = public, pg_temp as $$
declare reach text := licet_reach();
begin
  if reach is null or reach not in ('administrator', 'system') then
    raise exception 'only an administrator hands over the cases of another person' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('licet.reach', 'system', true);
  return query
    with handed as (
      update place p set holder_id = case when exists (
          select from queue q join team_member m on m.team_id = q.team_id where q.id = p.queue_id and m.person_id = to_person
        ) then to_person end
      where p.holder_id = from_person and p.left_at is null
      returning p.application_id, p.organisation_id, p.queue_id, p.holder_id
    )
    select h.application_id, h.organisation_id, h.queue_id, h.holder_id from handed h order by h.application_id, h.queue_id;
  perform set_config('licet.reach', reach, true);
end $$;
revoke all on function licet_hand_over(uuid, uuid) from public;
grant execute on function licet_hand_over(uuid, uuid) to licet_app;

grant select, insert, update (due_key, due_basis, holder_id, left_at, ending) on place to licet_app;
grant select, insert, delete on case_watch to licet_app;

alter table place enable row level security, force row level security;
-- The whole test stands inside the subquery: the planner then takes it for a coin's toss and not for one row in a hundred, and reads the indexes of the order.
create policy place_read on place for select using ((select licet_reach() in ('authority', 'system')));
create policy place_add on place for insert with check ((select licet_reach()) in ('authority', 'system'));
create policy place_change on place for update using ((select licet_reach() in ('authority', 'system')));

-- An officer watches for nobody else.
alter table case_watch enable row level security, force row level security;
create policy case_watch_read on case_watch for select using ((select licet_reach()) in ('authority', 'system'));
create policy case_watch_add on case_watch for insert with check (
  case (select licet_reach()) when 'authority' then person_id = (select licet_person()) when 'system' then true else false end);
create policy case_watch_remove on case_watch for delete using (
  case (select licet_reach()) when 'authority' then person_id = (select licet_person()) when 'system' then true else false end);
`;
}
