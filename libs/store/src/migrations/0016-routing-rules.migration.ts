// Routing rules in all their versions, and what happened to each: both only grow, and nobody approves their own proposal, be it of a version or of the rule’s end.
import { SqlMigration } from './sql-migration';

export class RoutingRules1795290000016 extends SqlMigration {
  readonly name = 'RoutingRules1795290000016';
  protected readonly sql = `
create table routing_rule (
  id uuid not null,
  version integer not null check (version > 0),
  name_zh text not null,
  name_en text not null,
  tier integer not null constraint routing_rule_tier_check check (tier between 1 and 9),
  stages text[] not null,
  criteria jsonb not null,
  effect jsonb not null,
  first_day date not null,
  last_day date,
  reason text not null,
  proposed_by uuid not null references person (id),
  proposed_at timestamptz not null,
  constraint routing_rule_version_key primary key (id, version),
  unique (id, version, proposed_by)
);

create table routing_rule_act (
  seq bigint generated always as identity primary key,
  rule_id uuid not null,
  rule_version integer not null,
  proposed_by uuid not null,
  act text not null constraint routing_rule_act_check check (act in ('approve', 'reject')),
  person_id uuid not null references person (id),
  reason text not null,
  at timestamptz not null,
  constraint routing_rule_act_two_people_check check (act <> 'approve' or person_id <> proposed_by),
  constraint routing_rule_act_rule_fkey foreign key (rule_id, rule_version, proposed_by) references routing_rule (id, version, proposed_by)
);
create unique index routing_rule_judged_key on routing_rule_act (rule_id, rule_version);

create trigger routing_rule_only_grows before update or delete or truncate on routing_rule execute function licet_append_only();
create trigger routing_rule_act_only_grows before update or delete or truncate on routing_rule_act execute function licet_append_only();

grant select, insert on routing_rule, routing_rule_act to licet_app;

alter table routing_rule enable row level security, force row level security;
create policy routing_rule_read on routing_rule for select using ((select licet_reach()) in ('authority', 'administrator', 'system'));
create policy routing_rule_add on routing_rule for insert with check (
  case (select licet_reach()) when 'administrator' then proposed_by = (select licet_person()) when 'system' then true else false end);

alter table routing_rule_act enable row level security, force row level security;
create policy routing_rule_act_read on routing_rule_act for select using (
  (select licet_reach()) in ('authority', 'administrator', 'system'));
create policy routing_rule_act_add on routing_rule_act for insert with check (
  case (select licet_reach())
    when 'authority' then person_id = (select licet_person())
    when 'administrator' then person_id = (select licet_person())
    when 'system' then true
    else false
  end);
`;
}
