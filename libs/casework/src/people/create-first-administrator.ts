// The first person of an installation, made from the command line: an administrator of the authority, able to sign in at once.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal } from '#kernel';
import type { Reach } from '../actor';
import { Passwords } from '../ports/passwords.port';
import { Store } from '../ports/store.port';
import { ensureFallback } from '../queues/fallback-team';
import type { PersonRecord } from '../records';
import { requireFitPassword } from './password-rules';

const SYSTEM: Reach = { kind: 'system' };

export interface FirstAdministrator {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** Names of the authority, used when there is none yet. */
  readonly authority: { readonly nameZh: string; readonly nameEn: string };
  /** Allows another administrator when there is one already. */
  readonly more: boolean;
}

@Injectable()
export class CreateFirstAdministrator {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
  ) {}

  /** Throws Refusal `administrator-exists` (conflict) unless `more`, `password-unfit` (invalid), `email-taken` (conflict). */
  async execute(first: FirstAdministrator): Promise<PersonRecord> {
    requireFitPassword(first.password, first.email);
    const passwordHash = await this.passwords.hash(first.password);
    return this.store.run(SYSTEM, async (tx) => {
      const people = await tx.people.list();
      if (!first.more && people.some((person) => person.roles.includes('administrator') && person.state === 'active')) {
        throw new Refusal('conflict', 'administrator-exists');
      }
      let authority = (await tx.people.organisations()).find((row) => row.kind === 'authority');
      if (!authority) {
        authority = { id: randomUUID(), kind: 'authority', ...first.authority, creditCode: '', address: '', province: '' };
        await tx.people.addOrganisation(authority);
      }
      const person = {
        id: randomUUID(),
        organisationId: authority.id,
        email: first.email.trim().toLowerCase(),
        name: first.name,
        roles: ['administrator'] as const,
        state: 'invited' as const,
      };
      await ensureFallback(tx, authority);
      await tx.people.add(person);
      await tx.people.change(person.id, 1, { state: 'active', passwordHash });
      return { ...person, state: 'active', version: 2 };
    });
  }
}
