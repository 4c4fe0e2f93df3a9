// An administrator keeps teams, their members and their queues; officers record absences. A change takes effect with the next move of each case.
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Refusal, type Bilingual, type Fault } from '#kernel';
import { isWithAuthority, LIMITS, type ApplicationStatus } from '#licensing';
import { caseReach, type Actor, type Reach } from '../actor';
import { Store, type Transaction } from '../ports/store.port';
import { absenceFaults, inChargeOf, type NewAbsence } from './absence-rules';
import type { AbsenceRecord, QueueKind, QueueRecord, TeamRecord } from './queue-records';

export interface NewQueue {
  readonly teamId: string;
  readonly name: Bilingual;
  readonly kind: QueueKind;
  readonly stages: readonly ApplicationStatus[];
  readonly feederIds: readonly string[];
}

/** Stages at which each kind of queue takes cases. */
const STAGES_OF: Readonly<Record<QueueKind, (stage: ApplicationStatus) => boolean>> = {
  work: isWithAuthority,
  review: (stage) => stage === 'in-review',
  countersign: (stage) => stage === 'advised' || stage === 'signed-once',
};

@Injectable()
export class ManageTeams {
  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
  ) {}

  teams(actor: Actor): Promise<{ readonly teams: readonly TeamRecord[]; readonly queues: readonly QueueRecord[] }> {
    return this.store.run(reachOf(actor), async (tx) => ({ teams: await tx.teams.teams(), queues: await tx.teams.queues() }));
  }

  /** Throws Refusal `team-invalid` (invalid). */
  addTeam(actor: Actor, name: Bilingual): Promise<{ readonly id: string }> {
    return this.store.run(reachOf(actor), async (tx) => {
      refuse('team-invalid', nameFaults(name));
      const id = randomUUID();
      await tx.teams.addTeam({ id, organisationId: actor.organisationId, name });
      return { id };
    });
  }

  /** Throws Refusal `team-not-found` (missing), `stale-version`, `team-has-queues` (conflict: it cannot be retired while a queue is its), `team-invalid` (invalid). */
  changeTeam(
    actor: Actor,
    id: string,
    version: number,
    change: { readonly name?: Bilingual; readonly retired?: boolean },
  ): Promise<void> {
    return this.store.run(reachOf(actor), async (tx) => {
      const team = await requireTeam(tx, id);
      if (change.name) refuse('team-invalid', nameFaults(change.name));
      if (change.retired && (await tx.teams.queues()).some((queue) => queue.teamId === id && !queue.retired))
        throw new Refusal('conflict', 'team-has-queues');
      if (!(await tx.teams.changeTeam(id, version, change))) throw stale(version, team.version);
    });
  }

  /** Replaces the members. Throws Refusal `team-not-found` (missing), `stale-version` (conflict), `members-invalid` (invalid: each an officer of the authority who has not left). */
  setMembers(actor: Actor, id: string, version: number, personIds: readonly string[]): Promise<void> {
    return this.store.run(reachOf(actor), async (tx) => {
      const team = await requireTeam(tx, id);
      const people = await tx.people.list(team.organisationId);
      const faults = personIds.flatMap((personId, place): Fault[] =>
        people.some((person) => person.id === personId && person.state !== 'deactivated')
          ? []
          : [{ code: 'member-unfit', at: `personIds.${place}` }],
      );
      refuse('members-invalid', faults);
      if (!(await tx.teams.changeTeam(id, version, {}))) throw stale(version, team.version);
      await tx.teams.setMembers(id, [...new Set(personIds)]);
    });
  }

  /** Throws Refusal `queue-invalid` (invalid). */
  addQueue(actor: Actor, queue: NewQueue): Promise<{ readonly id: string }> {
    return this.store.run(reachOf(actor), async (tx) => {
      const id = randomUUID();
      refuse('queue-invalid', await queueFaults(tx, id, queue));
      await tx.teams.addQueue({ id, ...queue, fallback: false });
      return { id };
    });
  }

  /** Throws Refusal `queue-not-found` (missing), `stale-version`, `queue-is-fallback`, `queue-in-use` (conflict: cases stand on it), `queue-invalid` (invalid). */
  changeQueue(
    actor: Actor,
    id: string,
    version: number,
    change: Partial<NewQueue> & { readonly retired?: boolean },
  ): Promise<void> {
    return this.store.run(reachOf(actor), async (tx) => {
      const queue = (await tx.teams.queues()).find((row) => row.id === id);
      if (!queue) throw new Refusal('missing', 'queue-not-found', { id });
      if (queue.fallback && (change.retired || change.kind || change.stages || change.feederIds))
        throw new Refusal('conflict', 'queue-is-fallback');
      refuse('queue-invalid', await queueFaults(tx, id, { ...queue, ...change }));
      if (change.retired && (await tx.as({ kind: 'system' }, (wide) => wide.places.count({ queueIds: [id] }, 1))) > 0)
        throw new Refusal('conflict', 'queue-in-use');
      if (!(await tx.teams.changeQueue(id, version, change))) throw stale(version, queue.version);
    });
  }

  /** Absences that have not passed. */
  absences(actor: Actor): Promise<readonly AbsenceRecord[]> {
    return this.store.run(reachOf(actor), (tx) => tx.teams.absences(this.clock.today()));
  }

  /** Of whom it may be, and of which days: `absence-rules.ts`. Throws Refusal `absence-not-yours` (forbidden), `absence-invalid` (invalid). */
  addAbsence(actor: Actor, absence: NewAbsence): Promise<{ readonly id: string }> {
    return this.store.run(reachOf(actor), async (tx) => {
      await requireCharge(tx, actor, absence.personId);
      const today = this.clock.today();
      const [people, others] = [await tx.people.list(actor.organisationId), await tx.teams.absences(today)];
      refuse('absence-invalid', absenceFaults(absence, { actor, people, others, today }));
      const id = randomUUID();
      await tx.teams.addAbsence({ id, organisationId: actor.organisationId, ...absence, recordedBy: actor.personId });
      return { id };
    });
  }

  /** Throws Refusal `absence-not-found` (missing), `absence-ended` (conflict), `absence-not-yours` (forbidden). */
  endAbsence(actor: Actor, id: string): Promise<void> {
    return this.store.run(reachOf(actor), async (tx) => {
      const absence = await tx.teams.findAbsence(id);
      if (!absence) throw new Refusal('missing', 'absence-not-found', { id });
      await requireCharge(tx, actor, absence.personId);
      if (!(await tx.teams.endAbsence(id, this.clock.now()))) throw new Refusal('conflict', 'absence-ended');
    });
  }
}

/** Administrators have no sight of cases; the other officers read teams with theirs. */
function reachOf(actor: Actor): Reach {
  const { organisationId, personId } = actor;
  return actor.roles.includes('administrator') ? { kind: 'administrator', organisationId, personId } : caseReach(actor);
}

async function requireTeam(tx: Transaction, id: string): Promise<TeamRecord> {
  const team = (await tx.teams.teams()).find((row) => row.id === id);
  if (!team) throw new Refusal('missing', 'team-not-found', { id });
  return team;
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

function nameFaults(name: Bilingual): Fault[] {
  return (['zh', 'en'] as const).flatMap((language): Fault[] => {
    const at = `name.${language}`;
    if (!name[language].trim()) return [{ code: 'field-missing', at }];
    return name[language].length > LIMITS.name ? [{ code: 'text-too-long', at, facts: { max: LIMITS.name } }] : [];
  });
}

async function queueFaults(tx: Transaction, id: string, queue: NewQueue): Promise<Fault[]> {
  const faults = nameFaults(queue.name);
  const teams = await tx.teams.teams();
  if (!teams.some((team) => team.id === queue.teamId && !team.retired)) faults.push({ code: 'team-not-found', at: 'teamId' });
  if (queue.stages.length === 0) faults.push({ code: 'field-missing', at: 'stages' });
  for (const [place, stage] of queue.stages.entries())
    if (!STAGES_OF[queue.kind](stage)) faults.push({ code: 'stage-not-for-kind', at: `stages.${place}`, facts: { stage } });
  const queues = await tx.teams.queues();
  for (const [place, feederId] of queue.feederIds.entries()) {
    const feeder = queues.find((row) => row.id === feederId);
    if (!feeder || feeder.retired) faults.push({ code: 'queue-not-found', at: `feederIds.${place}` });
    else if (feeds(id, feederId, queues)) faults.push({ code: 'feeders-in-a-circle', at: `feederIds.${place}` });
  }
  return faults;
}

/** `id` feeds `feederId`, through whatever queues between, or is the same. */
function feeds(id: string, feederId: string, queues: readonly QueueRecord[], seen: readonly string[] = []): boolean {
  if (id === feederId) return true;
  if (seen.includes(feederId)) return false;
  const before = queues.find((row) => row.id === feederId)?.feederIds ?? [];
  return before.some((next) => feeds(id, next, queues, [...seen, feederId]));
}
