// The recorded authority of an agent, and the reach of an agent's person: the cases of the principal that the agent files, for as long as the authority is not revoked.
import { SqlMigration } from './sql-migration';

/** Tables of which an agent's person sees the rows of such cases. */
const OF_A_CASE = [
  'paper',
  'case_log',
  'determination',
  'list_check',
  'product_use',
  'licence',
  'decision',
  'letter',
  'case_note',
];
/** Tables of the principal's own house, of which an agent's person sees nothing. */
const OF_THE_HOUSE = ['product', 'product_version', 'product_determination', 'law_reading', 'law_reading_act'];

const restricted = (table: string, condition: string) => `
create policy ${table}_agent on ${table} as restrictive using ((select licet_agent()) is null or ${condition});`;

export class Agencies1795290000021 extends SqlMigration {
  readonly name = 'Agencies1795290000021';
  protected readonly sql = `
-- The id as a range of this one number, so that an exclusion constraint compares ids without an extension.
create function licet_point(id uuid) returns numrange language sql immutable parallel safe
  return numrange(('0x' || replace(id::text, '-', ''))::numeric, ('0x' || replace(id::text, '-', ''))::numeric, '[]');
revoke all on function licet_point(uuid) from public;
grant execute on function licet_point(uuid) to licet_app;

create table agency (
  id uuid primary key,
  principal_id uuid not null references organisation (id),
  agent_id uuid not null references organisation (id),
  first_day date not null,
  last_day date,
  note text not null,
  recorded_by uuid not null references person (id),
  recorded_at timestamptz not null,
  revoked_at timestamptz,
  constraint agency_days_check check (first_day <= last_day),
  constraint agency_two_organisations_check check (principal_id <> agent_id),
  -- A day lies under one authority at most.
  constraint agency_standing_key exclude using gist (
    licet_point(principal_id) with &&,
    licet_point(agent_id) with &&,
    daterange(first_day, last_day, '[]') with &&
  ) where (revoked_at is null)
);
create index agency_principal_idx on agency (principal_id);
create index agency_agent_idx on agency (agent_id);

alter table application add column agent_id uuid references organisation (id),
  add constraint application_agent_check check (agent_id <> organisation_id);
drop index application_status_idx;
create index application_status_idx on application (status, submitted_at, id) include (organisation_id, agent_id);

-- Null unless a person of an agent works in the principal's name.
create function licet_agent() returns uuid language sql stable parallel safe
  return nullif(current_setting('licet.agent_id', true), '')::uuid;
revoke all on function licet_agent() from public;
grant execute on function licet_agent() to licet_app;

grant select, insert, update (revoked_at) on agency to licet_app;

alter table agency enable row level security, force row level security;
create policy agency_read on agency for select using (
  case (select licet_reach())
    when 'organisation' then (principal_id = (select licet_organisation()) or agent_id = (select licet_organisation()))
    when 'authority' then true
    when 'system' then true
    else false
  end);
create policy agency_add on agency for insert with check (
  case (select licet_reach())
    when 'organisation' then principal_id = (select licet_organisation()) and recorded_by = (select licet_person())
    when 'system' then true
    else false
  end);
create policy agency_change on agency for update using (
  case (select licet_reach()) when 'organisation' then principal_id = (select licet_organisation()) when 'system' then true else false end);

-- At work for a principal an agent's person sees the one authority it works under, and gives or takes back none.
create policy agency_agent on agency as restrictive for select using (
  (select licet_agent()) is null or (agent_id = (select licet_agent()) and principal_id = (select licet_organisation())));
create policy agency_agent_add on agency as restrictive for insert with check ((select licet_agent()) is null);
create policy agency_agent_change on agency as restrictive for update using ((select licet_agent()) is null);
-- The agent at work, if its authority is not revoked.
create function licet_agent_in_office() returns uuid language sql stable parallel safe
  return (select g.agent_id from agency g where g.principal_id = licet_organisation() and g.agent_id = licet_agent() and g.revoked_at is null limit 1);
revoke all on function licet_agent_in_office() from public;
grant execute on function licet_agent_in_office() to licet_app;
${restricted('application', 'agent_id = (select licet_agent_in_office())')}
${OF_A_CASE.map((table) => restricted(table, `exists (select from application a where a.id = application_id)`)).join('')}
${OF_THE_HOUSE.map((table) => restricted(table, 'false')).join('')}
${restricted('due', 'exists (select from licence l where l.id = subject)')}
${restricted(
  'issued_document',
  `exists (select from licence l where l.document_id = issued_document.id)
    or exists (select from letter l where l.document_id = issued_document.id)`,
)}

-- The two organisations know each other by name; an agent's person is among its own people, not the principal's.
create function licet_known_organisations() returns uuid[] language sql stable parallel safe
  return array[licet_organisation(), licet_agent()] || array(
    select case licet_organisation() when g.principal_id then g.agent_id else g.principal_id end from agency g
    where licet_organisation() in (g.principal_id, g.agent_id));
revoke all on function licet_known_organisations() from public;
grant execute on function licet_known_organisations() to licet_app;
drop policy organisation_read on organisation;
create policy organisation_read on organisation for select using (
  case (select licet_reach())
    when 'organisation' then id = any ((select licet_known_organisations())::uuid[])
    when 'authority' then true
    when 'administrator' then true
    when 'sign-in' then true
    when 'system' then true
    else false
  end);
drop policy person_read on person;
create policy person_read on person for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = coalesce((select licet_agent()), (select licet_organisation()))
    when 'authority' then organisation_id = (select licet_organisation())
    when 'administrator' then true
    when 'sign-in' then true
    when 'system' then true
    else false
  end);
`;
}
