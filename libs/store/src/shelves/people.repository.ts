// Organisations, people, one-time tokens and failed sign-ins.
import type { Instant } from '#kernel';
import type { OrganisationRecord, PeopleShelf, PersonRecord, TokenPurpose, TokenRecord } from '#casework';
import { OrganisationRow } from '../rows/organisation.row';
import { PersonRow } from '../rows/person.row';
import { PersonTokenRow } from '../rows/person-token.row';
import type { Unit } from '../unit';
import { byName } from './by-name';
import { isUuid } from './cursor';
import { onlyRow } from './raw-row';

export class PeopleRepository implements PeopleShelf {
  constructor(private readonly unit: Unit) {}

  async addOrganisation(row: OrganisationRecord): Promise<void> {
    await this.unit.use((entities) => entities.insert(OrganisationRow, row));
  }

  async organisation(id: string): Promise<OrganisationRecord | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.unit.rows<OrganisationRecord>(
      `select id, kind, name_zh as "nameZh", name_en as "nameEn", credit_code as "creditCode", address, province from organisation where id = $1`,
      [id],
    );
    return row ?? null;
  }

  async organisations(): Promise<readonly OrganisationRecord[]> {
    const rows = await this.unit.use((entities) => entities.find(OrganisationRow));
    return rows.map((row) => ({ ...row })).sort((a, b) => byName(a.nameZh, b.nameZh) || byName(a.id, b.id));
  }

  async add(row: Omit<PersonRecord, 'version'>): Promise<void> {
    const person = { ...row, email: row.email.toLowerCase(), roles: [...row.roles], version: 1 };
    await this.unit.use((entities) => entities.insert(PersonRow, person));
  }

  async find(id: string): Promise<PersonRecord | null> {
    if (!isUuid(id)) return null;
    const row = await this.unit.use((entities) => entities.findOneBy(PersonRow, { id }));
    return row && toPerson(row);
  }

  async findByEmail(email: string): Promise<(PersonRecord & { readonly passwordHash: string | null }) | null> {
    const row = await this.unit.use((entities) => entities.findOneBy(PersonRow, { email: email.toLowerCase() }));
    return row && { ...row };
  }

  async list(organisationId?: string): Promise<readonly PersonRecord[]> {
    if (organisationId !== undefined && !isUuid(organisationId)) return [];
    const rows = await this.unit.use((entities) =>
      entities.find(PersonRow, { where: organisationId === undefined ? {} : { organisationId } }),
    );
    return rows.map(toPerson).sort((a, b) => byName(a.name, b.name) || byName(a.id, b.id));
  }

  async change(id: string, version: number, change: Parameters<PeopleShelf['change']>[2]): Promise<boolean> {
    const changed = await this.unit.changed(
      `update person set state = coalesce($3::text, state), password_hash = coalesce($4::text, password_hash), version = version + 1
       where id = $1 and version = $2`,
      [id, version, change.state, change.passwordHash],
    );
    return changed === 1;
  }

  async addToken(row: Parameters<PeopleShelf['addToken']>[0]): Promise<void> {
    await this.unit.use((entities) => entities.insert(PersonTokenRow, row));
  }

  async findToken(tokenHash: string, purpose: TokenPurpose): Promise<TokenRecord | null> {
    const row = await this.unit.use((entities) => entities.findOneBy(PersonTokenRow, { tokenHash, purpose }));
    return row && { id: row.id, personId: row.personId, purpose: row.purpose, expiresAt: row.expiresAt, usedAt: row.usedAt };
  }

  async useToken(id: string, at: Instant): Promise<boolean> {
    return (await this.unit.changed('update person_token set used_at = $2 where id = $1 and used_at is null', [id, at])) === 1;
  }

  async endTokens(personId: string, at: Instant): Promise<void> {
    await this.unit.changed('update person_token set used_at = $2 where person_id = $1 and used_at is null', [personId, at]);
  }

  async failedSignIns(key: string, since: Instant): Promise<number> {
    const rows = await this.unit.rows<{ count: number }>(
      'select count(*)::int as count from sign_in_failure where key = $1 and at >= $2',
      [key, since],
    );
    return onlyRow(rows).count;
  }

  async addFailedSignIn(key: string, at: Instant): Promise<void> {
    await this.unit.rows('insert into sign_in_failure (key, at) values ($1, $2)', [key, at]);
  }

  async clearFailedSignIns(key: string): Promise<void> {
    await this.unit.changed('delete from sign_in_failure where key = $1', [key]);
  }

  async forgetFailedSignIns(before: Instant): Promise<void> {
    await this.unit.changed('delete from sign_in_failure where at < $1', [before]);
  }
}

function toPerson(row: PersonRow): PersonRecord {
  const { id, organisationId, email, name, roles, state, version } = row;
  return { id, organisationId, email, name, roles, state, version };
}
