// The outbox through which every job leaves a transaction, and the receipts of effects already had.
import { SqlMigration } from './sql-migration';

export class Jobs1795290000006 extends SqlMigration {
  readonly name = 'Jobs1795290000006';
  protected readonly sql = `
create table outbox (
  id bigint generated always as identity primary key,
  name text not null,
  payload jsonb not null,
  added_at timestamptz not null,
  published_at timestamptz
);
create index outbox_unpublished_idx on outbox (id) where published_at is null;

create table job_receipt (
  effect_key text primary key,
  at timestamptz not null
);

grant select, insert, update (published_at) on outbox to licet_app;
grant select, insert on job_receipt to licet_app;

alter table outbox enable row level security, force row level security;
create policy outbox_read on outbox for select using ((select licet_reach()) = 'system');
create policy outbox_add on outbox for insert with check ((select licet_reach()) is not null);
create policy outbox_change on outbox for update using ((select licet_reach()) = 'system');
create policy outbox_remove on outbox for delete using ((select licet_reach()) = 'system');

alter table job_receipt enable row level security, force row level security;
create policy job_receipt_all on job_receipt using ((select licet_reach()) = 'system');
`;
}
