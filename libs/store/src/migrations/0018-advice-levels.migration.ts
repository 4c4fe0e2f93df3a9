// Advice line by line at three levels in versions, and one or two signatures on the final one by people whose own advice does not stand beside it. Advice given before was final and becomes lines.
import { SqlMigration } from './sql-migration';

export class AdviceLevels1795290000018 extends SqlMigration {
  readonly name = 'AdviceLevels1795290000018';
  protected readonly sql = `
select set_config('licet.reach', 'system', true);

alter table advice
  add column level text not null default 'final' constraint advice_level_check check (level in ('reviewer', 'team', 'final')),
  add column team_id uuid references team (id),
  add column version integer not null default 1 check (version > 0),
  add column lines jsonb;
alter table advice no force row level security, disable trigger advice_only_grows;
update advice v set lines = coalesce((
  select jsonb_agg(jsonb_build_object('itemId', item ->> 'itemId', 'verdict', v.recommendation, 'controlCode', item ->> 'controlCode',
    'conditions', v.conditions, 'criteria', '[]'::jsonb, 'reason', v.reasons) order by place)
  from jsonb_array_elements(v.items) with ordinality as given (item, place)), '[]');
alter table advice force row level security, enable trigger advice_only_grows;
alter table advice
  alter column level drop default,
  alter column version drop default,
  alter column lines set not null,
  drop constraint advice_round_key,
  drop column recommendation,
  drop column reasons,
  drop column conditions,
  drop column items,
  add constraint advice_team_check check ((level <> 'final') = (team_id is not null)),
  add constraint advice_application_key unique (id, application_id),
  add constraint advice_signed_key unique (id, adviser_id, application_id, level);
create unique index advice_version_key
  on advice (application_id, round, level, team_id, (case when level = 'reviewer' then adviser_id end), version) nulls not distinct;

alter table countersignature
  add column place integer not null default 1 constraint countersignature_place_check check (place between 1 and 2),
  add column advice_level text not null generated always as ('final') stored,
  drop constraint countersignature_advice_fkey,
  drop constraint countersignature_advice_key,
  add constraint countersignature_place_key unique (advice_id, place),
  add constraint countersignature_advice_fkey foreign key (advice_id, adviser_id, application_id, advice_level)
    references advice (id, adviser_id, application_id, level);
alter table countersignature alter column place drop default;
create unique index countersignature_signer_key on countersignature (advice_id, signer_id) where outcome = 'signed';
alter table advice drop constraint advice_id_adviser_id_application_id_key;

-- Whose advice stands in the round, at whatever level, does not countersign in it.
create function licet_signer_advised() returns trigger language plpgsql as $$
begin
  if exists (
    select from advice signed join advice given on given.application_id = signed.application_id and given.round = signed.round
    where signed.id = new.advice_id and given.adviser_id = new.signer_id
      and not exists (
        select from advice newer
        where newer.application_id = given.application_id and newer.round = given.round and newer.level = given.level
          and newer.team_id is not distinct from given.team_id
          and (given.level <> 'reviewer' or newer.adviser_id = given.adviser_id) and newer.version > given.version))
  then
    raise exception 'the signer''s own advice stands in the round' using errcode = 'check_violation', constraint = 'countersignature_adviser_check';
  end if;
  return null;
end $$;
revoke all on function licet_signer_advised() from public;
create constraint trigger countersignature_adviser_check after insert on countersignature for each row execute function licet_signer_advised();

select set_config('licet.reach', '', true);
`;
}
