// What row-level security reads: the reach of the transaction, and the guard of tables that only grow.
import { SqlMigration } from './sql-migration';

export class Reach1795290000001 extends SqlMigration {
  readonly name = 'Reach1795290000001';
  protected readonly sql = `
revoke all on schema public from public;
grant usage on schema public to licet_app;

-- Null without a setting, so that every policy answers no.
create function licet_reach() returns text language sql stable parallel safe
  return nullif(current_setting('licet.reach', true), '');
create function licet_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('licet.organisation_id', true), '')::uuid;
create function licet_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('licet.person_id', true), '')::uuid;

create function licet_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'table % only grows: % is refused', tg_table_name, lower(tg_op) using errcode = 'restrict_violation';
end $$;

revoke all on function licet_reach(), licet_organisation(), licet_person(), licet_append_only() from public;
grant execute on function licet_reach(), licet_organisation(), licet_person() to licet_app;
`;
}
