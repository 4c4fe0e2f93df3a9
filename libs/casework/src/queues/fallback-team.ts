// The team of all officers and its queue, which takes what no rule routes: there from the authority's first day, so that no case is ever on no queue.
import { randomUUID } from 'node:crypto';
import { APPLICATION_STATUSES, isWithAuthority, type Role } from '#licensing';
import type { Transaction } from '../ports/store.port';
import type { OrganisationRecord, PersonRecord } from '../records';

const TEAM = { zh: '全体经办', en: 'All officers' };
const QUEUE = { zh: '未分派', en: 'Unrouted' };

/** People with none of the other roles work on no queue. */
const WITHOUT_QUEUE: readonly Role[] = ['administrator', 'auditor'];

/** Makes team and queue unless the installation has them. */
export async function ensureFallback(tx: Transaction, { id: organisationId, kind }: OrganisationRecord): Promise<void> {
  if (kind !== 'authority' || (await tx.teams.queues()).some(({ fallback }) => fallback)) return;
  const teamId = randomUUID();
  await tx.teams.addTeam({ id: teamId, organisationId, name: TEAM });
  await tx.teams.addQueue({
    id: randomUUID(),
    teamId,
    name: QUEUE,
    kind: 'work',
    stages: APPLICATION_STATUSES.filter(isWithAuthority),
    feederIds: [],
    fallback: true,
  });
}

/** Adds an officer of the team's authority to the team of all officers. */
export async function joinFallback(
  tx: Transaction,
  { id, organisationId, roles }: Pick<PersonRecord, 'id' | 'organisationId' | 'roles'>,
): Promise<void> {
  if (roles.every((role) => WITHOUT_QUEUE.includes(role))) return;
  const queue = (await tx.teams.queues()).find(({ fallback }) => fallback);
  const find = async () => (await tx.teams.teams()).find((row) => row.id === queue?.teamId);
  let team = await find();
  if (team?.organisationId !== organisationId) return;
  // Members are written as a whole: whoever joins meanwhile is waited for and read again.
  while (team && !(await tx.teams.changeTeam(team.id, team.version, {}))) team = await find();
  if (team) await tx.teams.setMembers(team.id, [...team.memberIds, id]);
}
