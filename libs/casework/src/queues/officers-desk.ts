// On whose behalf an officer works today, and on which queues: the teams of the officer and of those for whom the officer stands in.
import type { LocalDate } from '#kernel';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';
import type { QueueRecord } from './queue-records';

export interface OfficersDesk {
  /** The officer first, then those who are away today and named the officer as their substitute. */
  readonly personIds: readonly string[];
  readonly teamIds: readonly string[];
  /** Queues of these teams that are not retired. */
  readonly queues: readonly QueueRecord[];
}

export async function officersDesk(tx: Transaction, actor: Actor, today: LocalDate): Promise<OfficersDesk> {
  if (actor.organisationKind !== 'authority') return { personIds: [actor.personId], teamIds: [], queues: [] };
  const away = (await tx.teams.absences(today)).filter(
    ({ substituteId, from, to }) => substituteId === actor.personId && from <= today && today <= to,
  );
  const personIds = [...new Set([actor.personId, ...away.map(({ personId }) => personId)])];
  const teamIds = new Set<string>();
  for (const id of personIds) for (const teamId of await tx.teams.teamsOf(id)) teamIds.add(teamId);
  const queues = (await tx.teams.queues()).filter((queue) => teamIds.has(queue.teamId) && !queue.retired);
  return { personIds, teamIds: [...teamIds], queues };
}
