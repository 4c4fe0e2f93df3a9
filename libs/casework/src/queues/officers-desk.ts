// On whose behalf an officer works today, and on which queues: the teams of the officer and of those for whom the officer stands in.
import type { LocalDate } from '#kernel';
import type { Actor } from '../actor';
import type { Transaction } from '../ports/store.port';

export interface OfficersDesk {
  /** The officer first, then those who are away today and named the officer as their substitute. */
  readonly personIds: readonly string[];
  /** Queues of their teams that are not retired. */
  readonly queueIds: readonly string[];
  /** Those of them that the officer, where a team lead, leads: of the own teams, and of the teams of team leads for whom the officer stands in. */
  readonly ledQueueIds: readonly string[];
}

/** An exporter has no queue. */
export async function officersDesk(tx: Transaction, actor: Actor, today: LocalDate): Promise<OfficersDesk> {
  if (actor.organisationKind !== 'authority') return { personIds: [actor.personId], queueIds: [], ledQueueIds: [] };
  const desk = await tx.teams.desk(actor.personId, today);
  return actor.roles.includes('team-lead') ? desk : { ...desk, ledQueueIds: [] };
}
