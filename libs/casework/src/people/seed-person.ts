// A person who can sign in at once, for demo data only: no invitation is sent.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor, Reach } from '../actor';
import { Passwords } from '../ports/passwords.port';
import { Store } from '../ports/store.port';
import type { OrganisationRecord, PersonRecord } from '../records';
import { ensureFallback, joinFallback } from '../queues/fallback-team';
import { markedAsDemo } from './demo-password';
import { actorOf } from './sign-in';

const SYSTEM: Reach = { kind: 'system' };

@Injectable()
export class SeedPerson {
  constructor(
    private readonly store: Store,
    private readonly passwords: Passwords,
  ) {}

  /** True while the database holds no organisation. */
  async databaseIsNew(): Promise<boolean> {
    return (await this.store.run(SYSTEM, (tx) => tx.people.organisations())).length === 0;
  }

  async organisation(row: Omit<OrganisationRecord, 'id'>): Promise<OrganisationRecord> {
    const organisation = { id: randomUUID(), ...row };
    await this.store.run(SYSTEM, async (tx) => {
      await tx.people.addOrganisation(organisation);
      await ensureFallback(tx, organisation);
    });
    return organisation;
  }

  async person(
    organisation: OrganisationRecord,
    row: Pick<PersonRecord, 'email' | 'name' | 'roles'> & { password: string },
  ): Promise<Actor> {
    const passwordHash = markedAsDemo(await this.passwords.hash(row.password));
    const person = {
      id: randomUUID(),
      organisationId: organisation.id,
      email: row.email,
      name: row.name,
      roles: row.roles,
      state: 'invited' as const,
    };
    await this.store.run(SYSTEM, async (tx) => {
      await tx.people.add(person);
      await tx.people.change(person.id, 1, { state: 'active', passwordHash });
      await joinFallback(tx, person);
    });
    return actorOf({ ...person, state: 'active', version: 2 }, organisation);
  }
}
