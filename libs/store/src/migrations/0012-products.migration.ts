// Products with their versions, determinations of a version, the items taken from one, and the law texts that determinations rest on.
import { SqlMigration } from './sql-migration';

export class Products1795290000012 extends SqlMigration {
  readonly name = 'Products1795290000012';
  protected readonly sql = `
create table law_text (
  hash text primary key constraint law_text_hash_check check (hash ~ '^[0-9a-f]{64}$'),
  last_day_inclusive boolean not null,
  texts bytea not null constraint law_text_size_check check (octet_length(texts) <= 16777216),
  kept_at timestamptz not null
);

create table product (
  id uuid primary key,
  organisation_id uuid not null references organisation (id),
  version integer not null check (version > 0),
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  changed_at timestamptz not null,
  unique (id, organisation_id)
);
create index product_organisation_idx on product (organisation_id, changed_at desc, id desc);

create table product_version (
  product_id uuid not null,
  version integer not null check (version > 0),
  organisation_id uuid not null,
  facts jsonb not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  primary key (product_id, version),
  foreign key (product_id, organisation_id) references product (id, organisation_id)
);

create table product_use (
  application_id uuid not null,
  item_id text not null,
  product_id uuid not null,
  version integer not null,
  organisation_id uuid not null,
  at timestamptz not null,
  primary key (application_id, item_id),
  foreign key (application_id, organisation_id) references application (id, organisation_id),
  foreign key (product_id, version) references product_version (product_id, version),
  foreign key (product_id, organisation_id) references product (id, organisation_id)
);
create index product_use_product_idx on product_use (product_id, version);

create table product_determination (
  id uuid primary key,
  product_id uuid not null,
  version integer not null,
  organisation_id uuid not null,
  view text not null constraint product_determination_view_check check (view in ('exporter', 'reviewer')),
  on_day date not null,
  known_on date,
  law_hash text not null references law_text (hash),
  law_rows jsonb not null,
  facts jsonb not null,
  readings jsonb not null,
  answer jsonb not null,
  classification jsonb not null,
  made_by uuid not null references person (id),
  made_at timestamptz not null,
  document_id uuid not null unique,
  seq bigint generated always as identity,
  foreign key (product_id, version) references product_version (product_id, version),
  foreign key (product_id, organisation_id) references product (id, organisation_id),
  foreign key (document_id, organisation_id) references issued_document (id, organisation_id)
);
create index product_determination_product_idx on product_determination (product_id, seq desc);

create trigger law_text_only_grows before update or delete or truncate on law_text execute function licet_append_only();
create trigger product_version_only_grows before update or delete or truncate on product_version execute function licet_append_only();
create trigger product_use_only_grows before update or delete or truncate on product_use execute function licet_append_only();
create trigger product_determination_only_grows before update or delete or truncate on product_determination
  execute function licet_append_only();

grant select, insert on law_text, product_version, product_use, product_determination to licet_app;
grant select, insert, update (version, changed_at) on product to licet_app;

-- The law is public; only the system writes it down.
alter table law_text enable row level security, force row level security;
create policy law_text_read on law_text for select using ((select licet_reach()) in ('organisation', 'authority', 'system'));
create policy law_text_add on law_text for insert with check ((select licet_reach()) = 'system');

alter table product_use enable row level security, force row level security;
create policy product_use_read on product_use for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then exists (select from application a where a.id = application_id and a.submitted_at is not null)
    when 'system' then true
    else false
  end);
create policy product_use_add on product_use for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'system' then true
    else false
  end);

-- The authority sees the versions that items of filed applications were taken from, and nothing else of a library.
alter table product enable row level security, force row level security;
create policy product_read on product for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then exists (select from product_use u where u.product_id = product.id)
    when 'system' then true
    else false
  end);
create policy product_add on product for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and created_by = (select licet_person())
    when 'system' then true
    else false
  end);
create policy product_change on product for update using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'system' then true
    else false
  end);

alter table product_version enable row level security, force row level security;
create policy product_version_read on product_version for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
    when 'authority' then exists (
      select from product_use u where u.product_id = product_version.product_id and u.version = product_version.version)
    when 'system' then true
    else false
  end);
create policy product_version_add on product_version for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and made_by = (select licet_person())
    when 'system' then true
    else false
  end);

alter table product_determination enable row level security, force row level security;
create policy product_determination_read on product_determination for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and view = 'exporter'
    when 'authority' then exists (
      select from product_use u where u.product_id = product_determination.product_id and u.version = product_determination.version)
    when 'system' then true
    else false
  end);
create policy product_determination_add on product_determination for insert with check (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation()) and view = 'exporter' and made_by = (select licet_person())
    when 'authority' then view = 'reviewer' and made_by = (select licet_person()) and exists (
      select from product_use u where u.product_id = product_determination.product_id and u.version = product_determination.version)
    when 'system' then true
    else false
  end);

-- A determination record is an issued paper too; each side sees the paper of what it may read.
alter table issued_document drop constraint issued_document_kind_check;
alter table issued_document add constraint issued_document_kind_check check (kind in ('licence', 'determination'));
drop policy issued_document_read on issued_document;
create policy issued_document_read on issued_document for select using (
  case (select licet_reach())
    when 'organisation' then organisation_id = (select licet_organisation())
      and (kind = 'licence' or exists (select from product_determination d where d.document_id = issued_document.id))
    when 'authority' then kind = 'licence' or exists (select from product_determination d where d.document_id = issued_document.id)
    when 'system' then true
    else false
  end);
drop policy issued_document_add on issued_document;
create policy issued_document_add on issued_document for insert with check (
  case (select licet_reach())
    when 'organisation' then kind = 'determination' and organisation_id = (select licet_organisation())
    when 'authority' then true
    when 'system' then true
    else false
  end);
`;
}
