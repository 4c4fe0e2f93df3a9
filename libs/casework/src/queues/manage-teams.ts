// An administrator keeps teams, their members and their queues; officers record absences. Every change is on record, and takes effect with the next move of each case.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Bilingual, type Fault } from '#kernel';
import { nameFaults } from '#licensing';
import { officeReach, type Actor } from '../actor';
import { Store, type PageOf, type PageRequest, type Transaction } from '../ports/store.port';
import { absenceFaults, inChargeOf, type NewAbsence } from './absence-rules';
import { queueFaults, type NewQueue, type QueueChange } from './queue-faults';
import type { AbsenceRecord, QueueRecord, TeamActKind, TeamActRecord, TeamRecord } from './queue-records';

@Injectable()
export class ManageTeams {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  teams(actor: Actor): Promise<{ readonly teams: readonly TeamRecord[]; readonly queues: readonly QueueRecord[] }> {
    return this.store.run(officeReach(actor), allTeams);
  }

  /** Throws Refusal `team-invalid` (invalid). */
  addTeam(actor: Actor, name: Bilingual): Promise<{ readonly id: string }> {
    return this.store.run(officeReach(actor), async (tx) => {
      refuse('team-invalid', nameFaults(name));
      const id = randomUUID();
      await tx.teams.addTeam({ id, organisationId: actor.organisationId, name });
      await this.record(tx, actor, 'add-team', id, null, { name });
      return { id };
    });
  }

  /**
   * Throws Refusal `team-not-found` (missing), `other-authority` (forbidden), `stale-version`, `team-has-queues` (conflict: it cannot be retired while a queue is
   * its), `team-invalid` (invalid).
   */
  changeTeam(
    actor: Actor,
    id: string,
    version: number,
    change: { readonly name?: Bilingual; readonly retired?: boolean },
  ): Promise<void> {
    return this.store.run(officeReach(actor), async (tx) => {
      const team = await requireTeam(tx, actor, id);
      if (change.name) refuse('team-invalid', nameFaults(change.name));
      if (change.retired && (await tx.teams.queues()).some((queue) => queue.teamId === id && !queue.retired))
        throw new Refusal('conflict', 'team-has-queues');
      if (!(await tx.teams.changeTeam(id, version, change))) throw stale(version, team.version);
      const { name, retired } = team;
      await this.record(tx, actor, 'change-team', id, { name, retired }, { name, retired, ...change });
    });
  }

  /**
   * Replaces the members. Throws Refusal `team-not-found` (missing), `other-authority` (forbidden), `stale-version` (conflict), `members-invalid` (invalid: each
   * an officer of the authority who has not left).
   */
  setMembers(actor: Actor, id: string, version: number, personIds: readonly string[]): Promise<void> {
    return this.store.run(officeReach(actor), async (tx) => {
      const team = await requireTeam(tx, actor, id);
      const people = await tx.people.list(team.organisationId);
      const faults = personIds.flatMap((personId, place): Fault[] =>
        people.some((person) => person.id === personId && person.state !== 'deactivated')
          ? []
          : [{ code: 'member-unfit', at: `personIds.${place}` }],
      );
      refuse('members-invalid', faults);
      if (!(await tx.teams.changeTeam(id, version, {}))) throw stale(version, team.version);
      const memberIds = [...new Set(personIds)];
      await tx.teams.setMembers(id, memberIds);
      await this.record(tx, actor, 'set-members', id, { memberIds: team.memberIds }, { memberIds });
    });
  }

  /** Throws Refusal `other-authority` (forbidden), `queue-invalid` (invalid). */
  addQueue(actor: Actor, queue: NewQueue): Promise<{ readonly id: string }> {
    return this.store.run(officeReach(actor), async (tx) => {
      const id = randomUUID();
      const all = await allTeams(tx);
      requireSameAuthority(actor, all.teams, queue.teamId);
      refuse('queue-invalid', queueFaults({ id, ...queue }, { ...queue, retired: false }, all));
      await tx.teams.addQueue({ id, ...queue, fallback: false });
      await this.record(tx, actor, 'add-queue', id, null, stateOf({ ...queue, retired: false }));
      return { id };
    });
  }

  /**
   * A queue that is retired feeds no other any more. Throws Refusal `queue-not-found` (missing), `other-authority` (forbidden), `stale-version`, `queue-is-fallback`,
   * `queue-in-use` (conflict: cases stand on it), `queue-invalid` (invalid: something that `change` names).
   */
  changeQueue(actor: Actor, id: string, version: number, change: QueueChange): Promise<void> {
    return this.store.run(officeReach(actor), async (tx) => {
      await tx.teams.holdQueue(id);
      const all = await allTeams(tx);
      const queue = all.queues.find((row) => row.id === id);
      if (!queue) throw new Refusal('missing', 'queue-not-found', { id });
      for (const teamId of [queue.teamId, change.teamId]) if (teamId) requireSameAuthority(actor, all.teams, teamId);
      if (queue.fallback && (change.retired || change.kind || change.stages || change.feederIds))
        throw new Refusal('conflict', 'queue-is-fallback');
      refuse('queue-invalid', queueFaults({ ...queue, ...change }, change, all));
      if (change.retired && (await tx.as({ kind: 'system' }, (wide) => wide.places.count({ queueIds: [id] }, 1))) > 0)
        throw new Refusal('conflict', 'queue-in-use');
      if (!(await tx.teams.changeQueue(id, version, change))) throw stale(version, queue.version);
      await this.record(tx, actor, 'change-queue', id, stateOf(queue), stateOf({ ...queue, ...change }));
      if (change.retired) await this.dropFeeder(tx, actor, id, all.queues);
    });
  }

  /** Absences that have not passed. */
  absences(actor: Actor): Promise<readonly AbsenceRecord[]> {
    return this.store.run(officeReach(actor), (tx) => tx.teams.absences(this.clock.today()));
  }

  /** Of whom it may be, and of which days: `absence-rules.ts`. Throws Refusal `absence-not-yours` (forbidden), `absence-invalid` (invalid). */
  addAbsence(actor: Actor, absence: NewAbsence): Promise<{ readonly id: string }> {
    return this.store.run(officeReach(actor), async (tx) => {
      await requireCharge(tx, actor, absence.personId);
      const today = this.clock.today();
      const [people, others] = [await tx.people.list(actor.organisationId), await tx.teams.absences(today)];
      refuse('absence-invalid', absenceFaults(absence, { actor, people, others, today }));
      const id = randomUUID();
      await this.record(tx, actor, 'add-absence', id, null, { ...absence });
      await tx.teams.addAbsence({ id, organisationId: actor.organisationId, ...absence, recordedBy: actor.personId });
      return { id };
    });
  }

  /** Throws Refusal `absence-not-found` (missing), `absence-ended` (conflict), `absence-not-yours` (forbidden). */
  endAbsence(actor: Actor, id: string): Promise<void> {
    return this.store.run(officeReach(actor), async (tx) => {
      const absence = await tx.teams.findAbsence(id);
      if (!absence) throw new Refusal('missing', 'absence-not-found', { id });
      await requireCharge(tx, actor, absence.personId);
      if (!(await tx.teams.endAbsence(id, this.clock.now()))) throw new Refusal('conflict', 'absence-ended');
      const { personId, substituteId, from, to } = absence;
      await this.record(tx, actor, 'end-absence', id, { personId, substituteId, from, to }, null);
    });
  }

  /** What was done to teams, members, queues and absences, newest first. Throws Refusal `bad-limit` or `bad-cursor` (invalid). */
  acts(actor: Actor, page: PageRequest): Promise<PageOf<TeamActRecord>> {
    return this.store.run(officeReach(actor), (tx) => tx.teams.acts(page));
  }

  private async dropFeeder(tx: Transaction, actor: Actor, id: string, queues: readonly QueueRecord[]): Promise<void> {
    await tx.teams.dropFeeder(id);
    for (const fed of queues.filter(({ feederIds }) => feederIds.includes(id))) {
      const feederIds = fed.feederIds.filter((feederId) => feederId !== id);
      await this.record(tx, actor, 'change-queue', fed.id, stateOf(fed), stateOf({ ...fed, feederIds }));
    }
  }

  private record(
    tx: Transaction,
    { personId, organisationId }: Actor,
    act: TeamActKind,
    subjectId: string,
    before: TeamActRecord['before'],
    after: TeamActRecord['after'],
  ): Promise<void> {
    return tx.teams.addAct({ id: randomUUID(), organisationId, at: this.clock.now(), personId, act, subjectId, before, after });
  }
}

function stateOf({ teamId, name, kind, stages, feederIds, retired }: NewQueue & { readonly retired: boolean }) {
  return { teamId, name, kind, stages, feederIds, retired };
}

async function allTeams(tx: Transaction) {
  return { teams: await tx.teams.teams(), queues: await tx.teams.queues() };
}

async function requireTeam(tx: Transaction, actor: Actor, id: string): Promise<TeamRecord> {
  const teams = await tx.teams.teams();
  const team = teams.find((row) => row.id === id);
  if (!team) throw new Refusal('missing', 'team-not-found', { id });
  requireSameAuthority(actor, teams, id);
  return team;
}

/** Nothing for a team that is not there. */
function requireSameAuthority({ organisationId }: Actor, teams: readonly TeamRecord[], teamId: string): void {
  const team = teams.find(({ id }) => id === teamId);
  if (team && team.organisationId !== organisationId) throw new Refusal('forbidden', 'other-authority');
}

async function requireCharge(tx: Transaction, actor: Actor, personId: string): Promise<void> {
  if (!inChargeOf(actor, await tx.teams.teams(), await tx.teams.queues())(personId))
    throw new Refusal('forbidden', 'absence-not-yours');
}

function stale(yours: number, current: number): Refusal {
  return new Refusal('conflict', 'stale-version', { yours, current, changes: [] });
}

function refuse(code: string, faults: readonly Fault[]): void {
  if (faults.length > 0) throw new Refusal('invalid', code, { count: faults.length }, faults);
}
