// An exporter records that an agent may file in its name, and revokes it; the agent then works on cases that it filed itself, and on nothing else of the principal.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Fault, type LocalDate } from '#kernel';
import { LIMITS } from '#licensing';
import { caseReach, type Actor } from '../actor';
import type { AgencyRecord } from '../decisions/decision-records';
import { Store, type Transaction } from '../ports/store.port';

export interface NewAgency {
  /** Unified social credit code of the agent, an exporter of this installation. */
  readonly creditCode: string;
  /** Both inclusive; null: until revoked. */
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  /** What the authority rests on: number and date of the letter. */
  readonly note: string;
}

@Injectable()
export class KeepAgencies {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  /** Given by or to the actor's organisation, newest first. */
  list(actor: Actor): Promise<readonly AgencyRecord[]> {
    return this.store.run(caseReach(actor), (tx) => tx.agencies.list());
  }

  /** Throws Refusal `agency-invalid` (invalid: days, note, or nobody with that code), `agency-exists` (conflict). */
  give(actor: Actor, agency: NewAgency): Promise<{ readonly id: string }> {
    return this.store.run(caseReach(actor), async (tx) => {
      refuseAgents(actor);
      const { creditCode, from, to, note } = agency;
      const agent = (await tx.as({ kind: 'system' }, (wide) => wide.people.organisations())).find(
        (row) => row.kind === 'exporter' && row.creditCode === creditCode.trim().toUpperCase(),
      );
      const faults: Fault[] = [];
      if (!agent || agent.id === actor.organisationId) faults.push({ code: 'agent-unknown', at: 'creditCode' });
      if (to !== null && to < from) faults.push({ code: 'days-reversed', at: 'to' });
      if (to !== null && to < this.clock.today()) faults.push({ code: 'day-passed', at: 'to' });
      if (!note.trim()) faults.push({ code: 'field-missing', at: 'note' });
      if (note.length > LIMITS.longText) faults.push({ code: 'text-too-long', at: 'note', facts: { max: LIMITS.longText } });
      if (!agent || faults.length > 0) throw new Refusal('invalid', 'agency-invalid', { count: faults.length }, faults);
      const id = randomUUID();
      await tx.agencies.add({
        id,
        principalId: actor.organisationId,
        agentId: agent.id,
        from,
        to,
        note: note.trim(),
        recordedBy: actor.personId,
        recordedAt: this.clock.now(),
      });
      return { id };
    });
  }

  /** Ends it at once. Throws Refusal `agency-not-found` (missing), also for one that the actor's organisation did not give, `agency-revoked` (conflict). */
  revoke(actor: Actor, id: string): Promise<void> {
    return this.store.run(caseReach(actor), async (tx) => {
      refuseAgents(actor);
      const agency = await tx.agencies.find(id);
      if (agency?.principalId !== actor.organisationId) throw new Refusal('missing', 'agency-not-found', { id });
      if (!(await tx.agencies.revoke(id, this.clock.now()))) throw new Refusal('conflict', 'agency-revoked');
    });
  }

  /** The actor as agent of the principal. Throws Refusal `agency-not-found` (missing) unless the authority holds today. */
  actFor(actor: Actor, principalId: string): Promise<Actor> {
    return this.store.run(caseReach(actor), (tx) => this.agentOf(tx, actor, principalId));
  }

  private async agentOf(tx: Transaction, actor: Actor, principalId: string): Promise<Actor> {
    const holding = await tx.agencies.holds(principalId, actor.organisationId, this.clock.today());
    if (!holding) throw new Refusal('missing', 'agency-not-found', { principalId });
    return { ...actor, organisationId: principalId, agentId: actor.organisationId };
  }
}

/** An authority to file is no authority to give one. */
function refuseAgents(actor: Actor): void {
  if (actor.agentId !== undefined) throw new Refusal('forbidden', 'agent-not-principal');
}
