// How far the clock of a demo stands from the wall clock: one row, which never goes back.
import { SqlMigration } from './sql-migration';

export class DemoClock1795290000010 extends SqlMigration {
  readonly name = 'DemoClock1795290000010';
  protected readonly sql = `
create table demo_clock (
  only_one boolean primary key default true check (only_one),
  ahead_ms bigint not null,
  moved_at timestamptz not null
);

create function licet_clock_goes_forward() returns trigger language plpgsql as $$
begin
  if new.ahead_ms < old.ahead_ms then
    raise exception 'the clock never goes back';
  end if;
  return new;
end $$;
revoke execute on function licet_clock_goes_forward() from public;
create trigger demo_clock_goes_forward before update on demo_clock for each row execute function licet_clock_goes_forward();

grant select, insert, update (ahead_ms, moved_at) on demo_clock to licet_app;

alter table demo_clock enable row level security, force row level security;
create policy demo_clock_read on demo_clock for select using ((select licet_reach()) = 'system');
create policy demo_clock_add on demo_clock for insert with check ((select licet_reach()) = 'system');
create policy demo_clock_change on demo_clock for update using ((select licet_reach()) = 'system');
`;
}
