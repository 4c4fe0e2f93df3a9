// The look-up of a session in one statement: it brings the reach of sign-in for as long as it runs, so that it needs no transaction around it.
import { SqlMigration } from './sql-migration';

export class SessionLookUp1795290000011 extends SqlMigration {
  readonly name = 'SessionLookUp1795290000011';
  protected readonly sql = `
create function licet_session(wanted_hash text, moment timestamptz)
  returns table (person_id uuid, data jsonb, expires_at timestamptz, person jsonb, organisation jsonb)
  language plpgsql set search_path = public, pg_temp as $$
declare reach text := coalesce(licet_reach(), '');
begin
  perform set_config('licet.reach', 'sign-in', true);
  return query
    select s.person_id, s.data, s.expires_at,
           case when p.id is not null then jsonb_build_object('id', p.id, 'organisationId', p.organisation_id, 'email', p.email,
             'name', p.name, 'roles', p.roles, 'state', p.state, 'version', p.version) end,
           case when p.id is not null then jsonb_build_object('id', o.id, 'kind', o.kind, 'nameZh', o.name_zh, 'nameEn', o.name_en,
             'creditCode', o.credit_code, 'address', o.address, 'province', o.province) end
    from session s left join person p on p.id = s.person_id and p.state = 'active' left join organisation o on o.id = p.organisation_id
    where s.id_hash = wanted_hash and s.expires_at > moment;
  perform set_config('licet.reach', reach, true);
end $$;
revoke all on function licet_session(text, timestamptz) from public;
grant execute on function licet_session(text, timestamptz) to licet_app;
`;
}
