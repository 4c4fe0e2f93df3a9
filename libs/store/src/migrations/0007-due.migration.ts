// What falls due at a moment, from the transaction that made it necessary until it was performed.
import { SqlMigration } from './sql-migration';

export class Due1795290000007 extends SqlMigration {
  readonly name = 'Due1795290000007';
  protected readonly sql = `
create table due (
  id uuid primary key,
  due_at timestamptz not null,
  kind text not null constraint due_kind_check check (kind in ('licence-active', 'licence-expired', 'expiry-reminder')),
  subject uuid not null,
  organisation_id uuid not null references organisation (id),
  effect_key text not null constraint due_effect_key unique,
  state text not null constraint due_state_check check (state in ('waiting', 'handed', 'done', 'cancelled')),
  attempts integer not null check (attempts >= 0),
  handed_at timestamptz,
  constraint due_handed_check check (state <> 'handed' or handed_at is not null)
);
create index due_waiting_idx on due (due_at, id) where state = 'waiting';
create index due_handed_idx on due (handed_at) where state = 'handed';
create index due_subject_idx on due (subject);

grant select, insert, update (state, attempts, handed_at) on due to licet_app;

alter table due enable row level security, force row level security;
create policy due_read on due for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then true
    when 'system' then true
    else false
  end);
create policy due_add on due for insert with check (
  case (select licet_reach())
    when 'authority' then state = 'waiting'
    when 'system' then true
    else false
  end);
create policy due_change on due for update using ((select licet_reach()) in ('authority', 'system')) with check (
  case (select licet_reach())
    when 'authority' then state = 'cancelled'
    when 'system' then true
    else false
  end);
create policy due_remove on due for delete using ((select licet_reach()) = 'system');
`;
}
