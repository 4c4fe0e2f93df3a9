// An administrator keeps organisations and people: invites, lists, deactivates. A deactivated person's cases are handed over or freed, sessions end at once.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault } from '#kernel';
import { isCreditCode, type Role } from '#licensing';
import type { Actor, OrganisationKind, Reach } from '../actor';
import { writeLog } from '../applications/write-log';
import { ROLES_OF_ORGANISATION } from '../permissions';
import { ensureFallback, joinFallback } from '../queues/fallback-team';
import { Store } from '../ports/store.port';
import type { OrganisationRecord, PersonRecord } from '../records';

export interface Invitation {
  readonly organisationId: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export type NewOrganisation = Omit<OrganisationRecord, 'id'>;

@Injectable()
export class ManagePeople {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  people(actor: Actor): Promise<readonly PersonRecord[]> {
    return this.store.run(reach(actor), (tx) => tx.people.list());
  }

  organisations(actor: Actor): Promise<readonly OrganisationRecord[]> {
    return this.store.run(reach(actor), (tx) => tx.people.organisations());
  }

  /** Throws Refusal `organisation-invalid` (invalid), `credit-code-taken` (conflict). */
  async createOrganisation(actor: Actor, organisation: NewOrganisation): Promise<OrganisationRecord> {
    const faults: Fault[] = [];
    if (organisation.kind === 'exporter' && !isCreditCode(organisation.creditCode)) {
      faults.push({ code: 'credit-code-wrong', at: 'creditCode', facts: { value: organisation.creditCode } });
    }
    if (organisation.kind === 'authority' && organisation.creditCode)
      faults.push({ code: 'credit-code-not-for-authority', at: 'creditCode' });
    if (faults.length > 0) throw new Refusal('invalid', 'organisation-invalid', {}, faults);
    const row = { id: randomUUID(), ...organisation };
    await this.store.run(reach(actor), async (tx) => {
      await tx.people.addOrganisation(row);
      await ensureFallback(tx, row);
    });
    return row;
  }

  /** Throws Refusal `organisation-not-found` (missing), `invitation-invalid` (invalid: no role, or one that the organisation cannot give), `email-taken` (conflict). */
  invite(actor: Actor, invitation: Invitation): Promise<PersonRecord> {
    return this.store.run(reach(actor), async (tx) => {
      const organisation = await tx.people.organisation(invitation.organisationId);
      if (!organisation) throw new Refusal('missing', 'organisation-not-found', { id: invitation.organisationId });
      const faults = roleFaults(organisation.kind, invitation.roles);
      if (faults.length > 0) throw new Refusal('invalid', 'invitation-invalid', {}, faults);
      const person = { id: randomUUID(), ...invitation, email: invitation.email.trim().toLowerCase(), state: 'invited' as const };
      await tx.people.add(person);
      await joinFallback(tx, person, { personId: actor.personId, at: this.clock.now() });
      await tx.jobs.add({ name: 'send-invitation', payload: { personId: person.id, requestId: randomUUID() } }, this.clock.now());
      return { ...person, version: 1 };
    });
  }

  /** Throws Refusal `person-not-found` (missing). */
  async person(actor: Actor, personId: string): Promise<PersonRecord> {
    const person = await this.store.run(reach(actor), (tx) => tx.people.find(personId));
    if (!person) throw new Refusal('missing', 'person-not-found', { id: personId });
    return person;
  }

  /** Sends a new invitation mail. Throws Refusal `person-not-found` (missing), `person-not-invited` (conflict). */
  inviteAgain(actor: Actor, personId: string): Promise<void> {
    return this.store.run(reach(actor), async (tx) => {
      const person = await tx.people.find(personId);
      if (!person) throw new Refusal('missing', 'person-not-found', { id: personId });
      if (person.state !== 'invited') throw new Refusal('conflict', 'person-not-invited', { state: person.state });
      await tx.jobs.add({ name: 'send-invitation', payload: { personId, requestId: randomUUID() } }, this.clock.now());
    });
  }

  /**
   * Ends the person's access; the person's places on queues go to `handOverTo`, those on queues of other teams are freed, and so are all where nobody is named: each
   * is logged and counted where it went. Throws Refusal `person-not-found` (missing), `not-yourself` (conflict),
   * `stale-version` (conflict), `hand-over-unfit` (invalid: not an active officer of the same authority).
   */
  deactivate(
    actor: Actor,
    personId: string,
    version: number,
    handOverTo: string | null,
  ): Promise<{ handedOver: number; freed: number }> {
    if (personId === actor.personId) return Promise.reject(new Refusal('conflict', 'not-yourself'));
    return this.store.run(reach(actor), async (tx) => {
      const person = await tx.people.find(personId);
      if (!person) throw new Refusal('missing', 'person-not-found', { id: personId });
      const stale = () => new Refusal('conflict', 'stale-version', { yours: version, current: person.version, changes: [] });
      if (person.version !== version) throw stale();
      if (handOverTo !== null) requireSuccessor(await tx.people.find(handOverTo), person);
      if (!(await tx.people.change(personId, version, { state: 'deactivated' }))) throw stale();
      await tx.sessions.removeOfPerson(personId);
      const places = await tx.places.handOver(personId, handOverTo);
      for (const { applicationId: id, organisationId, queueId, holderId } of places) {
        const facts = { queueId, from: personId, to: holderId };
        await writeLog(tx, this.clock, actor, { application: { id, organisationId }, verb: 'hand-over', facts });
      }
      const freed = places.filter(({ holderId }) => holderId === null).length;
      return { handedOver: places.length - freed, freed };
    });
  }
}

function reach(actor: Actor): Reach {
  return { kind: 'administrator', organisationId: actor.organisationId, personId: actor.personId };
}

function roleFaults(kind: OrganisationKind, roles: readonly Role[]): Fault[] {
  if (roles.length === 0) return [{ code: 'no-role', at: 'roles' }];
  const allowed = ROLES_OF_ORGANISATION[kind];
  return roles
    .filter((role) => !allowed.includes(role))
    .map((role) => ({ code: 'role-not-for-organisation', at: 'roles', facts: { role, kind } }));
}

function requireSuccessor(successor: PersonRecord | null, person: PersonRecord): void {
  const fit =
    successor?.state === 'active' &&
    successor.id !== person.id &&
    successor.organisationId === person.organisationId &&
    successor.roles.some((role) => person.roles.includes(role));
  if (!fit) throw new Refusal('invalid', 'hand-over-unfit', {}, [{ code: 'hand-over-unfit', at: 'handOverTo' }]);
}
