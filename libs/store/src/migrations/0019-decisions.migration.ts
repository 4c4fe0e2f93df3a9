// Documents of a decision while they are prepared, the decision as published, and its letters. What was decided before is written down as published.
import { SqlMigration } from './sql-migration';

export class Decisions1795290000019 extends SqlMigration {
  readonly name = 'Decisions1795290000019';
  protected readonly sql = `
create table decision_document (
  id uuid primary key,
  application_id uuid not null,
  organisation_id uuid not null,
  advice_id uuid not null,
  kind text not null constraint decision_document_kind_check check (kind in ('licence', 'refusal-letter', 'not-controlled-letter')),
  version integer not null check (version > 0),
  facts jsonb not null,
  prepared_by uuid not null references person (id),
  prepared_at timestamptz not null,
  seq bigint generated always as identity,
  constraint decision_document_version_key unique (advice_id, kind, version),
  foreign key (advice_id, application_id) references advice (id, application_id),
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index decision_document_application_idx on decision_document (application_id, seq);

create table decision (
  application_id uuid primary key,
  organisation_id uuid not null,
  advice_id uuid not null,
  lines jsonb not null,
  published_by uuid not null references person (id),
  published_at timestamptz not null,
  foreign key (advice_id, application_id) references advice (id, application_id),
  foreign key (application_id, organisation_id) references application (id, organisation_id)
);
create index decision_organisation_idx on decision (organisation_id, published_at desc, application_id);

create table letter (
  id uuid primary key,
  number text not null constraint letter_number_key unique,
  application_id uuid not null,
  organisation_id uuid not null,
  kind text not null constraint letter_kind_check check (kind in ('refusal-letter', 'not-controlled-letter')),
  issued_at timestamptz not null,
  issued_by uuid not null references person (id),
  document_id uuid not null unique,
  constraint letter_application_key unique (application_id, kind),
  foreign key (application_id, organisation_id) references application (id, organisation_id),
  foreign key (document_id, organisation_id) references issued_document (id, organisation_id)
);

select set_config('licet.reach', 'system', true);
insert into decision (application_id, organisation_id, advice_id, lines, published_by, published_at)
  select a.id, a.organisation_id, v.id, told.lines, l.actor_id, l.at
  from application a
    cross join lateral (select verb, actor_id, at from case_log where application_id = a.id and verb in ('grant', 'refuse') order by id desc limit 1) l
    cross join lateral (select id, lines from advice where application_id = a.id order by round desc, seq desc limit 1) v
    cross join lateral (
      select coalesce(jsonb_agg((line - 'reason') || case when l.verb = 'refuse' then '{"verdict": "refuse", "conditions": []}' else '{}'::jsonb end
        order by place), '[]') as lines
      from jsonb_array_elements(v.lines) with ordinality as given (line, place)) told
  where a.status in ('published', 'closed') and l.actor_id is not null;
select set_config('licet.reach', '', true);

create trigger decision_document_only_grows before update or delete or truncate on decision_document execute function licet_append_only();
create trigger decision_only_grows before update or delete or truncate on decision execute function licet_append_only();
create trigger letter_only_grows before update or delete or truncate on letter execute function licet_append_only();

grant select, insert on decision_document, decision, letter to licet_app;

-- An applicant knows of a decision once it is published, and of nothing that was prepared for it.
alter table decision_document enable row level security, force row level security;
create policy decision_document_read on decision_document for select using ((select licet_reach()) in ('authority', 'system'));
create policy decision_document_add on decision_document for insert with check (
  case (select licet_reach()) when 'authority' then prepared_by = (select licet_person()) when 'system' then true else false end);

alter table decision enable row level security, force row level security;
create policy decision_read on decision for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then true
    when 'system' then true
    else false
  end);
create policy decision_add on decision for insert with check (
  case (select licet_reach()) when 'authority' then published_by = (select licet_person()) when 'system' then true else false end);

alter table letter enable row level security, force row level security;
create policy letter_read on letter for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then true
    when 'system' then true
    else false
  end);
create policy letter_add on letter for insert with check (
  case (select licet_reach()) when 'authority' then issued_by = (select licet_person()) when 'system' then true else false end);

alter table issued_document drop constraint issued_document_kind_check;
alter table issued_document add constraint issued_document_kind_check
  check (kind in ('licence', 'determination', 'refusal-letter', 'not-controlled-letter'));
drop policy issued_document_read on issued_document;
create policy issued_document_read on issued_document for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
      and (kind <> 'determination' or exists (select from product_determination d where d.document_id = issued_document.id))
    when 'authority' then kind <> 'determination' or exists (select from product_determination d where d.document_id = issued_document.id)
    when 'system' then true
    else false
  end);
`;
}
