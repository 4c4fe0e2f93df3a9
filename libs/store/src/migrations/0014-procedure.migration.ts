// The procedure in full: its stages, roles and papers, and where an application came from. What was granted or refused is published.
import { SqlMigration } from './sql-migration';

export class Procedure1795290000014 extends SqlMigration {
  readonly name = 'Procedure1795290000014';
  protected readonly sql = `
select set_config('licet.reach', 'system', true);

-- Which procedures there are is said by the manifests that are loaded.
alter table application drop constraint application_procedure_check;

alter table application drop constraint application_status_check;
update application set status = 'published' where status in ('granted', 'refused');
alter table application add constraint application_status_check check (status in (
  'draft', 'submitted', 'received', 'checked', 'forwarded', 'returned', 'accepted', 'in-review', 'reviewed', 'advised', 'signed-once',
  'countersigned', 'decided', 'published', 'closed', 'withdrawn', 'superseded'));

-- Who reviewed before received, accepted and advised as well, and goes on doing so.
alter table person drop constraint person_roles_check;
update person set roles = roles || array['provincial-officer', 'team-lead', 'case-officer'], version = version + 1 where 'reviewer' = any (roles);
alter table person add constraint person_roles_check check (roles <@ array[
  'exporter', 'provincial-officer', 'reviewer', 'team-lead', 'case-officer', 'countersigner', 'manager', 'auditor', 'administrator']);

alter table paper drop constraint paper_kind_check;
alter table paper add constraint paper_kind_check
  check (kind in ('A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9', 'A10', 'A11', 'A12', 'A13'));

alter table application
  add column origin_id uuid,
  add column origin_kind text constraint application_origin_kind_check check (origin_kind in ('amend', 'reapply', 'copy')),
  add constraint application_origin_whole_check check ((origin_id is null) = (origin_kind is null)),
  add constraint application_origin_fkey foreign key (origin_id, organisation_id) references application (id, organisation_id);
create unique index application_amended_once_key on application (origin_id) where origin_kind = 'amend';
create index application_origin_idx on application (origin_id) where origin_id is not null;

select set_config('licet.reach', '', true);
`;
}
