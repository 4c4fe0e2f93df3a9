// The code by which anyone may verify a licence: only its hash is looked for. A licence issued before has none.
import { SqlMigration } from './sql-migration';

export class Verification1795290000008 extends SqlMigration {
  readonly name = 'Verification1795290000008';
  protected readonly sql = `
alter table licence add column verification_hash text
  constraint licence_verification_key unique
  constraint licence_verification_hash_check check (verification_hash ~ '^[0-9a-f]{64}$');

create function licet_verification() returns text language sql stable parallel safe
  return nullif(current_setting('licet.verification_hash', true), '');
revoke all on function licet_verification() from public;
grant execute on function licet_verification() to licet_app;

create policy licence_verify on licence for select using (
  (select licet_reach()) = 'verification' and verification_hash = (select licet_verification()));
create policy issued_document_verify on issued_document for select using (
  (select licet_reach()) = 'verification' and id in (select document_id from licence where verification_hash = (select licet_verification())));
`;
}
