// The team of all officers and its queue, which takes what no rule routes: there from the authority's first day, so that no case is ever on no queue.
import { randomUUID } from 'node:crypto';
import type { Instant } from '#kernel';
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

/** Adds an officer of the team's authority to the team of all officers, whoever invites; on record where somebody does. */
export async function joinFallback(
  tx: Transaction,
  { id, organisationId, roles }: Pick<PersonRecord, 'id' | 'organisationId' | 'roles'>,
  inviting?: { readonly personId: string; readonly at: Instant },
): Promise<void> {
  if (roles.every((role) => WITHOUT_QUEUE.includes(role))) return;
  await tx.as({ kind: 'system' }, async (wide) => {
    const teamId = await wide.teams.joinFallback(id, organisationId);
    if (teamId === null || !inviting) return;
    const of = { id: randomUUID(), organisationId, subjectId: teamId, before: null, after: { personId: id } };
    await wide.teams.addAct({ ...of, ...inviting, act: 'join-team' });
  });
}
